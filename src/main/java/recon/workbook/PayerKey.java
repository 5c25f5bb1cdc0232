package recon.workbook;

import java.util.Comparator;
import recon.claim.PayerClass;
import recon.verdict.Finding;

/** A payer in one of its classes; sorted by class, then name. */
record PayerKey(PayerClass payerClass, String payer) implements Comparable<PayerKey> {

    private static final Comparator<PayerKey> ORDER =
            Comparator.comparing(PayerKey::payerClass).thenComparing(PayerKey::payer, ReadingOrder.OF_TEXTS);

    static PayerKey of(Finding finding) {
        return new PayerKey(finding.subject().payerClass(), finding.subject().payer());
    }

    @Override
    public int compareTo(PayerKey other) {
        return ORDER.compare(this, other);
    }
}
