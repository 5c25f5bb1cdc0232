package recon.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;

/** Finds the field of each heading of a heading row: by a profile where one fits, and by the synonyms. */
final class ColumnMapper {

    /** A column and what its heading is known for. */
    private record Found(int column, int rank, int number) {}

    /** A profile speaks before every synonym. */
    private static final int BY_PROFILE = Integer.MIN_VALUE;

    /** What is known by the lower of two rows alone comes behind all that is known by the whole heading. */
    private static final int BY_LOWER_ROW = 1_000_000;

    /** Of an adjustment that stands as a heading. */
    private static final int LONGEST_ADJUSTMENT = 7;

    /** What headings of payments say, so that a file with one that is not read may be a payer's answer. */
    private static final Set<String> OF_PAYMENTS =
            Set.of("paid", "payment", "payments", "pmt", "pmts", "pymt", "pymts", "allowed", "allwd");

    /** What is said of a payment that is no amount of a payer's. */
    private static final Set<String> BESIDE_PAYMENTS = Set.of(
            "address", "copay", "date", "method", "plan", "status", "terms", "through", "to", "type", "units", "ytd");

    /** The words of a heading that says a payment and not who made it, abbreviated. */
    private static final Set<String> OF_ANY_PAYMENT = Set.of("paid", "payment", "amt");

    private static final Set<String> OF_INSURER = Set.of("ins", "payer", "plan");

    /** The columns of one adjustment, in their usual order. */
    private static final List<Field> OF_ONE =
            List.of(Field.ADJUSTMENT_GROUP, Field.ADJUSTMENT_CODE, Field.ADJUSTMENT_AMOUNT);

    private final HeadingRow row;
    private final List<String> headings;
    private final @Nullable Profile profile;
    private final @Nullable ClaimPart statedPart;
    private final @Nullable FileKind folder;
    private final Map<Field, List<Found>> found = new EnumMap<>(Field.class);
    private final List<ColumnMap.AmountsOf> amountsOf = new ArrayList<>();
    private final Set<Integer> unread = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable String twice;
    private int claimId = -1;

    private ColumnMapper(
            HeadingRow row, @Nullable Profile profile, @Nullable ClaimPart statedPart, @Nullable FileKind folder) {
        this.row = row;
        this.headings = row.texts();
        this.profile = profile;
        this.statedPart = statedPart;
        this.folder = folder;
    }

    static Mapping map(HeadingRow row, Profile profile) {
        return new ColumnMapper(row, profile, profile.part(), null).map();
    }

    /** @param folder the kind of files for which the file's folder is meant, or null */
    static Mapping map(HeadingRow row, @Nullable FileKind folder) {
        return new ColumnMapper(row, null, null, folder).map();
    }

    /** As claims' headers, whether or not the headings are those of claims' headers. */
    static Mapping mapHeaders(HeadingRow row) {
        return new ColumnMapper(row, null, ClaimPart.HEADERS, null).map();
    }

    private Mapping map() {
        for (int column = 0; column < headings.size(); column++) {
            if (!headings.get(column).isEmpty()) {
                find(column, headings.get(column));
            }
        }
        FileKind kind = kind();
        ClaimPart part = part(kind);
        if (part == ClaimPart.HEADERS) {
            leaveOutOthers();
        }
        if (kind == FileKind.REMITTANCES) {
            takeUpAdjustments();
        }
        leaveOutAmountsWithoutReasons();
        leaveOutSumOfAdjustments();
        found.forEach(this::resolve);
        claimNumber(kind, part);
        return new Mapping(headings, kind, part, columnMap(), fields(kind), unknown(), notes, twice, constants());
    }

    private FileKind kind() {
        if (profile != null) {
            return profile.kind();
        }
        if (statedPart == ClaimPart.HEADERS) {
            return FileKind.CLAIMS;
        }
        Set<Field> fields = EnumSet.noneOf(Field.class);
        fields.addAll(found.keySet());
        if (row.hasAnotherPayment() || (folder == FileKind.REMITTANCES && leavesPaymentUnread())) {
            // What somebody else paid stands beside what the payer did: without the latter it is no claims export.
            fields.add(Field.PAID);
        }
        return KindOfFile.of(fields, folder);
    }

