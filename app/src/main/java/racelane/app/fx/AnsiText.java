package racelane.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with the colours that a terminal would show, as runs of one look each. Any thread. */
public final class AnsiText {
    /** The colour of what has none of its own. */
    public static final int PLAIN = -1;

    private static final Pattern SGR = Pattern.compile("\u001b\\[([0-9;:]*)m");
    private static final int BRIGHT = 8;
    private static final int CUBE = 16;
    private static final int GREYS = 232;
    private static final int SATURATED = 40;

    private AnsiText() {}

    /**
     * Some words of one look.
     *
     * @param text the words
     * @param colour 0 to 15 as terminals count them; {@link #PLAIN} for the ordinary one
     * @param bold whether they are bold
     */
    public record Run(String text, int colour, boolean bold) {}

    /** Tells whether there is any colour in it. */
    public static boolean hasColour(String text) {
        return text.indexOf('\u001b') >= 0 && SGR.matcher(text).find();
    }

    /** Takes a line apart; without colours it is a single run. */
    public static List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = SGR.matcher(line);
        int from = 0;
        Look look = new Look();
        while (matcher.find()) {
            add(runs, line.substring(from, matcher.start()), look);
            look.take(matcher.group(1));
            from = matcher.end();
        }
        add(runs, line.substring(from), look);
        return runs;
    }

    private static void add(List<Run> runs, String text, Look look) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, look.colour, look.bold));
        }
    }

    /** What is in force after some codes. Colours beyond the sixteen become the nearest of them, for those stand out on both looks. */
    private static final class Look {
        int colour = PLAIN;
        boolean bold;

        void take(String codes) {
            String[] parts = codes.isEmpty() ? new String[] {"0"} : codes.split("[;:]", -1);
            for (int i = 0; i < parts.length; i++) {
                int code = number(parts, i);
                if (code == 38 || code == 48) {
                    boolean exact = number(parts, i + 1) == 2;
                    if (code == 38) {
                        colour = exact
                                ? nearest(number(parts, i + 2), number(parts, i + 3), number(parts, i + 4))
                                : indexed(number(parts, i + 2));
                    }
                    i += exact ? 4 : 2;
                } else {
                    simple(code);
                }
            }
        }

        private void simple(int code) {
            if (code == 0) {
                colour = PLAIN;
                bold = false;
            } else if (code == 1) {
                bold = true;
            } else if (code == 22) {
                bold = false;
            } else if (code == 39) {
                colour = PLAIN;
            } else if (code >= 30 && code <= 37) {
                colour = code - 30;
            } else if (code >= 90 && code <= 97) {
                colour = code - 90 + BRIGHT;
            }
        }

        private static int indexed(int index) {
            if (index < CUBE) {
                return index;
            }
            if (index >= GREYS) {
                return BRIGHT - 1;
            }
            int cube = index - CUBE;
            return nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
        }

        /** Returns the one of the eight colours whose parts are on where these are strong; grey where they are alike. */
        private static int nearest(int red, int green, int blue) {
            int most = Math.max(red, Math.max(green, blue));
            int least = Math.min(red, Math.min(green, blue));
            if (most - least < SATURATED) {
                return BRIGHT - 1;
            }
            int half = (most + least) / 2;
            return (red > half ? 1 : 0) | (green > half ? 2 : 0) | (blue > half ? 4 : 0);
        }

        private static int number(String[] parts, int index) {
            if (index >= parts.length || parts[index].isEmpty() || parts[index].length() > 3) {
                return 0;
            }
            return Integer.parseInt(parts[index]);
        }
    }
}
