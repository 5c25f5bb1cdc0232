package recon.intake;

/** The place of one row in its group, filled once all rows of the group were looked at. */
interface ParsedSlot {

    ParsedRow result();
}
