package recon.verdict;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.FindingMapper.EarlierFinding;

/**
 * The first month that found a claim line underpaid or denied, from that month's latest complete revision.
 *
 * @param verdict UNDERPAID, DENIED or PARTLY_DENIED
 * @param allowed what was allowed then, with what earlier months have listed as recovered since: only what is above is recovered now
 * @param paidElsewhere payment lines that were no recovery of this line, since an earlier month found another line paid by them
 */
public record EarlierVerdict(YearMonth month, Verdict verdict, Money allowed, Set<Long> paidElsewhere) {

    private static final Set<Verdict> FIRST_VERDICTS =
            EnumSet.of(Verdict.UNDERPAID, Verdict.DENIED, Verdict.PARTLY_DENIED);

    public EarlierVerdict {
        paidElsewhere = Set.copyOf(paidElsewhere);
    }

    /**
     * From what earlier months found of a line, and of those that it took the place of. Where these are several, the first that was
     * underpaid or denied tells the verdict, and what was allowed is the sum of what was allowed for each: then, where it was underpaid or
     * denied itself, else at last.
     *
     * @param lineId the line that is judged
     * @param findings oldest month first
     * @return null where none of them found it underpaid or denied
     */
    public static @Nullable EarlierVerdict of(long lineId, List<EarlierFinding> findings) {
        EarlierFinding first = firstOf(findings);
        if (first == null) {
            return null;
        }
        Map<Long, List<EarlierFinding>> byLine = new LinkedHashMap<>();
        findings.forEach(finding -> byLine.computeIfAbsent(finding.claimLineId(), line -> new ArrayList<>())
                .add(finding));
        // Of what it took the place of, the line's own findings tell nothing more.
        byLine.keySet().removeIf(line -> (line == lineId) != (first.claimLineId() == lineId));
        Money allowed = Money.ZERO;
        for (List<EarlierFinding> ofLine : byLine.values()) {
            allowed = allowed.plus(allowedFirst(ofLine));
        }
        for (EarlierFinding finding : findings) {
            allowed = allowed.plus(finding.recovered() == null ? Money.ZERO : finding.recovered());
        }
        return new EarlierVerdict(first.month(), first.verdict(), allowed, Set.of());
    }

    private static @Nullable EarlierFinding firstOf(List<EarlierFinding> findings) {
        return findings.stream()
                .filter(finding -> FIRST_VERDICTS.contains(finding.verdict()))
                .findFirst()
                .orElse(null);
    }

    private static Money allowedFirst(List<EarlierFinding> ofLine) {
        EarlierFinding first = firstOf(ofLine);
        if (first != null) {
            return first.allowed() == null ? Money.ZERO : first.allowed();
        }
        EarlierFinding last = ofLine.get(ofLine.size() - 1);
        // Of a payment that was taken back, nothing is allowed.
        return last.allowed() == null || last.verdict() == Verdict.PENDED ? Money.ZERO : last.allowed();
    }

    EarlierVerdict paidElsewhereBy(long payment) {
        Set<Long> payments = new HashSet<>(paidElsewhere);
        payments.add(payment);
        return new EarlierVerdict(month, verdict, allowed, payments);
    }

    /** What is recovered where a payment line now allows an amount for the line, or null where nothing more than before is. */
    Finding.@Nullable Recovery recovery(long payment, Money nowAllowed) {
        return nowAllowed.isAbove(allowed) && !paidElsewhere.contains(payment)
                ? new Finding.Recovery(verdict, month, allowed, nowAllowed)
                : null;
    }
}
