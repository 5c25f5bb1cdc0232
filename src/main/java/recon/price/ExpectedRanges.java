package recon.price;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerClass;
import recon.claim.PayerDirectory;
import recon.price.ExpectedRange.PlaceGroup;

/**
 * The expected ranges in force: the shipped ones, and the user's, which add to them. A user's row with the same key columns and kind
 * as a shipped row replaces it.
 *
 * <p>For a line, a contract outranks a schedule, a schedule outranks a range; among rows of one kind the one with the most filled key
 * columns holds, dates not counted; of as many, one that names the payer before one that does not, one that states its class too, and
 * the user's before a shipped or computed one. Two such rows are a contradiction that only the user can resolve, so neither is used.
 */
public final class ExpectedRanges {

    /** The row that holds for a line, or why none does. */
    sealed interface Choice {
        record Found(ExpectedRange range) implements Choice {}

        record None(String reason) implements Choice {}
    }

    private static final Comparator<ExpectedRange> MOST_SPECIFIC_FIRST = Comparator.comparing(ExpectedRange::kind)
            .thenComparing(ExpectedRange::specificity, Comparator.reverseOrder())
            .thenComparing(range -> range.payer() == null)
            .thenComparing(range -> range.payerClass() == null);

    private static final Set<PayerClass> KNOWN_CLASSES = EnumSet.complementOf(EnumSet.of(PayerClass.UNKNOWN));

    private static final Comparator<@Nullable String> BLANK_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<ExpectedRange> FOR_READING = Comparator.comparing(ExpectedRange::kind)
            .thenComparing(ExpectedRange::payerClass, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ExpectedRange::payerName, BLANK_FIRST)
            .thenComparing(ExpectedRange::state, BLANK_FIRST)
            .thenComparing(ExpectedRange::locality, BLANK_FIRST)
            .thenComparing(ExpectedRanges::canonical);

    private final List<ExpectedRange> inForce;

    /** The shipped and computed rows: one of the others that is as specific outranks them. */
    private final Set<ExpectedRange> defaults;

    private final Comparator<ExpectedRange> bestFirst;

    /** The user's rows that end some day. */
    private final List<ExpectedRange> ending;

    /** Medicare's physician fee schedule by locality, where it is among the ranges. */
    private final @Nullable ScheduleAreas areas;

    /** The days from which on other rows hold than on the day before. */
    private final NavigableSet<LocalDate> changes = new TreeSet<>();

    private ExpectedRanges(
            Collection<ExpectedRange> ranges, Set<ExpectedRange> defaults, @Nullable ScheduleAreas areas) {
        this.inForce = ranges.stream().sorted(FOR_READING).toList();
        this.defaults = defaults;
        this.bestFirst = MOST_SPECIFIC_FIRST.thenComparing(defaults::contains);
        this.ending = inForce.stream()
                .filter(range -> range.effective().to() != null && !defaults.contains(range))
                .toList();
        this.areas = areas;
        for (ExpectedRange range : inForce) {
            LocalDate from = range.effective().from();
            LocalDate to = range.effective().to();
            if (from != null) {
                changes.add(from);
            }
            if (to != null) {
                changes.add(to.plusDays(1));
            }
        }
    }

    /** As {@link #load(Path, PayerDirectory)}, with the shipped payers. */
    public static ExpectedRanges load(@Nullable Path userFile) {
        return load(userFile, PayerDirectoryFile.load(null));
    }

    /**
     * The shipped ranges and the user's.
     *
     * @param userFile {@code expected-ranges.csv} or {@code .xlsx}, or null for the shipped ranges alone
     * @param payers resolves the names in the {@code payer} column, so that they meet the payers of claims and remittances
     * @throws ReferenceDataException if the file is malformed, or two of its rows overlap
     */
    public static ExpectedRanges load(@Nullable Path userFile, PayerDirectory payers) {
        List<ExpectedRange> shipped = ExpectedRangeFile.read(ReferenceTable.shipped("expected-ranges.csv"), payers);
        return of(shipped)
                .with(userFile == null ? List.of() : ExpectedRangeFile.read(ReferenceTable.of(userFile), payers));
    }

