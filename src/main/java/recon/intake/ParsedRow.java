package recon.intake;

import recon.claim.Bucket;
import recon.claim.ClaimLine;
import recon.claim.Money;
import recon.claim.Rejection;
import recon.claim.RemittanceLine;
import recon.claim.RowSums;

/** What became of one row. */
public sealed interface ParsedRow {

    Bucket bucket();

    /** What the row adds to the control totals; amounts that cannot be read add nothing. */
    RowSums sums();

    /** A claim line: of 96372, or (bucket {@code OTHER_CODES}) another line, kept for the claim audit. */
    record AcceptedClaim(ClaimLine line) implements ParsedRow {
        @Override
        public Bucket bucket() {
            return line.code().isInjection() ? Bucket.IN_SCOPE : Bucket.OTHER_CODES;
        }

        @Override
        public RowSums sums() {
            return new RowSums(line.charge(), Money.ZERO, Money.ZERO);
        }
    }

    /** A remittance line of 96372, or of another code into which the payer changed a billed 96372. */
    record AcceptedRemittance(RemittanceLine line, RowSums sums) implements ParsedRow {
        @Override
        public Bucket bucket() {
            return Bucket.IN_SCOPE;
        }
    }

    record Rejected(Rejection rejection, RowSums sums) implements ParsedRow {
        @Override
        public Bucket bucket() {
            return Bucket.REJECTED;
        }
    }

    /** Counted and summed, not kept: banner, blank, repeated heading, total, joined, other codes of a remittance. */
    record Passed(Bucket bucket, RowSums sums) implements ParsedRow {}
}
