package recon.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.Bucket;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.RowSums;

/**
 * A remittance row as far as it was needed to be read. Of a line of another code that is place and dollars only; a line of 96372
 * may still gain adjustments from other rows of its claim before it is finished.
 */
final class RemittanceDraft implements ParsedSlot {

    /** CLP02 of an estimate: neither a payment nor a denial. */
    private static final String PREDETERMINATION = "25";

    private final RowValues values;
    private final @Nullable CodeText code;
    private final @Nullable ProcedureCode original;
    private final boolean inScope;

    /** From which adjustments and patient's share are read, and where their faults are left. */
    private final RowValues adjusted;

    private @Nullable Money billed;
    private @Nullable Money allowed;
    private @Nullable Money paid;
    private final List<RemittanceDraft> furtherParts = new ArrayList<>(0);
    private @Nullable List<AdjustmentText.Stated> reasons;
    private @Nullable List<Adjustment> adjustments;
    private @Nullable String claimStatus;
    private final List<String> moreRemarkCodes = new ArrayList<>(0);
    private boolean joined;
    private boolean countedElsewhere;

    RemittanceDraft(RowValues values) {
        this.values = values;
        this.code = values.needed(Field.PROCEDURE_CODE, values.code(Field.PROCEDURE_CODE));
        this.original = original();
        this.inScope = code != null && (code.code().isInjection() || ProcedureCode.INJECTION.equals(original));
        // Of another code only dollars are needed: a reason alone that cannot be read is no fault of its row.
        boolean heeded = inScope || !values.table().columns().hasOneReasonWithoutAmount();
        this.adjusted = heeded ? values : new RowValues(values.table(), values.row());
        this.billed = values.needed(Field.BILLED, values.money(Field.BILLED));
        this.allowed = values.optionalMoney(Field.ALLOWED);
        this.paid = values.needed(Field.PAID, values.money(Field.PAID));
    }

    /** As billed, where the payer recoded; a column that repeats the code says nothing. */
    private @Nullable ProcedureCode original() {
        CodeText stated = values.code(Field.ORIGINAL_CODE);
        ProcedureCode billedAs = stated != null ? stated.code() : code == null ? null : code.original();
        return billedAs == null || code == null || billedAs.equals(code.code()) ? null : billedAs;
    }

    RowValues values() {
        return values;
    }

    boolean isInScope() {
        return inScope;
    }

    boolean isFaulty() {
        return values.fault() != null;
    }

    Money billed() {
        return billed == null ? Money.ZERO : billed;
    }

    Money paid() {
        return paid == null ? Money.ZERO : paid;
    }

    /** The adjustments as this row and those that continue it state them, some of them perhaps without amounts; may be added to. */
    List<AdjustmentText.Stated> reasons() {
        List<AdjustmentText.Stated> read = reasons;
        if (read == null) {
            read = AdjustmentCells.read(adjusted);
            reasons = read;
        }
        return read;
    }

    boolean lacksAmounts() {
        return reasons().stream().anyMatch(one -> one.amount() == null);
    }

    /**
     * Charge less payment, the adjustments whose amounts are stated and the patient's share.
     *
     * @param ofPatient whether an adjustment of the line says the patient's share, so that its column does not count
     */
    Money left(boolean ofPatient) {
        return new OpenAmounts(billed(), allowed, paid(), ofPatient ? null : patientShare()).left(reasons());
    }

    /** The line's own adjustments and those that other rows gave it, all with their amounts; may be added to. */
    List<Adjustment> adjustments() {
        List<Adjustment> all = adjustments;
        if (all == null) {
            all = withAmounts(reasons());
            adjustments = all;
        }
        return all;
    }

    private List<Adjustment> withAmounts(List<AdjustmentText.Stated> stated) {
        List<Adjustment> all = open(stated).given(stated);
        if (all == null) {
            AdjustmentCells.refuseWithoutAmounts(adjusted);
        }
        return all == null ? new ArrayList<>(0) : all;
    }

