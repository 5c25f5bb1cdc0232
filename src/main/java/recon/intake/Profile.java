package recon.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import recon.claim.FileKind;

/**
 * A layout known by name.
 *
 * <pre>
 * name: portal-export             # how the run's record calls it
 * kind: remittances               # or claims; or, of claims that come as two files, claim-headers and charge-lines
 * match: [ICN, Svc Date, Pd Amt]  # a heading row with all of these is of this layout
 * sheet: Payments                 # only on a sheet of this name (may be absent)
 * heading-row: 4                  # only there (may be absent)
 * date-order: DMY                 # MDY where absent
 * columns:                        # field: its heading, or its headings; other headings are known by their synonyms
 *   billed: Bill Amt
 *   modifiers: [M1, M2]
 * ignore: [Payment]               # headings that are not to be read
 * constants:                      # what the file does not state, or leaves blank
 *   payer_class: Medicare
 * </pre>
 *
 * @param part the part of a claim that the rows hold, or null where the columns tell it
 * @param headings by {@link HeadingText#key(String)}, the field that a heading is read as
 * @param match keys of headings
 * @param ignored keys of headings
 */
record Profile(
        String name,
        FileKind kind,
        @Nullable ClaimPart part,
        Set<String> match,
        @Nullable String sheet,
        long headingRow,
        DateOrder dateOrder,
        Map<String, Field> headings,
        Set<String> ignored,
        Map<Field, String> constants) {

    /** Whether a row with these headings may be this layout's heading row. */
    boolean fits(@Nullable String sheetName, long row, List<String> headingKeys) {
        return (sheet == null || sheet.equalsIgnoreCase(sheetName))
                && (headingRow == 0 || headingRow == row)
                && headingKeys.containsAll(match);
    }

    /** How much of a sheet this profile recognises. */
    int score() {
        return match.size() + (sheet == null ? 0 : 1) + (headingRow == 0 ? 0 : 1);
    }
}
