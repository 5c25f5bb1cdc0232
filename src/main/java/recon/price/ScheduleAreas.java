package recon.price;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import recon.price.MedicareFeeSchedule.Locality;

/**
 * Which computed rows of Medicare's physician fee schedule hold for any locality, and so stand in where a locality's own figures are
 * missing. A row of the user's that names no locality is meant for any and stands in for nothing.
 *
 * @param anywhere rows without state and locality
 * @param insteadOfHome those of them that are national since the practice's own locality has no figures
 * @param statesOfOneLocality states whose only locality a claim need not name
 * @param home the practice's own locality, whose number a claim may state without its state, or null
 */
record ScheduleAreas(
        Set<ExpectedRange> anywhere,
        Set<ExpectedRange> insteadOfHome,
        Set<String> statesOfOneLocality,
        @Nullable Locality home) {

    /** What else stands in a claim's columns is not repeated in reports and logs. */
    private static final Pattern LOCALITY = Pattern.compile("[A-Z]{2}(-[0-9]{2})?|[0-9]{2}");

    /** @param computed the schedule's own rows, see {@link MedicareFeeSchedule#asRanges} */
    static ScheduleAreas of(Collection<ExpectedRange> computed, MedicareFeeSchedule schedule, @Nullable Locality home) {
        Set<ExpectedRange> anywhere = new HashSet<>();
        Set<ExpectedRange> insteadOfHome = new HashSet<>();
        Set<String> statesOfOneLocality = new HashSet<>();
        for (ExpectedRange row : computed) {
            if (row.state() != null) {
                if (row.locality() == null) {
                    statesOfOneLocality.add(row.state());
                }
                continue;
            }
            anywhere.add(row);
            if (home != null && schedule.amount(from(row), home) == null) {
                insteadOfHome.add(row);
            }
        }
        return new ScheduleAreas(anywhere, insteadOfHome, statesOfOneLocality, home);
    }

    private static LocalDate from(ExpectedRange row) {
        return Objects.requireNonNull(row.effective().from(), "the schedule's rows have dates");
    }

    private static LocalDate to(ExpectedRange row) {
        return Objects.requireNonNull(row.effective().to(), "the schedule's rows have dates");
    }

    /** {@code AL-00 for 2026} where a locality is asked for and the row is one for any; else null. */
    @Nullable
    String missingLocality(ExpectedRange row, PriceQuestion question) {
        String asked = asked(question.state(), question.locality());
        if (asked == null || !anywhere.contains(row)) {
            return null;
        }
        return told(asked, question.state()) + " for " + question.serviceDate().getYear();
    }

    private static String told(String asked, @Nullable String state) {
        if (!LOCALITY.matcher(asked).matches()) {
            return "(as the claim states it)";
        }
        return state == null ? asked + " (no state is stated)" : asked;
    }

    /** Null where no locality is asked for but the practice's own. A number without a state may be any state's. */
    private @Nullable String asked(@Nullable String state, @Nullable String number) {
        if (state == null) {
            return home != null && home.number().equals(number) ? null : number;
        }
        if (number == null) {
            return statesOfOneLocality.contains(state) ? state : null;
        }
        return state + "-" + number;
    }

    /** {@code ends on 2026-12-31}: how the schedule has no figures of the day, for any locality; null where it has. */
    @Nullable
    String lackOn(LocalDate day) {
        LocalDate lastBefore = null;
        LocalDate firstAfter = null;
        for (ExpectedRange row : anywhere) {
            if (row.effective().holdsOn(day)) {
                return null;
            }
            LocalDate from = from(row);
            LocalDate to = to(row);
            if (to.isBefore(day) && (lastBefore == null || to.isAfter(lastBefore))) {
                lastBefore = to;
            }
            if (from.isAfter(day) && (firstAfter == null || from.isBefore(firstAfter))) {
                firstAfter = from;
            }
        }
        if (lastBefore == null) {
            return "begins on " + firstAfter;
        }
        return firstAfter == null
                ? "ends on " + lastBefore
                : "has no figures from %s to %s".formatted(lastBefore.plusDays(1), firstAfter.minusDays(1));
    }

    LocalDate lastDay() {
        return anywhere.stream()
                .map(ScheduleAreas::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean standsInForHome(ExpectedRange row) {
        return insteadOfHome.contains(row);
    }
}
