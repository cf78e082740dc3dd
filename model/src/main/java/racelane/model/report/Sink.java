package racelane.model.report;

import racelane.model.scene.VisibleText;

/** Escapes text for the sinks. Each character that could mean something there is written so that it means itself. Stateless. */
final class Sink {
    private Sink() {}

    /**
     * Returns text as HTML and XML write it, fit for elements and for attributes in double quotes. Characters that do not show are made
     * visible, so that none of them can reorder or hide its neighbours.
     */
    static String html(String text) {
        String visible = VisibleText.of(text);
        StringBuilder safe = new StringBuilder(visible.length() + 16);
        for (int at = 0; at < visible.length(); ) {
            int c = visible.codePointAt(at);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '`' -> safe.append("&#96;");
                default -> safe.appendCodePoint(isText(c) ? c : 0xFFFD);
            }
            at += Character.charCount(c);
        }
        return safe.toString();
    }

    /** Returns text in which every character but letters, digits and blanks is a reference: it means nothing in Markdown nor in HTML. */
    static String references(String text) {
        String visible = VisibleText.of(text);
        StringBuilder safe = new StringBuilder(visible.length() + 16);
        for (int at = 0; at < visible.length(); ) {
            int c = visible.codePointAt(at);
            if (!isText(c)) {
                safe.append("\uFFFD");
            } else if (c >= 128 || Character.isLetterOrDigit(c) || c == ' ') {
                safe.appendCodePoint(c);
            } else {
                safe.append("&#").append(c).append(';');
            }
            at += Character.charCount(c);
        }
        return safe.toString();
    }

    /** Tells whether a character may stand in XML: no half of a pair, no non-character. */
    static boolean isText(int c) {
        return c == 0x9
                || c == 0xA
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && (c < 0xFDD0 || c > 0xFDEF))
                || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
    }
}
