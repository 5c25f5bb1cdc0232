package recon.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.poifs.crypt.temp.EncryptedTempData;
import org.jspecify.annotations.Nullable;
import recon.verdict.Finding;

/**
 * One dispute on its way to a letter. Its lines wait on disk, since a payer may have more of them than the heap holds; they are
 * patients' data, so the file is encrypted with a key that only this process knows.
 */
final class Letter implements AutoCloseable {

    private final Dispute dispute;
    private final LetterList list;
    private final Tally lines = new Tally();
    private final TreeSet<LocalDate> checkDates = new TreeSet<>();
    private final TreeSet<String> nextActions = new TreeSet<>();
    private final EncryptedTempData rows;
    private @Nullable OutputStream out;

    Letter(Dispute dispute) {
        this.dispute = dispute;
        list = new LetterList(dispute);
        try {
            rows = new EncryptedTempData();
            out = new BufferedOutputStream(rows.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Finding finding) {
        if (out == null) {
            throw new IllegalStateException("findings do not come payer by payer");
        }
        lines.add(finding);
        if (finding.payment() != null && finding.payment().checkDate() != null) {
            addCheckDate(finding.payment().checkDate());
        }
        if (finding.denial() != null) {
            nextActions.add(finding.denial().nextAction());
        }
        try {
            out.write(list.row(finding).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the first and the last are told. */
    private void addCheckDate(LocalDate date) {
        checkDates.add(date);
        if (checkDates.size() > 2) {
            checkDates.remove(checkDates.higher(checkDates.first()));
        }
    }

    /** No more lines come. */
    void endLines() {
        if (out == null) {
            return;
        }
        try {
            out.close();
            out = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dispute dispute() {
        return dispute;
    }

    LetterList list() {
        return list;
    }

    Tally lines() {
        return lines;
    }

    String wording() {
        return new Dispute.Row(dispute, lines).wording();
    }

    /** "2026-10-03" or "2026-10-03 to 2026-10-28", empty where no check date is known. */
    String checkDates() {
        if (checkDates.isEmpty()) {
            return "";
        }
        LocalDate first = checkDates.first();
        LocalDate last = checkDates.last();
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    /** The rows of the list as WordprocessingML, in UTF-8. */
    InputStream rows() throws IOException {
        return rows.getInputStream();
    }

    /** What a person must settle before the letter is sent. */
    List<String> cautions(RangeSuspects ranges) {
        List<String> cautions = new ArrayList<>();
        if (!dispute.rateName().isEmpty() && dispute.restsOnASuspectRange(ranges)) {
            cautions.add("The range is suspect: " + ranges.of(dispute.payer()).inWords());
        }
        if (lines.carriedLines() > 0) {
            cautions.add(
                    lines.lines() == 1
                            ? "An earlier month has listed the line: do not dispute it twice."
                            : "An earlier month has listed %d of %d lines (see 'Open since' of the worklist): leave out those that are in dispute already."
                                    .formatted(lines.carriedLines(), lines.lines()));
        }
        nextActions.forEach(action -> cautions.add("Next action for this reason: " + action + "."));
        return cautions;
    }

    @Override
    public void close() {
        try {
            endLines();
        } finally {
            rows.dispose();
        }
    }
}
