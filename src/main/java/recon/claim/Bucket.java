package recon.claim;

/** Where a row read ends up. Every row of every input file is counted in exactly one bucket. */
public enum Bucket {
    /** Above the first heading, and that heading itself. */
    BANNER("banner"),
    BLANK("blank"),
    /** A heading that a report repeats on each of its pages. */
    REPEATED_HEADING("repeatedHeading"),
    /** A total or subtotal: not money of its own, but compared with our sums. */
    TOTAL("total"),
    /** A row that went into another row's record, as where there is one row per adjustment. */
    JOINED("joined"),
    REJECTED("rejected"),
    /** The same line as another that is on file; of claims also one that was replaced or voided. */
    DUPLICATE("duplicate"),
    /** Belongs to a month after the one asked for. */
    LATER("later"),
    /** A payment that an earlier month's run has judged. */
    JUDGED_EARLIER("judgedEarlier"),
    /** Of another procedure than 96372. */
    OTHER_CODES("otherCodes"),
    IN_SCOPE("inScope");

    private final String jsonName;

    Bucket(String jsonName) {
        this.jsonName = jsonName;
    }

    /** As {@code run-YYYY-MM.json} names it. */
    public String jsonName() {
        return jsonName;
    }
}
