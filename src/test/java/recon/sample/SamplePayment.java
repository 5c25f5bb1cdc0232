package recon.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.GroupCode;
import recon.claim.Money;

/**
 * One payment line of the sample month. Unless a case says otherwise it balances: charge less adjustments is what is paid.
 *
 * <p>Cost share: Medicare's is 20 % of the allowed amount, and 2 % of the rest is sequestered; Medicaid has none; private payers take
 * 20 %, a copayment of $10.00 or a deductible in turn.
 */
final class SamplePayment {

    private static final Money COPAYMENT = Money.of("10.00");

    private final SampleLine line;
    private final SamplePayer payer;
    private final LocalDate checkDate;
    private final String checkNumber;
    private String control;
    private String memberId;
    private boolean named = true;
    private boolean lineControl = true;
    private boolean claimLevel;
    private String status = "1";
    private LocalDate serviceDate;
    private String code;
    private String originalCode = "";
    private String modifiers;
    private int paidUnits;
    private Money billed;
    private @Nullable Money allowed;
    private Money paid = Money.ZERO;
    private List<Adjustment> adjustments = new ArrayList<>();
    private List<String> remarks = List.of();

    SamplePayment(SampleLine line, SamplePayer payer, LocalDate checkDate) {
        this.line = line;
        this.payer = payer;
        this.checkDate = checkDate;
        this.checkNumber = "SAMPLECHK%s%02d%02d"
                .formatted(payer.id().substring(5), checkDate.getMonthValue(), checkDate.getDayOfMonth());
        this.control = line.claim().control();
        this.memberId = line.claim().memberId();
        this.serviceDate = line.claim().serviceDate();
        this.code = line.code();
        this.modifiers = line.modifiers();
        this.paidUnits = line.units();
        this.billed = line.charge();
    }

    /** Allows an amount for all units and splits it up as this kind of payer does. */
    SamplePayment allow(Money amount) {
        allowed = amount;
        takeOff("CO", "45", billed.minus(amount));
        Money share = takeCostShare(amount);
        Money sequestered = payer.isMedicare() ? percent(amount.minus(share), 2) : Money.ZERO;
        takeOff("CO", "253", sequestered);
        paid = amount.minus(share).minus(sequestered);
        return this;
    }

    SamplePayment allow(String amount) {
        return allow(Money.of(amount));
    }

    private Money takeCostShare(Money amount) {
        int turn = Integer.parseInt(line.claim().memberId().substring(4)) % 5;
        String carc = payer.isMedicare() || turn < 3 ? "2" : turn == 3 ? "3" : "1";
        Money share = payer.isMedicaid()
                ? Money.ZERO
                : carc.equals("2") ? percent(amount, 20) : carc.equals("3") ? COPAYMENT.min(amount) : amount;
        takeOff("PR", carc, share);
        return share;
    }

    /** Allows an amount that the patient owes whole, before the deductible is met. */
    SamplePayment deductible(String amount) {
        allowed = Money.of(amount);
        takeOff("CO", "45", billed.minus(Money.of(amount)));
        takeOff("PR", "1", Money.of(amount));
        return this;
    }

    /** Refuses the whole charge. */
    SamplePayment deny(String group, String carc, String... remarkCodes) {
        allowed = Money.ZERO;
        paidUnits = 0;
        takeOff(group, carc, billed);
        remarks = List.of(remarkCodes);
        return this;
    }

    /** Refuses some units of a line and allows an amount for the others. */
    SamplePayment denyUnits(int units, String carc, Money amount) {
        Money refused = Money.ofCents(billed.cents() / line.units() * units);
        Money whole = billed;
        paidUnits = line.units() - units;
        takeOff("CO", carc, refused);
        billed = whole.minus(refused);
        allow(amount);
        billed = whole;
        return this;
    }

    /** Takes an earlier payment back: everything negated. */
    SamplePayment reverse(SamplePayment earlier) {
        status = "22";
        paidUnits = earlier.paidUnits;
        billed = earlier.billed.negated();
        allowed = earlier.allowed == null ? null : earlier.allowed.negated();
        paid = earlier.paid.negated();
        adjustments = new ArrayList<>(earlier.adjustments.stream()
                .map(one -> new Adjustment(one.group(), one.carc(), one.amount().negated()))
                .toList());
        return this;
    }

    SamplePayment takeOff(String group, String carc, Money amount) {
        if (!amount.isZero()) {
            adjustments.add(Adjustment.of(group, carc, amount.toString()));
        }
        return this;
    }

    private static Money percent(Money amount, int percent) {
        return amount.percent(BigDecimal.valueOf(percent), RoundingMode.HALF_UP);
    }

    SamplePayment states(@Nullable Money otherAllowed) {
        allowed = otherAllowed;
        return this;
    }

    SamplePayment pays(Money amount) {
        paid = amount;
        return this;
    }

    SamplePayment status(String other) {
        status = other;
        return this;
    }

    SamplePayment control(String other) {
        control = other;
        return this;
    }

    SamplePayment withoutLineControl() {
        lineControl = false;
        return this;
    }

    /** The adjustments stand on a row of the claim's own, above the line. */
    SamplePayment atClaimLevel() {
        claimLevel = true;
        return this;
    }

    boolean isAtClaimLevel() {
        return claimLevel;
    }

    SamplePayment withoutMember() {
        memberId = "";
        named = false;
        return this;
    }

    SamplePayment modifiers(String other) {
        modifiers = other;
        return this;
    }

    SamplePayment servedOn(LocalDate other) {
        serviceDate = other;
        return this;
    }

    SamplePayment paidUnits(int units) {
        paidUnits = units;
        return this;
    }

    /** The payer decided upon another code than was billed. */
    SamplePayment recodedTo(String other) {
        originalCode = code;
        code = other;
        return this;
    }

    SampleLine line() {
        return line;
    }

    SamplePayer payer() {
        return payer;
    }

    LocalDate checkDate() {
        return checkDate;
    }

    String checkNumber() {
        return checkNumber;
    }

    String control() {
        return control;
    }

    /** Empty where the payment names no claim: then it states no number of the payer's either. */
    String payerClaim() {
        return control.isEmpty() || !named ? "" : line.claim().payerClaim();
    }

    String lineControlNumber() {
        return lineControl && !control.isEmpty() && named ? line.controlNumber() : "";
    }

    String memberId() {
        return memberId;
    }

    String status() {
        return status;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    String code() {
        return code;
    }

    String originalCode() {
        return originalCode;
    }

    String modifiers() {
        return modifiers;
    }

    int paidUnits() {
        return paidUnits;
    }

    Money billed() {
        return billed;
    }

    @Nullable
    Money allowed() {
        return allowed;
    }

    /** For cases that have one. */
    Money allowedAmount() {
        return Objects.requireNonNull(allowed);
    }

    Money paid() {
        return paid;
    }

    /** Sum of the patient's adjustments under a reason, or of all of them. */
    Money patientShare(@Nullable String carc) {
        return adjustments.stream()
                .filter(one -> one.group() == GroupCode.PR && (carc == null || one.hasCarc(carc)))
                .map(Adjustment::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }

    SamplePayment withoutAdjustments() {
        adjustments = new ArrayList<>();
        return this;
    }

    List<String> remarks() {
        return remarks;
    }

    boolean balances() {
        Money adjusted = adjustments.stream().map(Adjustment::amount).reduce(Money.ZERO, Money::plus);
        return billed.minus(adjusted).equals(paid);
    }
}
