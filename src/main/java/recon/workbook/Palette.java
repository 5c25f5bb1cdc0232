package recon.workbook;

/**
 * Colours as RRGGBB. They differ in lightness as well as in hue (after Okabe and Ito, "Color Universal Design", 2008), so that they
 * stay apart for colour-blind readers and on a black-and-white printer.
 */
final class Palette {

    static final String INK = "1A1A1A";
    static final String MUTED = "595959";
    static final String WHITE = "FFFFFF";
    static final String HEADING = "1F3864";
    static final String BAND = "E7ECF4";
    static final String RULE = "BFBFBF";
    static final String LINK = "0B5394";
    static final String INPUT = "FFF9E5";
    static final String INPUT_HEADING = "F2C14E";
    static final String BAR = "0072B2";
    /** Deadline missed, or a control total that does not tie: dark ground, white letters. */
    static final String ALARM = "8C2D04";
    /** Deadline near. */
    static final String WARN = "F5B971";
    /** Deadline in sight. */
    static final String NOTICE = "FDE9C9";

    private Palette() {}
}