    private boolean leavesPaymentUnread() {
        return unread.stream()
                .map(this::words)
                .anyMatch(words -> words.stream().anyMatch(OF_PAYMENTS::contains)
                        && words.stream().noneMatch(HeadingGroups.shipped()::isOfPerson)
                        && words.stream().noneMatch(BESIDE_PAYMENTS::contains));
    }

    private ClaimPart part(FileKind kind) {
        if (statedPart != null || kind == FileKind.REMITTANCES) {
            return statedPart == null ? ClaimPart.WHOLE : statedPart;
        }
        boolean whole = KindOfFile.namesPayer(found.keySet())
                || KindOfFile.namesPayer(constants().keySet());
        return whole ? ClaimPart.WHOLE : ClaimPart.CHARGE_LINES;
    }

    /** Of a header only what is the claim's own is read. */
    private void leaveOutOthers() {
        found.forEach((field, columns) -> {
            if (!KindOfFile.isOfHeaders(field)) {
                columns.forEach(column -> unread.add(column.column()));
            }
        });
        found.keySet().removeIf(field -> !KindOfFile.isOfHeaders(field));
        amountsOf.forEach(one -> unread.add(one.column()));
        amountsOf.clear();
    }

    /** "Group", "Reason" and "Amount" may mean other things, save where the three of them stand together. */
    private void takeUpAdjustments() {
        Map<Integer, Synonyms.Match> taken = new LinkedHashMap<>();
        for (int column : unknown()) {
            Synonyms.Match match = partOfAdjustment(column);
            if (match != null && standsWithOthers(column, match)) {
                taken.put(column, match);
            }
        }
        taken.forEach((column, match) -> add(match.field(), new Found(column, match.rank(), match.number())));
        unread.removeAll(taken.keySet());
    }

    /** Whether group, reason and amount have one number in their headings or, without numbers, stand side by side in this order. */
    private boolean standsWithOthers(int column, Synonyms.Match match) {
        int group = column - OF_ONE.indexOf(match.field());
        return match.number() < 0
                ? IntStream.range(0, OF_ONE.size()).allMatch(i -> isPart(group + i, OF_ONE.get(i), -1))
                : OF_ONE.stream().allMatch(field -> IntStream.range(0, headings.size())
                        .anyMatch(other -> isPart(other, field, match.number())));
    }

    private boolean isPart(int column, Field field, int number) {
        Synonyms.Match match = column < 0 || column >= headings.size() ? null : partOfAdjustment(column);
        return match != null && match.field() == field && match.number() == number;
    }

    private Synonyms.@Nullable Match partOfAdjustment(int column) {
        String heading = headings.get(column);
        if (!unread.contains(column)) {
            return Synonyms.shipped().find(heading);
        }
        boolean ignored = profile != null && profile.ignored().contains(HeadingText.key(heading));
        return ignored ? null : Synonyms.ofAdjustments().find(heading);
    }

    /** An adjustment's amount says nothing where the table states neither reasons nor groups. */
    private void leaveOutAmountsWithoutReasons() {
        boolean reasons = found.containsKey(Field.ADJUSTMENT_CODE) || found.containsKey(Field.ADJUSTMENT_GROUP);
        List<Found> amounts = reasons ? null : found.remove(Field.ADJUSTMENT_AMOUNT);
        if (amounts != null) {
            for (Found amount : amounts) {
                unread.add(amount.column());
                notes.add("'%s' is not read, since no column has the adjustments' reason codes"
                        .formatted(headings.get(amount.column())));
            }
        }
    }

