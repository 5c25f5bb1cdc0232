package recon.match;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.match.ClaimVersions.SetAside;

/**
 * Tells the 96372 lines that an export states with another charge or payer than an export before it, without a correction (frequency 7).
 * Charge and payer tell what repeats what, so both lines stand, and one of them may never be answered.
 */
public final class ChangedLines {

    private ChangedLines() {}

    /** @param line as one of the run's own files states it; {@code before} the line that stands beside it, of another file */
    public record Changed(ClaimLine line, ClaimLine before) {}

    /** By which a person finds a line of a claim again; {@code lineNumber} null where none is stated. */
    private record Place(@Nullable Integer lineNumber, LocalDate serviceDate, String modifiers) {

        static Place of(ClaimLine line) {
            return new Place(
                    line.lineNumber(), line.serviceDate(), line.modifiers().toString());
        }
    }

    /**
     * @param claim all lines on file of one control number, those of earlier months first
     * @param aside those of them that are not current
     * @param isOwn whether a line is of the run's own files
     */
    public static List<Changed> of(
            List<ClaimLine> claim, List<SetAside> aside, PayerDirectory payers, Predicate<ClaimLine> isOwn) {
        Set<Long> notCurrent = aside.stream().map(SetAside::lineId).collect(toSet());
        Map<Place, List<ClaimLine>> places = new LinkedHashMap<>();
        for (ClaimLine line : claim) {
            if (line.code().isInjection() && !line.isVersion()) {
                places.computeIfAbsent(Place.of(line), place -> new ArrayList<>())
                        .add(line);
            }
        }
        List<Changed> changed = new ArrayList<>();
        places.forEach((place, lines) -> {
            List<ClaimLine> current = lines.stream()
                    .filter(line -> !notCurrent.contains(line.id()))
                    .toList();
            if (current.size() > 1 && isOnceInEachFile(place, lines, claim)) {
                ClaimLine before = current.get(0);
                current.stream()
                        .filter(line -> !isStatedAlike(line, before, payers))
                        .forEach(line -> lines.stream()
                                .filter(own -> isOwn.test(own) && isStatedAlike(own, line, payers))
                                .findFirst()
                                .ifPresent(own -> changed.add(new Changed(own, before))));
            }
        });
        return changed;
    }

    /** Without a line number, another line of the service in a file may be the one that was changed. */
    private static boolean isOnceInEachFile(Place place, List<ClaimLine> lines, List<ClaimLine> claim) {
        Map<LinesFile, Integer> files = new HashMap<>();
        List<ClaimLine> alike = place.lineNumber() != null
                ? lines
                : claim.stream().filter(lines.get(0)::isOfService).toList();
        alike.forEach(line -> files.merge(LinesFile.of(line), 1, Integer::sum));
        return files.values().stream().allMatch(count -> count == 1);
    }

    private static boolean isStatedAlike(ClaimLine line, ClaimLine other, PayerDirectory payers) {
        return line.charge().equals(other.charge()) && payers.of(line).isSameAs(payers.of(other));
    }
}
