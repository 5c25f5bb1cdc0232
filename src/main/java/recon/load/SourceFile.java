package recon.load;

import java.time.YearMonth;
import recon.claim.FileKind;

/**
 * The content of one input file, on file once however often and under whatever name it comes.
 *
 * @param fileId numbers files in the order of their registration; line numbers on file derive from it
 * @param reading digest of what it is read by: the column profiles, and what the headers and lines of other files say of it where claims
 *     come as two files
 * @param name path below its input folder, under which it came last
 * @param firstRun the run that registered it; for who looks into the table, since nothing goes by it
 * @param firstMonth the month that run was asked for: that of payments without any date
 * @param loaded whether all its rows are staged
 */
public record SourceFile(
        long fileId,
        String sha256,
        String reading,
        String name,
        FileKind kind,
        long sizeBytes,
        long firstRun,
        YearMonth firstMonth,
        boolean loaded) {

    /** So many lines of one file have a number of their own. The statements know it from {@code LineColumns.xml}. */
    private static final long LINES_PER_FILE = 1_000_000_000L;

    /** The file that a line on file, by its number, came from. */
    public static long ofLine(long lineId) {
        return lineId / LINES_PER_FILE;
    }

    /** The n of the file's n-th row (from 1) that a line on file, by its number, is. */
    public static long ordinalOf(long lineId) {
        return lineId % LINES_PER_FILE;
    }

    /** The number on file of the file's n-th row (from 1): it grows with file and row, whoever loads them and when. */
    public long lineId(long rowOrdinal) {
        if (rowOrdinal >= LINES_PER_FILE) {
            throw new IllegalArgumentException(name + ": more rows than one file can have");
        }
        return lineId(fileId, rowOrdinal);
    }

    /** The number on file of the n-th row (from 1) of a file. */
    public static long lineId(long fileId, long rowOrdinal) {
        return fileId * LINES_PER_FILE + rowOrdinal;
    }
}
