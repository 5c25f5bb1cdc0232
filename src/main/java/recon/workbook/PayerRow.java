package recon.workbook;

import java.util.List;

/**
 * One payer on {@code By payer}.
 *
 * @param rangeSuspect whether the range, rather than the payer, is the outlier
 */
record PayerRow(PayerKey key, Tally judged, Tally underpaid, AllowedRates rates, boolean rangeSuspect) {

    static List<Column<PayerRow>> columns() {
        return List.of(
                Column.text("Payer", 30, "The payer's name", r -> r.key().payer()),
                Column.text("Payer class", 11, "Medicare, Medicaid, Private or Unknown", r -> r.key()
                        .payerClass()
                        .label()),
                Column.count("Lines judged", 10, "Lines with any verdict", r -> r.judged()
                        .lines()),
                Column.count("Underpaid lines", 10, "Lines allowed below the range", r -> r.underpaid()
                        .lines()),
                Column.money(
                        "Short by", "Sum of the shortfalls", r -> r.underpaid().atIssue()),
                new Column<>(
                        "Most common allowed per unit",
                        CellFormat.MONEY,
                        16,
                        "The allowed amount per unit that most lines have; blank where no two have the same",
                        r -> r.rates().mostCommon()),
                Column.count("Lines at it", 10, "How many lines have it", r -> r.rates()
                        .linesAtMostCommon()),
                Column.count("Lines compared", 10, "Lines that were compared with a range", r -> r.rates()
                        .compared()),
                Column.text(
                        "Range suspect",
                        10,
                        "yes where nearly all lines lie outside on one side and are yet nearly alike: look at the range before disputing",
                        r -> r.rangeSuspect() ? "yes" : "no"),
                Column.date("First deadline", "Earliest appeal deadline that has not passed", r -> r.underpaid()
                        .earliestDeadline()));
    }
}
