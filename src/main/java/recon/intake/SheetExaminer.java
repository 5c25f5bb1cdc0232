package recon.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;
import recon.file.InputFile;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;

/** Looks at the first rows of a sheet and decides how it is read. */
final class SheetExaminer {

    /** Banners are shorter than this. */
    private static final int ROWS_EXAMINED = 100;

    /** A sheet with these columns holds lines, whoever's they are, so that passing it over would lose money. */
    private static final Set<Field> OF_LINES = EnumSet.of(Field.PROCEDURE_CODE, Field.SERVICE_DATE, Field.BILLED);

    private final InputFile file;
    private final Profiles profiles;
    private final InputFile.Sheet sheet;
    private final @Nullable FileKind folder;

    /** @param folder the kind of files for which the file's folder is meant, or null */
    SheetExaminer(InputFile file, Profiles profiles, InputFile.Sheet sheet, @Nullable FileKind folder) {
        this.file = file;
        this.profiles = profiles;
        this.sheet = sheet;
        this.folder = folder;
    }

    /**
     * @throws UnreadableFileException if two profiles fit equally well, or a decisive heading stands twice
     */
    SheetLayout examine() throws UnreadableFileException {
        if (sheet.hidden()) {
            return passedOver("hidden, so not read: unhide it if it is to be read", 0);
        }
        List<SourceRow> rows = firstRows();
        List<HeadingRow> candidates = candidates(rows);
        if (candidates.isEmpty()) {
            return passedOver("empty: no rows", 0);
        }
        SheetLayout byProfile = byProfile(candidates, rows);
        return byProfile != null ? byProfile : byHeadings(withGroups(candidates, rows), rows);
    }

    private List<SourceRow> firstRows() throws UnreadableFileException {
        List<SourceRow> rows = new ArrayList<>();
        try (RowReader reader = file.open(sheet)) {
            SourceRow row = reader.next();
            while (row != null && rows.size() < ROWS_EXAMINED) {
                rows.add(row);
                row = reader.next();
            }
        }
        return rows;
    }

