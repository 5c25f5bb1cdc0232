package recon.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * Tells a payment line that is on file twice from two payments that look alike.
 *
 * <p>Lines of one file that are alike in every column are one event: with a line control number any second one repeats the first, save
 * where the payer split the claim line into such {@link Parts parts}. Without one, a file may hold as many of them as the claim has, or
 * had before it was replaced or voided, identical lines. It may hold one more for each of them that it reverses in the same check: that
 * is the correction. What exceeds these repeats the last.
 *
 * <p>A line of another file under the same dated check is the same event where what {@link StatedColumns both of them state} is alike,
 * since one export has columns that another lacks; without check number or date it must be alike in every column. A file repeats each
 * event once: its n-th line is the n-th. The lines of the file that states most are the events, and the others repeat them. A line under
 * another check is a new event. Where the modifiers of one of them are not stated, and the claim has more lines of the service than
 * either file has rows, each may tell of another line: they are two. A payment that keeps the claim line of an earlier month repeats
 * none, save one that an older month, run again since, found in another file.
 */
final class Repeats {

    private final PayerDirectory payers;

    Repeats(PayerDirectory payers) {
        this.payers = payers;
    }

    /**
     * What lines that repeat one another must have in common.
     *
     * @param billed without the sign of a reversal
     * @param columns all of them, where no check and its date tell that the lines are of one payment; else empty
     */
    private record Decision(
            @Nullable String check,
            @Nullable LocalDate checkDate,
            LocalDate serviceDate,
            ProcedureCode code,
            Money billed,
            Money paid,
            boolean reversal,
            List<@Nullable Object> columns) {}

    /** The line that each repeating line repeats, by their numbers on file. */
    Map<Long, Long> of(MatchGroup group) {
        List<List<RemittanceLine>> several = severalOfOneDecision(group);
        if (several.isEmpty()) {
            return Map.of();
        }
        ServiceCounts counts = new ServiceCounts(group);
        Map<Long, Long> repeats = new HashMap<>();
        for (List<RemittanceLine> payments : several) {
            List<RemittanceLine> kept = keptOfEachFile(payments, group, counts, repeats);
            repeatsAcrossFiles(kept, group, counts, repeats);
        }
        repeats.replaceAll((repeating, original) -> repeats.getOrDefault(original, original));
        return repeats;
    }

    /**
     * The line control number and the modifiers that one of the files of a payment states are the payment's, whichever of its rows
     * counts.
     *
     * @param repeated as {@link #of} tells
     */
    static List<RemittanceLine> asAllOfThemTell(List<RemittanceLine> payments, Map<Long, Long> repeated) {
        if (repeated.isEmpty()) {
            return payments;
        }
        Map<Long, RemittanceLine> told = new HashMap<>();
        payments.forEach(payment -> told.put(payment.id(), payment));
        for (RemittanceLine payment : payments) {
            Long original = repeated.get(payment.id());
            if (original != null) {
                told.computeIfPresent(original, (id, line) -> withWhatItLacks(line, payment));
            }
        }
        return payments.stream()
                .map(payment -> told.getOrDefault(payment.id(), payment))
                .toList();
    }

    private static RemittanceLine withWhatItLacks(RemittanceLine line, RemittanceLine repeating) {
        String control = line.lineControlNumber() == null ? repeating.lineControlNumber() : line.lineControlNumber();
        return line.withService(control, line.modifiers().stated() ? line.modifiers() : repeating.modifiers());
    }

    boolean hasSeveralOfOneDecision(MatchGroup group) {
        return !severalOfOneDecision(group).isEmpty();
    }

    private List<List<RemittanceLine>> severalOfOneDecision(MatchGroup group) {
        if (group.payments().size() == 1) {
            return List.of();
        }
        Map<Decision, List<RemittanceLine>> decisions = new LinkedHashMap<>();
        group.payments().stream()
                .sorted(Comparator.comparing(payment -> !group.stays(payment.id())))
                .forEach(payment -> decisions
                        .computeIfAbsent(decision(payment), key -> new ArrayList<>())
                        .add(payment));
        return decisions.values().stream().filter(lines -> lines.size() > 1).toList();
    }

    private Decision decision(RemittanceLine line) {
        boolean dated = line.checkNumber() != null && line.checkDate() != null;
        return new Decision(
                MatchKeys.ofCheck(line.checkNumber()),
                line.checkDate(),
                line.serviceDate(),
                line.code(),
                StatedColumns.charge(line),
                line.paid(),
                line.isReversal(),
                dated ? List.of() : columns(line));
    }

    /** What is left of the lines, in their order, without those that repeat one of their own file, which are noted. */
    private List<RemittanceLine> keptOfEachFile(
            List<RemittanceLine> payments, MatchGroup group, ServiceCounts counts, Map<Long, Long> repeats) {
        Map<List<@Nullable Object>, List<RemittanceLine>> alike = new LinkedHashMap<>();
        for (RemittanceLine payment : payments) {
            List<@Nullable Object> key = columns(payment);
            key.add(LinesFile.of(payment));
            alike.computeIfAbsent(key, k -> new ArrayList<>()).add(payment);
        }
        for (List<RemittanceLine> rows : alike.values()) {
            int most = rows.size() == 1 ? 1 : counts.mostInAFile(rows);
            List<RemittanceLine> kept = new ArrayList<>();
            for (RemittanceLine row : rows) {
                if (kept.size() < most || group.stays(row.id())) {
                    kept.add(row);
                } else {
                    repeats.put(row.id(), kept.get(kept.size() - 1).id());
                }
            }
        }
        return payments.stream()
                .filter(payment -> !repeats.containsKey(payment.id()))
                .toList();
    }

