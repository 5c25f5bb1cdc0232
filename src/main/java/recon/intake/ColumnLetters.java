package recon.intake;

/** Columns as Excel names them. */
final class ColumnLetters {

    private static final int LETTERS = 26;

    private ColumnLetters() {}

    /** {@code A} for 0, {@code AA} for 26. */
    static String of(int column) {
        StringBuilder letters = new StringBuilder(3);
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.append((char) ('A' + rest % LETTERS));
        }
        return letters.reverse().toString();
    }
}
