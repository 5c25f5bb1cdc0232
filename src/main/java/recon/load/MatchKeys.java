package recon.load;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Identifiers as they are compared: upper case, without white space at the ends. Nothing else is changed, leading zeros least of all. */
public final class MatchKeys {

    /** Longest control number of an X12 837 (CLM01); longer ones come back truncated. */
    private static final int CONTROL_NUMBER_LENGTH = 20;

    private MatchKeys() {}

    public static String of(String identifier) {
        return identifier.strip().toUpperCase(Locale.ROOT);
    }

    public static @Nullable String ofNullable(@Nullable String identifier) {
        return identifier == null ? null : of(identifier);
    }

    /** What is left of a control number that lost its leading zeros, or that a payer cut at 20 characters. */
    public static String near(String controlNumber) {
        String stripped = of(controlNumber).replaceFirst("^0+(?=.)", "");
        return stripped.length() <= CONTROL_NUMBER_LENGTH ? stripped : stripped.substring(0, CONTROL_NUMBER_LENGTH);
    }

    /** Groups the payments of one claim: by control number, else by payer claim number, else by member. */
    public static String group(
            @Nullable String controlNumber, @Nullable String payerClaimNumber, @Nullable String memberId) {
        if (controlNumber != null) {
            return of(controlNumber);
        }
        return payerClaimNumber != null ? "I:" + of(payerClaimNumber) : "M:" + of(String.valueOf(memberId));
    }
}
