package recon.workbook;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** What people typed beside the lines of an earlier revision's (or month's) worklists, by line key. */
public final class Worklist {

    private final Map<String, Entry> entries;

    Worklist(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** A first month: nothing was typed yet. */
    public static Worklist empty() {
        return new Worklist(new HashMap<>());
    }

    /** What was typed beside a line; {@link Entry#NONE} for a line that was not listed. */
    Entry of(String key) {
        return entries.getOrDefault(key, Entry.NONE);
    }

    /**
     * One line of an earlier worklist.
     *
     * @param verdict what the line was then, or null for a line that was not listed
     * @param atIssue short by, over by or at stake then, or null where it was blank
     */
    record Entry(
            @Nullable Verdict verdict,
            @Nullable Money atIssue,
            @Nullable String owner,
            @Nullable String status,
            @Nullable String notes) {

        static final Entry NONE = new Entry(null, null, null, null, null);

        /** What the line was before where it is something else now, or null. */
        @Nullable
        String changeTo(Finding now) {
            if (verdict == null) {
                return null;
            }
            if (verdict != now.verdict()) {
                return "was " + verdict + (atIssue == null ? "" : " " + atIssue.inWords());
            }
            return atIssue == null || atIssue.equals(now.atIssue()) ? null : "was " + atIssue.inWords();
        }
    }
}
