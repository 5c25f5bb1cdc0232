package recon.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One claim adjustment (a CAS triplet): the part of the charge that was not paid, and why.
 *
 * @param amount what the payer took off the charge; negative where it added or reversed
 */
public record Adjustment(GroupCode group, Carc carc, Money amount) {

    private static final Set<String> COST_SHARES = Set.of("1", "2", "3", "66", "142", "178");
    private static final Set<String> AFTER_ALLOWED = Set.of("253", "237", "144", "44", "223", "137");

    public static Adjustment of(String group, String carc, String amount) {
        return new Adjustment(GroupCode.valueOf(group), new Carc(carc), Money.of(amount));
    }

    public boolean is(GroupCode otherGroup, String otherCarc) {
        return group == otherGroup && carc.code().equals(otherCarc);
    }

    public boolean hasCarc(String otherCarc) {
        return carc.code().equals(otherCarc);
    }

    /** The patient's part of the allowed amount: PR with deductible, coinsurance, copayment (1, 2, 3; 66, 142, 178). */
    public boolean isCostShare() {
        return group == GroupCode.PR && COST_SHARES.contains(carc.code());
    }

    /** What a prior payer paid and wrote off together (OA-23): of its two parts one was allowed and the other was not. */
    public boolean isOfPriorPayer() {
        return is(GroupCode.OA, "23");
    }

    /** What the payer allowed and paid to the patient, not to the practice (CARC 100). */
    public boolean isPaidToPatient() {
        return hasCarc("100");
    }

    /**
     * Taken off the payment after the amount was allowed: sequestration (253), incentive programmes (237, 144), what the payer paid to
     * the patient and not to the practice (100), ...
     */
    public boolean isTakenAfterAllowing() {
        return AFTER_ALLOWED.contains(carc.code()) || isPaidToPatient();
    }

    /** Neither the patient nor a prior payer bears it or has it. */
    public boolean isLeftToNobody() {
        return !isCostShare() && !isPaidToPatient() && !isOfPriorPayer();
    }

    /**
     * Whether a payer refused a charge whole: it paid nothing, and its adjustments take all of it and leave it to nobody.
     *
     * @param charge with the signs of the adjustments, negative on a reversal
     * @param share the patient's, as stated in a column of its own, or null; no adjustment for the patient says otherwise
     */
    public static boolean refuseWhole(Money charge, Money paid, @Nullable Money share, List<Adjustment> adjustments) {
        Money refused = adjustments.stream()
                .filter(Adjustment::isLeftToNobody)
                .map(Adjustment::amount)
                .reduce(Money.ZERO, Money::plus);
        boolean leftToPatient = share != null
                && !share.isZero()
                && adjustments.stream().noneMatch(adjustment -> adjustment.group == GroupCode.PR);
        return paid.isZero() && !charge.isZero() && refused.equals(charge) && !leftToPatient;
    }

    /** {@code CO-45}. */
    public String label() {
        return group + "-" + carc;
    }

    /** {@code CO-45:12.34}, the form of the plain layout's {@code adjustments} column. */
    @Override
    public String toString() {
        return label() + ":" + amount;
    }

    /** The adjustments in the plain layout's form, joined by semicolons; empty for none. */
    public static String format(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::toString).collect(Collectors.joining(";"));
    }

    /** Reads what {@link #format} wrote. Foreign text is read by the intake, which tells a person what is wrong with it. */
    public static List<Adjustment> parse(String formatted) {
        if (formatted.isEmpty()) {
            return List.of();
        }
        List<Adjustment> adjustments = new ArrayList<>();
        for (String one : formatted.split(";")) {
            int dash = one.indexOf('-');
            int colon = one.indexOf(':', dash);
            adjustments.add(of(one.substring(0, dash), one.substring(dash + 1, colon), one.substring(colon + 1)));
        }
        return List.copyOf(adjustments);
    }
}
