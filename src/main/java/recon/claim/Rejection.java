package recon.claim;

import org.jspecify.annotations.Nullable;

/**
 * Why a row could not be read: its place, the column at fault, and what was expected. Never quotes the cell, which may hold a
 * patient's data.
 *
 * @param column the heading as it stands in the file, or the column's letter, or null where no single column is at fault
 * @param reason what was expected, for a person: "not an amount such as 1,234.50 or (5.00)"
 */
public record Rejection(SourceRef place, @Nullable String column, String reason) {

    /** {@code R02 payments.xlsx [Payments] row 17, column 'Paid': not an amount such as 1,234.50 or (5.00)}. */
    public String inWords() {
        return place + (column == null ? "" : ", column '" + column + "'") + ": " + reason;
    }
}
