package recon.price;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import recon.claim.PayerDirectory;

/**
 * Reads {@code payers}: which names and ids mean which payer, and what is particular to it. Rows are tried in order, the user's
 * before the shipped ones; the first that fits holds.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>payer</td><td>the name that reports show and by which payers are compared; blank: the name stays as the file writes it,
 *     and the row only tells the class and what else it holds</td></tr>
 * <tr><td>pattern</td><td>regular expression, looked for anywhere within the payer's name, in any case; blank: only the name in
 *     {@code payer} itself</td></tr>
 * <tr><td>payer_id</td><td>the payer's id on X12 files, or blank</td></tr>
 * <tr><td>payer_class</td><td>Medicare, Medicaid or Private; blank where the name does not tell</td></tr>
 * <tr><td>practitioner_percent</td><td>what NP, PA and CNS are paid of a contract or schedule under their own number; blank: 85 of a
 *     Medicare schedule, 100 elsewhere</td></tr>
 * <tr><td>appeal_days</td><td>days from the check date to appeal; blank: as {@code clocks.csv} says for the class</td></tr>
 * <tr><td>filing_days</td><td>days from the service date to file; blank: as {@code clocks.csv} says</td></tr>
 * <tr><td>ndc_required</td><td>yes where it wants the national drug code on drug lines, no where not; blank: as {@code ndc.csv}
 *     says</td></tr>
 * </table>
 *
 * <p>The shipped rows stand in this order, since names contain one another: managed Medicaid plans and Medicare Advantage plans by
 * their brands (an insurer's Medicare plan pays by the insurer's contract: private), then Medicare's contractors and Medicare,
 * state Medicaid programmes, then private insurers.
 */
public final class PayerDirectoryFile {

    private static final int WHOLE = 100;

    private PayerDirectoryFile() {}

    /**
     * @param userFile {@code payers.csv} of the user's, or null
     * @throws ReferenceDataException if it is malformed
     */
    public static PayerDirectory load(@Nullable Path userFile) {
        List<PayerDirectory.Entry> entries = new ArrayList<>();
        if (userFile != null) {
            entries.addAll(read(ReferenceTable.of(userFile)));
        }
        entries.addAll(read(ReferenceTable.shipped("payers.csv")));
        return new PayerDirectory(entries);
    }

    private static List<PayerDirectory.Entry> read(ReferenceTable table) {
        table.optionalColumns(
                        "pattern",
                        "payer_id",
                        "payer_class",
                        "practitioner_percent",
                        "appeal_days",
                        "filing_days",
                        "ndc_required")
                .requireColumns("payer");
        Map<String, ReferenceRow> ids = new HashMap<>();
        List<PayerDirectory.Entry> entries = new ArrayList<>();
        for (ReferenceRow row : table.rows()) {
            PayerDirectory.Entry entry = entry(row);
            if (entry.payerId() != null) {
                refuseRepeated(entry.payerId().toUpperCase(Locale.ROOT), row, ids);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static void refuseRepeated(String payerId, ReferenceRow row, Map<String, ReferenceRow> ids) {
        ReferenceRow earlier = ids.put(payerId, row);
        if (earlier != null) {
            throw row.error("payer_id", "an id that no other row has, but " + earlier.place() + " has the same");
        }
    }

    private static PayerDirectory.Entry entry(ReferenceRow row) {
        String payer = row.optionalText("payer");
        Pattern pattern = pattern(row);
        String payerId = row.optionalText("payer_id");
        if (payer == null && pattern == null && payerId == null) {
            throw row.error("payer", "a payer, a pattern or a payer_id");
        }
        return new PayerDirectory.Entry(
                payer,
                pattern,
                payerId,
                row.optionalPayerClass("payer_class"),
                percent(row),
                row.optionalWholeNumber("appeal_days"),
                row.optionalWholeNumber("filing_days"),
                row.optionalOneOf("ndc_required", ReferenceRow.YES_OR_NO));
    }

    private static @Nullable Pattern pattern(ReferenceRow row) {
        String pattern = row.optionalText("pattern");
        try {
            return pattern == null ? null : Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw row.error("pattern", "a regular expression such as ^AETNA");
        }
    }

    private static @Nullable Integer percent(ReferenceRow row) {
        Integer percent = row.optionalWholeNumber("practitioner_percent");
        if (percent != null && (percent == 0 || percent > WHOLE)) {
            throw row.error("practitioner_percent", "a whole number from 1 to 100");
        }
        return percent;
    }
}
