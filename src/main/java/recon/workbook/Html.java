package recon.workbook;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML of which every text and attribute is escaped and every element closed in its order, so that nothing that stands in a
 * file or a payer's name can become markup. What it writes is well-formed XML as well.
 */
final class Html {

    private final StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns */
    Html open(String element, String... attributes) {
        tag(element, attributes);
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        html.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but a text in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that has no content, such as {@code meta}. */
    Html empty(String element, String... attributes) {
        tag(element, attributes);
        html.insert(html.length() - 1, '/').append('\n');
        return this;
    }

    /** The style sheet: the one text that is not escaped, since it is ours and HTML would not read escapes in it. */
    Html style(String css) {
        html.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }
        html.append('>');
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    /** Control characters and halves of surrogate pairs have no place in a page. */
    private static boolean isAllowed(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0xD800 && c <= 0xDFFF));
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return html.toString();
    }
}
