package recon.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.PayerDirectory;
import recon.claim.RemittanceLine;
import recon.load.MatchKeys;

/**
 * Tells a payment line that is on file twice from two payments that look alike.
 *
 * <p>Lines alike in every column are one event: with a line control number any second one repeats the first, save where the payer split
 * the claim line into such {@link Parts parts}. Without one, a file may hold as many of them as the claim has identical lines. What
 * exceeds these repeats the last, and in another file the n-th repeats the n-th. A line under another check differs in a column, so it
 * is a new event. A payment that keeps the claim line of an earlier month repeats none.
 */
final class Repeats {

    private final PayerDirectory payers;

    Repeats(PayerDirectory payers) {
        this.payers = payers;
    }

    /** The line that each repeating line repeats, by their numbers on file. */
    Map<Long, Long> of(MatchGroup group) {
        if (group.payments().size() == 1) {
            return Map.of();
        }
        Map<List<@Nullable Object>, List<RemittanceLine>> alike = new LinkedHashMap<>();
        group.payments().stream()
                .sorted(Comparator.comparing(payment -> !group.stays(payment.id())))
                .forEach(payment -> alike.computeIfAbsent(columns(payment), key -> new ArrayList<>())
                        .add(payment));
        Map<Long, Long> repeats = new HashMap<>();
        for (List<RemittanceLine> payments : alike.values()) {
            if (payments.size() > 1) {
                repeatsAmong(payments, group, repeats);
            }
        }
        return repeats;
    }

    private static void repeatsAmong(List<RemittanceLine> payments, MatchGroup group, Map<Long, Long> repeats) {
        int mostInAFile = mostInAFile(payments.get(0), group.claimLines());
        List<RemittanceLine> kept = new ArrayList<>();
        Map<LinesFile, Integer> seenInFile = new HashMap<>();
        for (RemittanceLine payment : payments) {
            int nth = seenInFile.merge(LinesFile.of(payment), 1, Integer::sum);
            boolean repeating = nth > mostInAFile || nth <= kept.size();
            if (repeating && !group.stays(payment.id())) {
                repeats.put(
                        payment.id(), kept.get(Math.min(nth, kept.size()) - 1).id());
            } else {
                kept.add(payment);
            }
        }
    }

    private static int mostInAFile(RemittanceLine payment, List<ClaimLine> claimLines) {
        if (payment.lineControlNumber() != null) {
            return claimLines.stream()
                    .mapToInt(line -> Parts.alike(line, payment))
                    .max()
                    .orElse(1);
        }
        long identical = claimLines.stream()
                .filter(line -> line.serviceDate().equals(payment.serviceDate())
                        && line.charge().equals(payment.billed().abs())
                        && (line.code().equals(payment.code()) || line.code().equals(payment.originalCode())))
                .count();
        return (int) Math.max(1, identical);
    }

    private List<@Nullable Object> columns(RemittanceLine line) {
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(payers.find(line.payer(), line.payerId()).key());
        columns.add(MatchKeys.ofNullable(line.checkNumber()));
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
        columns.add(line.modifiers());
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
}
