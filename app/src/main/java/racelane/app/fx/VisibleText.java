package racelane.app.fx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes words from evidence safe to look at: control characters, and characters that reorder or hide text, become visible signs, so
 * that a line cannot pretend to be another.
 */
public final class VisibleText {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*m");

    private VisibleText() {}

    /** Returns one line for lists: colours dropped, line ends and tabs as blanks, everything else that is not seen as a sign. */
    public static String line(String text) {
        String plain = COLOUR.matcher(text).replaceAll("").strip();
        return inner(plain);
    }

    /** Returns one line for lists as {@link #line} does, but with its colours, for {@link AnsiText}. */
    public static String coloured(String text) {
        if (!COLOUR.matcher(text).find()) {
            return line(text);
        }
        StringBuilder out = new StringBuilder();
        Matcher matcher = COLOUR.matcher(text.strip());
        int from = 0;
        while (matcher.find()) {
            out.append(inner(text.strip().substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return out.append(inner(text.strip().substring(from))).toString();
    }

    private static String inner(String text) {
        return visible(
                text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' '), false);
    }

    /** Returns text of several lines with every unseen character as a sign, colours included. */
    public static String raw(String text) {
        return visible(text.replace("\r\n", "\n"), true);
    }

    private static String visible(String text, boolean keepLines) {
        if (text.chars().noneMatch(VisibleText::unseen)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean layout = keepLines && (c == '\n' || c == '\t');
            if (!unseen(c) || layout) {
                out.appendCodePoint(c);
            } else if (c < 0x20) {
                out.append((char) (0x2400 + c));
            } else if (c == 0x7f) {
                out.append('\u2421');
            } else {
                out.append(String.format("‹U+%04X›", c));
            }
        });
        return out.toString();
    }

    private static boolean unseen(int c) {
        return c < 0x20 || between(c, 0x7f, 0x9f) || reorders(c) || between(c, 0x200b, 0x200f) || c == 0xfeff;
    }

    private static boolean reorders(int c) {
        return between(c, 0x202a, 0x202e) || between(c, 0x2060, 0x206f) || c == 0x061c;
    }

    private static boolean between(int c, int first, int last) {
        return first <= c && c <= last;
    }
}
