package recon.verdict.audit;

import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.price.ReferenceTable;

/** Most units of a code for one patient, practitioner and day: CMS's Medically Unlikely Edits ({@code mue.csv}). */
final class UnitLimits {

    private final DatedCodes<Integer> byCode;

    private UnitLimits(DatedCodes<Integer> byCode) {
        this.byCode = byCode;
    }

    static UnitLimits shipped() {
        ReferenceTable table = ReferenceTable.shipped("mue.csv")
                .requireColumns("code", "units", "effective_from", "effective_to", "source");
        return new UnitLimits(DatedCodes.read(table, row -> row.wholeNumber("units")));
    }

    /** Null where no limit is in force on the line's date of service. */
    @Nullable
    Integer of(ClaimLine line) {
        return byCode.on(line.code().code(), line.serviceDate());
    }
}
