package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.ProcedureCode;

/**
 * Tells which line of a replacement claim (frequency 7) each line of the claim before it has become. A line is the heir of one, the most
 * alike first: of its code and day, its modifiers and charge, and its place. What is left then went into a line of its code and day that
 * bills more units than the one that it has, as where two lines are billed as one of two units; else it was given another day or code, in
 * a line that is the heir of none; else the replacement has no line for it.
 */
final class Heirs {

    private static final Comparator<ClaimLine> BY_NUMBER =
            Comparator.comparing(ClaimLine::lineNumber, Comparator.nullsLast(Comparator.naturalOrder()));

    private record Service(ProcedureCode code, LocalDate date) {}

    private final List<ClaimLine> earlier;
    private final List<ClaimLine> version;
    private final BiPredicate<ClaimLine, ClaimLine> mayReplace;
    private final Map<Long, @Nullable Integer> places = new HashMap<>();
    private final Map<Long, ClaimLine> heirs = new HashMap<>();

    private Heirs(List<ClaimLine> earlier, List<ClaimLine> version, BiPredicate<ClaimLine, ClaimLine> mayReplace) {
        this.earlier = earlier;
        this.version = version;
        this.mayReplace = mayReplace;
        boolean moved = numbersMoved();
        for (List<ClaimLine> lines : List.of(earlier, version)) {
            if (moved) {
                rank(lines);
            } else {
                lines.forEach(line -> places.put(line.id(), line.lineNumber()));
            }
        }
    }

    /**
     * @param mayReplace whether a line of the claim before (first) may be replaced by one of the replacement (second) at all
     * @return by the number on file of the line of the claim before; none where the replacement has no line for it
     */
    static Map<Long, ClaimLine> of(
            List<ClaimLine> earlier, List<ClaimLine> version, BiPredicate<ClaimLine, ClaimLine> mayReplace) {
        Heirs heirs = new Heirs(earlier, version, mayReplace);
        List<ClaimLine> free = new ArrayList<>(version);
        heirs.assignSameServices(free);
        heirs.assignWhatIsLeftByUnits();
        heirs.assignWhatIsCodedAnew(free);
        return heirs.heirs;
    }

    /** A line that is inserted moves the numbers of those behind it: then another code stands under a number. */
    private boolean numbersMoved() {
        Map<Integer, ClaimLine> byNumber = new HashMap<>();
        for (ClaimLine line : version) {
            if (line.lineNumber() != null) {
                byNumber.put(line.lineNumber(), line);
            }
        }
        for (ClaimLine line : earlier) {
            ClaimLine now = line.lineNumber() == null ? null : byNumber.get(line.lineNumber());
            if (now != null && !isSameCode(line, now)) {
                return true;
            }
        }
        return false;
    }

    /** The place of a line among those of its code and day. */
    private void rank(List<ClaimLine> lines) {
        Map<Service, Integer> ranks = new HashMap<>();
        lines.stream()
                .sorted(BY_NUMBER)
                .forEach(line -> places.put(
                        line.id(), ranks.merge(new Service(line.code(), line.serviceDate()), 1, Integer::sum)));
    }

    private void assignSameServices(List<ClaimLine> free) {
        assign(free, (line, heir) -> line.id() == heir.id());
        assign(free, (line, heir) -> isAlike(line, heir) && isSameCharge(line, heir) && isSamePlace(line, heir));
        assign(free, (line, heir) -> isAlike(line, heir) && isSameCharge(line, heir));
        assign(free, (line, heir) -> isAlike(line, heir) && isSamePlace(line, heir));
        assign(free, Heirs::isAlike);
        assign(free, (line, heir) -> line.isOfService(heir) && isSamePlace(line, heir));
        assign(free, ClaimLine::isOfService);
    }

    /** A line of another code or day that the correction adds takes the place of none that went into one of its own service. */
    private void assignWhatIsCodedAnew(List<ClaimLine> free) {
        assign(free, Heirs::isSameCode);
        assign(free, (line, heir) -> true);
    }

    private void assign(List<ClaimLine> free, BiPredicate<ClaimLine, ClaimLine> fits) {
        for (ClaimLine line : earlier) {
            if (!heirs.containsKey(line.id())) {
                free.stream()
                        .filter(heir -> fits.test(line, heir) && mayReplace.test(line, heir))
                        .findFirst()
                        .ifPresent(heir -> {
                            heirs.put(line.id(), heir);
                            free.remove(heir);
                        });
            }
        }
    }

    private void assignWhatIsLeftByUnits() {
        Map<Long, Long> units = new HashMap<>();
        for (ClaimLine line : earlier) {
            ClaimLine heir = heirs.get(line.id());
            if (heir != null) {
                units.put(heir.id(), (long) line.units());
            }
        }
        for (ClaimLine line : earlier) {
            if (!heirs.containsKey(line.id())) {
                version.stream()
                        .filter(heir -> line.isOfService(heir) && mayReplace.test(line, heir))
                        .filter(heir -> units.getOrDefault(heir.id(), 0L) + line.units() <= heir.units())
                        .findFirst()
                        .ifPresent(heir -> {
                            heirs.put(line.id(), heir);
                            units.merge(heir.id(), (long) line.units(), Long::sum);
                        });
            }
        }
    }

    private static boolean isAlike(ClaimLine line, ClaimLine heir) {
        return line.isOfService(heir) && line.modifiers().sameSet(heir.modifiers());
    }

    private static boolean isSameCode(ClaimLine line, ClaimLine heir) {
        return line.code().equals(heir.code());
    }

    private static boolean isSameCharge(ClaimLine line, ClaimLine heir) {
        return line.charge().equals(heir.charge());
    }

    private boolean isSamePlace(ClaimLine line, ClaimLine heir) {
        return Objects.equals(places.get(line.id()), places.get(heir.id()));
    }
}
