package recon.match;

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

    private final Map<List<@Nullable Object>, List<ClaimLine>> sent = new HashMap<>();
    private final Map<List<@Nullable Object>, Integer> ofDay = new HashMap<>();

    /**
     * Takes note of a line.
     *
     * @param key what is alike in all exports of the line
     * @return the line of its file that it repeats; null where there is none, or where number or date of submission are not stated
     */
    @Nullable
    ClaimLine repeated(ClaimLine line, List<@Nullable Object> key) {
        if (line.lineNumber() == null || line.submitted() == null) {
            return null;
        }
        List<@Nullable Object> unchanged = new ArrayList<>(key);
        unchanged.add(LinesFile.of(line));
        unchanged.add(line.modifiers().toString());
        unchanged.add(line.units());
        List<@Nullable Object> onItsDay = new ArrayList<>(unchanged);
        onItsDay.add(line.submitted());
        List<ClaimLine> earlier = sent.computeIfAbsent(unchanged, k -> new ArrayList<>());
        int nth = ofDay.merge(onItsDay, 1, Integer::sum);
        if (nth <= earlier.size()) {
            return earlier.get(nth - 1);
        }
        earlier.add(line);
        return null;
    }
}
