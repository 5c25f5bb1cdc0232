package recon.workbook;

/** How a column's cells look and what they hold. The number formats are the same in every workbook. */
enum CellFormat {
    /** Words. */
    TEXT("@"),
    /** A number that is a name (control numbers, check numbers, member ids): text, so that no zero or digit is lost. */
    IDENTIFIER("@"),
    /** Sentences, broken over lines. */
    SENTENCES("@"),
    /** Text that a person types in, on a tinted ground. */
    INPUT("@"),
    COUNT("#,##0"),
    /** A number or a date in some rows, and words in others. */
    ANY("#,##0"),
    /** US dollars. */
    MONEY("#,##0.00;-#,##0.00;0.00"),
    /** A ratio, 0.25 for 25 %. */
    PERCENT("0.0%"),
    DATE("yyyy-mm-dd");

    private final String numberFormat;

    CellFormat(String numberFormat) {
        this.numberFormat = numberFormat;
    }

    String numberFormat() {
        return numberFormat;
    }
}
