package recon.sample;

/** Writes cents as dollars without making objects. */
final class Decimals {

    private Decimals() {}

    /** {@code -1234.50}. */
    static void append(StringBuilder text, long cents) {
        if (cents < 0) {
            text.append('-');
        }
        long size = Math.abs(cents);
        text.append(size / 100)
                .append('.')
                .append((char) ('0' + size / 10 % 10))
                .append((char) ('0' + size % 10));
    }
}
