package recon.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/**
 * What people typed beside the lines of an earlier revision's (or month's) worklists, by line key.
 *
 * @param entries by line key
 * @param remarks what could not be carried over and why, for the log; no patient data
 */
public record Worklist(Map<String, Entry> entries, List<String> remarks) {

    /** A first month: nothing was typed yet. */
    public static Worklist empty() {
        return new Worklist(Map.of(), List.of());
    }

    /**
     * Reads the worklists of an earlier underpayments and denials workbook, whatever the order in which their rows and columns stand
     * by now.
     *
     * @param password of files that are encrypted, or null where there is none
     * @throws IOException if a file cannot be read; the message names the file and says what to do
     */
    public static Worklist read(List<Path> workbooks, @Nullable String password) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (Path workbook : workbooks) {
            new WorklistReader(workbook, password, entries, remarks).read();
        }
        return new Worklist(entries, List.copyOf(remarks));
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
    public record Entry(
            @Nullable Verdict verdict,
            @Nullable Money atIssue,
            @Nullable String payer,
            @Nullable String claim,
            @Nullable String line,
            @Nullable String owner,
            @Nullable String status,
            @Nullable String notes) {

        static final Entry NONE = new Entry(null, null, null, null, null, null, null, null);

        /** Whether a person typed anything beside the line. */
        boolean isTyped() {
            return owner != null || status != null || notes != null;
        }

        /** Of a line that stands twice, as where a row was copied: nothing that was typed in either row is lost. */
        Entry and(Entry other) {
            return new Entry(
                    first(verdict, other.verdict),
                    first(atIssue, other.atIssue),
                    first(payer, other.payer),
                    first(claim, other.claim),
                    first(line, other.line),
                    both(owner, other.owner),
                    both(status, other.status),
                    both(notes, other.notes));
        }

        private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
            return one == null ? other : one;
        }

        private static @Nullable String both(@Nullable String one, @Nullable String other) {
            return one == null || other == null || one.equals(other) ? first(one, other) : one + "; " + other;
        }

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
