package recon.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.file.InputFile;

/** How one sheet of a file is read, found before its first row is. */
public sealed interface SheetPlan {

    InputFile.Sheet sheet();

    /** Whether and how it is read: {@code read by headings, headings in row 4}. */
    String inWords();

    /** Not read: hidden, or without headings. {@code reason} is for people and stands in the run's record. */
    record PassedOver(InputFile.Sheet sheet, String reason) implements SheetPlan {
        @Override
        public String inWords() {
            return "not read (" + reason + ")";
        }
    }

    /**
     * What a profile says beside its columns.
     *
     * @param constants field to text, for what the file does not state
     * @param dateOrder {@code MDY}, {@code DMY} or {@code YMD}
     */
    record Settings(Map<String, String> constants, String dateOrder) {
        static final Settings NONE = new Settings(Map.of(), "MDY");
    }

    /**
     * Read by a layout. A sheet with tables side by side has one of these for each.
     *
     * @param part the part of a claim that its rows hold
     * @param profile the profile's name, or "by headings"
     * @param headingRow the number of the (first) heading row as Excel shows it; 0 where the format fixes the headings
     * @param columns heading as it stands in the file to the field it is read as, in the file's order
     * @param unknown headings that are read as nothing
     * @param note what is uncertain or was assumed, or null
     */
    record ReadAs(
            InputFile.Sheet sheet,
            FileKind kind,
            ClaimPart part,
            String profile,
            long headingRow,
            Map<String, String> columns,
            List<String> unknown,
            @Nullable String note,
            Settings settings)
            implements SheetPlan {

        static final String BY_HEADINGS = "by headings";

        public ReadAs(
                InputFile.Sheet sheet,
                FileKind kind,
                String profile,
                long headingRow,
                Map<String, String> columns,
                List<String> unknown,
                @Nullable String note) {
            this(sheet, kind, ClaimPart.WHOLE, profile, headingRow, columns, unknown, note, Settings.NONE);
        }

        /** Whether it is read by what its headings are known to mean, and by no profile. */
        boolean isByHeadings() {
            return profile.equals(BY_HEADINGS);
        }

        @Override
        public String inWords() {
            return (isByHeadings() ? "read by headings" : "read as " + profile)
                    + (headingRow == 0 ? "" : ", headings in row " + headingRow);
        }

        /** The optional columns of the plain layout that the sheet lacks; none of them is needed to read it. */
        public List<String> missing() {
            Set<String> missing = new LinkedHashSet<>(PlainLayout.headings(kind, part));
            missing.removeAll(columns.values());
            missing.removeAll(settings.constants().keySet());
            return List.copyOf(missing);
        }
    }
}