    /** One amount beside several numbered reasons, which does not say of which of them it is, may be the sum of all. */
    private void leaveOutSumOfAdjustments() {
        List<Found> amounts = found.getOrDefault(Field.ADJUSTMENT_AMOUNT, List.of());
        if (amounts.size() == 1 && !hasNumber(amounts.get(0)) && areNumbered(Field.ADJUSTMENT_CODE)) {
            found.remove(Field.ADJUSTMENT_AMOUNT);
            int column = amounts.get(0).column();
            unread.add(column);
            notes.add("'%s' is not read, since it does not say of which of several reasons it is"
                    .formatted(headings.get(column)));
        }
    }

    private static boolean hasNumber(Found column) {
        return column.rank() != BY_PROFILE && column.number() >= 0;
    }

    /** Whether each of several columns can be told by the number in its heading; one of them may have none. */
    private boolean areNumbered(Field field) {
        List<Found> columns = found.getOrDefault(field, List.of());
        return columns.size() > 1
                && columns.stream().anyMatch(ColumnMapper::hasNumber)
                && columns.stream().map(Found::number).distinct().count() == columns.size();
    }

    private void find(int column, String heading) {
        String key = HeadingText.key(heading);
        if (profile != null && profile.ignored().contains(key)) {
            unread.add(column);
            return;
        }
        Field named = profile == null ? null : profile.headings().get(key);
        if (named != null) {
            add(named, new Found(column, BY_PROFILE, column));
            return;
        }
        Synonyms.Match match = Synonyms.shipped().find(heading);
        if (match != null) {
            int rank = match.rank() + (row.isKnownByLower(column) ? BY_LOWER_ROW : 0);
            add(match.field(), new Found(column, rank, match.number()));
        } else if (!isAdjustment(column, heading)) {
            unread.add(column);
        }
    }

    private void add(Field field, Found column) {
        found.computeIfAbsent(field, none -> new ArrayList<>()).add(column);
    }

    private boolean isAdjustment(int column, String heading) {
        AdjustmentText.Stated one = adjustment(heading);
        if (one != null) {
            amountsOf.add(new ColumnMap.AmountsOf(one.group(), one.carc(), column));
        }
        return one != null;
    }

    /** The adjustment of a heading such as {@code CO-45}, whose column holds that adjustment's amounts, or null. */
    static AdjustmentText.@Nullable Stated adjustment(String heading) {
        // a heading with a word behind the reason may be of its dates or remarks
        boolean fits = !heading.isEmpty()
                && heading.length() <= LONGEST_ADJUSTMENT
                && !Character.isLetter(heading.charAt(heading.length() - 1));
        List<AdjustmentText.Stated> one = fits ? AdjustmentText.of(heading) : null;
        return one == null || one.size() != 1 || one.get(0).amount() != null ? null : one.get(0);
    }

    /**
     * Of several columns for one value, the one whose heading is listed first is read, a line's own amount before its claim's, and a
     * heading known as a whole before one known by its lower row; of those for a check or transfer, the first that a row fills. Beside
     * what the patient paid a plain "Paid" is the sum, and what the insurer paid is read.
     */
    private void resolve(Field field, List<Found> columns) {
        if (columns.size() == 1 || field.isRepeatable()) {
            return;
        }
        columns.sort(Comparator.comparingInt(Found::rank).thenComparingInt(Found::column));
        if (field == Field.PAID && isOfAll(columns.get(0)) && listsPatientsPayment()) {
            columns.sort(Comparator.comparing(column -> !isOfInsurer(column)));
        }
        Found first = columns.get(0);
        if (first.rank() == columns.get(1).rank() && field.isDecisive()) {
            twice = headings.get(first.column());
        }
        int read = 1;
        while (field.isOfPayment()
                && read < columns.size()
                && (columns.get(read).rank() == BY_PROFILE || first.rank() != BY_PROFILE)) {
            read++;
        }
        for (Found other : columns.subList(read, columns.size())) {
            unread.add(other.column());
            if (field.isDecisive()) {
                notes.add(
                        "'%s' is read, not '%s'".formatted(headings.get(first.column()), headings.get(other.column())));
            }
        }
        columns.subList(read, columns.size()).clear();
    }

    private boolean isOfAll(Found column) {
        return column.rank() != BY_PROFILE && OF_ANY_PAYMENT.containsAll(words(column.column()));
    }

