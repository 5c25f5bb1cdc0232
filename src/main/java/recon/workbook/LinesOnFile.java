package recon.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import recon.load.SourceFile;

/** Where claim lines stand, told alike by each database that has the same files: by the content of the file, and the place in it. */
public final class LinesOnFile {

    private static final int HEX_DIGITS = 8;

    private final Map<Long, String> files;
    private final Map<Long, Long> heirs;
    private final Map<String, Long> known = new HashMap<>();

    /** @param sha256 of all files on file, by their numbers */
    public LinesOnFile(Map<Long, String> sha256) {
        this(
                sha256.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> brief(file.getValue()))),
                Map.of());
    }

    private LinesOnFile(Map<Long, String> files, Map<Long, Long> heirs) {
        this.files = files;
        this.heirs = heirs;
        files.forEach((fileId, file) -> known.put(file, fileId));
    }

    /** @param heirs by the number of a line that a corrected claim replaced, the line that stands in its place now */
    public LinesOnFile with(Map<Long, Long> heirs) {
        return new LinesOnFile(files, heirs);
    }

    /** The numbers of those lines of an earlier worklist whose files are on file still. */
    public Set<Long> linesOf(Worklist earlier) {
        return earlier.entries().keySet().stream()
                .map(key -> lineAt(Recall.place(key)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String brief(String sha256) {
        return "-" + sha256.substring(0, HEX_DIGITS) + "-";
    }

    String placeOf(long lineId) {
        return files.getOrDefault(SourceFile.ofLine(lineId), "--") + SourceFile.ordinalOf(lineId);
    }

    /** Whether the file of a place is on file still. */
    boolean stillHold(String place) {
        return known.containsKey(file(place));
    }

    /** The line that stands now in the place of the one at a place, or null where that was not replaced. */
    @Nullable
    Long heirOf(String place) {
        Long line = lineAt(place);
        return line == null ? null : heirs.get(line);
    }

    private @Nullable Long lineAt(String place) {
        Long file = known.get(file(place));
        String ordinal = place.substring(file(place).length());
        return file == null || !ordinal.matches("\\d{1,9}")
                ? null
                : Long.valueOf(SourceFile.lineId(file, Long.parseLong(ordinal)));
    }

    private static String file(String place) {
        return place.substring(0, place.lastIndexOf('-') + 1);
    }
}
