package recon.workbook;

import java.util.Comparator;
import java.util.List;
import recon.verdict.Finding;

/** Why lines were denied: group and reason code with what they mean to the practice. */
record Reason(String group, String carc, String category, String kind, boolean preventable, String nextAction)
        implements Comparable<Reason> {

    private static final Comparator<Reason> ORDER = Comparator.comparing(Reason::category, ReadingOrder.OF_TEXTS)
            .thenComparing(Reason::carc)
            .thenComparing(Reason::group)
            .thenComparing(Reason::kind)
            .thenComparing(Reason::preventable)
            .thenComparing(Reason::nextAction);

    static Reason of(Finding.Denial denial) {
        return new Reason(
                denial.group(),
                denial.carc(),
                denial.category(),
                denial.kind(),
                denial.preventable(),
                denial.nextAction());
    }

    @Override
    public int compareTo(Reason other) {
        return ORDER.compare(this, other);
    }

    /** A row of {@code By reason}. */
    record Row(Reason reason, Tally denied) {

        static List<Column<Row>> columns() {
            return List.of(
                    Column.text("Group", 8, "Group code", r -> r.reason().group()),
                    Column.identifier("CARC", 8, "Claim adjustment reason code", r -> r.reason()
                            .carc()),
                    Column.text("Category", 26, "What the reason is about", r -> r.reason()
                            .category()),
                    Column.text("Kind", 16, "S soft, H hard, or send a new claim", r -> r.reason()
                            .kind()),
                    Column.text(
                            "Preventable",
                            12,
                            "Whether it could have been avoided",
                            r -> r.reason().preventable() ? "yes" : "no"),
                    Column.count("Lines", 9, "Denied lines", r -> r.denied().lines()),
                    Column.money("Billed", "Charges of the denied lines", r -> r.denied()
                            .billed()),
                    Column.money(
                            "At stake", PayerDenials.AT_STAKE, r -> r.denied().knownAtIssue()),
                    Column.date("First deadline", "Earliest appeal deadline that has not passed", r -> r.denied()
                            .earliestDeadline()),
                    Column.sentences("Next action", 60, "What to do next", r -> r.reason()
                            .nextAction()));
        }
    }
}
