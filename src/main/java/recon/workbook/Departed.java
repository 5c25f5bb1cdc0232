package recon.workbook;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.verdict.Verdict;

/**
 * A line that somebody worked on and that is no longer on any worklist, as when the payer has paid it: what was typed stays.
 *
 * @param now today's verdict, or null where the month no longer has the line
 */
record Departed(String key, Worklist.Entry entry, @Nullable Verdict now) {

    private static final Set<Verdict> LISTED =
            EnumSet.of(Verdict.UNDERPAID, Verdict.OVERPAID, Verdict.DENIED, Verdict.PARTLY_DENIED);

    static List<Column<Departed>> columns() {
        return List.of(
                Column.text("Payer", 24, "The payer's name", d -> d.entry().payer()),
                Column.identifier(
                        "Claim", 16, "Patient control number", d -> d.entry().claim()),
                Column.identifier("Line", 8, "Number of the line within the claim", d -> d.entry()
                        .line()),
                Column.text(
                        "Verdict",
                        16,
                        "What it was when it was listed last",
                        d -> name(d.entry().verdict())),
                Column.money("Amount", "Short by, over by or at stake then", d -> d.entry()
                        .atIssue()),
                Column.text("Now", 16, "Its verdict now; blank where this month has no such line", d -> name(d.now())),
                Column.input("Owner", 14, "As typed", d -> d.entry().owner()),
                Column.input("Status", 16, "As typed", d -> d.entry().status()),
                Column.input("Notes", 40, "As typed", d -> d.entry().notes()),
                Column.identifier(
                        "Line key", 20, "Finds the line again in the next revision; do not edit", Departed::key));
    }

    private static @Nullable String name(@Nullable Verdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    /** Watches the findings for the lines of an earlier worklist. */
    static final class Watch {
        private final Map<String, Worklist.Entry> gone = new LinkedHashMap<>();
        private final Map<String, Verdict> now = new LinkedHashMap<>();

        /** @param own the verdicts that this workbook keeps departed lines of */
        Watch(Worklist earlier, Set<Verdict> own) {
            earlier.entries().forEach((key, entry) -> {
                if (entry.isTyped() && entry.verdict() != null && own.contains(entry.verdict())) {
                    gone.put(key, entry);
                }
            });
        }

        void see(WorkItem item) {
            if (item.before() == null || !gone.containsKey(item.before())) {
                return;
            }
            Verdict verdict = item.finding().verdict();
            if (LISTED.contains(verdict)) {
                gone.remove(item.before());
            } else {
                now.put(item.before(), verdict);
            }
        }

        List<Departed> departed() {
            return gone.entrySet().stream()
                    .map(entry -> new Departed(entry.getKey(), entry.getValue(), now.get(entry.getKey())))
                    .toList();
        }
    }
}