    /** Ranges that did not come from a file. */
    public static ExpectedRanges of(List<ExpectedRange> ranges) {
        return new ExpectedRanges(ranges, Set.of(), null);
    }

    /** These ranges and others; one of the others with the same key and kind replaces one of these, and one as specific outranks it. */
    public ExpectedRanges with(List<ExpectedRange> others) {
        Map<List<@Nullable Object>, ExpectedRange> byKey = new LinkedHashMap<>();
        Stream.concat(inForce.stream(), others.stream()).forEach(range -> byKey.put(key(range), range));
        Set<ExpectedRange> outranked = new HashSet<>(defaults);
        outranked.addAll(inForce);
        return new ExpectedRanges(byKey.values(), outranked, areas);
    }

    /**
     * These ranges and Medicare's physician fee schedule, which outranks the ranges but not a schedule row of the user's that names a
     * payer, or has as many key columns or more. The shipped range of Medicare, in whose place it is chosen, holds on no day: also where
     * the schedule has no figures, a rightly paid line would be underpaid by it.
     *
     * @param home the practice's own locality, for claims that name none; null prices them at the national amount
     */
    public ExpectedRanges withMedicareSchedule(
            MedicareFeeSchedule schedule, MedicareFeeSchedule.@Nullable Locality home) {
        List<ExpectedRange> computed = schedule.asRanges(home);
        List<ExpectedRange> others = inForce.stream()
                .filter(row -> row.payerClass() != PayerClass.MEDICARE || !defaults.contains(row))
                .toList();
        return new ExpectedRanges(computed, defaults, ScheduleAreas.of(computed, schedule, home)).with(others);
    }

    public ExpectedRanges withMedicareSchedule(MedicareFeeSchedule schedule) {
        return withMedicareSchedule(schedule, null);
    }

    /** All rows in force, contracts first, for the reports' "Ranges used". */
    public List<ExpectedRange> all() {
        return inForce;
    }

    /** Whether lines are compared with Medicare's physician fee schedule. */
    public boolean holdMedicareSchedule() {
        return areas != null;
    }

    /** {@code AL-00 for 2026} where the schedule has no figures of the locality that is asked for, so that the row stands in; else null. */
    @Nullable
    String missingLocality(ExpectedRange row, PriceQuestion question) {
        return areas == null ? null : areas.missingLocality(row, question);
    }

    /** Whether the row is the national amount in the place of the practice's own locality, of which the schedule has no figures. */
    boolean standsInForHome(ExpectedRange row) {
        return areas != null && areas.standsInForHome(row);
    }

    /** The first of the days, and those until before the last from which on other rows hold. */
    List<LocalDate> daysOfChange(LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>(List.of(first));
        days.addAll(changes.subSet(first, false, last, false));
        return days;
    }

    /** Where the place of service is not known, a row is chosen only where its amounts would hold in any place. */
    Choice find(PriceQuestion question) {
        if (question.placeGroup() != null) {
            return best(question);
        }
        Choice outside = best(question.in(PlaceGroup.NON_FACILITY));
        Choice inFacility = best(question.in(PlaceGroup.FACILITY));
        return isAlike(outside, inFacility)
                ? outside
                : new Choice.None("the line states no known place of service, and the expected ranges differ by it");
    }

    private static boolean isAlike(Choice one, Choice other) {
        if (one instanceof Choice.Found found && other instanceof Choice.Found otherFound) {
            ExpectedRange range = found.range();
            ExpectedRange otherRange = otherFound.range();
            return range.low().equals(otherRange.low())
                    && range.high().equals(otherRange.high())
                    && range.kind() == otherRange.kind()
                    && Objects.equals(range.credential(), otherRange.credential());
        }
        return one.equals(other);
    }

    private Choice best(PriceQuestion question) {
        ExpectedRange best = null;
        ExpectedRange equal = null;
        for (ExpectedRange range : inForce) {
            int order = question.fits(range) ? (best == null ? -1 : bestFirst.compare(range, best)) : 1;
            if (order < 0) {
                best = range;
                equal = null;
            } else if (order == 0) {
                equal = range;
            }
        }
        if (best == null) {
            return new Choice.None(noneInForce(question));
        }
        return equal == null
                ? new Choice.Found(best)
                : new Choice.None("%s and %s fit equally well; give one of them more key columns"
                        .formatted(best.place(), equal.place()));
    }

