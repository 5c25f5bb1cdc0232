package recon.price;

/**
 * Reference data (ranges, payers, tables) are wrong, so that nothing may be judged by them: exit code 40.
 *
 * <p>The message names file, row and column, what was expected and what to do, in one or two sentences for the person who keeps
 * the file. It never repeats a cell, in case a file with patients lies where a reference file belongs.
 */
public final class ReferenceDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param place file, or file and row: "expected-ranges.csv row 3"
     * @param problem what is wrong and what to do
     */
    public ReferenceDataException(String place, String problem) {
        super(place + ": " + problem);
    }

    public ReferenceDataException(String place, String problem, Throwable cause) {
        super(place + ": " + problem, cause);
    }
}
