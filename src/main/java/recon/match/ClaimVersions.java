package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.load.MatchKeys;

/**
 * Tells which lines of a claim are current, where it is on file more than once.
 *
 * <p>The same line (payer, control number, line number, code, date, charge) in two exports counts once: the n-th in one file repeats
 * the n-th in another. A replacement (X12 CLM05-3 = 7) takes the place of everything submitted before it under that number, a void (8)
 * takes it away.
 */
public final class ClaimVersions {

    private ClaimVersions() {}

    /** How a line came to be set aside. */
    public enum Cause {
        /** The same line stands in another export. */
        DUPLICATE,
        /** A replacement claim (frequency 7) took its place. */
        REPLACED,
        /** The claim was voided (frequency 8), or the line is of the voiding claim itself. */
        VOIDED
    }

    /**
     * A line that is not judged.
     *
     * @param by the line on file that it repeats, or by which it was replaced or voided
     */
    public record SetAside(long lineId, long by, Cause cause) {}

    /**
     * @param lines all lines on file of one control number, 96372 and other codes, in the order in which they are on file
     * @return those of them that are not current, in the same order
     */
    public static List<SetAside> setAside(List<ClaimLine> lines, PayerDirectory payers) {
        Map<Long, SetAside> aside = new HashMap<>();
        List<ClaimLine> once = withoutDuplicates(lines, payers, aside);
        supersede(once, aside);
        List<SetAside> inOrder = new ArrayList<>();
        for (ClaimLine line : lines) {
            SetAside one = aside.get(line.id());
            if (one != null) {
                inOrder.add(one);
            }
        }
        return inOrder;
    }

    private static List<ClaimLine> withoutDuplicates(
            List<ClaimLine> lines, PayerDirectory payers, Map<Long, SetAside> aside) {
        Map<List<@Nullable Object>, List<ClaimLine>> kept = new HashMap<>();
        Map<List<@Nullable Object>, Map<String, Integer>> seen = new HashMap<>();
        List<ClaimLine> once = new ArrayList<>();
        List<LocalDate> voided = lines.stream()
                .filter(line -> line.isVoid() && line.submitted() != null)
                .map(line -> Objects.requireNonNull(line.submitted()))
                .distinct()
                .toList();
        for (ClaimLine line : lines) {
            List<@Nullable Object> key = key(line, payers);
            key.add(voidsBefore(line, voided));
            List<ClaimLine> same = kept.computeIfAbsent(key, k -> new ArrayList<>());
            int nth = seen.computeIfAbsent(key, k -> new HashMap<>())
                    .merge(line.source().file(), 1, Integer::sum);
            ClaimLine sameLine = byControlNumber(line, same);
            if (sameLine != null || nth <= same.size()) {
                ClaimLine repeated = sameLine != null ? sameLine : same.get(nth - 1);
                aside.put(line.id(), new SetAside(line.id(), repeated.id(), Cause.DUPLICATE));
            } else {
                same.add(line);
                once.add(line);
            }
        }
        return once;
    }

    /** A claim that is sent anew after it was voided is no second export of the one that was voided. */
    private static long voidsBefore(ClaimLine line, List<LocalDate> voided) {
        LocalDate submitted = line.submitted();
        return submitted == null || line.isVersion()
                ? 0
                : voided.stream().filter(submitted::isAfter).count();
    }

    private static @Nullable ClaimLine byControlNumber(ClaimLine line, List<ClaimLine> same) {
        String control = MatchKeys.ofNullable(line.lineControlNumber());
        return control == null
                ? null
                : same.stream()
                        .filter(other -> control.equals(MatchKeys.ofNullable(other.lineControlNumber())))
                        .findFirst()
                        .orElse(null);
    }

    private static List<@Nullable Object> key(ClaimLine line, PayerDirectory payers) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(payers.find(line.payer(), line.payerId()).name());
        key.add(line.lineNumber());
        key.add(line.code());
        key.add(line.serviceDate());
        key.add(line.charge());
        // One export may have what another leaves out; without a line number they are what tells two lines apart.
        boolean numbered = line.lineNumber() != null;
        key.add(numbered ? null : MatchKeys.ofNullable(line.lineControlNumber()));
        key.add(numbered ? null : line.modifiers().toString());
        // A claim that is replaced twice is two versions, alike as their lines may be; one is told from the other by
        // its date.
        boolean version = line.isVersion();
        key.add(version ? line.frequency() : "1");
        key.add(version ? line.submitted() : null);
        return key;
    }

    private static void supersede(List<ClaimLine> lines, Map<Long, SetAside> aside) {
        if (lines.stream().noneMatch(ClaimLine::isVersion)) {
            return;
        }
        List<ClaimLine> current = new ArrayList<>();
        for (List<ClaimLine> version : versions(lines)) {
            ClaimLine first = version.get(0);
            if (first.isReplacement()) {
                current.forEach(line -> aside.put(line.id(), new SetAside(line.id(), first.id(), Cause.REPLACED)));
                current.clear();
                current.addAll(version);
            } else if (first.isVoid()) {
                current.forEach(line -> aside.put(line.id(), new SetAside(line.id(), first.id(), Cause.VOIDED)));
                current.clear();
                version.forEach(line -> aside.put(line.id(), new SetAside(line.id(), first.id(), Cause.VOIDED)));
            } else {
                current.addAll(version);
            }
        }
    }

    /** The claim as it was submitted each time, oldest first; where a date of submission is missing, by frequency and file. */
    private static List<List<ClaimLine>> versions(List<ClaimLine> lines) {
        boolean dated = lines.stream().allMatch(line -> line.submitted() != null);
        Map<List<@Nullable Object>, List<ClaimLine>> versions = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing((ClaimLine line) -> submitted(line, dated))
                        .thenComparing(ClaimVersions::frequency)
                        .thenComparing(ClaimLine::id))
                .forEach(line -> versions.computeIfAbsent(
                                List.of(
                                        submitted(line, dated),
                                        frequency(line),
                                        line.source().file()),
                                key -> new ArrayList<>())
                        .add(line));
        return List.copyOf(versions.values());
    }

    private static LocalDate submitted(ClaimLine line, boolean dated) {
        return line.submitted() == null || !dated ? LocalDate.MIN : line.submitted();
    }

    private static String frequency(ClaimLine line) {
        return line.isVersion() ? String.valueOf(line.frequency()) : "1";
    }
}
