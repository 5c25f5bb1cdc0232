package recon.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An X12 file: 835 remittances or 837 claims (5010 or 4010), flattened to one row per service line.
 *
 * <p>The rows' place is the SVC or SV1 (SV2, SV3) segment, counted from the first segment of the file. Before the lines of an 835 claim
 * with adjustments or remark codes of its own stands one claim-level row (place CLP, no procedure code, the claim's dollars in
 * {@code claim_billed} and {@code claim_paid}). A claim without lines is one row with {@code service_lines} 0 and its dollars.
 *
 * <p><b>Why the segments are told apart here and not by StAEDI.</b> A comparison over the public 835 and 837 samples decided it:
 * StAEDI needs a sound ISA to begin with, so that it reads neither a file that begins at ST or GS nor one whose ISA lost its padding,
 * and it does not number segments from the file's first across interchanges. Telling segments apart is the small part of X12; what its
 * schemas could add, validation against the guides, is not wanted: payers' files break the guides and must be read.
 */
public final class X12File implements InputFile {

    private final Path path;
    private final String name;
    private final Format format;

    private X12File(Path path, String name, Format format) {
        this.path = path;
        this.name = name;
        this.format = format;
    }

    /**
     * Finds out what the file holds; reads as far as its first claim.
     *
     * @param name what to call it in messages and places
     * @throws UnreadableFileException if it is no X12, is damaged, or holds neither 835 nor 837P
     */
    public static X12File open(Path path, String name) throws UnreadableFileException {
        try (X12Segments segments = X12Segments.open(path, name)) {
            return new X12File(path, name, formatOf(segments, name));
        } catch (IOException e) {
            throw new UnreadableFileException(name, "cannot be read from its disk: copy it again", e);
        }
    }

    private static Format formatOf(X12Segments segments, String name) throws IOException, UnreadableFileException {
        X12Envelope envelope = new X12Envelope(name, new X12Output(name));
        Set<X12Kind> kinds = EnumSet.noneOf(X12Kind.class);
        X12Kind open = X12Kind.OTHER;
        X12Segment last = null;
        for (X12Segment segment = segments.next(); segment != null; segment = segments.next()) {
            last = segment;
            if (envelope.accept(segment)) {
                if (segment.id().equals("ST")) {
                    open = envelope.kindOf(segment);
                    kinds.add(open);
                }
            } else if (open == X12Kind.REMITTANCE && segment.id().equals("CLP")) {
                return Format.X12_835;
            } else if (open.mayHoldProfessionalClaims() && segment.id().equals("SV1")) {
                return Format.X12_837P;
            } else if (open.mayHoldProfessionalClaims()
                    && (segment.id().equals("SV2") || segment.id().equals("SV3"))) {
                kinds.remove(open);
                kinds.add(segment.id().equals("SV2") ? X12Kind.INSTITUTIONAL : X12Kind.DENTAL);
            }
        }
        envelope.endOfFile(last);
        return withoutClaims(kinds, name);
    }

    /** What a file is that holds neither a paid claim nor a professional line. */
    private static Format withoutClaims(Set<X12Kind> kinds, String name) throws UnreadableFileException {
        if (kinds.contains(X12Kind.REMITTANCE)) {
            return Format.X12_835;
        }
        if (kinds.contains(X12Kind.PROFESSIONAL) || kinds.contains(X12Kind.CLAIMS_OF_UNKNOWN_GUIDE)) {
            return Format.X12_837P;
        }
        String held = kinds.isEmpty()
                ? "no transaction (ST)"
                : "only " + kinds.stream().map(X12Kind::words).collect(Collectors.joining(" and "));
        throw new UnreadableFileException(
                name,
                "holds " + held + ": take it out of the input folder, and put 835 remittances or 837P claims there");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet(null, 0, false));
    }

    @Override
    public List<String> fixedHeadings() {
        return format == Format.X12_835 ? X12Remittance.HEADINGS : X12Claims.HEADINGS;
    }

    @Override
    public RowReader open(Sheet sheet) throws UnreadableFileException {
        return new X12Reader(path, name, format);
    }

    @Override
    public void close() {
        // Each reader holds and closes its own stream.
    }
}