    private String noneInForce(PriceQuestion question) {
        LocalDate day = question.serviceDate();
        String lack = question.payerClass() == PayerClass.MEDICARE ? scheduleLackOn(day) : null;
        return lack == null
                ? "no expected range is in force for %s on %s"
                        .formatted(question.payerClass().label(), day)
                : "%s: load the rows of %d of medicare-rvu.csv and medicare-cf.csv, or a row of expected-ranges (kind schedule)"
                        .formatted(lack, day.getYear());
    }

    /**
     * That Medicare's physician fee schedule ends before the day, begins after it, or has no figures between: a Medicare line of that day
     * has no amount then but a row of the user's. Null where it has figures, or is not among the ranges.
     */
    public @Nullable String scheduleLackOn(LocalDate day) {
        String lack = areas == null ? null : areas.lackOn(day);
        return lack == null
                ? null
                : "Medicare's physician fee schedule, which is chosen in the place of the range, " + lack;
    }

    /**
     * One sentence for each end of Medicare's physician fee schedule by which lines lack an amount, since no row of the user's holds.
     *
     * @param month looked at on its first and its last day; null for the day after the schedule's end
     */
    public List<String> scheduleLacks(@Nullable YearMonth month) {
        if (areas == null) {
            return List.of();
        }
        List<LocalDate> days =
                month == null ? List.of(areas.lastDay().plusDays(1)) : List.of(month.atDay(1), month.atEndOfMonth());
        return days.stream()
                .filter(day -> find(medicareOn(day)) instanceof Choice.None)
                .map(this::scheduleLackOn)
                .filter(Objects::nonNull)
                .distinct()
                .map(lack -> lackInWords(lack, "Medicare lines that it does not cover"))
                .toList();
    }

    /**
     * That the schedule lacks figures, of which lines, and what to do.
     *
     * @param lack see {@link #scheduleLackOn}
     */
    public static String lackInWords(String lack, String lines) {
        return "%s: %s cannot be compared, nor is an amount at stake known. Load the rows of their year of medicare-rvu.csv and medicare-cf.csv, or a row of expected-ranges (kind schedule), and run again."
                .formatted(lack, lines);
    }

    /** One sentence for each row that holds only for a credential which {@code credentials.csv} does not know: it may be misspelt. */
    public List<String> warnings() {
        return inForce.stream()
                .filter(range -> range.credential() != null && !Credentials.isKnown(range.credential()))
                .map(range ->
                        "%s holds only for lines whose credential is written '%s', which is not one that is known: correct it if it is misspelt."
                                .formatted(range.place(), range.credential()))
                .toList();
    }

    /** The user's rows that end some day, in the order of {@link #all}. */
    public List<ExpectedRange> ending() {
        return ending;
    }

    /**
     * The user's row in whose place another holds for a line since it ended: the last to end of those that outrank it. One that began
     * after that end is no stand-in but what the user wrote for the time since, unless rows of its key stood behind the other before.
     *
     * @param row holds for the line
     * @return null where the row stands in for none
     */
    @Nullable
    ExpectedRange endedBefore(PriceQuestion question, ExpectedRange row) {
        return ending.stream()
                .filter(ended -> ended.effective().endsBefore(question.serviceDate()))
                .filter(question::mayFitOnSomeDay)
                .filter(ended -> bestFirst.compare(ended, row) < 0 && stoodBehind(ended, row))
                .max(Comparator.comparing(ExpectedRanges::lastDay).thenComparing(bestFirst.reversed()))
                .orElse(null);
    }

    private boolean stoodBehind(ExpectedRange ended, ExpectedRange row) {
        return defaults.contains(row)
                || inForce.stream()
                        .filter(other ->
                                !defaults.contains(other) && other.effective().holdsOn(lastDay(ended)))
                        .anyMatch(other -> keyWithoutDates(other).equals(keyWithoutDates(row)));
    }

    private static LocalDate lastDay(ExpectedRange ending) {
        return Objects.requireNonNull(ending.effective().to());
    }

