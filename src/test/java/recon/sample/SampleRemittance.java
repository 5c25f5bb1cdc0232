package recon.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import recon.claim.Money;

/** A check of the sample month with the claims that it pays, as an 835 transaction needs them. */
final class SampleRemittance {

    /**
     * Money that changes a check without a service line (X12 PLB).
     *
     * @param reference a payer claim number, or another number of the payer's
     * @param amount positive reduces the check
     */
    record ProviderLevel(SamplePayer payer, LocalDate checkDate, String reason, String reference, Money amount) {}

    private final SamplePayer payer;
    private final LocalDate date;
    private final List<SamplePayment> payments;
    private final List<ProviderLevel> providerLevel;

    SampleRemittance(List<SamplePayment> payments, List<ProviderLevel> all) {
        this.payer = payments.get(0).payer();
        this.date = payments.get(0).checkDate();
        this.payments = payments;
        this.providerLevel = all.stream()
                .filter(one -> one.payer() == payer && one.checkDate().equals(date))
                .toList();
    }

    SamplePayer payer() {
        return payer;
    }

    LocalDate date() {
        return date;
    }

    String checkNumber() {
        return payments.get(0).checkNumber();
    }

    List<ProviderLevel> providerLevel() {
        return providerLevel;
    }

    /** The deposit: what the claims are paid, less provider-level adjustments. */
    Money amount() {
        Money paid = payments.stream().map(SamplePayment::paid).reduce(Money.ZERO, Money::plus);
        Money adjusted = providerLevel.stream().map(ProviderLevel::amount).reduce(Money.ZERO, Money::plus);
        return paid.minus(adjusted);
    }

    /** Lines of one claim and claim status, in the order of the file; a reversal is a claim of its own. */
    List<List<SamplePayment>> claims() {
        Map<String, List<SamplePayment>> claims = new LinkedHashMap<>();
        for (SamplePayment payment : payments) {
            claims.computeIfAbsent(payment.control() + " " + payment.status(), key -> new ArrayList<>())
                    .add(payment);
        }
        return List.copyOf(claims.values());
    }
}
