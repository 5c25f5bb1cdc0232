package recon.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.file.InputFile;

/** How one sheet of a file is read, found before its first row is. */
public sealed interface SheetPlan {

    InputFile.Sheet sheet();

    /** Not read: hidden, or without headings. {@code reason} is for people and stands in the run's record. */
    record PassedOver(InputFile.Sheet sheet, String reason) implements SheetPlan {}

    /**
     * Read by a layout.
     *
     * @param profile the profile's name, or "by headings"
     * @param headingRow the number of the (first) heading row as Excel shows it; 0 where the format fixes the headings
     * @param columns heading as it stands in the file to the field it is read as, in the file's order
     * @param unknown headings that are read as nothing
     * @param note what is uncertain or was assumed, or null
     */
    record ReadAs(
            InputFile.Sheet sheet,
            FileKind kind,
            String profile,
            long headingRow,
            Map<String, String> columns,
            List<String> unknown,
            @Nullable String note)
            implements SheetPlan {}
}
