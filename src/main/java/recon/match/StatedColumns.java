package recon.match;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerDirectory;
import recon.claim.PayerDirectory.Payer;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * What a payment line states in the columns that an export may lack. Units and amounts are compared without their signs, and adjustments
 * so on a reversal: some exports negate them there, and others do not.
 */
final class StatedColumns {

    private enum Column {
        PAYER,
        PATIENT_CONTROL_NUMBER,
        PAYER_CLAIM_NUMBER,
        LINE_CONTROL_NUMBER,
        MEMBER,
        LINE_SEQUENCE,
        CLAIM_STATUS,
        ORIGINAL_CODE,
        MODIFIERS,
        UNITS,
        PAID_UNITS,
        ALLOWED,
        PATIENT_RESPONSIBILITY,
        ADJUSTMENTS,
        REMARK_CODES
    }

    private final Map<Column, Object> values;

    private StatedColumns(Map<Column, Object> values) {
        this.values = values;
    }

    static StatedColumns of(RemittanceLine line, PayerDirectory payers) {
        StatedColumns stated = new StatedColumns(new EnumMap<>(Column.class));
        boolean named = line.payer() != null || line.payerId() != null;
        stated.put(Column.PAYER, named ? payers.of(line) : null);
        stated.put(Column.PATIENT_CONTROL_NUMBER, MatchKeys.ofNullable(line.patientControlNumber()));
        stated.put(Column.PAYER_CLAIM_NUMBER, MatchKeys.ofNullable(line.payerClaimNumber()));
        stated.put(Column.LINE_CONTROL_NUMBER, MatchKeys.ofNullable(line.lineControlNumber()));
        stated.put(Column.MEMBER, MatchKeys.ofNullable(line.memberId()));
        stated.put(Column.LINE_SEQUENCE, line.lineSequence());
        stated.put(Column.CLAIM_STATUS, line.claimStatus());
        stated.put(Column.ORIGINAL_CODE, line.originalCode());
        stated.put(Column.MODIFIERS, line.modifiers().stated() ? line.modifiers() : null);
        stated.put(Column.UNITS, unsigned(line.units()));
        stated.put(Column.PAID_UNITS, unsigned(line.paidUnits()));
        stated.put(Column.ALLOWED, unsigned(line.allowed()));
        stated.put(Column.PATIENT_RESPONSIBILITY, unsigned(line.patientResponsibility()));
        stated.put(Column.ADJUSTMENTS, adjustments(line));
        stated.put(Column.REMARK_CODES, line.remarkCodes().isEmpty() ? null : new TreeSet<>(line.remarkCodes()));
        return stated;
    }

    private void put(Column column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    /** A line's charge as it is compared: some exports negate it on a reversal, and others do not. */
    static Money charge(RemittanceLine line) {
        return line.isReversal() ? line.billed().abs() : line.billed();
    }

    /** How many columns they state. */
    int number() {
        return values.size();
    }

    /** Whether both state one line control number. */
    boolean isOfOneLine(StatedColumns other) {
        Object mine = values.get(Column.LINE_CONTROL_NUMBER);
        return mine != null && mine.equals(other.values.get(Column.LINE_CONTROL_NUMBER));
    }

    /** How many columns both state alike; -1 where one of them contradicts the other's. */
    int common(StatedColumns other) {
        int common = 0;
        for (Map.Entry<Column, Object> column : values.entrySet()) {
            Object mine = column.getValue();
            Object theirs = other.values.get(column.getKey());
            if (theirs != null) {
                if (isAlike(mine, theirs)) {
                    common++;
                } else if (!isAmong(mine, theirs)
                        && !isAmong(theirs, mine)
                        && !isPayerOfOneClaim(column.getKey(), other)) {
                    return -1;
                }
            }
        }
        return common;
    }

    /**
     * One file writes "BCBS TX" and another "Blue Cross Blue Shield of Texas": of one number that the payer gave the claim, they name one
     * payer.
     */
    private boolean isPayerOfOneClaim(Column column, StatedColumns other) {
        Object number = values.get(Column.PAYER_CLAIM_NUMBER);
        return column == Column.PAYER && number != null && number.equals(other.values.get(Column.PAYER_CLAIM_NUMBER));
    }

    /** Whether one of them states modifiers, and the other, in a table without a column for them, cannot. */
    boolean differInNamingModifiers(StatedColumns other) {
        Object mine = values.get(Column.MODIFIERS);
        Object theirs = other.values.get(Column.MODIFIERS);
        return mine == null && isSome(theirs) || theirs == null && isSome(mine);
    }

    private static boolean isSome(@Nullable Object modifiers) {
        return modifiers instanceof Modifiers some && !some.sameSet(Modifiers.NONE);
    }

    /** With what another states besides. */
    StatedColumns with(StatedColumns other) {
        Map<Column, Object> all = new EnumMap<>(values);
        other.values.forEach(
                (column, theirs) -> all.merge(column, theirs, (mine, more) -> isAmong(mine, more) ? more : mine));
        return new StatedColumns(all);
    }

    private static boolean isAlike(Object mine, Object theirs) {
        if (mine instanceof Modifiers some && theirs instanceof Modifiers others) {
            return some.sameSet(others);
        }
        return mine instanceof Payer payer && theirs instanceof Payer other
                ? payer.isSameAs(other)
                : mine.equals(theirs);
    }

    /** Of remark codes, an 835 repeats on each line those that it states of the claim, and a sheet may not. */
    private static boolean isAmong(Object some, Object all) {
        return some instanceof Set<?> codes && all instanceof Set<?> more && more.containsAll(codes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatedColumns columns && values.equals(columns.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
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
