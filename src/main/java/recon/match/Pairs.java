package recon.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import recon.match.Repeats.Event;

/**
 * Finds for the lines of one file the events that they repeat, each of which a file repeats once. Those with one line control number
 * come first, then those that have most in common; but as many lines as can repeat an event do, whatever the order of the rows.
 */
final class Pairs {

    private final List<Event> events;
    private final MatchGroup group;
    private final Map<Object, Kind> kinds = new HashMap<>();
    private final Map<Event, Event> eventOf = new HashMap<>();
    private final Map<Event, Event> lineOf = new HashMap<>();

    /** Kinds of which no further line can repeat an event. */
    private final Set<Kind> exhausted = new HashSet<>();

    /**
     * How well a line fits an event; the best comes first.
     *
     * @param common how many columns both state alike
     */
    private record Fit(boolean isOfOneLine, int common) implements Comparable<Fit> {

        private static final Comparator<Fit> BEST_FIRST = Comparator.comparing(Fit::isOfOneLine)
                .thenComparing(Fit::common)
                .reversed();

        @Override
        public int compareTo(Fit other) {
            return BEST_FIRST.compare(this, other);
        }
    }

    /** The events, in order, that lines may repeat which state the same: thousands of lines may, and are looked at once. */
    private static final class Kind {
        private final List<Event> events = new ArrayList<>();
        private final Map<Fit, Deque<Event>> byFit = new HashMap<>();

        void add(Event event, Fit fit) {
            events.add(event);
            byFit.computeIfAbsent(fit, key -> new ArrayDeque<>()).add(event);
        }

        /** Takes the next event that fits so and that no line has; null where there is none. */
        @Nullable
        Event next(Fit fit, Set<Event> taken) {
            Deque<Event> fitting = byFit.get(fit);
            while (fitting != null && !fitting.isEmpty()) {
                Event event = fitting.remove();
                if (!taken.contains(event)) {
                    return event;
                }
            }
            return null;
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
        for (Event line : lines) {
            Set<Kind> tried = new HashSet<>();
            if (!pairs.eventOf.containsKey(line) && !pairs.place(line, tried)) {
                pairs.exhausted.addAll(tried);
            }
        }
        return pairs.eventOf;
    }

    private void pairBest(List<Event> lines) {
        Set<Fit> fits = new TreeSet<>();
        lines.forEach(line -> fits.addAll(kindOf(line).byFit.keySet()));
        for (Fit fit : fits) {
            for (Event line : lines) {
                Event event = eventOf.containsKey(line) ? null : kindOf(line).next(fit, lineOf.keySet());
                if (event != null) {
                    pair(line, event);
                }
            }
        }
    }

    private Kind kindOf(Event line) {
        return kinds.computeIfAbsent(line.statement(), key -> kind(line));
    }

    private Kind kind(Event line) {
        Kind kind = new Kind();
        for (Event event : events) {
            int common = line.common(event, group);
            if (common >= 0) {
                kind.add(event, new Fit(line.isOfOneLine(event), common));
            }
        }
        return kind;
    }

    private void pair(Event line, Event event) {
        lineOf.put(event, line);
        eventOf.put(line, event);
    }

    /**
     * Gives a line an event that is free, or that becomes so because the line that has it can repeat another.
     *
     * @param tried takes up the kinds that were looked at: another line of one of them could repeat nothing else
     */
    private boolean place(Event line, Set<Kind> tried) {
        Kind kind = kindOf(line);
        if (exhausted.contains(kind) || !tried.add(kind)) {
            return false;
        }
        for (Event event : kind.events) {
            Event other = lineOf.get(event);
            if (other == null || !other.isOfOneLine(event) && place(other, tried)) {
                pair(line, event);
                return true;
            }
        }
        return false;
    }
}
