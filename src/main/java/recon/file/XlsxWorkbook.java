package recon.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook part says: its sheets and epoch, and where the other parts are (ECMA-376 part 1, 18.2).
 *
 * @param stylesPart null without styles
 * @param stringsPart null without shared strings
 */
record XlsxWorkbook(
        List<SheetPart> sheets,
        boolean epoch1904,
        @Nullable String stylesPart,
        @Nullable String stringsPart) {

    /** Far above Excel's 31 characters. */
    private static final int LONGEST_NAME = 255;

    /** A sheet with rows; chart, dialogue and macro sheets have none and are left out. */
    record SheetPart(InputFile.Sheet sheet, String part) {}

    private record Relation(String type, String target) {

        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    static XlsxWorkbook read(ZipParts parts) throws UnreadableFileException {
        String main = mainPart(parts);
        Map<String, Relation> relations = relations(parts, main);
        List<SheetPart> sheets = new ArrayList<>();
        boolean epoch1904 = false;
        int index = 0;
        try (XmlPart xml = parts.xml(main)) {
            for (int event = xml.next(); event != XmlPart.FINISHED; event = xml.next()) {
                if (event != XmlPart.START) {
                    continue;
                }
                if (xml.localName().equals("workbookPr")) {
                    epoch1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.localName().equals("sheet")) {
                    SheetPart sheet = sheet(parts, xml, relations, index++);
                    if (sheet != null) {
                        sheets.add(sheet);
                    }
                }
            }
        }
        if (index == 0) {
            throw Refusal.NO_SHEETS.of(parts.file());
        }
        return new XlsxWorkbook(
                List.copyOf(sheets), epoch1904, target(relations, "styles"), target(relations, "sharedStrings"));
    }

    private static String mainPart(ZipParts parts) throws UnreadableFileException {
        if (!parts.has("_rels/.rels")) {
            boolean office = parts.has("[Content_Types].xml");
            throw (office ? Refusal.MISSING_PART : notAPackage(parts)).of(parts.file(), "_rels/.rels");
        }
        String main = target(relations(parts, ""), "officeDocument");
        if (main == null) {
            throw Refusal.MISSING_PART.of(parts.file(), "xl/workbook.xml");
        }
        String lower = main.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".bin")) {
            throw Refusal.XLSB.of(parts.file());
        }
        if (lower.startsWith("word/") || lower.startsWith("ppt/")) {
            throw Refusal.NOT_A_WORKBOOK.of(parts.file(), lower.startsWith("word/") ? "Word" : "PowerPoint");
        }
        return main;
    }

    private static Refusal notAPackage(ZipParts parts) {
        return parts.has("mimetype") && parts.has("content.xml") ? Refusal.OPEN_DOCUMENT : Refusal.ZIP_ARCHIVE;
    }

    private static @Nullable SheetPart sheet(ZipParts parts, XmlPart xml, Map<String, Relation> relations, int index)
            throws UnreadableFileException {
        String name = xml.attribute("name");
        String id = xml.attribute("id");
        Relation relation = id == null ? null : relations.get(id);
        if (relation == null) {
            throw Refusal.MISSING_PART.of(parts.file(), "of sheet " + (index + 1));
        }
        if (!relation.is("worksheet")) {
            return null;
        }
        if (!parts.has(relation.target)) {
            throw Refusal.MISSING_PART.of(parts.file(), relation.target);
        }
        String state = xml.attribute("state");
        boolean hidden = state != null && !state.equals("visible");
        boolean named = name != null && name.length() <= LONGEST_NAME;
        return new SheetPart(new InputFile.Sheet(named ? name : "Sheet" + (index + 1), index, hidden), relation.target);
    }

    private static @Nullable String target(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(relation -> relation.is(kind))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Relation> relations(ZipParts parts, String source) throws UnreadableFileException {
        int slash = source.lastIndexOf('/') + 1;
        String folder = source.substring(0, slash);
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart xml = parts.xml(folder + "_rels/" + source.substring(slash) + ".rels")) {
            for (int event = xml.next(); event != XmlPart.FINISHED; event = xml.next()) {
                if (event == XmlPart.START && xml.localName().equals("Relationship")) {
                    String id = xml.attribute("Id");
                    String type = xml.attribute("Type");
                    String target = xml.attribute("Target");
                    if (id != null
                            && type != null
                            && target != null
                            && !"External".equals(xml.attribute("TargetMode"))) {
                        relations.put(id, new Relation(type, resolve(folder, target)));
                    }
                }
            }
        }
        return relations;
    }

    /** A target is relative to its source's folder, or to the package's root with a leading slash. */
    private static String resolve(String folder, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equalsIgnoreCase("true") || value.equals("on"));
    }
}