    /**
     * One sentence for each row of the user's that none of the user's follows, so that another stands in for it.
     *
     * @param month only rows that ended before this month's end, looked at on its last day; null for all, on the day after their end
     */
    public List<String> endings(@Nullable YearMonth month) {
        List<String> endings = new ArrayList<>();
        for (ExpectedRange row : ending) {
            LocalDate day = month == null ? lastDay(row).plusDays(1) : month.atEndOfMonth();
            ExpectedRange standIn = standIn(row, day);
            if (standIn != null) {
                endings.add(endingInWords(row, standIn.kind().label() + ": " + standIn.source()));
            }
        }
        return endings;
    }

    /** What holds on a day for all lines that a row which ended before is of; null where it has not ended, or where that differs. */
    private @Nullable ExpectedRange standIn(ExpectedRange row, LocalDate day) {
        ExpectedRange standIn = null;
        for (PayerClass payerClass : row.payerClass() == null ? KNOWN_CLASSES : Set.of(row.payerClass())) {
            PriceQuestion question = new PriceQuestion(
                    day,
                    payerClass,
                    row.payer() == null ? PayerDirectory.Payer.NOT_STATED : row.payer(),
                    row.state(),
                    row.locality(),
                    row.placeGroup(),
                    row.credential());
            if (!(find(question) instanceof Choice.Found found) || !row.equals(endedBefore(question, found.range()))) {
                return null;
            }
            standIn = found.range();
        }
        return standIn;
    }

    /**
     * That a row ends, or is followed after a gap, what stands in for it, and what to do.
     *
     * @param standIn kind and source of what later services, or those of the gap, are compared with
     */
    public String endingInWords(ExpectedRange row, String standIn) {
        String ends = "The %s for %s (%s) ends on %s"
                .formatted(row.kind().label(), row.keyInWords(), row.place(), lastDay(row));
        ExpectedRange next = next(row);
        return next == null
                ? "%s, and no row of yours follows it: later services are compared with %s. Add the row of the new year to expected-ranges."
                        .formatted(ends, standIn)
                : "%s, and %s follows it after a gap: services from %s to %s are compared with %s. Add a row for these days to expected-ranges, or correct the dates."
                        .formatted(
                                ends,
                                next.place(),
                                lastDay(row).plusDays(1),
                                firstDay(next).minusDays(1),
                                standIn);
    }

    /** The user's row of the same key and kind that begins first after the row's end, or null. */
    private @Nullable ExpectedRange next(ExpectedRange row) {
        return inForce.stream()
                .filter(other ->
                        !defaults.contains(other) && keyWithoutDates(other).equals(keyWithoutDates(row)))
                .filter(other -> other.effective().startsAfter(lastDay(row)))
                .min(Comparator.comparing(ExpectedRanges::firstDay))
                .orElse(null);
    }

    private static LocalDate firstDay(ExpectedRange beginning) {
        return Objects.requireNonNull(beginning.effective().from());
    }

    /** Whether a Medicare line of that day outside facilities, of which nothing more is known, is compared with this row. */
    boolean holdsForMedicare(ExpectedRange row, LocalDate serviceDate) {
        return find(medicareOn(serviceDate)).equals(new Choice.Found(row));
    }

    private static PriceQuestion medicareOn(LocalDate serviceDate) {
        return new PriceQuestion(
                serviceDate,
                PayerClass.MEDICARE,
                PayerDirectory.Payer.NOT_STATED,
                null,
                null,
                PlaceGroup.NON_FACILITY,
                null);
    }

    private static String canonical(ExpectedRange range) {
        List<@Nullable Object> parts = new ArrayList<>(key(range));
        parts.addAll(List.of(range.low(), range.high(), range.source()));
        return String.join(
                "\t", parts.stream().map(part -> Objects.toString(part, "")).toList());
    }

    private static List<@Nullable Object> key(ExpectedRange range) {
        List<@Nullable Object> key = new ArrayList<>(keyWithoutDates(range));
        key.add(range.effective().from());
        key.add(range.effective().to());
        return key;
    }

    static List<@Nullable Object> keyWithoutDates(ExpectedRange range) {
        return Arrays.asList(
                range.kind(),
                range.payerClass(),
                range.payer() == null ? null : range.payer().key(),
                range.state(),
                range.locality(),
                range.placeGroup(),
                range.credential());
    }
}
