package recon.price;

import org.jspecify.annotations.Nullable;
import recon.claim.Money;

/** What a payer allowed for a line, and how that is known. */
public sealed interface AllowedAmount {

    /** Where an allowed amount comes from, in the order in which the sources are tried. */
    enum From {
        STATED("stated"),
        CHARGE_LESS_ADJUSTMENTS("charge less adjustments"),
        PAID_PLUS_PATIENT_SHARE("paid plus patient share"),
        PAID_IN_FULL("paid in full");

        private final String label;

        From(String label) {
            this.label = label;
        }

        /** As the column "Allowed from" shows it. */
        public String label() {
            return label;
        }
    }

    /**
     * @param amount for all units of the line
     * @param patientShare cost share (PR-1, 2, 3, ...) stated or adjusted, or null where neither is stated
     * @param sequestration CARC 253, zero for none
     * @param remark what the finding must say ("the stated allowed amount equals the charge; ... is used"), or null
     */
    record Known(
            Money amount,
            From from,
            @Nullable Money patientShare,
            Money sequestration,
            @Nullable String remark) implements AllowedAmount {}

    /**
     * Charge less adjustments is not the paid amount.
     *
     * @param difference charge - adjustments - paid, never zero
     */
    record Unbalanced(Money difference) implements AllowedAmount {}

    /** Neither stated nor derivable. */
    record NotDerivable(String reason) implements AllowedAmount {}
}
