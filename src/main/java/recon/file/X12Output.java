package recon.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.SourceRef;

/** The rows of the claim that was read last and the notes met on the way, until somebody takes them. */
final class X12Output {

    private final String file;
    private final ArrayDeque<SourceRow> rows = new ArrayDeque<>();
    private List<FileNote> notes = new ArrayList<>();

    X12Output(String file) {
        this.file = file;
    }

    SourceRef place(X12Segment segment) {
        return SourceRef.segment(file, segment.number());
    }

    void row(X12Segment place, X12Row<?> row) {
        rows.add(new SourceRow(place(place), row.cells()));
    }

    void remark(X12Segment place, String text) {
        notes.add(new FileNote.Remark(place(place), text));
    }

    void gap(X12Segment place, String text) {
        notes.add(FileNote.Warning.ofMissingLines(place(place), text));
    }

    void note(FileNote note) {
        notes.add(note);
    }

    /**
     * Notes an imbalance where there is one.
     *
     * @param stated what the file says, or null where it cannot be read (its row will be rejected for that)
     * @param computed what the file's other amounts come to, or null likewise
     * @return whether there is one
     */
    boolean balance(X12Segment place, String what, @Nullable Money stated, @Nullable Money computed) {
        if (stated == null || computed == null || stated.equals(computed)) {
            return false;
        }
        notes.add(new FileNote.Imbalance(place(place), what, stated.minus(computed)));
        return true;
    }

    @Nullable
    SourceRow nextRow() {
        return rows.poll();
    }

    List<FileNote> takeNotes() {
        if (notes.isEmpty()) {
            return List.of();
        }
        List<FileNote> taken = notes;
        notes = new ArrayList<>();
        return taken;
    }
}
