package recon.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * What a payment line states in the columns that an export may lack. Units and amounts are compared without their signs, and adjustments
 * so on a reversal: some exports negate them there, and others do not.
 *
 * @param modifiers compared though there are none: with and without one are two services
 * @param values in the order of the columns, null where not stated
 */
record StatedColumns(Modifiers modifiers, List<@Nullable Object> values) {

    private static final int LINE_CONTROL_NUMBER = 3;

    static StatedColumns of(RemittanceLine line, PayerDirectory payers) {
        List<@Nullable Object> values = new ArrayList<>();
        boolean named = line.payer() != null || line.payerId() != null;
        values.add(named ? payers.find(line.payer(), line.payerId()).key() : null);
        values.add(MatchKeys.ofNullable(line.patientControlNumber()));
        values.add(MatchKeys.ofNullable(line.payerClaimNumber()));
        values.add(MatchKeys.ofNullable(line.lineControlNumber()));
        values.add(MatchKeys.ofNullable(line.memberId()));
        values.add(line.lineSequence());
        values.add(line.claimStatus());
        values.add(line.originalCode());
        values.add(unsigned(line.units()));
        values.add(unsigned(line.paidUnits()));
        values.add(unsigned(line.allowed()));
        values.add(unsigned(line.patientResponsibility()));
        values.add(adjustments(line));
        values.add(line.remarkCodes().isEmpty() ? null : new TreeSet<>(line.remarkCodes()));
        return new StatedColumns(line.modifiers(), values);
    }

    /** A line's charge as it is compared: some exports negate it on a reversal, and others do not. */
    static Money charge(RemittanceLine line) {
        return line.isReversal() ? line.billed().abs() : line.billed();
    }

    /** How many columns they state. */
    int number() {
        return (int) values.stream().filter(value -> value != null).count();
    }

    /** As it is compared. */
    @Nullable
    Object lineControlNumber() {
        return values.get(LINE_CONTROL_NUMBER);
    }

    /** How many columns both state alike; -1 where one of them is neither alike nor a part of the other's. */
    int common(StatedColumns other) {
        if (!modifiers.sameSet(other.modifiers)) {
            return -1;
        }
        int common = 0;
        for (int i = 0; i < values.size(); i++) {
            Object mine = values.get(i);
            Object theirs = other.values.get(i);
            if (mine != null && theirs != null) {
                if (mine.equals(theirs)) {
                    common++;
                } else if (!isAmong(mine, theirs) && !isAmong(theirs, mine)) {
                    return -1;
                }
            }
        }
        return common;
    }

    /** With what another states besides. */
    StatedColumns with(StatedColumns other) {
        List<@Nullable Object> all = new ArrayList<>(values);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == null || isAmong(all.get(i), other.values.get(i))) {
                all.set(i, other.values.get(i));
            }
        }
        return new StatedColumns(modifiers, all);
    }

    /** Of remark codes, an 835 repeats on each line those that it states of the claim, and a sheet may not. */
    private static boolean isAmong(@Nullable Object some, @Nullable Object all) {
        return some instanceof Set<?> codes && all instanceof Set<?> more && more.containsAll(codes);
    }

    private static @Nullable Integer unsigned(@Nullable Integer units) {
        return units == null ? null : Integer.valueOf(Math.abs(units));
    }

    private static @Nullable Money unsigned(@Nullable Money amount) {
        return amount == null ? null : amount.abs();
    }

    /** Sums by group and reason, in whatever order and number of amounts they are told. */
    private static @Nullable Map<String, Money> adjustments(RemittanceLine line) {
        Map<String, Money> sums = new TreeMap<>();
        line.adjustments().forEach(one -> sums.merge(one.label(), one.amount(), Money::plus));
        if (line.isReversal()) {
            sums.replaceAll((label, sum) -> sum.abs());
        }
        return sums.isEmpty() ? null : sums;
    }
}
