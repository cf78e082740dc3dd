package racelane.model.pattern;

import java.util.Set;

/** The attributes that every event has by itself, beside the fields it was logged with. */
public final class Attributes {
    /** The contended thing. */
    public static final String KEY = "key";

    /** Whose event it is. */
    public static final String LANE = "lane";

    /** The operation's name as it was logged. */
    public static final String OP = "op";

    /** The operation's name as lower-case words: {@code putUser} and {@code put_user} are both {@code put user}. */
    public static final String WORDS = "words";

    /** Time in ns since the epoch. */
    public static final String TIME = "t";

    /** Name of the source. */
    public static final String SOURCE = "src";

    /** Name of the source's clock. */
    public static final String CLOCK = "clk";

    /** The code's file when it was logged, else the source's name. */
    public static final String FILE = "file";

    /** The code's line when it was logged, else the line or record number in the source. */
    public static final String LINE = "line";

    /** The level it was logged at. */
    public static final String LEVEL = "level";

    /** All names above. */
    public static final Set<String> RESERVED = Set.of(KEY, LANE, OP, WORDS, TIME, SOURCE, CLOCK, FILE, LINE, LEVEL);

    private Attributes() {}

    /** Returns an operation's name as lower-case words separated by one blank: camelCase, dots, dashes and underscores part words. */
    public static String words(String name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                space(out);
                continue;
            }
            if (Character.isUpperCase(c) && startsWord(name, i)) {
                space(out);
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString().strip();
    }

    /** An upper-case letter starts a word after a lower-case one, and as the last capital before a lower-case one: HTTP|Get. */
    private static boolean startsWord(String name, int i) {
        return i > 0
                && (!Character.isUpperCase(name.charAt(i - 1))
                        || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
    }

    private static void space(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }
}
