package recon.match;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.ProcedureCode;
import recon.load.MatchKeys;

/**
 * Tells which lines of a claim are current, where it is on file more than once.
 *
 * <p>The same line (payer, control number, line number, code, date, charge) in two exports counts once: the n-th in one file repeats
 * the n-th in another; and so does a line that one file holds {@link SentAgain from two days of submission}. A replacement (X12
 * CLM05-3 = 7) takes the place of what the same payer was sent before it under that number, a void (8) takes that away. One that was
 * submitted after the month waits: the month is judged as of its end.
 */
public final class ClaimVersions {

    private ClaimVersions() {}

    /** How a line came to be set aside. */
    public enum Cause {
        /** The same line stands in another export. */
        DUPLICATE,
        /** A line of a replacement claim (frequency 7) took its place. */
        REPLACED,
        /** A replacement claim has no line for it any more. */
        DROPPED,
        /** The claim was voided (frequency 8), or the line is of the voiding claim itself. */
        VOIDED,
        /** The replacement or void that the line is of was submitted after the month. Only this month does without it. */
        LATER
    }

    /**
     * A line that is not judged.
     *
     * @param by the line on file that it repeats, or by which it was replaced or voided; of one that was dropped, a line of the replacement;
     *     of one that waits, itself
     */
    public record SetAside(long lineId, long by, Cause cause) {}

    /**
     * @param lines all lines on file of one control number, 96372 and other codes, in the order in which they came: those of
     *     earlier months, then the others, each in the order in which they are on file
     * @param asOf the month's last day
     * @return those of them that are not current, in the same order
     */
    public static List<SetAside> setAside(List<ClaimLine> lines, PayerDirectory payers, LocalDate asOf) {
        Map<Long, SetAside> aside = new HashMap<>();
        List<ClaimLine> sent = new ArrayList<>();
        for (ClaimLine line : lines) {
            if (line.isVersionAfter(asOf)) {
                aside.put(line.id(), new SetAside(line.id(), line.id(), Cause.LATER));
            } else {
                sent.add(line);
            }
        }
        setDuplicatesAside(sent, payers, aside);
        if (sent.stream().anyMatch(ClaimLine::isVersion)) {
            supersede(sent, payers, aside);
        }
        List<SetAside> inOrder = new ArrayList<>();
        for (ClaimLine line : lines) {
            SetAside one = aside.get(line.id());
            if (one != null) {
                inOrder.add(one);
            }
        }
        return inOrder;
    }

    private static void setDuplicatesAside(List<ClaimLine> lines, PayerDirectory payers, Map<Long, SetAside> aside) {
        Map<Sent, List<ClaimLine>> kept = new HashMap<>();
        Map<Sent, Map<LinesFile, Integer>> seen = new HashMap<>();
        SentAgain sentAgain = new SentAgain();
        boolean anyVoid = lines.stream().anyMatch(ClaimLine::isVoid);
        for (ClaimLine line : lines) {
            Sent key = sent(line, anyVoid ? voidsBefore(line, lines) : 0, payers);
            List<ClaimLine> same = kept.computeIfAbsent(key, k -> new ArrayList<>());
            ClaimLine inItsFile = sentAgain.repeated(line, key);
            if (inItsFile != null) {
                SetAside earlier = aside.get(inItsFile.id());
                long by = earlier == null ? inItsFile.id() : earlier.by();
                aside.put(line.id(), new SetAside(line.id(), by, Cause.DUPLICATE));
                continue;
            }
            int nth = seen.computeIfAbsent(key, k -> new HashMap<>()).merge(LinesFile.of(line), 1, Integer::sum);
            ClaimLine sameLine = byControlNumber(line, same);
            if (sameLine != null || nth <= same.size()) {
                ClaimLine repeated = sameLine != null ? sameLine : same.get(nth - 1);
                aside.put(line.id(), new SetAside(line.id(), repeated.id(), Cause.DUPLICATE));
            } else {
                same.add(line);
            }
        }
    }

    /** A claim that is sent anew after it was voided is no second export of the one that was voided. */
    private static long voidsBefore(ClaimLine line, List<ClaimLine> lines) {
        LocalDate submitted = line.submitted();
        if (submitted == null || line.isVersion()) {
            return 0;
        }
        long earlier = lines.stream()
                .filter(ClaimLine::isVoid)
                .map(ClaimLine::submitted)
                .filter(date -> date != null && date.isBefore(submitted))
                .distinct()
                .count();
        return isSentAnewOnTheDayOfAVoid(line, lines) ? earlier + 1 : earlier;
    }

