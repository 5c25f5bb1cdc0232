package recon.file;

import recon.claim.CheckTotal;
import recon.claim.Money;
import recon.claim.ProviderAdjustment;
import recon.claim.SourceRef;

/** What a file says beside its rows. Notes come with the row after which they were met. */
public sealed interface FileNote {

    record Provider(ProviderAdjustment adjustment) implements FileNote {}

    record Check(CheckTotal total) implements FileNote {}

    /**
     * A claim whose amounts do not add up (X12 835: CLP03 less all adjustments is not CLP04).
     *
     * @param difference stated less computed, never zero
     */
    record Imbalance(SourceRef place, String what, Money difference) implements FileNote {}

    /**
     * A claim whose lines do not come to its charge or its payment: a line may be missing or wrong.
     *
     * @param claim the segment CLP
     */
    record LinesApart(SourceRef claim) implements FileNote {}

    /** Something a person should know about the file: a wrong segment count, a row that Excel would not show. No patient data. */
    record Remark(SourceRef place, String text) implements FileNote {}

    /** A remark to be heeded before the reports are used: the file may not be whole, or not be what it is taken for. No patient data. */
    record Warning(SourceRef place, String text) implements FileNote {

        /** The file holds less than its sender counted or its claims come to, or has no end. */
        public static Warning ofMissingLines(SourceRef place, String sign) {
            return new Warning(
                    place,
                    "claims or lines may be missing: %s; ask the file's sender, or get it again".formatted(sign));
        }
    }
}
