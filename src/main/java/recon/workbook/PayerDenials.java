package recon.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One payer on {@code By payer} of the denials workbook. */
record PayerDenials(PayerKey key, Tally judged, Tally denied) {

    static final String INITIAL_RATE =
            "Of the lines that a payer decided on for the first time this month, those denied in whole or in part;"
                    + " PENDED is no decision";

    private static final String NEW_DENIALS =
            "Denied lines that no earlier month has listed as denied, or that were settled since";

    static final String AT_STAKE =
            "Expected low of the denied lines, less what was allowed; blank where it is known of none";

    static final String STAKE_UNKNOWN =
            "Denied lines that At stake leaves out, since no expected amount of theirs is known";

    static List<Column<PayerDenials>> columns() {
        return List.of(
                Column.text("Payer", 30, "The payer's name", r -> r.key().payer()),
                Column.text("Payer class", 11, "Medicare, Medicaid, Private or Unknown", r -> r.key()
                        .payerClass()
                        .label()),
                Column.count("Lines judged", 10, "Lines with any verdict", r -> r.judged()
                        .lines()),
                Column.count("Denied lines", 10, "Lines denied in whole or in part", r -> r.denied()
                        .lines()),
                Column.percent("Denial rate", INITIAL_RATE, r -> initialRate(r.denied(), r.judged())),
                Column.money(
                        "Billed", "Charges of the denied lines", r -> r.denied().billed()),
                Column.money("At stake", AT_STAKE, r -> r.denied().knownAtIssue()),
                Column.date("First deadline", "Earliest appeal deadline that has not passed", r -> r.denied()
                        .earliestDeadline()),
                Column.count("New denials", 10, NEW_DENIALS, r -> r.denied().newLines()),
                Column.count("Stake unknown", 10, STAKE_UNKNOWN, r -> r.denied().unknownAtIssue()));
    }

    /** The rate of a month's first decisions: what an earlier month found denied or paid would count in each month that lists it. */
    static @Nullable BigDecimal initialRate(Tally denied, Tally judged) {
        return rate(denied.firstDecisions(), judged.firstDecisions());
    }

    /** A part of a number as a ratio, unrounded since it is rounded where it is shown; null of none. */
    static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64);
    }
}
