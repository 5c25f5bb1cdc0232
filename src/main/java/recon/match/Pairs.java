package recon.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.match.Repeats.Event;

/**
 * Finds for the lines of one file the events that they repeat, each of which a file repeats once. Those with one line control number
 * come first, then those that have most in common; but as many lines as can repeat an event do, whatever the order of the rows.
 */
final class Pairs {

    private final List<Event> events;
    private final MatchGroup group;
    private final Map<Event, Event> lineOf = new HashMap<>();

    /** @param common how many columns both state alike */
    private record Pair(Event line, Event event, int common) {

        boolean isOfOneLine() {
            return line.isOfOneLine(event);
        }
    }

    private Pairs(List<Event> events, MatchGroup group) {
        this.events = events;
        this.group = group;
    }

    /** The events by the lines that repeat them. */
    static Map<Event, Event> of(List<Event> lines, List<Event> events, MatchGroup group) {
        Pairs pairs = new Pairs(events, group);
        pairs.pairBest(lines);
        List<Event> left = new ArrayList<>(lines);
        left.removeAll(pairs.lineOf.values());
        left.forEach(line -> pairs.place(line, new HashSet<>()));
        Map<Event, Event> eventOf = new HashMap<>();
        pairs.lineOf.forEach((event, line) -> eventOf.put(line, event));
        return eventOf;
    }

    private void pairBest(List<Event> lines) {
        List<Pair> all = new ArrayList<>();
        for (Event line : lines) {
            for (Event event : events) {
                int common = line.common(event, group);
                if (common >= 0) {
                    all.add(new Pair(line, event, common));
                }
            }
        }
        all.sort(Comparator.comparing((Pair pair) -> !pair.isOfOneLine()).thenComparing(pair -> -pair.common()));
        for (Pair pair : all) {
            if (!lineOf.containsKey(pair.event()) && !lineOf.containsValue(pair.line())) {
                lineOf.put(pair.event(), pair.line());
            }
        }
    }

    /** Gives a line an event that is free, or that becomes so because the line that has it can repeat another. */
    private boolean place(Event line, Set<Event> tried) {
        for (Event event : events) {
            if (line.common(event, group) >= 0 && tried.add(event)) {
                Event other = lineOf.get(event);
                if (other == null || !other.isOfOneLine(event) && place(other, tried)) {
                    lineOf.put(event, line);
                    return true;
                }
            }
        }
        return false;
    }
}