    private boolean isOfInsurer(Found column) {
        return words(column.column()).stream().anyMatch(OF_INSURER::contains);
    }

    private boolean listsPatientsPayment() {
        return unread.stream().anyMatch(column -> {
            List<String> words = words(column);
            return words.stream().anyMatch(HeadingGroups.shipped()::isOfPerson)
                    && words.stream().anyMatch(OF_PAYMENTS::contains)
                    && words.stream().noneMatch(BESIDE_PAYMENTS::contains);
        });
    }

    private List<String> words(int column) {
        return Synonyms.shipped().words(headings.get(column));
    }

    /** A plain "Claim No." is the practice's own number in a claims export, and the payer's in a payer's export. */
    private void claimNumber(FileKind kind, ClaimPart part) {
        List<Found> columns = found.remove(Field.CLAIM_NUMBER);
        if (columns == null) {
            return;
        }
        int column = columns.get(0).column();
        claimId = kind == FileKind.CLAIMS ? column : -1;
        boolean payers = kind == FileKind.REMITTANCES && !found.containsKey(Field.PAYER_CLAIM_NUMBER);
        Field field = payers ? Field.PAYER_CLAIM_NUMBER : Field.PATIENT_CONTROL_NUMBER;
        if (!found.containsKey(field)) {
            found.put(field, columns);
            notes.add("'%s' is taken as %s".formatted(headings.get(column), field.heading(kind)));
        } else if (part == ClaimPart.WHOLE) {
            unread.add(column);
        }
    }

    private Map<Field, String> constants() {
        return profile == null ? Map.of() : profile.constants();
    }

    private ColumnMap columnMap() {
        Map<Field, int[]> columns = new EnumMap<>(Field.class);
        found.forEach((field, all) ->
                columns.put(field, all.stream().mapToInt(Found::column).toArray()));
        return new ColumnMap(columns, headings, constants(), adjustmentColumns(), amountsOf, claimId);
    }

    /** Groups, codes and amounts that belong together: by the numbers in their headings, else by their order. */
    private List<ColumnMap.AdjustmentColumns> adjustmentColumns() {
        Map<Integer, int[]> byNumber = new TreeMap<>();
        place(Field.ADJUSTMENT_GROUP, 0, byNumber);
        place(Field.ADJUSTMENT_CODE, 1, byNumber);
        place(Field.ADJUSTMENT_AMOUNT, 2, byNumber);
        return byNumber.values().stream()
                .map(columns -> new ColumnMap.AdjustmentColumns(columns[0], columns[1], columns[2]))
                .toList();
    }

    private void place(Field field, int at, Map<Integer, int[]> byNumber) {
        List<Found> columns = found.getOrDefault(field, List.of());
        boolean one = columns.size() == 1
                && hasNumber(columns.get(0))
                && OF_ONE.stream().anyMatch(this::areNumbered);
        boolean numbered = one || areNumbered(field);
        for (int i = 0; i < columns.size(); i++) {
            int number = numbered && columns.get(i).rank() != BY_PROFILE
                    ? columns.get(i).number()
                    : i;
            byNumber.computeIfAbsent(number, none -> new int[] {-1, -1, -1})[at] =
                    columns.get(i).column();
        }
    }

    /** The field of each column, null for a column that is read as nothing. */
    private List<@Nullable String> fields(FileKind kind) {
        Map<Integer, String> byColumn = new LinkedHashMap<>();
        found.forEach((field, all) -> all.forEach(one -> byColumn.put(one.column(), field.heading(kind))));
        amountsOf.forEach(one -> byColumn.put(one.column(), "adjustments"));
        if (claimId >= 0 && !unread.contains(claimId)) {
            byColumn.putIfAbsent(claimId, Field.CLAIM_NUMBER.heading(kind));
        }
        List<@Nullable String> fields = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            fields.add(byColumn.get(column));
        }
        return fields;
    }

    private List<Integer> unknown() {
        return unread.stream().sorted().toList();
    }
}
