package recon.load;

import java.time.LocalDate;
import recon.claim.RemittanceLine;

/**
 * A remittance line as it is put on file.
 *
 * @param postedOn the day whose month it belongs to
 */
public record StagedRemittanceLine(long fileId, long lineId, RemittanceLine line, LocalDate postedOn) {}
