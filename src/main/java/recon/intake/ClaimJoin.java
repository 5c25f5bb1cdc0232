package recon.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.Bucket;
import recon.claim.FileKind;
import recon.claim.Fingerprint;
import recon.claim.SourceRef;
import recon.file.Cell;
import recon.file.InputFile;
import recon.file.RowReader;
import recon.file.SourceRow;
import recon.file.UnreadableFileException;

/**
 * Joins claims that are exported as two files: a row a claim (its headers), and a row a service line (its charge lines).
 *
 * <p>All files of headers are read first, and after them the claim numbers of all lines, so that what becomes of any row is known before
 * any is staged. Reading the files themselves then needs no order among them, and gives the same after a restart and with any number of
 * threads. Claim numbers are compared in upper case, nothing else changed, leading zeros least of all; identifiers on file have their
 * dashes and blanks made plain, too.
 *
 * <p>X12 claims are whole and never joined. A whole line of a spreadsheet, which says its payer, takes what it leaves blank from a
 * header of its claim too, where there is one.
 */
public final class ClaimJoin {

    /** No file holds headers. */
    public static final ClaimJoin NONE = new ClaimJoin(new ClaimHeaders(), null);

    private static final SourceRef ANY_PLACE = SourceRef.row("", null, 0);

    /** Opens a file; each time anew. */
    public interface Opening {
        InputFile open() throws UnreadableFileException;
    }

    /**
     * A file of the run.
     *
     * @param id tells it from the others
     * @param folder the kind of files for which the folder is meant in which it lies, or null where it lies in neither
     */
    public record Source(String id, @Nullable FileKind folder, Opening opening) {}

    private record Examined(Source source, String name, FileTables tables) {}

    private final ClaimHeaders headers;
    private final @Nullable JoinKey key;
    private final Map<String, String> readings = new HashMap<>();
    /** Charge lines by the id of their file and the name of their header's. */
    private final Map<String, Map<String, Long>> joined = new LinkedHashMap<>();

    private final Map<String, String> names = new HashMap<>();
    private final List<Examined> guesses = new ArrayList<>();

    private ClaimJoin(ClaimHeaders headers, @Nullable JoinKey key) {
        this.headers = headers;
        this.key = key;
    }

    /**
     * @param files all claims of the run, each content once; others may be among them
     * @return {@link #NONE} where none of them holds headers
     * @throws UnreadableFileException if one cannot be read, or if files name their claims in ways that cannot be joined
     */
    public static ClaimJoin of(List<Source> files, Profiles profiles) throws UnreadableFileException {
        List<Examined> examined = new ArrayList<>();
        List<JoinKey.Placed> headers = new ArrayList<>();
        List<JoinKey.Placed> lines = new ArrayList<>();
        for (Source source : files) {
            try (InputFile file = source.opening().open()) {
                FileTables tables = FileTables.of(file, profiles, source.folder());
                examined.add(new Examined(source, file.name(), tables));
                for (Table table : tables.tables()) {
                    JoinKey.Placed placed = new JoinKey.Placed(file.name(), table);
                    if (table.part() == ClaimPart.HEADERS) {
                        headers.add(placed);
                    } else if (table.part() == ClaimPart.CHARGE_LINES) {
                        lines.add(placed);
                    }
                }
            }
        }
        if (headers.isEmpty()) {
            return NONE;
        }
        ClaimJoin join = new ClaimJoin(new ClaimHeaders(), JoinKey.of(headers, lines));
        join.read(examined);
        return join;
    }

    private void read(List<Examined> files) throws UnreadableFileException {
        for (Examined file : files) {
            names.put(file.source().id(), file.name());
            eachRow(file, true, this::addHeader);
        }
        for (Examined file : files) {
            Asking asking = new Asking(joined.computeIfAbsent(file.source().id(), none -> new LinkedHashMap<>()));
            eachRow(file, false, asking::ask);
            asking.finish(file);
        }
        String state = headers.state();
        for (Examined file : files) {
            if (has(file, ClaimPart.HEADERS)) {
                readings.merge(file.source().id(), new Fingerprint().line(state).hex(), String::concat);
            }
            if (file.tables().guess() != null && hasRowsOfNoLine(file)) {
                guesses.add(file);
            }
        }
    }

    /** Whether a file of headers has rows, and no line is of the claim of any of them. */
    private boolean hasRowsOfNoLine(Examined file) throws UnreadableFileException {
        Set<Boolean> asked = new HashSet<>();
        eachRow(file, true, (table, row) -> {
            String claim = key(table, row);
            asked.add(claim != null && headers.isAsked(claim));
        });
        return asked.equals(Set.of(false));
    }

    private interface RowTask {
        void accept(Table table, SourceRow row);
    }

