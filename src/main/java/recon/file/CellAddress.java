package recon.file;

/** Addresses in A1 style. */
final class CellAddress {

    /** Excel's last row (Microsoft: Excel specifications and limits). */
    static final int MAX_ROWS = 1_048_576;

    private CellAddress() {}

    /** The column of an address such as {@code $AB12}, from 0; -1 if it names none that Excel has. */
    static int column(String address) {
        CharSlice slice = new CharSlice();
        slice.decode(address);
        return column(slice);
    }

    /** As {@link #column(String)}. */
    static int column(CharSlice address) {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            } else if (c >= 'a' && c <= 'z') {
                column = column * 26 + c - 'a' + 1;
            } else if (c != '$' || i > 0) {
                break;
            }
            if (column > CellText.MAX_COLUMNS) {
                return -1;
            }
        }
        return column - 1;
    }

    /** The row of an address such as {@code AB$12} or {@code 12}, from 1; -1 if it names none that Excel has. */
    static int row(String address) {
        int at = 0;
        while (at < address.length() && !isDigit(address.charAt(at))) {
            at++;
        }
        int row = 0;
        for (int i = at; i < address.length(); i++) {
            if (!isDigit(address.charAt(i))) {
                return -1;
            }
            row = row * 10 + address.charAt(i) - '0';
            if (row > MAX_ROWS) {
                return -1;
            }
        }
        return row == 0 ? -1 : row;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
