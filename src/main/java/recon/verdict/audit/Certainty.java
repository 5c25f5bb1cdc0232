package recon.verdict.audit;

import java.util.Locale;

/** How sure a rule is of the denial that it predicts. */
public enum Certainty {
    /** A published edit of this payer class denies it, or the line says so itself. */
    CERTAIN,
    /** Most payers deny it. */
    LIKELY,
    /** Some payers deny it, or the line may be right after all. */
    POSSIBLE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
