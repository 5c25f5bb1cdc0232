package recon.workflow;

import java.time.LocalDate;
import java.time.YearMonth;
import recon.verdict.PurgeMapper;
import recon.workflow.MonthEnd.Purged;

/** Removes what was settled before a month, in one transaction of the caller's. */
final class Purge {

    private Purge() {}

    static Purged before(YearMonth month, PurgeMapper purge) {
        LocalDate firstDay = month.atDay(1);
        purge.emptyList();
        purge.listSettledLines(month, firstDay);
        purge.listPayments(month, firstDay);
        // What is kept keeps what belongs to it, until nothing more does.
        long listed;
        do {
            listed = purge.countListed();
            purge.keepPayments();
            purge.keepClaimLines();
            purge.keepLinesBeside(month);
        } while (purge.countListed() < listed);
        purge.listOtherLines(month, firstDay);
        Purged purged = new Purged(purge.countClaimLines(), purge.countPayments());

        PurgeMapper.TABLES_OF_RUNS.forEach(table -> purge.deleteSuperseded(table, month));
        purge.deleteFindings();
        purge.deleteAuditFindings();
        purge.deleteAside();
        purge.deleteMatches();
        purge.deleteClaimLines();
        purge.deleteOtherLines();
        purge.deletePayments();
        purge.deleteProviderAdjustments(month, firstDay);
        purge.forgetReading(month);
        purge.emptyList();
        return purged;
    }
}
