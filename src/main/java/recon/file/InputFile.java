package recon.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that was opened and found readable, by content and not by name. */
public interface InputFile extends AutoCloseable {

    /** What a file is. */
    enum Format {
        XLSX,
        XLS,
        /** Any delimited text. */
        CSV,
        X12_835,
        X12_837P
    }

    /**
     * A sheet of a workbook.
     *
     * @param name null for the only "sheet" of a file without sheets
     * @param index from 0, in the workbook's order
     * @param hidden whether a person who opens the workbook does not see it
     */
    record Sheet(@Nullable String name, int index, boolean hidden) {

        /**
         * What stands before what is said of a sheet, or of a place in it: {@code sheet 'Payments': }. Empty where the file has no
         * sheets.
         *
         * @param end stands behind the name
         */
        public String prefix(String end) {
            return name == null ? "" : "sheet '" + name + "'" + end;
        }
    }

    /** Path below {@code claims/} or {@code remittances/}, with forward slashes. */
    String name();

    Format format();

    List<Sheet> sheets();

    /**
     * The headings of each column where the format fixes them (X12: names of the plain layout and more), else null: they stand in the
     * rows.
     */
    @Nullable
    List<String> fixedHeadings();

    /** Whether date serials count from 1904, as in workbooks of older programs for the Macintosh. */
    default boolean epoch1904() {
        return false;
    }

    /** Remarks that hold for the file as a whole. */
    default List<FileNote> notes() {
        return List.of();
    }

    RowReader open(Sheet sheet) throws UnreadableFileException;

    @Override
    void close();
}