    /** On the day of a void, a line that had been sent before that day is sent anew; without that, it is what is voided. */
    private static boolean isSentAnewOnTheDayOfAVoid(ClaimLine line, List<ClaimLine> lines) {
        LocalDate submitted = line.submitted();
        return submitted != null
                && !line.isVersion()
                && lines.stream().anyMatch(other -> other.isVoid() && submitted.equals(other.submitted()))
                && lines.stream()
                        .anyMatch(other -> !other.isVersion()
                                && other.submitted() != null
                                && other.submitted().isBefore(submitted)
                                && line.isOfService(other));
    }

    private static @Nullable ClaimLine byControlNumber(ClaimLine line, List<ClaimLine> same) {
        return same.stream()
                .filter(other -> MatchKeys.areStatedAlike(line.lineControlNumber(), other.lineControlNumber()))
                .findFirst()
                .orElse(null);
    }

    /**
     * What is alike in all exports of a line.
     *
     * @param lineControlNumber of a line without a number; else null, since one export may have what another leaves out
     * @param modifiers likewise
     * @param submitted of a replacement or a void; else null. A claim that is replaced twice is two versions, alike as their lines may
     *     be; one is told from the other by its date
     * @param voidsBefore how often the claim had been voided when the line was sent
     */
    record Sent(
            String payer,
            @Nullable Integer lineNumber,
            ProcedureCode code,
            LocalDate serviceDate,
            Money charge,
            @Nullable String lineControlNumber,
            @Nullable String modifiers,
            @Nullable String frequency,
            @Nullable LocalDate submitted,
            long voidsBefore) {}

    private static Sent sent(ClaimLine line, long voidsBefore, PayerDirectory payers) {
        boolean numbered = line.lineNumber() != null;
        boolean version = line.isVersion();
        return new Sent(
                payers.of(line).key(),
                line.lineNumber(),
                line.code(),
                line.serviceDate(),
                line.charge(),
                numbered ? null : MatchKeys.ofNullable(line.lineControlNumber()),
                numbered ? null : line.modifiers().toString(),
                version ? line.frequency() : null,
                version ? line.submitted() : null,
                voidsBefore);
    }

    /**
     * One service may be billed to two payers under one number, and some practices give all visits of a patient one number: a claim takes
     * the place of what the same payer was sent of the same days. Where none was, it corrects the day.
     */
    private static void supersede(List<ClaimLine> lines, PayerDirectory payers, Map<Long, SetAside> aside) {
        List<ClaimLine> current = new ArrayList<>();
        for (List<ClaimLine> version : versions(standing(lines, aside), lines)) {
            ClaimLine first = version.get(0);
            if (first.isVersion()) {
                Cause cause = first.isVoid() ? Cause.VOIDED : Cause.REPLACED;
                for (SetAside one : superseded(current, version, payers, cause)) {
                    aside.put(one.lineId(), one);
                }
                current.removeIf(line -> aside.containsKey(line.id()));
            }
            if (first.isVoid()) {
                version.forEach(line -> aside.put(line.id(), new SetAside(line.id(), first.id(), Cause.VOIDED)));
            } else {
                version.forEach(line -> aside.remove(line.id()));
                current.addAll(version);
            }
        }
    }

    private static List<SetAside> superseded(
            List<ClaimLine> current, List<ClaimLine> version, PayerDirectory payers, Cause cause) {
        Set<LocalDate> days = version.stream().map(ClaimLine::serviceDate).collect(toUnmodifiableSet());
        Set<Long> itself = version.stream().map(ClaimLine::id).collect(toUnmodifiableSet());
        Map<Long, ClaimLine> ofSamePayer = new HashMap<>();
        List<ClaimLine> ofTheDays = new ArrayList<>();
        List<ClaimLine> ofOtherDays = new ArrayList<>();
        for (ClaimLine earlier : current) {
            List<ClaimLine> list = days.contains(earlier.serviceDate()) ? ofTheDays : ofOtherDays;
            version.stream()
                    .filter(line -> isOfSamePayer(earlier, line, payers))
                    .min(Comparator.comparing(line -> !earlier.isOfService(line)))
                    .ifPresent(line -> {
                        list.add(earlier);
                        ofSamePayer.put(earlier.id(), line);
                    });
        }
        List<ClaimLine> lines = ofTheDays.isEmpty() ? ofOtherDays : ofTheDays;
        Map<Long, ClaimLine> heirs = cause == Cause.VOIDED
                ? ofSamePayer
                : Heirs.of(lines, version, (earlier, line) -> isOfSamePayer(earlier, line, payers));
        List<SetAside> superseded = new ArrayList<>();
        for (ClaimLine line : lines) {
            ClaimLine heir = heirs.get(line.id());
            if (!itself.contains(line.id())) {
                superseded.add(
                        heir == null
                                ? new SetAside(
                                        line.id(),
                                        Objects.requireNonNull(ofSamePayer.get(line.id()))
                                                .id(),
                                        Cause.DROPPED)
                                : new SetAside(line.id(), heir.id(), cause));
            }
        }
        return superseded;
    }

