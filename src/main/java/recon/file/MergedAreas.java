package recon.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import recon.claim.SourceRef;

/**
 * Areas merged over several rows. Excel keeps such an area's value in its first cell; a person reads it on every row, so it counts on
 * every row that the area covers, in the area's first column.
 */
final class MergedAreas {

    static final int MAX_AREAS = 1_000_000;

    private static final int ROW_BITS = 21;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    /** First row, last row and column in one number each, so that a million areas are eight megabytes. */
    private long[] areas = new long[16];

    private int size;
    private boolean sorted;
    private int started;
    private final List<Running> running = new ArrayList<>();

    private record Running(int lastRow, int column, Cell value) {}

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == MAX_AREAS;
    }

    /** What a person should know of the sheet's merged areas; nothing without any. */
    List<FileNote> remarks(String file, String sheet) {
        if (isEmpty()) {
            return List.of();
        }
        String text = "%d areas are merged over several rows; the value of each counts on every row that it covers";
        SourceRef place = SourceRef.row(file, sheet, firstRow(areas[0]));
        return List.of(new FileNote.Remark(place, text.formatted(size)));
    }

    /** Notes an area; one within a single row needs no carrying and is passed over. Rows are counted from 1. */
    void add(int firstRow, int lastRow, int column) {
        if (lastRow <= firstRow) {
            return;
        }
        areas = size < areas.length ? areas : Arrays.copyOf(areas, size * 2);
        areas[size++] = (long) firstRow << (2 * ROW_BITS) | (long) lastRow << ROW_BITS | column;
    }

    /** Notes an area such as {@code A2:A4}. */
    void add(String reference) {
        int colon = reference.indexOf(':');
        if (colon > 0) {
            String last = reference.substring(colon + 1);
            int column = CellAddress.column(reference);
            int firstRow = CellAddress.row(reference.substring(0, colon));
            if (column >= 0 && firstRow > 0) {
                add(firstRow, CellAddress.row(last), column);
            }
        }
    }

    /** Fills in the carried values of a row; rows come in order. */
    void carryInto(int row, List<Cell> cells) {
        if (!sorted) {
            Arrays.sort(areas, 0, size);
            sorted = true;
        }
        for (Iterator<Running> all = running.iterator(); all.hasNext(); ) {
            Running area = all.next();
            if (area.lastRow < row) {
                all.remove();
            } else {
                fill(cells, area);
            }
        }
        while (started < size && firstRow(areas[started]) <= row) {
            start(areas[started++], row, cells);
        }
    }

    private void start(long area, int row, List<Cell> cells) {
        int column = (int) (area & ROW_MASK);
        if (firstRow(area) == row && column < cells.size() && !cells.get(column).isBlank()) {
            running.add(new Running((int) (area >> ROW_BITS & ROW_MASK), column, cells.get(column)));
        }
    }

    private static void fill(List<Cell> cells, Running area) {
        while (cells.size() <= area.column) {
            cells.add(Cell.BLANK);
        }
        if (cells.get(area.column).isBlank()) {
            cells.set(area.column, area.value);
        }
    }

    private static int firstRow(long area) {
        return (int) (area >> (2 * ROW_BITS));
    }
}
