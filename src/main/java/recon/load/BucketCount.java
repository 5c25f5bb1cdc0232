package recon.load;

import recon.claim.Bucket;
import recon.claim.Money;
import recon.claim.RowSums;

/** How many rows of a file ended in a bucket, and their dollars. */
public record BucketCount(long fileId, Bucket bucket, long rowCount, Money billed, Money allowed, Money paid) {

    public RowSums sums() {
        return new RowSums(billed, allowed, paid);
    }
}
