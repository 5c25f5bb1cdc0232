package recon.claim;

import java.util.Locale;

/**
 * Claim adjustment reason code (X12 external code list 139).
 *
 * @param code upper case and without leading zeros: {@code 45}, {@code B7}
 */
public record Carc(String code) implements Comparable<Carc> {

    /** The charge is above the fee schedule or contract. */
    public static final Carc WRITE_OFF = new Carc("45");

    public Carc {
        code = code.strip().toUpperCase(Locale.ROOT);
        while (code.length() > 1 && code.charAt(0) == '0') {
            code = code.substring(1);
        }
    }

    @Override
    public int compareTo(Carc other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