    /**
     * What stays comes first, line by line, oldest month first, then file by file, so that identical lines of a claim are taken from
     * one file as long as it has them.
     */
    private void repeatsAcrossFiles(
            List<RemittanceLine> payments, MatchGroup group, ServiceCounts counts, Map<Long, Long> repeats) {
        Map<LinesFile, Integer> mostStated = new LinkedHashMap<>();
        List<Event> lines = new ArrayList<>();
        for (RemittanceLine payment : payments) {
            Event line = new Event(payment, StatedColumns.of(payment, payers), counts.tellsAllLines(payment));
            mostStated.merge(line.file(), line.stated().number(), Math::max);
            lines.add(line);
        }
        if (mostStated.size() == 1) {
            return;
        }
        List<LinesFile> files = new ArrayList<>(mostStated.keySet());
        files.sort(Comparator.comparing(mostStated::get, Comparator.reverseOrder()));
        lines.sort(Comparator.comparing((Event line) -> !group.stays(line.id()))
                .thenComparing(line -> group.stays(line.id()) ? 0 : files.indexOf(line.file()))
                .thenComparing(
                        line -> group.stays(line.id()) ? 0 : -line.stated().number()));
        Map<Object, List<Event>> turns = new LinkedHashMap<>();
        for (Event line : lines) {
            Object turn = group.stays(line.id()) ? line.id() : line.file();
            turns.computeIfAbsent(turn, key -> new ArrayList<>()).add(line);
        }
        List<Event> events = new ArrayList<>();
        for (List<Event> turn : turns.values()) {
            Map<Event, Event> repeated = Pairs.of(turn, events, group);
            for (Event line : turn) {
                Event event = repeated.get(line);
                if (event == null) {
                    events.add(line);
                } else {
                    event.takeUp(line);
                    repeats.put(line.id(), event.id());
                }
            }
        }
    }

    private List<@Nullable Object> columns(RemittanceLine line) {
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(payers.of(line).key());
        columns.add(MatchKeys.ofCheck(line.checkNumber()));
        columns.add(line.checkDate());
        columns.add(MatchKeys.ofNullable(line.patientControlNumber()));
        columns.add(MatchKeys.ofNullable(line.payerClaimNumber()));
        columns.add(MatchKeys.ofNullable(line.lineControlNumber()));
        columns.add(line.lineSequence());
        columns.add(line.claimStatus());
        columns.add(MatchKeys.ofNullable(line.memberId()));
        columns.add(line.serviceDate());
        columns.add(line.code());
        columns.add(line.originalCode());
        columns.add(line.modifiers().inOrder());
        columns.add(line.units());
        columns.add(line.paidUnits());
        columns.add(line.billed());
        columns.add(line.allowed());
        columns.add(line.paid());
        columns.add(line.patientResponsibility());
        columns.add(Adjustment.format(line.adjustments()));
        columns.add(line.remarkCodes());
        return columns;
    }

    /** A decision of a payer's, with what the lines that tell it state together. */
    static final class Event {
        private final RemittanceLine line;
        private final List<LinesFile> files = new ArrayList<>(1);
        private StatedColumns stated;

        /** Whether one of the files tells as many payments of the service as the claim has lines. */
        private boolean tellsAllLines;

        Event(RemittanceLine line, StatedColumns stated, boolean tellsAllLines) {
            this.line = line;
            this.stated = stated;
            this.tellsAllLines = tellsAllLines;
            files.add(LinesFile.of(line));
        }

        long id() {
            return line.id();
        }

        StatedColumns stated() {
            return stated;
        }

        /** The same for lines of one file that repeat the same events. */
        Object statement() {
            return List.of(stated, tellsAllLines);
        }

        /** Where the line stands. */
        LinesFile file() {
            return files.get(0);
        }

        /**
         * How many columns the line and an event before it state alike; -1 where it does not repeat that. Of two lines that differ in
         * their modifiers alone, each file may tell one.
         */
        int common(Event event, MatchGroup group) {
            boolean open = !event.files.contains(file())
                    && group.mayRepeat(id(), event.id())
                    && (tellsAllLines || event.tellsAllLines || !stated.differInNamingModifiers(event.stated));
            return open ? stated.common(event.stated) : -1;
        }

        /** See {@link StatedColumns#isOfOneLine}. */
        boolean isOfOneLine(Event other) {
            return stated.isOfOneLine(other.stated);
        }

        void takeUp(Event repeating) {
            files.addAll(repeating.files);
            tellsAllLines |= repeating.tellsAllLines;
            stated = stated.with(repeating.stated);
        }
    }
}
