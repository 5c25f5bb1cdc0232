package recon.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import recon.claim.RowSums;
import recon.verdict.Verdict;

/**
 * A month of any size for tests and the benchmark, streamed to disk: as many remittance rows as claim lines, in four files of 20
 * columns, and the claim lines in one csv. Two of seven lines are of 96372; a visit and the
 * drug stand beside each. Of all lines 8 % are denied, 6 % underpaid, 1 % reversed
 * and not yet corrected, 1 % answered under a number that no claim has, 0.5 % answered by a row that stands in the file twice; so many
 * are not answered that rows and lines are as many.
 *
 * @param claimLines lines in the claims file
 * @param claimInjections those of 96372
 * @param claimSums charges of all claim lines
 * @param remittanceRows rows in all remittance files, headings not counted
 * @param remittanceInjections those of 96372, duplicates among them
 * @param duplicates rows of 96372 that repeat another
 * @param remittanceSums billed, allowed and paid of all remittance rows
 * @param verdicts of 96372 claim lines and of payments without one
 */
public record GeneratedMonth(
        long claimLines,
        long claimInjections,
        RowSums claimSums,
        long remittanceRows,
        long remittanceInjections,
        long duplicates,
        RowSums remittanceSums,
        Map<Verdict, Long> verdicts) {

    /** What the remittance files are; the claims are always a csv. */
    public enum Format {
        CSV,
        XLSX
    }

    /** Payments of 96372 that the month judges: duplicates are not. */
    public long inScope() {
        return remittanceInjections - duplicates;
    }

    public long otherCodes() {
        return remittanceRows - remittanceInjections;
    }

    /**
     * Writes {@code claims/} and {@code remittances/} below a folder. Months of one seed do not share control numbers.
     *
     * @param lines of claims, and rows of remittances
     */
    public static GeneratedMonth write(Path input, YearMonth month, int lines, Format format, long seed)
            throws IOException {
        return new MonthGenerator(month, lines, seed).write(input, format);
    }

    /** {@code FOLDER LINES [csv|xlsx] [YYYY-MM]}. */
    public static void main(String[] arguments) throws IOException {
        Format format = arguments.length > 2 && arguments[2].equals("xlsx") ? Format.XLSX : Format.CSV;
        YearMonth month = YearMonth.parse(arguments.length > 3 ? arguments[3] : "2026-10");
        System.out.println(write(Path.of(arguments[0]), month, Integer.parseInt(arguments[1]), format, 96372));
    }
}
