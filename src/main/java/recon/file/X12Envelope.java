package recon.file;

import org.jspecify.annotations.Nullable;

/**
 * Follows the envelopes (ISA to IEA, GS to GE, ST to SE) and remarks on what they get wrong. Senders count wrongly, so a file with a
 * wrong count is read all the same; where more was counted than there is, that is told as a {@link FileNote.Warning warning}. A transaction
 * without its end, at the end of the file or before other envelopes, is refused, since claims may be missing.
 */
final class X12Envelope {

    private final String file;
    private final X12Output output;

    private @Nullable X12Segment interchange;
    private @Nullable X12Segment group;
    private @Nullable X12Segment transaction;
    private long groups;
    private long transactions;
    private boolean strayRemarked;

    X12Envelope(String file, X12Output output) {
        this.file = file;
        this.output = output;
    }

    /** The transaction's date of making, for want of a better one (GS04); empty where no group is open. */
    String groupDate() {
        return group == null ? "" : group.element(4);
    }

    /** Whether a segment is part of the envelope (and was taken note of), not of a transaction's body. */
    boolean accept(X12Segment segment) throws UnreadableFileException {
        switch (segment.id()) {
            case "ISA" -> openInterchange(segment);
            case "GS" -> openGroup(segment);
            case "ST" -> openTransaction(segment);
            case "SE" -> closeTransaction(segment);
            case "GE" -> closeGroup(segment);
            case "IEA" -> closeInterchange(segment);
            default -> {
                return stray(segment);
            }
        }
        return true;
    }

    /** What the transaction that a ST segment opens is. */
    X12Kind kindOf(X12Segment st) {
        String guide = st.element(3).isEmpty() && group != null ? group.element(8) : st.element(3);
        return X12Kind.of(st.element(1), guide);
    }

    private boolean stray(X12Segment segment) throws UnreadableFileException {
        if (transaction != null) {
            return false;
        }
        String id = segment.id();
        boolean holdsMoney = id.equals("CLP")
                || id.equals("SVC")
                || id.equals("CLM")
                || id.equals("PLB")
                || X12Claims.isLine(segment);
        if (holdsMoney || segment.holds("ISA")) {
            throw new UnreadableFileException(
                    file,
                    "segment %d stands outside any transaction (ST to SE), so claims may be missing: get the file again"
                            .formatted(segment.number()));
        }
        if (!strayRemarked && !id.equals("TA1")) {
            strayRemarked = true;
            output.remark(segment, "text outside any transaction is passed over");
        }
        return true;
    }

    private void openInterchange(X12Segment isa) throws UnreadableFileException {
        closeMissing(isa);
        interchange = isa;
        groups = 0;
        if (isa.is(15, "T")) {
            output.remark(isa, "the interchange calls itself a test (ISA15 = T); it is read as if it were not");
        }
    }

    private void openGroup(X12Segment gs) throws UnreadableFileException {
        transactionHasNoTrailer(gs);
        groupHasNoTrailer(gs);
        group = gs;
        groups++;
        transactions = 0;
    }

    private void openTransaction(X12Segment st) throws UnreadableFileException {
        transactionHasNoTrailer(st);
        transaction = st;
        transactions++;
    }

    private void closeTransaction(X12Segment se) {
        if (transaction == null) {
            output.remark(se, "SE ends a transaction that no ST began");
            return;
        }
        count(se, "SE01", se.number() - transaction.number() + 1, "segments in the transaction");
        if (!se.element(2).equals(transaction.element(2))) {
            output.remark(se, "the control number in SE02 is not that of ST02");
        }
        transaction = null;
    }

    private void closeGroup(X12Segment ge) throws UnreadableFileException {
        transactionHasNoTrailer(ge);
        if (group == null) {
            output.remark(ge, "GE ends a group that no GS began");
            return;
        }
        count(ge, "GE01", transactions, "transactions in the group");
        if (!ge.element(2).equals(group.element(6))) {
            output.remark(ge, "the control number in GE02 is not that of GS06");
        }
        group = null;
    }

    private void closeInterchange(X12Segment iea) throws UnreadableFileException {
        transactionHasNoTrailer(iea);
        groupHasNoTrailer(iea);
        if (interchange == null) {
            output.remark(iea, "IEA ends an interchange that no ISA began");
            return;
        }
        count(iea, "IEA01", groups, "groups in the interchange");
        if (!iea.element(2).equals(interchange.element(13))) {
            output.remark(iea, "the control number in IEA02 is not that of ISA13");
        }
        interchange = null;
    }

    /** @param last the file's last segment */
    void endOfFile(@Nullable X12Segment last) throws UnreadableFileException {
        if (transaction != null) {
            throw cut("ends", transaction, last == null ? 0 : last.number());
        }
        if (last != null) {
            closeMissing(last);
        }
    }

    private void closeMissing(X12Segment at) throws UnreadableFileException {
        transactionHasNoTrailer(at);
        groupHasNoTrailer(at);
        if (interchange != null) {
            output.gap(at, "the interchange that begins at segment %d has no IEA".formatted(interchange.number()));
            interchange = null;
        }
    }

    private void groupHasNoTrailer(X12Segment at) {
        if (group != null) {
            output.gap(at, "the group that begins at segment %d has no GE".formatted(group.number()));
            group = null;
        }
    }

    /** Cut short, whatever follows: nobody knows how many claims stood between. */
    private void transactionHasNoTrailer(X12Segment at) throws UnreadableFileException {
        if (transaction != null) {
            throw cut("goes on with " + at.id(), transaction, at.number());
        }
    }

    private UnreadableFileException cut(String how, X12Segment transaction, long at) {
        return new UnreadableFileException(
                file,
                "%s within the transaction that begins at segment %d, at segment %d and without SE, so claims may be missing: get it again"
                        .formatted(how, transaction.number(), at));
    }

    private void count(X12Segment trailer, String element, long counted, String what) {
        String stated = trailer.element(1);
        boolean number = stated.matches("\\d{1,12}");
        String text =
                "%s says %s, but there are %d %s".formatted(element, number ? stated : "no number", counted, what);
        if (number && Long.parseLong(stated) > counted) {
            output.gap(trailer, text);
        } else if (!number || Long.parseLong(stated) < counted) {
            output.remark(trailer, text);
        }
    }
}
