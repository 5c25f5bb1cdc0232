package recon.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;
import recon.file.FileNote;
import recon.file.SourceRow;

/** Turns the groups of one table into parsed rows, and keeps the sums that its total rows are compared with. */
final class GroupParser {

    private final Table table;
    private final TotalsCheck totals;
    private final ChecksAbove checksAbove;
    private final DoubtfulPayments doubtfulPayments;
    private final RowSorter sorter;
    private final RowParser parser;
    private long ofReport;
    private @Nullable SourceRef firstOfReport;
    private long linesApart;
    private @Nullable SourceRef firstLinesApart;
    private boolean closed;

    /** @param checksAbove nothing taken yet */
    GroupParser(Table table, RowSorter sorter, ChecksAbove checksAbove, ClaimJoin join) {
        this.table = table;
        this.totals = new TotalsCheck(table);
        this.checksAbove = checksAbove;
        this.doubtfulPayments = new DoubtfulPayments(table);
        this.sorter = sorter;
        this.parser = RowParser.of(table, sorter, join);
    }

    ParsedGroup parse(RowGroup group) {
        List<String> remarks = new ArrayList<>(0);
        List<ParsedRow> rows = new ArrayList<>(parser.parse(group.rows(), remarks));
        List<TotalRow> compared = new ArrayList<>(0);
        for (int i = 0; i < rows.size(); i++) {
            SourceRow row = group.rows().get(i);
            if (rows.get(i).bucket() == Bucket.TOTAL) {
                compared.addAll(totals.compare(row, remarks));
            } else if (!table.isX12()) {
                rows.set(i, checksAbove.take(row, rows.get(i)));
                totals.add(row, rows.get(i));
                countOfReport(row, rows.get(i));
                doubtfulPayments.add(row.place(), rows.get(i));
            }
        }
        if (closed) {
            compared.addAll(totals.close());
        }
        List<ProviderAdjustment> adjustments = new ArrayList<>(0);
        List<CheckTotal> checks = new ArrayList<>(0);
        List<String> warnings = new ArrayList<>(0);
        for (FileNote note : group.notes()) {
            if (note instanceof FileNote.Provider provider) {
                adjustments.add(provider.adjustment());
            } else if (note instanceof FileNote.Check check) {
                checks.add(check.total());
            } else if (note instanceof FileNote.Warning warning) {
                warnings.add(warning.place() + ": " + warning.text());
            } else if (note instanceof FileNote.LinesApart apart) {
                linesApart++;
                firstLinesApart = firstLinesApart == null ? apart.claim() : firstLinesApart;
            } else {
                remarks.add(words(note));
            }
        }
        return new ParsedGroup(rows, compared, adjustments, checks, remarks, warnings);
    }

    private void countOfReport(SourceRow row, ParsedRow parsed) {
        if (parsed.bucket() == Bucket.BANNER && sorter.isOfReport(row)) {
            ofReport++;
            firstOfReport = firstOfReport == null ? row.place() : firstOfReport;
        }
    }

    /** The group that ends the table, when all its rows are parsed; it has no rows. Null where nothing is left to be said. */
    @Nullable
    RowGroup close() {
        closed = true;
        List<FileNote> notes = closingNotes();
        return notes.isEmpty() && totals.isClosed() ? null : new RowGroup(table.plan(), List.of(), notes);
    }

    private List<FileNote> closingNotes() {
        List<FileNote> notes = new ArrayList<>(parser.closingNotes());
        if (firstOfReport != null) {
            String rows =
                    ofReport == 1 ? "this row" : String.format(Locale.ROOT, "this row and %,d more", ofReport - 1);
            notes.add(
                    new FileNote.Remark(
                            firstOfReport,
                            rows
                                    + " below the headings: no line, since no claim's number, code, date or amount of a line stands there; see that this is right"));
        }
        FileNote check = checksAbove.closingNote();
        if (check != null) {
            notes.add(check);
        }
        notes.addAll(doubtfulPayments.closingNotes());
        if (firstLinesApart != null) {
            String claims = linesApart == 1
                    ? "this claim"
                    : String.format(Locale.ROOT, "this claim and of %,d more", linesApart - 1);
            notes.add(FileNote.Warning.ofMissingLines(
                    firstLinesApart,
                    "the lines of %s do not come to what was charged or paid for the claim (CLP03, CLP04)"
                            .formatted(claims)));
        }
        return notes;
    }

    private static String words(FileNote note) {
        if (note instanceof FileNote.Imbalance imbalance) {
            return "%s: %s: differs by %s"
                    .formatted(
                            imbalance.place(),
                            imbalance.what(),
                            imbalance.difference().inWords());
        }
        FileNote.Remark remark = (FileNote.Remark) note;
        return remark.place() + ": " + remark.text();
    }
}
