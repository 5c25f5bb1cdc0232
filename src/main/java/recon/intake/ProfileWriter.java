package recon.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the profile by which a sheet would be read as it was, for a person to edit. */
public final class ProfileWriter {

    private ProfileWriter() {}

    /**
     * @throws IllegalArgumentException for an X12 file, whose columns are fixed
     */
    public static String yaml(SheetPlan.ReadAs plan) {
        if (plan.headingRow() == 0) {
            throw new IllegalArgumentException("X12 files have fixed columns and need no profile");
        }
        Set<String> match = new LinkedHashSet<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        plan.columns().forEach((label, field) -> {
            String heading = withoutColumn(label);
            if (keys.add(HeadingText.key(heading))) {
                match.add(quoted(heading));
                if (!isAdjustmentHeading(heading)) {
                    columns.computeIfAbsent(field, none -> new ArrayList<>()).add(quoted(heading));
                }
            }
        });
        StringBuilder yaml = new StringBuilder();
        yaml.append("# heading row ").append(plan.headingRow()).append(" when this was written\n");
        line(yaml, "name", plan.isByHeadings() ? "my-layout" : quoted(plan.profile()));
        line(yaml, "kind", kind(plan));
        line(yaml, "match", list(match));
        if (plan.sheet().name() != null) {
            line(yaml, "sheet", quoted(plan.sheet().name()));
        }
        line(yaml, "date-order", plan.settings().dateOrder());
        yaml.append("columns:\n");
        columns.forEach((field, headings) -> line(yaml, "  " + field, list(headings)));
        if (!plan.unknown().isEmpty()) {
            line(yaml, "ignore", list(unread(plan, keys)));
        }
        if (!plan.settings().constants().isEmpty()) {
            yaml.append("constants:\n");
            plan.settings().constants().forEach((field, text) -> line(yaml, "  " + field, quoted(text)));
        }
        return yaml.toString();
    }

    private static String kind(SheetPlan.ReadAs plan) {
        return switch (plan.part()) {
            case WHOLE -> plan.kind().inWords();
            case HEADERS -> ProfileFile.CLAIM_HEADERS;
            case CHARGE_LINES -> ProfileFile.CHARGE_LINES;
        };
    }

    /** Headings that are read as nothing, save those that a column which is read has too. */
    private static List<String> unread(SheetPlan.ReadAs plan, Set<String> readKeys) {
        return plan.unknown().stream()
                .filter(heading -> !readKeys.contains(HeadingText.key(heading)))
                .distinct()
                .map(ProfileWriter::quoted)
                .toList();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private static String list(Iterable<String> texts) {
        return "[" + String.join(", ", texts) + "]";
    }

    /** {@code Mod (column F)} as {@code Mod}: the heading as it stands in the file. */
    private static String withoutColumn(String label) {
        int at = label.lastIndexOf(" (column ");
        return at > 0 && label.endsWith(")") ? label.substring(0, at) : label;
    }

    /** A heading such as CO-45 speaks for itself. */
    private static boolean isAdjustmentHeading(String heading) {
        return Synonyms.shipped().find(heading) == null && ColumnMapper.adjustment(heading) != null;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