    /** Of a line that was denied, an allowed amount is the schedule's, unless the patient has a part of it. */
    private OpenAmounts open(List<AdjustmentText.Stated> stated) {
        boolean denied =
                RemittanceLine.DENIED.equals(Meanings.claimStatus(adjusted)) && !OpenAmounts.speakOfPatient(stated);
        return new OpenAmounts(billed(), denied ? null : allowed, paid(), patientShare());
    }

    /** Charge less payment and adjustments: zero where the line balances. */
    Money imbalance() {
        Money left = billed().minus(paid());
        for (Adjustment adjustment : adjustments()) {
            left = left.minus(adjustment.amount());
        }
        return left;
    }

    /** Whether the line can be finished; leaves a fault where it cannot. */
    boolean isReadable() {
        return !isFaulty() && line() != null;
    }

    /** Adds another part of the line that the payer split: an allowed amount is known where that of each part is. */
    void takeUp(RemittanceDraft part) {
        Money own = allowedOfPart();
        Money more = part.allowedOfPart();
        for (Adjustment one : part.adjustments()) {
            addUp(one);
        }
        billed = billed().plus(part.billed());
        paid = paid().plus(part.paid());
        allowed = own == null || more == null ? null : own.plus(more);
        heedMore(Codes.remarkCodes(part.values));
        furtherParts.add(part);
        part.join();
    }

    /** Payers are known to state the schedule's amount of what they refuse: it is no part of what was allowed for the line. */
    private @Nullable Money allowedOfPart() {
        boolean refused = allowed != null && Adjustment.refuseWhole(billed(), paid(), patientShare(), adjustments());
        return refused ? Money.ZERO : allowed;
    }

    private void addUp(Adjustment more) {
        List<Adjustment> all = adjustments();
        for (int i = 0; i < all.size(); i++) {
            Adjustment one = all.get(i);
            if (one.group() == more.group() && one.carc().equals(more.carc())) {
                all.set(i, new Adjustment(one.group(), one.carc(), one.amount().plus(more.amount())));
                return;
            }
        }
        all.add(more);
    }

    /** Of all parts; null where one of them does not state them, and with a fault where they are more than can be counted. */
    private @Nullable Integer units(Field field) {
        Integer first = values.units(field, false);
        if (first == null) {
            return null;
        }
        long units = first;
        for (RemittanceDraft part : furtherParts) {
            Integer more = part.values.units(field, false);
            if (more == null) {
                return null;
            }
            units += more;
        }
        if (units > Integer.MAX_VALUE) {
            values.fault(
                    field,
                    "the parts into which the payer split the line come to more than %d units: ask it for their number"
                            .formatted(Integer.MAX_VALUE));
            return null;
        }
        return (int) units;
    }

    /** This row went into another row's line. */
    void join() {
        joined = true;
    }

    /** Another row of the same line has its dollars. */
    void countNothing() {
        countedElsewhere = true;
    }

    boolean isJoined() {
        return joined;
    }

    /** What the claim-level row says of all its lines. */
    void heed(@Nullable String status, List<String> remarkCodes) {
        claimStatus = status;
        heedMore(remarkCodes);
    }

    /** Remark codes that another row has for this line. */
    void heedMore(List<String> remarkCodes) {
        moreRemarkCodes.addAll(remarkCodes);
    }

    @Override
    public ParsedRow result() {
        if (joined) {
            return new ParsedRow.Passed(Bucket.JOINED, RowSums.NONE);
        }
        RemittanceLine line = inScope && !isFaulty() ? line() : null;
        if (values.fault() != null) {
            return new ParsedRow.Rejected(values.fault(), sums());
        }
        return line == null
                ? new ParsedRow.Passed(Bucket.OTHER_CODES, sums())
                : new ParsedRow.AcceptedRemittance(line, sums());
    }

    private RowSums sums() {
        return countedElsewhere ? RowSums.NONE : new RowSums(billed(), allowed == null ? Money.ZERO : allowed, paid());
    }

