package recon.match;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import recon.claim.ClaimLine;
import recon.claim.SourceRef;
import recon.load.SourceFile;

/** What the claim files on file state at all, so that a missing value is told from a field that a file does not have. */
public final class FieldsKnown {

    private final Map<Long, StatedFields> byFile;

    /** @param files one for each file, as {@link HistoryMapper#statedFields} gives them */
    public FieldsKnown(Collection<StatedFields> files) {
        byFile = files.stream().collect(toUnmodifiableMap(StatedFields::fileId, Function.identity()));
    }

    /** What the file that a line came from states. */
    public StatedFields beside(ClaimLine line) {
        long fileId = SourceFile.ofLine(line.id());
        StatedFields stated = byFile.getOrDefault(fileId, StatedFields.none(fileId));
        return line.source().unit() == SourceRef.Unit.SEGMENT ? stated.ofWholeClaim() : stated;
    }
}
