package recon.workbook;

import java.util.HashMap;
import java.util.Map;
import recon.claim.Fingerprint;
import recon.verdict.Finding;

/**
 * Gives each line a key that stays the same from revision to revision and from month to month. It is made of what names the line
 * (payer, claim, line number, date, modifiers, charge), not of file and row, since the next export moves rows. Lines that are alike in
 * all of it are told apart by their order within the claim.
 */
final class LineKeys {

    private static final int HEX_DIGITS = 16;
    private static final String SEPARATOR = "\u001f";

    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<String, Integer> seenOfClaim = new HashMap<>();
    private String claimBefore = "";

    /** The key of the next finding; to be asked once for each finding, in their order. */
    String next(Finding finding) {
        Finding.Subject subject = finding.subject();
        String claim =
                subject.payer() + SEPARATOR + (subject.claim() == null ? subject.payerClaimNumber() : subject.claim());
        if (!claim.equals(claimBefore)) {
            seenOfClaim.clear();
            claimBefore = claim;
        }
        String name = String.join(
                SEPARATOR,
                claim,
                String.valueOf(subject.lineNumber()),
                subject.serviceDate().toString(),
                subject.modifiers(),
                finding.amounts().billed().toString());
        int repetition = seenOfClaim.merge(name, 1, Integer::sum);
        return fingerprint.text(name + SEPARATOR + repetition).hex().substring(0, HEX_DIGITS);
    }
}