    /** The finished line, or null where a value is at fault. */
    private @Nullable RemittanceLine line() {
        CodeText procedure = Objects.requireNonNull(code);
        List<Adjustment> all = finishedAdjustments();
        values.checkLength(Field.ADJUSTMENTS, Adjustment.format(all));
        String controlNumber = values.id(Field.PATIENT_CONTROL_NUMBER);
        String payerClaim = values.id(Field.PAYER_CLAIM_NUMBER);
        String member = values.id(Field.MEMBER_ID);
        if (controlNumber == null && payerClaim == null && member == null) {
            values.fault(-1, "no patient control number, payer claim number or member id: one of them is needed");
        }
        String ownStatus = Meanings.claimStatus(values);
        if (PREDETERMINATION.equals(ownStatus == null ? claimStatus : ownStatus)) {
            values.fault(
                    Field.CLAIM_STATUS,
                    "a predetermination (status 25): it says what would be paid, and no claim was decided");
        }
        Modifiers modifiers = Codes.modifiers(values, procedure.modifiers());
        Integer units = units(Field.UNITS);
        var date = values.needed(Field.SERVICE_DATE, values.date(Field.SERVICE_DATE));
        RemittanceLine line = date == null || billed == null || paid == null || modifiers == null
                ? null
                : new RemittanceLine(
                        0,
                        values.row().place(),
                        values.text(Field.PAYER),
                        values.id(Field.PAYER_ID),
                        Meanings.statedClass(values),
                        Meanings.filingClass(values),
                        values.id(Field.CHECK_NUMBER),
                        values.date(Field.CHECK_DATE),
                        controlNumber,
                        payerClaim,
                        values.id(Field.LINE_CONTROL_NUMBER),
                        values.number(Field.LINE_SEQUENCE),
                        ownStatus == null ? claimStatus : ownStatus,
                        member,
                        Meanings.patientName(values),
                        date,
                        procedure.code(),
                        original,
                        modifiers,
                        // 0 units, as denials print it, tell nothing of those billed
                        units == null || units == 0 ? null : units,
                        units(Field.PAID_UNITS),
                        Meanings.place(values),
                        billed,
                        allowed,
                        paid,
                        patientShare(),
                        all,
                        remarkCodes(),
                        Meanings.npi(values),
                        null);
        return values.fault() == null ? line : null;
    }

    /**
     * Where no row states an adjustment, the profile's. A reason without its amount that leaves a part of the line open under a stated
     * allowed amount says nothing that this does not say, and there is nothing stated to balance.
     */
    private List<Adjustment> finishedAdjustments() {
        List<Adjustment> all = adjustments();
        List<AdjustmentText.Stated> stated = reasons();
        if (all.isEmpty()) {
            stated = AdjustmentCells.ofProfile(adjusted);
            all = withAmounts(stated);
        }
        boolean inferred = all.size() == stated.size() && stated.stream().allMatch(one -> one.amount() == null);
        return inferred && !isBalanced(all) ? List.of() : List.copyOf(all);
    }

    private boolean isBalanced(List<Adjustment> all) {
        List<AdjustmentText.Stated> stated = all.stream()
                .map(one -> new AdjustmentText.Stated(one.group(), one.carc(), one.amount()))
                .toList();
        return open(stated).left(stated).isZero();
    }

    private List<String> remarkCodes() {
        List<String> own = Codes.remarkCodes(values);
        List<String> all = moreRemarkCodes.isEmpty()
                ? List.copyOf(own)
                : Stream.concat(own.stream(), moreRemarkCodes.stream())
                        .distinct()
                        .toList();
        all = all.isEmpty() ? Codes.remarkCodesOfProfile(values) : all;
        values.checkLength(Field.REMARK_CODES, String.join(" ", all));
        return all;
    }

    /** The patient's share in a column of its own, else deductible, coinsurance and copay together. */
    private @Nullable Money patientShare() {
        Money share = adjusted.optionalMoney(Field.PATIENT_RESPONSIBILITY);
        if (share != null) {
            return share;
        }
        Money parts = null;
        for (Field field : List.of(Field.DEDUCTIBLE, Field.COINSURANCE, Field.COPAY)) {
            Money part = adjusted.optionalMoney(field);
            parts = part == null ? parts : parts == null ? part : parts.plus(part);
        }
        return parts;
    }
}
