package recon.intake;

import java.util.List;
import recon.claim.CheckTotal;
import recon.claim.ProviderAdjustment;

/**
 * What became of a group of rows.
 *
 * @param rows exactly one for each row of the group, in its order
 * @param totals total rows that were compared with our own sums
 * @param remarks for the people who read the run's record, each with its place; no patient data
 * @param warnings remarks to be heeded before the reports are used
 */
public record ParsedGroup(
        List<ParsedRow> rows,
        List<TotalRow> totals,
        List<ProviderAdjustment> providerAdjustments,
        List<CheckTotal> checkTotals,
        List<String> remarks,
        List<String> warnings) {}
