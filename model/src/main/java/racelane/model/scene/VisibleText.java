package racelane.model.scene;

/** Makes characters that would not show, or would change how their neighbours show, visible. Stateless. */
public final class VisibleText {
    /** The first half of every character of plane 14, none of which shows: tags and selectors of variants. */
    private static final char TAGS = 0xDB40;

    private VisibleText() {}

    /**
     * Returns {@code text} on one line: control, bidirectional and zero-width characters are written as {@code \\u202e}, tabs
     * and line ends as blanks, terminal colour sequences are dropped.
     */
    public static String of(String text) {
        int plain = 0;
        while (plain < text.length() && !isHidden(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int escape = c == 0x1B ? colourLength(text, at) : 0;
            if (escape > 0) {
                at += escape;
                continue;
            }
            append(out, c);
            if (c == TAGS && at + 1 < text.length()) {
                hex(out, text.charAt(++at));
            }
            at++;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            out.append(' ');
        } else if (isHidden(c)) {
            hex(out, c);
        } else {
            out.append(c);
        }
    }

    private static void hex(StringBuilder out, char c) {
        String hex = Integer.toHexString(c);
        out.append("\\u").repeat('0', 4 - hex.length()).append(hex);
    }

    /** Length of {@code ESC [ digits and semicolons letter} at {@code at}, 0 when there is none. */
    private static int colourLength(String text, int at) {
        int end = at + 1;
        if (end >= text.length() || text.charAt(end) != '[') {
            return 0;
        }
        end++;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
            end++;
        }
        return end < text.length() && Character.isLetter(text.charAt(end)) ? end + 1 - at : 0;
    }

    private static boolean isHidden(char c) {
        return c < 0x20
                || c == TAGS
                || (c >= 0x7F && c <= 0x9F)
                || c == 0xAD
                || c == 0x61C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || c == 0x180E // a separator that takes no room
                || c == 0x115F // fillers, which look like nothing and count as letters
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }
}
