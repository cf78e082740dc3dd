package racelane.model.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.Position;

/**
 * Windows that somebody looked at and set aside, with the reason: one window by its id, or all of a pattern whose key fits.
 *
 * @param window the id of the one window; empty when pattern and key say which
 * @param pattern the pattern's name, {@code *} for any; empty when the id says which
 * @param key the key, in which {@code *} stands for any text; empty when the id says which
 * @param reason why, for those who come later; not blank
 */
public record Suppression(String window, String pattern, String key, String reason) {
    private static final String HINT =
            "write: stale-read user:* the reason, or: 8e85c6eb86 the reason; keys with blanks in double quotes";

    /** Returns the suppression of one window. */
    public static Suppression ofWindow(String id, String reason) {
        return new Suppression(id, "", "", reason);
    }

    /** Returns the suppression of all windows of a pattern whose key fits. */
    public static Suppression ofKey(String pattern, String key, String reason) {
        return new Suppression("", pattern, key, reason);
    }

    /** Returns what is suppressed, as it stands in a file: an id, or pattern and key. */
    public String target() {
        return window.isEmpty() ? pattern + " " + (key.indexOf(' ') < 0 ? key : "\"" + key + "\"") : window;
    }

    /** Tells whether a window is meant. */
    public boolean covers(RaceWindow one) {
        return window.isEmpty()
                ? fits(pattern, one.pattern()) && fits(key, one.key())
                : one.id().equals(window);
    }

    /** Returns the first suppression that means the window. */
    public static Optional<Suppression> of(RaceWindow window, List<Suppression> all) {
        return all.stream().filter(one -> one.covers(window)).findFirst();
    }

    /**
     * Reads a file of suppressions: one a line, {@code #} begins a comment line.
     *
     * @param fileName the name to be put into messages
     * @throws PatternParseException with every error found, when there is one
     */
    public static List<Suppression> parse(String fileName, String text) throws PatternParseException {
        List<Suppression> all = new ArrayList<>();
        List<PatternParseException.Problem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String row = line.strip();
            if (!row.isEmpty() && !row.startsWith("#")) {
                Suppression read = row(row);
                if (read.reason.isBlank()) {
                    problems.add(new PatternParseException.Problem(
                            new Position(fileName, number, 1), "a window is suppressed with a reason", HINT));
                }
                all.add(read);
            }
        }
        if (!problems.isEmpty()) {
            throw new PatternParseException(problems);
        }
        return all;
    }

    private static Suppression row(String row) {
        String[] first = row.split("\\s+", 2);
        String rest = first.length < 2 ? "" : first[1];
        if (first[0].matches("[0-9a-f]{10}")) {
            return ofWindow(first[0], rest);
        }
        int close = rest.startsWith("\"") ? rest.indexOf('"', 1) : -1;
        if (close > 0) {
            return ofKey(
                    first[0],
                    rest.substring(1, close),
                    rest.substring(close + 1).strip());
        }
        String[] second = rest.split("\\s+", 2);
        return ofKey(first[0], second[0], second.length < 2 ? "" : second[1]);
    }

    /** Matches stars from left to right, each with as little as possible; no regular expression, so nothing can explode. */
    private static boolean fits(String template, String text) {
        String[] parts = template.split("\\*", -1);
        if (parts.length == 1) {
            return template.equals(text);
        }
        String last = parts[parts.length - 1];
        int at = parts[0].length();
        if (!text.startsWith(parts[0]) || !text.endsWith(last)) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at + last.length() <= text.length();
    }
}
