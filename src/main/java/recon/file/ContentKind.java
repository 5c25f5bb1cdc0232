package recon.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is, told by its first bytes and never by its name. */
enum ContentKind {
    EMPTY,
    ZIP,
    OLE2,
    OLD_EXCEL,
    X12,
    WEB_PAGE,
    XML_2003,
    OTHER_XML,
    OTHER_BINARY,
    TEXT;

    /** How many bytes a decision takes at most. */
    static final int HEAD_BYTES = 8192;

    /** At the beginning, or an ISA at a line's beginning below a covering note. */
    private static final Pattern X12_START = Pattern.compile("(?s)(ISA[^A-Za-z0-9\\s].*"
            + "|GS[^A-Za-z0-9\\s]H[CP][^A-Za-z0-9].*"
            + "|ST[^A-Za-z0-9\\s]83[57][^A-Za-z0-9].*"
            + "|.*[\\r\\n]ISA([^A-Za-z0-9\\s])\\d\\d\\2.*)");

    static ContentKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return OLE2;
        }
        if (isBareBiff(head)) {
            return OLD_EXCEL;
        }
        if (isOtherBinary(head)) {
            return OTHER_BINARY;
        }
        return ofText(head);
    }

    /** BIFF2 to BIFF5 streams that stand in no container begin with their BOF record. */
    private static boolean isBareBiff(byte[] head) {
        return head.length > 3
                && head[0] == 9
                && (head[1] == 0 || head[1] == 2 || head[1] == 4 || head[1] == 8)
                && (head[2] == 4 || head[2] == 6 || head[2] == 8)
                && head[3] == 0;
    }

    private static boolean isOtherBinary(byte[] head) {
        return startsWith(head, '%', 'P', 'D', 'F')
                || startsWith(head, 0x1F, 0x8B)
                || startsWith(head, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0xFF, 0xD8, 0xFF)
                || startsWith(head, '7', 'z', 0xBC, 0xAF)
                || startsWith(head, '{', '\\', 'r', 't', 'f');
    }

    private static ContentKind ofText(byte[] head) {
        String text = withoutNoise(head);
        String lower = text.toLowerCase(Locale.ROOT);
        if (X12_START.matcher(text).matches()) {
            return X12;
        }
        if (lower.startsWith("mime-version:")) {
            return WEB_PAGE;
        }
        if (!lower.startsWith("<")) {
            return TEXT;
        }
        if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return XML_2003;
        }
        if (lower.contains("<html") || lower.contains("<table") || lower.contains("<!doctype html")) {
            return WEB_PAGE;
        }
        return lower.startsWith("<?xml") ? OTHER_XML : TEXT;
    }

    /** As Latin text without byte-order mark, leading white space, and the zero bytes of UTF-16. */
    private static String withoutNoise(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("\u00EF\u00BB\u00BF")) {
            latin = latin.substring(3);
        } else if (latin.startsWith("\u00FF\u00FE") || latin.startsWith("\u00FE\u00FF")) {
            latin = latin.substring(2).replace("\0", "");
        }
        return latin.strip();
    }

    private static boolean startsWith(byte[] head, int... start) {
        if (head.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((head[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
