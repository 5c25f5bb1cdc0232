package recon.verdict.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import recon.claim.ClaimLine;
import recon.price.ReferenceRow;
import recon.price.ReferenceTable;

/**
 * The drugs that are injected, and the vaccines that are mistaken for them ({@code drugs.csv}: code, name, class, administered_by,
 * effective_from, effective_to, source).
 */
public final class Drugs {

    private final DatedCodes<Drug> byCode;

    private Drugs(DatedCodes<Drug> byCode) {
        this.byCode = byCode;
    }

    /**
     * @param userFile {@code drugs.csv} of the user's: a code that it lists has its rows instead of the shipped ones; or null
     * @throws recon.price.ReferenceDataException if it is malformed, or two of its rows overlap
     */
    public static Drugs load(@Nullable Path userFile) {
        DatedCodes<Drug> shipped = read(ReferenceTable.shipped("drugs.csv"));
        return new Drugs(userFile == null ? shipped : shipped.replacedBy(read(ReferenceTable.of(userFile))));
    }

    private static DatedCodes<Drug> read(ReferenceTable table) {
        table.optionalColumns("name", "administered_by", "effective_from", "effective_to", "source")
                .requireColumns("code", "class");
        return DatedCodes.read(table, Drugs::drug);
    }

    private static Drug drug(ReferenceRow row) {
        return new Drug(row.oneOf("class", Drug.Kind.WORDS), row.optionalText("administered_by"));
    }

    /** The drug that a line bills, or null where its code is not listed. */
    @Nullable
    Drug of(ClaimLine line) {
        return byCode.on(line.code().code(), line.serviceDate());
    }

    boolean isVaccine(ClaimLine line) {
        Drug drug = of(line);
        return drug != null && drug.kind() == Drug.Kind.VACCINE;
    }

    /** Whether a line bills a drug other than a vaccine: a J, Q or C code, or one that is listed. */
    boolean isDrug(ClaimLine line) {
        Drug drug = of(line);
        return drug == null ? line.code().isDrug() : drug.kind() != Drug.Kind.VACCINE;
    }
}
