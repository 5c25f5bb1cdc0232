package recon.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.Money;
import recon.verdict.Verdict;

/** The rows of the tables of the summary workbook and the run page. */
final class SummaryRows {

    private SummaryRows() {}

    /** Earlier months and this one. */
    static List<Column<MonthReport.TrendMonth>> months() {
        return List.of(
                Column.text("Month", 10, "", m -> m.month().toString()),
                Column.count("Underpaid lines", 10, "", m -> m.underpaid().lines()),
                Column.money("Short by", "", m -> m.underpaid().atIssue()),
                Column.count("New underpaid", 10, "", m -> m.underpaid().newLines()),
                Column.money("New short by", "", m -> m.underpaid().newAtIssue()),
                Column.count("Denied lines", 10, "", m -> m.denied().lines()),
                Column.money("At stake", "", m -> m.denied().atIssue()),
                Column.count("New denied", 10, "", m -> m.denied().newLines()),
                Column.money("New at stake", "", m -> m.denied().newAtIssue()));
    }

    /** The input files, without what a remark might quote. */
    static List<Column<MonthReport.FileEntry>> files() {
        return List.of(
                Column.text("File", 44, "", MonthReport.FileEntry::name),
                bucket("Rejected", Bucket.REJECTED),
                Column.count("Rows read", 11, "", MonthReport.FileEntry::rowsRead),
                bucket("In scope", Bucket.IN_SCOPE),
                bucket("Duplicate", Bucket.DUPLICATE),
                bucket("Later", Bucket.LATER),
                bucket("Other codes", Bucket.OTHER_CODES),
                Column.money("Billed", "", f -> f.sums().billed()),
                Column.money("Paid", "", f -> f.sums().paid()),
                Column.text("Kind", 13, "", f -> f.kind().inWords()));
    }

    private static Column<MonthReport.FileEntry> bucket(String heading, Bucket bucket) {
        return Column.count(heading, 11, "", f -> RunWarnings.rows(f, bucket));
    }

    /** Lines of one kind, such as a verdict or a denial category. */
    record Counted(String name, String meaning, Tally lines, Tally all) {

        static Counted of(Verdict verdict, Tallies<Verdict> verdicts) {
            return new Counted(verdict.name(), VerdictWords.meaning(verdict), verdicts.of(verdict), verdicts.total());
        }

        static Counted of(String name, Tallies<String> tallies) {
            return new Counted(name, "", tallies.of(name), tallies.total());
        }

        static List<Column<Counted>> verdicts() {
            return List.of(
                    name("Verdict", 18, "Exactly one for each line"),
                    number(),
                    share(),
                    billed(),
                    Column.money("Allowed", "Their allowed amounts, where known", c -> c.lines()
                            .allowed()),
                    Column.money("At issue", "Short by, over by or at stake, where known", c -> c.lines()
                            .atIssue()),
                    Column.text("Meaning", 60, "When a line has the verdict", Counted::meaning));
        }

        static List<Column<Counted>> categories() {
            return List.of(
                    name("Category", 28, "What the denial's primary reason is about"),
                    number(),
                    share(),
                    billed(),
                    Column.money(
                            "At stake", PayerDenials.AT_STAKE, c -> c.lines().knownAtIssue()),
                    Column.date("First deadline", "Earliest appeal deadline that has not passed", c -> c.lines()
                            .earliestDeadline()));
        }

        static List<Column<Counted>> ages() {
            return List.of(
                    name("Ageing", 14, "Days from submission, else service, to the month's last day"),
                    number(),
                    share(),
                    billed(),
                    Column.money("Expected low", "Least that should be allowed", c -> c.lines()
                            .expectedLow()));
        }

        private static Column<Counted> name(String heading, int width, String meaning) {
            return Column.text(heading, width, meaning, Counted::name);
        }

        private static Column<Counted> number() {
            return Column.count("Lines", 10, "How many lines", c -> c.lines().lines());
        }

        private static Column<Counted> share() {
            return Column.percent(
                    "Share",
                    "Of the table's lines",
                    c -> PayerDenials.rate(c.lines().lines(), c.all().lines()));
        }

        private static Column<Counted> billed() {
            return Column.money("Billed", "Their charges", c -> c.lines().billed());
        }
    }

    /** All figures of one payer. */
    record OfPayer(PayerKey key, MonthFigures figures) {

        static List<Column<OfPayer>> columns() {
            return List.of(
                    Column.text("Payer", 34, "The payer's name", r -> r.key().payer()),
                    Column.text("Payer class", 12, "Medicare, Medicaid, Private or Unknown", r -> r.key()
                            .payerClass()
                            .label()),
                    Column.count("Lines judged", 10, "Lines with any verdict", r -> r.judged()
                            .lines()),
                    Column.money(
                            "Billed", "Charges of all lines", r -> r.judged().billed()),
                    Column.money("Allowed", "Allowed amounts of all lines, where known", r -> r.judged()
                            .allowed()),
                    Column.money(
                            "Paid", "Net payments of all lines", r -> r.judged().paid()),
                    Column.count("Underpaid lines", 10, "Lines allowed below the range", r -> r.underpaid()
                            .lines()),
                    Column.money("Short by", "Sum of the shortfalls", r -> r.underpaid()
                            .atIssue()),
                    Column.count("Overpaid lines", 10, "Lines allowed above the range", r -> r.overpaid()
                            .lines()),
                    Column.money("Over by", "Sum of what is too much", r -> r.overpaid()
                            .atIssue()),
                    Column.count("Denied lines", 10, "Lines denied in whole or in part", r -> r.denied()
                            .lines()),
                    Column.percent(
                            "Denial rate",
                            PayerDenials.INITIAL_RATE,
                            r -> PayerDenials.initialRate(r.denied(), r.judged())),
                    Column.money(
                            "At stake", PayerDenials.AT_STAKE, r -> r.denied().knownAtIssue()),
                    new Column<>(
                            "Most common allowed per unit",
                            CellFormat.MONEY,
                            16,
                            "The allowed amount per unit that most lines have; blank where no two have the same",
                            OfPayer::mostCommon),
                    Column.text(
                            "Range suspect",
                            10,
                            "yes where the range, rather than the payer, is the outlier",
                            r -> r.figures().ranges().isSuspect(r.key()) ? "yes" : "no"),
                    Column.count("Stake unknown", 10, PayerDenials.STAKE_UNKNOWN, r -> r.denied()
                            .unknownAtIssue()));
        }

        private Tally judged() {
            return figures.judged().of(key);
        }

        private Tally underpaid() {
            return figures.underpaid().of(key);
        }

        private Tally overpaid() {
            return figures.overpaid().of(key);
        }

        private Tally denied() {
            return figures.denied().of(key);
        }

        private @Nullable Money mostCommon() {
            return figures.ranges().of(key).mostCommon();
        }
    }
}
