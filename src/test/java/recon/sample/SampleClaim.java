package recon.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import recon.claim.Money;

/** A claim of the sample practice. */
final class SampleClaim {

    /** The practice's own charge for one injection. */
    static final Money CHARGE = Money.of("68.00");

    private static final List<String> SITES = List.of("left deltoid", "right deltoid", "left gluteal", "right gluteal");

    private final SamplePayer payer;
    private final int number;
    private String control;
    private String place = "11";
    private String credential = "MD";
    private String frequency = "1";
    private String diagnosis = "E53.8";
    private final LocalDate serviceDate;
    private LocalDate submitted;
    private int patient;
    private final List<SampleLine> lines = new ArrayList<>();

    SampleClaim(SamplePayer payer, int number, LocalDate serviceDate) {
        this.payer = payer;
        this.number = number;
        this.control = "SMP%05d".formatted(number);
        this.patient = number;
        this.serviceDate = serviceDate;
        this.submitted = serviceDate.plusDays(3 + number % 3);
    }

    SampleClaim control(String other) {
        control = other;
        return this;
    }

    SampleClaim place(String other) {
        place = other;
        return this;
    }

    SampleClaim credential(String other) {
        credential = other;
        return this;
    }

    SampleClaim diagnosis(String other) {
        diagnosis = other;
        return this;
    }

    SampleClaim submitted(LocalDate other) {
        submitted = other;
        return this;
    }

    /** A second claim of the same patient's. */
    SampleClaim patientOf(SampleClaim other) {
        patient = other.patient;
        return this;
    }

    /** A corrected claim in the place of this one: same number, frequency 7. */
    SampleClaim replacement() {
        SampleClaim corrected = new SampleClaim(payer, number, serviceDate);
        corrected.frequency = "7";
        corrected.submitted = submitted.plusDays(12);
        return corrected;
    }

    SampleLine inject(int units, String modifiers) {
        return inject(units, modifiers, CHARGE.times(units));
    }

    SampleLine inject(int units, String modifiers, Money charge) {
        String site = SITES.get((number + lines.size()) % SITES.size());
        String drug = "E53.8".equals(diagnosis) ? "cyanocobalamin" : "ketorolac tromethamine";
        return add(
                new SampleLine(this, next(), "96372", modifiers, units, charge, "", drug, "1 mL", "IM", site, "yes"));
    }

    SampleLine add(String code, String modifiers, int units, String charge) {
        return add(new SampleLine(
                this, next(), code, modifiers, units, Money.of(charge).times(units), "", "", "", "", "", ""));
    }

    /** A drug with a plainly invented NDC. */
    SampleLine drug(String code, String drug, int units, String charge) {
        return add(new SampleLine(
                this,
                next(),
                code,
                "",
                units,
                Money.of(charge).times(units),
                "99999000101",
                drug,
                "1 mL",
                "IM",
                "",
                ""));
    }

    /** An injection that the record says was never given, or does not describe. */
    SampleLine injectUndocumented(String administered) {
        return add(new SampleLine(this, next(), "96372", "", 1, CHARGE, "", "", "", "", "", administered));
    }

    private SampleLine add(SampleLine line) {
        lines.add(line);
        return line;
    }

    private int next() {
        return lines.size() + 1;
    }

    SamplePayer payer() {
        return payer;
    }

    String control() {
        return control;
    }

    String payerClaim() {
        return "99%s%07d".formatted(payer.id().substring(5), number);
    }

    String lastName() {
        return "SAMPLE-%04d".formatted(patient);
    }

    String firstName() {
        return "TEST";
    }

    String memberId() {
        return "TEST%06d".formatted(patient);
    }

    String place() {
        return place;
    }

    String credential() {
        return credential;
    }

    /** One invented number for each credential of the practice. */
    String npi() {
        return credential.equals("NP") ? "1999999976" : credential.equals("PA") ? "1999999968" : "1999999984";
    }

    String frequency() {
        return frequency;
    }

    String diagnosis() {
        return diagnosis;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    LocalDate submitted() {
        return submitted;
    }

    List<SampleLine> lines() {
        return lines;
    }

    Money charge() {
        return lines.stream().map(SampleLine::charge).reduce(Money.ZERO, Money::plus);
    }
}
