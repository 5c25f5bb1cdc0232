package recon.match;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import recon.claim.SourceRef;

/** What the claim files on file state at all, so that a missing value is told from a field that a file does not have. */
public final class FieldsKnown {

    private final Map<String, StatedFields> byFile;

    /** @param files one for each file's name, as {@link HistoryMapper#statedFields} gives them */
    public FieldsKnown(Collection<StatedFields> files) {
        byFile = files.stream().collect(toUnmodifiableMap(StatedFields::file, Function.identity()));
    }

    /** What the file that a line came from states. */
    public StatedFields in(SourceRef place) {
        StatedFields stated = byFile.getOrDefault(place.file(), StatedFields.none(place.file()));
        return place.unit() == SourceRef.Unit.SEGMENT ? stated.ofWholeClaim() : stated;
    }
}
