package recon.match;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.SourceRef;
import recon.load.MatchKeys;

/**
 * How many lines of a service a claim has, and how many payments of it a file tells. Thousands of payments may stand under one number
 * where an export has the same word in each row: so lines and payments are sorted out by day and charge once, not for each payment.
 */
final class ServiceCounts {

    private final MatchGroup group;
    private final Map<Billed, List<ClaimLine>> ofClaim;
    private final Map<Billed, List<ClaimLine>> superseded;
    private final Map<Billed, List<ClaimLine>> ofMembers;
    private final Map<Billed, List<ClaimLine>> near;
    private final Map<RowsOfFile, Long> rows;
    private final List<RemittanceLine> reversals;

    ServiceCounts(MatchGroup group) {
        this.group = group;
        ofClaim = byBilled(group.claimLines());
        superseded = byBilled(group.superseded());
        ofMembers = byBilled(group.byMember());
        near = byBilled(group.near());
        rows = group.payments().stream().collect(groupingBy(RowsOfFile::of, counting()));
        reversals = group.payments().stream().filter(RemittanceLine::isReversal).toList();
    }

    private record Billed(LocalDate day, Money charge) {}

    /** @param charge without the sign of a reversal */
    private record RowsOfFile(
            LinesFile file, @Nullable String check, LocalDate day, ProcedureCode code, Money charge, boolean reversal) {

        static RowsOfFile of(RemittanceLine payment) {
            return new RowsOfFile(
                    LinesFile.of(payment),
                    MatchKeys.ofCheck(payment.checkNumber()),
                    payment.serviceDate(),
                    payment.code(),
                    StatedColumns.charge(payment),
                    payment.isReversal());
        }
    }

    private static Map<Billed, List<ClaimLine>> byBilled(List<ClaimLine> lines) {
        return lines.stream().collect(groupingBy(line -> new Billed(line.serviceDate(), line.charge())));
    }

    /** Whether the payment's file and check hold as many rows of its service and charge as the claim has lines. */
    boolean tellsAllLines(RemittanceLine payment) {
        return rows.getOrDefault(RowsOfFile.of(payment), 0L) >= linesOfService(payment);
    }

    /** @param alike lines of one file, in every column */
    int mostInAFile(List<RemittanceLine> alike) {
        int most = linesOf(alike.get(0));
        int reversed = (int) reversals.stream()
                .filter(reversal -> isReversalOf(alike, reversal))
                .count();
        // Where all of them are reversed, nothing is corrected: the file holds its rows twice.
        return most + Math.max(0, Math.min(Math.min(reversed, most), alike.size() - reversed));
    }

    /**
     * How many identical lines a payment may be for, at least one. What was replaced or voided since may have been paid line by line
     * before. Where the claim has no such line, those count of which its member or a similar number tells.
     */
    private int linesOf(RemittanceLine payment) {
        if (payment.lineControlNumber() != null) {
            return Math.max(partsOf(payment, group.claimLines()), partsOf(payment, group.superseded()));
        }
        return linesOfService(payment);
    }

    private static int partsOf(RemittanceLine payment, List<ClaimLine> claimLines) {
        return claimLines.stream()
                .mapToInt(line -> Parts.alike(line, payment))
                .max()
                .orElse(1);
    }

    private int linesOfService(RemittanceLine payment) {
        int lines = Math.max(
                identical(payment, ofClaim).size(),
                identical(payment, superseded).size());
        if (lines > 0) {
            return lines;
        }
        int ofMember = (int) identical(payment, ofMembers).stream()
                .filter(line -> MatchKeys.areSame(line.memberId(), payment.memberId()))
                .count();
        return Math.max(1, Math.max(ofMember, identical(payment, near).size()));
    }

    private static List<ClaimLine> identical(RemittanceLine payment, Map<Billed, List<ClaimLine>> lines) {
        Billed billed = new Billed(payment.serviceDate(), payment.billed().abs());
        return lines.getOrDefault(billed, List.of()).stream()
                .filter(line ->
                        line.code().equals(payment.code()) || line.code().equals(payment.originalCode()))
                .toList();
    }

    /** Within the file and the check. The order of an 835 tells that it stands between two of them; that of a sheet tells nothing. */
    private static boolean isReversalOf(List<RemittanceLine> alike, RemittanceLine reversal) {
        RemittanceLine first = alike.get(0);
        return !first.isReversal()
                && reversal.paid().equals(first.paid().negated())
                && reversal.billed().abs().equals(first.billed().abs())
                && reversal.serviceDate().equals(first.serviceDate())
                && reversal.code().equals(first.code())
                && reversal.modifiers().sameSet(first.modifiers())
                && LinesFile.of(reversal).equals(LinesFile.of(first))
                && Objects.equals(reversal.checkDate(), first.checkDate())
                && MatchKeys.areSame(reversal.checkNumber(), first.checkNumber())
                && MatchKeys.areSame(reversal.payerClaimNumber(), first.payerClaimNumber())
                && MatchKeys.areSame(reversal.lineControlNumber(), first.lineControlNumber())
                && (first.source().unit() != SourceRef.Unit.SEGMENT
                        || alike.stream().anyMatch(row -> row.id() < reversal.id())
                                && alike.stream().anyMatch(row -> row.id() > reversal.id()));
    }
}
