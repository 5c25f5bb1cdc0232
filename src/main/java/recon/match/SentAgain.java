package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;

/**
 * Tells the lines that one file holds from several submissions, as where interchanges of X12 were put into one file: the n-th of one day
 * repeats the n-th of another, where lines are numbered. With other modifiers or units it is another service, which was charged late.
 */
final class SentAgain {

    private final Map<Unchanged, List<ClaimLine>> sent = new HashMap<>();
    private final Map<OnItsDay, Integer> ofDay = new HashMap<>();

    /** What is alike in all submissions of a line that one file holds. */
    private record Unchanged(ClaimVersions.Sent line, LinesFile file, String modifiers, int units) {}

    private record OnItsDay(Unchanged line, LocalDate submitted) {}

    /**
     * Takes note of a line.
     *
     * @param key what is alike in all exports of the line
     * @return the line of its file that it repeats; null where there is none, or where number or date of submission are not stated
     */
    @Nullable
    ClaimLine repeated(ClaimLine line, ClaimVersions.Sent key) {
        if (line.lineNumber() == null || line.submitted() == null) {
            return null;
        }
        Unchanged unchanged =
                new Unchanged(key, LinesFile.of(line), line.modifiers().toString(), line.units());
        List<ClaimLine> earlier = sent.computeIfAbsent(unchanged, k -> new ArrayList<>());
        int nth = ofDay.merge(new OnItsDay(unchanged, line.submitted()), 1, Integer::sum);
        if (nth <= earlier.size()) {
            return earlier.get(nth - 1);
        }
        earlier.add(line);
        return null;
    }
}
