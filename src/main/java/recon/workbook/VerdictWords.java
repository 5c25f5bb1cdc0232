package recon.workbook;

import recon.verdict.Verdict;

/** The verdicts in the words of a report. */
final class VerdictWords {

    private VerdictWords() {}

    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case IN_RANGE -> "Allowed within the expected range, whoever owes it";
            case UNDERPAID -> "Allowed below the expected range";
            case OVERPAID -> "Allowed above the expected range: a liability";
            case DENIED -> "Nothing allowed, with a denial reason";
            case PARTLY_DENIED -> "Some units allowed, others denied";
            case EXPECTED_ZERO -> "Nothing allowed, and rightly so";
            case PENDED -> "Reversed and not yet corrected, or pended by the payer";
            case NO_RESPONSE -> "Claim line without a payment line yet";
            case UNMATCHED -> "Payment line without a claim line, or with several candidates";
            case NEEDS_REVIEW -> "No allowed amount, no range, or amounts that do not balance";
        };
    }
}
