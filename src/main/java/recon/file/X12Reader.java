package recon.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Streams the rows of an X12 file, a claim at a time. */
final class X12Reader implements RowReader {

    private final String file;
    private final InputFile.Format format;
    private final X12Segments segments;
    private final X12Output output;
    private final X12Envelope envelope;

    /** The transaction that is read; null between transactions and in one that is passed over. */
    private @Nullable X12Transaction transaction;

    private @Nullable X12Segment last;
    private boolean ended;

    /** Kinds of transactions passed over: the first ST of each and how many. */
    private final Map<X12Kind, PassedOver> passedOver = new EnumMap<>(X12Kind.class);

    /** The kind of the open transaction while it is passed over, for telling that claims of the other format are in it. */
    private @Nullable X12Kind openKind;

    private record PassedOver(X12Segment first, long count) {
        PassedOver andOne() {
            return new PassedOver(first, count + 1);
        }
    }

    X12Reader(Path path, String file, InputFile.Format format) throws UnreadableFileException {
        this.file = file;
        this.format = format;
        this.output = new X12Output(file);
        this.envelope = new X12Envelope(file, output);
        try {
            this.segments = X12Segments.open(path, file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public @Nullable SourceRow next() throws UnreadableFileException {
        SourceRow row = output.nextRow();
        while (row == null && !ended) {
            readSegment();
            row = output.nextRow();
        }
        return row;
    }

    private void readSegment() throws UnreadableFileException {
        try {
            X12Segment segment = segments.next();
            if (segment == null) {
                envelope.endOfFile(last);
                remarkOnPassedOver();
                ended = true;
                return;
            }
            accept(segment);
            last = segment;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (X12LimitException e) {
            throw new UnreadableFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private void accept(X12Segment segment) throws UnreadableFileException, X12LimitException {
        if (last == null && segments.proseBefore()) {
            output.remark(segment, "text before the first ISA is passed over");
        }
        if (envelope.accept(segment)) {
            if (!segment.id().equals("TA1")) {
                endTransaction();
            }
            if (segment.id().equals("ST")) {
                begin(segment);
            }
        } else if (transaction != null) {
            transaction.accept(segment);
        } else {
            refuseIfOtherFormat(segment);
        }
    }

    private void begin(X12Segment st) {
        X12Kind kind = envelope.kindOf(st);
        openKind = kind;
        if (format == InputFile.Format.X12_835 && kind == X12Kind.REMITTANCE) {
            transaction = new X12Remittance(output, envelope.groupDate());
        } else if (format == InputFile.Format.X12_837P && kind.holdsClaims()) {
            transaction = new X12Claims(output);
        } else {
            passOver(kind, st);
        }
    }

    private void endTransaction() {
        if (transaction != null) {
            transaction.end();
            transaction = null;
        }
        openKind = null;
    }

    private void passOver(X12Kind kind, X12Segment place) {
        passedOver.merge(kind, new PassedOver(place, 1), (old, more) -> old.andOne());
    }

    private void refuseIfOtherFormat(X12Segment segment) throws UnreadableFileException {
        boolean remittance = openKind == X12Kind.REMITTANCE && segment.id().equals("CLP");
        boolean claims = openKind != null && openKind.holdsClaims() && X12Claims.isLine(segment);
        if (remittance || claims) {
            throw new UnreadableFileException(
                    file,
                    "holds both remittances (835) and claims (837), the second kind from segment %d on: split it into two files"
                            .formatted(segment.number()));
        }
    }

    private void remarkOnPassedOver() {
        passedOver.forEach((kind, passed) -> output.remark(
                passed.first(), "passed over, %d times in this file: %s".formatted(passed.count(), kind.words())));
    }

    @Override
    public List<FileNote> takeNotes() {
        return output.takeNotes();
    }

    private UnreadableFileException unreadable(IOException e) {
        return new UnreadableFileException(file, "cannot be read from its disk: copy it again", e);
    }

    @Override
    public void close() {
        try {
            segments.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
