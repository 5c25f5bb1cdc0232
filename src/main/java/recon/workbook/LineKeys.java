package recon.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import recon.verdict.Finding;

/**
 * Gives each line a key that stays the same from revision to revision and from month to month. It is made of what names the line
 * (payer, claim, line number, date, modifiers, charge), not of file and row, since the next export moves rows. Lines that are alike in
 * all of it are told apart by their order within the claim.
 */
final class LineKeys {

    private static final int HEX_DIGITS = 16;
    private static final String SEPARATOR = "\u001f";

    private final MessageDigest sha256;
    private final Map<String, Integer> seenOfClaim = new HashMap<>();
    private String claimBefore = "";

    LineKeys() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

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
        byte[] hash = sha256.digest((name + SEPARATOR + repetition).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
    }
}
