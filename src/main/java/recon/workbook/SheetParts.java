package recon.workbook;

import java.util.regex.Pattern;

/** A list that is longer than a sheet can be goes on in another: {@code All lines}, {@code All lines (2)}, and so on. */
public final class SheetParts {

    /** Below the headings (Microsoft: Excel specifications and limits). */
    static final int MOST_ROWS = 1_048_575;

    private static final Pattern NUMBER = Pattern.compile(" \\(\\d+\\)$");

    private SheetParts() {}

    /** @param part counted from 1 */
    static String name(String list, int part) {
        return part == 1 ? list : list + " (" + part + ")";
    }

    /** The list that a sheet is of. */
    public static String listOf(String sheet) {
        return NUMBER.matcher(sheet).replaceFirst("");
    }
}
