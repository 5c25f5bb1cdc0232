package recon.claim;

import org.jspecify.annotations.Nullable;

/**
 * The place a record came from, as a person finds it again.
 *
 * @param file path below {@code claims/} or {@code remittances/}, with forward slashes
 * @param sheet the sheet's name, or null for a file without sheets
 * @param unit whether {@code number} counts rows or X12 segments
 * @param number the row number that Excel shows (1-based), or the segment's number (ISA, or the first segment, is 1)
 */
public record SourceRef(String file, @Nullable String sheet, Unit unit, long number) {

    /** What a place's number counts. */
    public enum Unit {
        ROW,
        SEGMENT
    }

    public static SourceRef row(String file, @Nullable String sheet, long row) {
        return new SourceRef(file, sheet, Unit.ROW, row);
    }

    public static SourceRef segment(String file, long segment) {
        return new SourceRef(file, null, Unit.SEGMENT, segment);
    }

    /** {@code file [sheet] row N}, {@code file row N} or {@code file segment N}. */
    @Override
    public String toString() {
        return file + (sheet == null ? "" : " [" + sheet + "]") + (unit == Unit.ROW ? " row " : " segment ") + number;
    }
}
