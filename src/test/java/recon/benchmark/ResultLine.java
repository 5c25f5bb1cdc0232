package recon.benchmark;

import java.time.LocalDate;

/**
 * A verdict as the peers write it to their workbooks; amounts in cents.
 *
 * @param atIssue short by, or at stake
 */
record ResultLine(
        String verdict,
        String payer,
        String payerClass,
        String claim,
        String payerClaim,
        String line,
        String patient,
        String member,
        LocalDate serviceDate,
        String place,
        int units,
        long billed,
        long allowed,
        long paid,
        long low,
        long high,
        long atIssue,
        String adjustments,
        String check,
        LocalDate checkDate) {}
