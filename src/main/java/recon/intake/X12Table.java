package recon.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.file.InputFile;

/** The table of a file whose format fixes its headings, which are the fields' names. */
final class X12Table {

    private X12Table() {}

    /** @param folder the kind of files for which the file's folder is meant, or null */
    static SheetLayout of(InputFile file, List<String> headings, @Nullable FileKind folder) {
        FileKind kind = file.format() == InputFile.Format.X12_835 ? FileKind.REMITTANCES : FileKind.CLAIMS;
        Map<Field, int[]> columns = new EnumMap<>(Field.class);
        Map<String, String> names = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Field field = Field.named(headings.get(i));
            if (field == null) {
                unknown.add(headings.get(i));
            } else {
                columns.put(field, new int[] {i});
                names.put(headings.get(i), field.heading(kind));
            }
        }
        InputFile.Sheet sheet = file.sheets().get(0);
        String profile = kind == FileKind.REMITTANCES ? "X12 835" : "X12 837P";
        SheetPlan.ReadAs plan = new SheetPlan.ReadAs(
                sheet,
                kind,
                profile,
                0,
                names,
                unknown,
                folder == null ? null : KindOfFile.note(kind, folder, headings));
        ColumnMap map = new ColumnMap(columns, headings, Map.of(), List.of(), List.of(), -1);
        return SheetLayout.of(
                List.of(new Table(plan, map, DateOrder.MDY, 0, Set.of(), Set.of(), 0, -1, file.format(), false, 0)));
    }
}