    /** Each row that is not blank, alone and joined with the next, save that a line of the table continues no headings. */
    private static List<HeadingRow> candidates(List<SourceRow> rows) {
        List<HeadingRow> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                candidates.add(HeadingRow.of(rows.get(i)));
                if (i + 1 < rows.size()
                        && !rows.get(i + 1).isBlank()
                        && !HeadingRow.holdsValuesOf(rows.get(i), rows.get(i + 1))) {
                    candidates.add(HeadingRow.of(rows.get(i), rows.get(i + 1)));
                }
            }
        }
        return candidates;
    }

    /** Those that begin with a row above which the names of their groups stand are left out. */
    private static List<HeadingRow> withGroups(List<HeadingRow> candidates, List<SourceRow> rows) {
        Set<Long> below = new HashSet<>();
        for (int i = 1; i < rows.size(); i++) {
            if (HeadingRow.namesGroups(rows.get(i - 1), rows.get(i))) {
                below.add(rows.get(i).place().number());
            }
        }
        return candidates.stream()
                .filter(candidate -> !below.contains(candidate.firstNumber()))
                .toList();
    }

    private record Fit(Profile profile, HeadingRow heading, Mapping mapping) {}

    private @Nullable SheetLayout byProfile(List<HeadingRow> candidates, List<SourceRow> rows)
            throws UnreadableFileException {
        for (List<Profile> equals : profiles.inOrder()) {
            List<Fit> fits = new ArrayList<>();
            for (Profile profile : equals) {
                Fit fit = fit(profile, candidates);
                if (fit != null) {
                    fits.add(fit);
                }
            }
            if (!fits.isEmpty()) {
                Fit best = best(fits);
                Window all = new Window(best.heading(), 0, -1, best.mapping(), List.of());
                refuseLinesAbove(List.of(all), candidates, rows);
                return SheetLayout.of(List.of(table(all, best.profile(), rows)));
            }
        }
        return null;
    }

    private @Nullable Fit fit(Profile profile, List<HeadingRow> candidates) {
        for (HeadingRow candidate : candidates) {
            if (profile.fits(sheet.name(), candidate.firstNumber(), candidate.keys())) {
                Mapping mapping = ColumnMapper.map(candidate, profile);
                if (mapping.isComplete()) {
                    return new Fit(profile, candidate, mapping);
                }
            }
        }
        return null;
    }

    private Fit best(List<Fit> fits) throws UnreadableFileException {
        fits.sort((a, b) -> b.profile().score() - a.profile().score());
        Fit best = fits.get(0);
        if (fits.size() > 1 && fits.get(1).profile().score() == best.profile().score()) {
            throw new UnreadableFileException(
                    file.name(),
                    "%s fits two profiles equally well, '%s' and '%s': add a heading to 'match' of the right one"
                            .formatted(
                                    sheetWords(),
                                    best.profile().name(),
                                    fits.get(1).profile().name()));
        }
        return best;
    }

    private SheetLayout byHeadings(List<HeadingRow> candidates, List<SourceRow> rows) throws UnreadableFileException {
        HeadingRow nearest = candidates.get(0);
        for (int i = 0; i < candidates.size(); i++) {
            HeadingRow candidate = candidates.get(i);
            List<Window> windows = SideBySide.tables(candidate, folder);
            if (!windows.isEmpty()) {
                HeadingRow better = better(candidate, candidates, i);
                List<Window> chosen = better == candidate ? windows : SideBySide.tables(better, folder);
                if (chosen.isEmpty()) {
                    return nearMiss(better, rows);
                }
                chosen = withoutOthers(chosen, rows);
                refuseLinesAbove(chosen, candidates, rows);
                List<Table> tables = new ArrayList<>();
                for (Window window : chosen) {
                    tables.add(table(window, null, rows));
                }
                return SheetLayout.of(tables);
            }
            nearest = candidate.known() > nearest.known() ? candidate : nearest;
        }
        SheetLayout headers = claimHeaders(candidates, nearest, rows);
        return headers != null ? headers : nearMiss(nearest, rows);
    }

    /** Rows of another table beside the lines must not be read as parts of them. */
    private List<Window> withoutOthers(List<Window> chosen, List<SourceRow> rows) throws UnreadableFileException {
        Window all = chosen.get(0);
        if (all.to() >= 0) {
            return chosen;
        }
        Window one = ColumnsBeside.leaveOut(all, rows, folder);
        if (one == null) {
            throw new UnreadableFileException(
                    file.name(),
                    "%srow %d has columns behind an empty one that may be another table beside the lines: '%s'; move it into a sheet of its own, or delete the empty column if they belong to the lines"
                            .formatted(
                                    sheet.prefix(" "),
                                    all.heading().firstNumber(),
                                    String.join("', '", ColumnsBeside.headings(all, folder))));
        }
        return List.of(one);
    }

    /** What stands above the headings is banner, and lines there would be lost. */
    private void refuseLinesAbove(List<Window> tables, List<HeadingRow> candidates, List<SourceRow> rows)
            throws UnreadableFileException {
        SourceRow line = LinesAbove.find(tables, candidates, rows);
        if (line != null) {
            throw new UnreadableFileException(
                    file.name(),
                    "%srow %d seems to hold a line, but stands above the headings in row %d and would not be read: put each table into a file or sheet of its own, with its headings above its lines"
                            .formatted(
                                    sheet.prefix(" "),
                                    line.place().number(),
                                    tables.get(0).heading().firstNumber()));
        }
    }

    /** A row that heads claims' headers, where no other row of the sheet has more headings that are known. */
    private @Nullable SheetLayout claimHeaders(List<HeadingRow> candidates, HeadingRow nearest, List<SourceRow> rows)
            throws UnreadableFileException {
        for (HeadingRow candidate : candidates) {
            if (candidate.known() >= nearest.known()) {
                Mapping mapping = ColumnMapper.mapHeaders(candidate);
                boolean headers = KindOfFile.areHeaders(KindOfFile.known(candidate.texts()));
                if (headers && mapping.isComplete()) {
                    refuseUnreadCodes(candidate, mapping, rows);
                    Window all = new Window(candidate, 0, -1, mapping, List.of());
                    refuseLinesAbove(List.of(all), candidates, rows);
                    Table table = table(all, null, rows);
                    String otherwise = NearMiss.words(nearest, ColumnMapper.map(nearest, folder));
                    return new SheetLayout(List.of(table.plan()), List.of(table), otherwise, 0);
                }
            }
        }
        return null;
    }

    /** Lines whose procedures stand below a heading that is not known would pass for headers, and none of them be read. */
    private void refuseUnreadCodes(HeadingRow heading, Mapping mapping, List<SourceRow> rows)
            throws UnreadableFileException {
        int column = UnreadCodes.find(mapping.columns(), below(heading, rows));
        if (column >= 0) {
            String text = column < heading.shown().size() ? heading.shown().get(column) : "";
            throw new UnreadableFileException(
                    file.name(),
                    "%s has the headings of claims' headers in row %d, but column %s seems to hold procedure codes, so that its lines would not be read: name the column as procedure_code in a profile, or describe the headers in a profile of kind claim-headers"
                            .formatted(
                                    sheetWords(),
                                    heading.firstNumber(),
                                    text.isEmpty() ? ColumnLetters.of(column) : "'" + text + "'"));
        }
    }

    private static List<SourceRow> below(HeadingRow heading, List<SourceRow> rows) {
        return rows.stream()
                .filter(row -> row.place().number() > heading.lastNumber())
                .toList();
    }

    /**
     * The same heading read together with the row below it, where that makes more columns known, or as many and the row is of words
     * alone; or without the banner above it. A group's name below it is no heading. A row of words that makes more columns known belongs
     * to the headings even where a column that is needed is lacking then.
     */
    private HeadingRow better(HeadingRow found, List<HeadingRow> candidates, int at) {
        HeadingRow best = found;
        for (HeadingRow other : candidates.subList(at + 1, Math.min(at + 3, candidates.size()))) {
            boolean overlaps = other.firstNumber() <= found.lastNumber();
            boolean simpler = other.known() == best.known()
                    && other.rows().size() < best.rows().size();
            boolean continued = other.known() == best.known() && other.continues(best);
            if (overlaps
                    && !other.endsInGroup()
                    && (other.known() > best.known() || simpler || continued)
                    && (continues(other, best)
                            || !SideBySide.tables(other, folder).isEmpty())) {
                best = other;
            }
        }
        return best;
    }

    private static boolean continues(HeadingRow other, HeadingRow best) {
        return other.continues(best) && (other.known() > best.known() || other.hasAnotherPayment());
    }

    private SheetLayout nearMiss(HeadingRow nearest, List<SourceRow> rows) throws UnreadableFileException {
        Mapping mapping = ColumnMapper.map(nearest, folder);
        if (mapping.twice() != null && mapping.missing().isEmpty()) {
            throw new UnreadableFileException(
                    file.name(),
                    "%srow %d has two columns headed '%s': rename one, or name the right one in a profile"
                            .formatted(sheet.prefix(" "), nearest.firstNumber(), mapping.twice()));
        }
        String reason = NearMiss.words(nearest, mapping);
        if (mapping.fields().containsAll(OF_LINES) || lacksOneColumn(nearest, mapping, rows)) {
            throw new UnreadableFileException(
                    file.name(),
                    "%s seems to hold lines: %s; correct the headings, describe the layout in a profile, or hide the sheet"
                            .formatted(sheetWords(), reason));
        }
        return passedOver(reason, nearest.known());
    }

    /**
     * Whether a sheet says whose its rows are and lacks one column of those that lines need, which its heading may have lost. Without
     * procedures it may as well be a summary of the claims, unless they stand in a column that is not read.
     */
    private static boolean lacksOneColumn(HeadingRow nearest, Mapping mapping, List<SourceRow> rows) {
        Set<Field> fields = mapping.fields();
        return mapping.missing().size() == 1
                && fields.stream().anyMatch(KindOfFile::saysWhose)
                && (fields.contains(Field.PROCEDURE_CODE)
                        || UnreadCodes.find(mapping.columns(), below(nearest, rows)) >= 0);
    }

    private SheetLayout passedOver(String reason, int knownHeadings) {
        return SheetLayout.passedOver(sheet, reason, knownHeadings);
    }

    private String sheetWords() {
        return sheet.name() == null ? "it" : sheet.prefix("");
    }

    private Table table(Window window, @Nullable Profile profile, List<SourceRow> rows) {
        Mapping mapping = UnheadedColumns.read(window, rows);
        HeadingRow heading = window.heading();
        SheetPlan.ReadAs plan = new SheetPlan.ReadAs(
                sheet,
                mapping.kind(),
                mapping.part(),
                profile == null ? SheetPlan.ReadAs.BY_HEADINGS : profile.name(),
                heading.firstNumber(),
                mapping.columnsByHeading(window.from()),
                unknown(window),
                note(mapping, profile),
                settings(mapping, profile));
        Set<String> headingKeys = new LinkedHashSet<>();
        Set<String> bannerKeys = new HashSet<>();
        for (SourceRow row : rows) {
            SourceRow part = window.of(row);
            long number = row.place().number();
            if (number >= heading.firstNumber() && number <= heading.lastNumber()) {
                headingKeys.add(RowText.heading(part, mapping.columns()));
            } else if (number < heading.firstNumber()) {
                bannerKeys.add(RowText.banner(part));
            }
        }
        bannerKeys.remove("");
        return new Table(
                plan,
                mapping.columns(),
                profile == null ? DateOrder.MDY : profile.dateOrder(),
                heading.lastNumber(),
                headingKeys,
                bannerKeys,
                window.from(),
                window.to(),
                file.format(),
                file.epoch1904(),
                usualCells(rows, heading.lastNumber()));
    }

    /** The number of cells that most rows have from the last heading row on; the lesser of two that are as frequent. */
    private static int usualCells(List<SourceRow> rows, long lastHeadingRow) {
        Map<Integer, Integer> counts = new TreeMap<>();
        int usual = 0;
        for (SourceRow row : rows) {
            if (row.place().number() >= lastHeadingRow && !row.isBlank()) {
                counts.merge(row.cells().size(), 1, Integer::sum);
            }
        }
        for (Map.Entry<Integer, Integer> size : counts.entrySet()) {
            usual = size.getValue() > counts.getOrDefault(usual, 0) ? size.getKey() : usual;
        }
        return usual;
    }

    private @Nullable String note(Mapping mapping, @Nullable Profile profile) {
        List<String> notes = new ArrayList<>(mapping.notes());
        String ofKind =
                profile != null && folder == null ? null : KindOfFile.note(mapping.kind(), folder, mapping.headings());
        if (ofKind != null) {
            notes.add(ofKind);
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private static List<String> unknown(Window window) {
        List<String> unknown = new ArrayList<>();
        for (int column : window.mapping().unknown()) {
            unknown.add(window.heading().shown().get(column));
        }
        unknown.addAll(window.outside());
        return unknown;
    }

    private static SheetPlan.Settings settings(Mapping mapping, @Nullable Profile profile) {
        if (profile == null) {
            return SheetPlan.Settings.NONE;
        }
        return new SheetPlan.Settings(
                mapping.namedConstants(), profile.dateOrder().name());
    }
}
