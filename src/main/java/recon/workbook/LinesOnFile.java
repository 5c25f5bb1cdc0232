package recon.workbook;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import recon.load.SourceFile;

/** Where claim lines stand, told alike by each database that has the same files: by the content of the file, and the place in it. */
public final class LinesOnFile {

    private static final int HEX_DIGITS = 8;

    private final Map<Long, String> files;
    private final Set<String> known;

    /** @param sha256 of all files on file, by their numbers */
    public LinesOnFile(Map<Long, String> sha256) {
        files = sha256.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> brief(file.getValue())));
        known = Set.copyOf(files.values());
    }

    private static String brief(String sha256) {
        return "-" + sha256.substring(0, HEX_DIGITS) + "-";
    }

    String placeOf(long lineId) {
        return files.getOrDefault(SourceFile.ofLine(lineId), "--") + SourceFile.ordinalOf(lineId);
    }

    /** Whether the file of a place is on file still. */
    boolean stillHold(String place) {
        return known.contains(place.substring(0, place.lastIndexOf('-') + 1));
    }
}