    private static boolean isOfSamePayer(ClaimLine earlier, ClaimLine line, PayerDirectory payers) {
        return payers.of(earlier).mayBe(payers.of(line));
    }

    /**
     * The lines without those that repeat others, but for a line of a replacement: it still says that its claim has the line, so the
     * line that it repeats stands in its place.
     */
    private static List<Standing> standing(List<ClaimLine> lines, Map<Long, SetAside> aside) {
        Map<Long, ClaimLine> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        List<Standing> standing = new ArrayList<>();
        for (ClaimLine line : lines) {
            SetAside repeat = aside.get(line.id());
            if (repeat == null) {
                standing.add(new Standing(line, line));
            } else if (line.isVersion()) {
                standing.add(new Standing(line, Objects.requireNonNull(byId.get(repeat.by()))));
            }
        }
        return standing;
    }

    /** @param counted the line itself, or the one that it repeats */
    private record Standing(ClaimLine line, ClaimLine counted) {}

    /** @param file null where the lines are dated */
    private record Version(
            LocalDate submitted,
            @Nullable String order,
            @Nullable LinesFile file) {}

    /**
     * The claim as it was submitted each time, oldest first. Where a date of submission is missing, by frequency and file; but what
     * another file has of other services is no later version of the claim.
     */
    private static List<List<ClaimLine>> versions(List<Standing> lines, List<ClaimLine> all) {
        boolean dated = lines.stream().allMatch(standing -> standing.line().submitted() != null);
        Map<Long, String> orders = new HashMap<>();
        all.forEach(line -> orders.put(line.id(), order(line, all)));
        Map<Version, List<ClaimLine>> versions = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing((Standing standing) -> submitted(standing.line(), dated))
                        .thenComparing(standing -> orders.get(standing.line().id()))
                        .thenComparing(standing -> standing.line().id()))
                .forEach(standing -> versions.computeIfAbsent(
                                new Version(
                                        submitted(standing.line(), dated),
                                        orders.get(standing.line().id()),
                                        dated ? null : LinesFile.of(standing.line())),
                                key -> new ArrayList<>())
                        .add(standing.counted()));
        return dated ? List.copyOf(versions.values()) : joined(versions.values(), orders);
    }

    private static List<List<ClaimLine>> joined(Collection<List<ClaimLine>> files, Map<Long, String> orders) {
        List<List<ClaimLine>> versions = new ArrayList<>();
        for (List<ClaimLine> lines : files) {
            List<ClaimLine> last = versions.isEmpty() ? List.of() : versions.get(versions.size() - 1);
            boolean goesOn = !last.isEmpty()
                    && Objects.equals(
                            orders.get(last.get(0).id()),
                            orders.get(lines.get(0).id()))
                    && lines.stream().noneMatch(line -> last.stream().anyMatch(other -> line.isOfService(other)));
            if (goesOn) {
                last.addAll(lines);
            } else {
                versions.add(lines);
            }
        }
        return versions;
    }

    private static LocalDate submitted(ClaimLine line, boolean dated) {
        return line.submitted() == null || !dated ? LocalDate.MIN : line.submitted();
    }

    /** Within a day: claims, what replaces them, what voids them, and what is sent anew after that. */
    private static String order(ClaimLine line, List<ClaimLine> lines) {
        if (line.isVersion()) {
            return String.valueOf(line.frequency());
        }
        return isSentAnewOnTheDayOfAVoid(line, lines) ? "9" : "1";
    }
}
