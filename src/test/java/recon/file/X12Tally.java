package recon.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.claim.Money;

/** What the rows and notes of an X12 file come to, for comparison with figures computed elsewhere. */
final class X12Tally {

    private static final Set<String> ENVELOPE_FAULTS =
            Set.of("GE01", "GE02", "IEA01", "IEA02", "has no GE", "has no IEA", "that no ST began");

    private final InputFile file;
    private long claims;
    private long lines;
    private long reversals;
    private Money charges = Money.ZERO;
    private Money claimsPaid = Money.ZERO;
    private Money deposits = Money.ZERO;
    private Money providerAdjustments = Money.ZERO;
    private long balancedChecks;
    private long unbalancedClaims;
    private long unbalancedLines;
    private long chargesThatDiffer;
    private long wrongSegmentCounts;
    private long envelopeFaults;
    private long lastNumber;
    private String lastControlNumber = "";

    private X12Tally(InputFile file) {
        this.file = file;
    }

    static X12Tally of(Path path, String name) throws UnreadableFileException {
        try (InputFile file = X12File.open(path, name);
                RowReader rows = file.open(file.sheets().get(0))) {
            X12Tally tally = new X12Tally(file);
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                tally.count(row);
                rows.takeNotes().forEach(tally::count);
            }
            rows.takeNotes().forEach(tally::count);
            return tally;
        }
    }

    private void count(SourceRow row) {
        boolean withoutLines = text(row, "service_lines").equals("0");
        String number = text(row, isRemittance() ? "line_sequence" : "line_number");
        if (withoutLines || !number.isEmpty()) {
            countClaim(row, number.isEmpty() ? 0 : Long.parseLong(number));
            lines += withoutLines ? 0 : 1;
            charges = charges.plus(amount(row, isRemittance() ? "billed" : "charge"));
        }
    }

    /** Lines of one claim follow one another, with rising numbers that need not begin at 1. */
    private void countClaim(SourceRow row, long number) {
        String controlNumber = text(row, "patient_control_number");
        if (number <= lastNumber || !controlNumber.equals(lastControlNumber)) {
            claims++;
            reversals += text(row, "claim_status").equals("22") ? 1 : 0;
        }
        lastNumber = number;
        lastControlNumber = controlNumber;
    }

    private void count(FileNote note) {
        if (note instanceof FileNote.Check check) {
            deposits = deposits.plus(check.total().stated());
            claimsPaid = claimsPaid.plus(check.total().claimsPaid());
            balancedChecks += check.total().comesTo().equals(check.total().stated()) ? 1 : 0;
        } else if (note instanceof FileNote.Provider provider) {
            providerAdjustments = providerAdjustments.plus(provider.adjustment().amount());
        } else if (note instanceof FileNote.Imbalance imbalance) {
            if (imbalance.what().startsWith("line:")) {
                unbalancedLines++;
            } else if (imbalance.what().contains("charges of its lines")) {
                chargesThatDiffer++;
                charges = charges.plus(imbalance.difference());
            } else if (imbalance.what().startsWith("claim: paid (CLP04) against charge")) {
                unbalancedClaims++;
            }
        } else if (note instanceof FileNote.Remark remark) {
            addEnvelope(remark.text());
        } else if (note instanceof FileNote.Warning warning) {
            addEnvelope(warning.text());
        }
    }

    private void addEnvelope(String remark) {
        wrongSegmentCounts += remark.contains("SE01 says") ? 1 : 0;
        envelopeFaults += ENVELOPE_FAULTS.stream().anyMatch(remark::contains) ? 1 : 0;
    }

    /** The facts that are not so, each as "name: expected, got". */
    List<String> differencesFrom(Map<String, String> facts) {
        List<String> differences = new ArrayList<>();
        same(differences, facts, "claims", claims);
        same(differences, facts, "lines", lines);
        same(differences, facts, "SEbad", wrongSegmentCounts);
        same(differences, facts, "env", envelopeFaults);
        sameMoney(differences, facts, "sumCLP03", charges);
        if (isRemittance()) {
            sameMoney(differences, facts, "sumCLP04", claimsPaid);
            sameMoney(differences, facts, "sumPLB", providerAdjustments);
            sameMoney(differences, facts, "sumBPR02", deposits);
            same(differences, facts, "T1_ok", balancedChecks);
            same(differences, facts, "T2_bad", unbalancedClaims);
            same(differences, facts, "T3_bad", unbalancedLines);
            same(differences, facts, "rev22", reversals);
            String payment = facts.getOrDefault("T4_bad", "");
            String charge = payment.substring(payment.indexOf('/') + 1);
            same(
                    differences,
                    Map.of("file", facts.get("file"), "T4_bad charge", charge),
                    "T4_bad charge",
                    chargesThatDiffer);
        } else {
            same(differences, facts, "T2_bad", chargesThatDiffer);
        }
        return differences;
    }

    private static void same(List<String> differences, Map<String, String> facts, String fact, long ours) {
        String theirs = facts.getOrDefault(fact, "");
        if (!theirs.isEmpty() && !theirs.equals(Long.toString(ours))) {
            differences.add(facts.get("file") + " " + fact + ": " + theirs + ", ours " + ours);
        }
    }

    private static void sameMoney(List<String> differences, Map<String, String> facts, String fact, Money ours) {
        String theirs = facts.getOrDefault(fact, "");
        if (!Money.of(theirs).equals(ours)) {
            differences.add(facts.get("file") + " " + fact + ": " + theirs + ", ours " + ours);
        }
    }

    private boolean isRemittance() {
        return file.format() == InputFile.Format.X12_835;
    }

    private Money amount(SourceRow row, String heading) {
        Money amount = X12Values.amountOrZero(text(row, heading));
        return amount == null ? Money.ZERO : amount;
    }

    private String text(SourceRow row, String heading) {
        int column = file.fixedHeadings() == null ? -1 : file.fixedHeadings().indexOf(heading);
        return column >= 0 && row.cell(column) instanceof Cell.Text cell ? cell.text() : "";
    }
}
