package recon.match;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import recon.claim.ClaimLine;

/** Claim lines by their day of service, in their order: a payment is of the lines of its day alone. */
final class LinesByDay {

    private final Map<LocalDate, List<ClaimLine>> byDay;

    LinesByDay(List<ClaimLine> lines) {
        byDay = lines.stream().collect(groupingBy(ClaimLine::serviceDate));
    }

    List<ClaimLine> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }
}