    /** Passes the rows of a file's tables that are rows of headers, or that are lines. */
    private void eachRow(Examined file, boolean ofHeaders, RowTask task) throws UnreadableFileException {
        for (Table table : file.tables().tables()) {
            if ((table.part() == ClaimPart.HEADERS) == ofHeaders && isJoinable(table)) {
                RowSorter sorter = new RowSorter(table);
                try (InputFile opened = file.source().opening().open();
                        RowReader rows = opened.open(table.plan().sheet())) {
                    for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                        SourceRow part = table.windowOf(row);
                        if (sorter.sort(part) == Bucket.IN_SCOPE) {
                            task.accept(table, part);
                        }
                    }
                }
            }
        }
    }

    private boolean isJoinable(Table table) {
        return key != null && table.kind() == FileKind.CLAIMS && !table.isX12() && key.column(table) >= 0;
    }

    private void addHeader(Table table, SourceRow row) {
        String claim = key(table, row);
        if (claim != null) {
            ClaimHeader header = HeaderRows.read(new RowValues(table, row));
            headers.add(claim, header == null ? HeaderRows.unreadable(row.place()) : header, header == null);
        }
    }

    /** Looks up the claims of one file's lines. */
    private final class Asking {
        private final Map<String, Long> joinedByFile;
        private final Fingerprint digest = new Fingerprint();
        private long unusable;

        Asking(Map<String, Long> joinedByFile) {
            this.joinedByFile = joinedByFile;
        }

        void ask(Table table, SourceRow row) {
            String claim = key(table, row);
            digest.line(claim == null ? "" : answer(claim));
        }

        private String answer(String claim) {
            ClaimHeaders.Answer answer = headers.of(claim);
            headers.ask(claim);
            if (answer instanceof ClaimHeaders.Answer.One one) {
                joinedByFile.merge(one.header().place().file(), 1L, Long::sum);
                return one.header().at(ANY_PLACE).toString();
            }
            if (answer instanceof ClaimHeaders.Answer.Unusable reason) {
                unusable++;
                return reason.reason();
            }
            return "";
        }

        void finish(Examined file) {
            if (!joinedByFile.isEmpty() || unusable > 0 || has(file, ClaimPart.CHARGE_LINES)) {
                readings.put(file.source().id(), digest.hex());
            }
        }
    }

    private static boolean has(Examined file, ClaimPart part) {
        return file.tables().tables().stream().anyMatch(table -> table.part() == part);
    }

    /** Whether no file holds headers. */
    public boolean isEmpty() {
        return key == null;
    }

    /**
     * A digest of everything that other files say of a file's rows, so that it is read again when that changes, and only then; null
     * where they say nothing.
     *
     * @param id of its {@link Source}
     */
    public @Nullable String reading(String id) {
        return readings.get(id);
    }

    /**
     * Refuses a file that was taken for headers by its headings alone where no line belongs to any of its rows: it may be one of lines or
     * payments that lost a heading.
     *
     * @throws UnreadableFileException naming the columns that it lacks to be one of lines
     */
    public void refuseHeadersWithoutLines() throws UnreadableFileException {
        if (!guesses.isEmpty()) {
            Examined file = guesses.get(0);
            throw new UnreadableFileException(
                    file.name(),
                    "cannot be read as claims or remittances: %s; if it holds claims' headers, the file of their charge lines is not beside it; else correct the headings, or describe the layout in a profile"
                            .formatted(file.tables().guess()));
        }
    }

    /** How many charge lines of which file are joined to headers of a file. */
    private Map<String, Long> linesJoinedTo(String headerFile) {
        Map<String, Long> lines = new LinkedHashMap<>();
        joined.forEach((id, byHeaderFile) -> {
            Long count = byHeaderFile.get(headerFile);
            if (count != null) {
                lines.put(String.valueOf(names.get(id)), count);
            }
        });
        return lines;
    }

    /** For people: to which files a file is joined, and by what; empty where it is joined to none. */
    public List<String> inWords(String id) {
        List<String> words = new ArrayList<>();
        if (key != null) {
            Map<String, Long> partners = new LinkedHashMap<>(joined.getOrDefault(id, Map.of()));
            linesJoinedTo(String.valueOf(names.get(id))).forEach(partners::putIfAbsent);
            partners.forEach((file, count) -> words.add(
                    String.format(Locale.ROOT, "joined to %s by %s: %,d charge lines", file, key.inWords(), count)));
        }
        return words;
    }

    /** The claim that a row is of, as it is looked up; null where the row does not say it, or nothing is joined. */
    @Nullable
    String key(Table table, SourceRow row) {
        int column = key == null ? -1 : key.column(table);
        Cell cell = column < 0 ? Cell.BLANK : row.cell(column);
        String id = cell.isBlank() ? null : Ids.of(cell);
        return id == null ? null : id.strip().toUpperCase(Locale.ROOT);
    }

    /** Why the row of a header that can be read goes into no charge line, or null where it does. */
    @Nullable
    String faultOfHeader(String claim, SourceRef place) {
        return headers.faultOf(claim, place);
    }

    /** What is known of the claim of a line. */
    ClaimHeaders.Answer headerOf(Table table, SourceRow row) {
        String claim = isJoinable(table) ? key(table, row) : null;
        return claim == null ? ClaimHeaders.NONE : headers.of(claim);
    }

    boolean replacesControlNumber(Table lines) {
        return key != null && key.replacesControlNumber(lines);
    }

    boolean isBesideControlNumber() {
        return key != null && key.isBesideControlNumber();
    }
}
