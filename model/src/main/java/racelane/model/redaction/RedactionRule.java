package racelane.model.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds one kind of secret. The expression's group {@code secret} is what is hidden; without one, all that it matches.
 *
 * @param kind what it finds
 * @param expression of {@link Pattern}'s syntax
 */
public record RedactionRule(RedactionKind kind, Pattern expression) {
    private static final int STEPS_PER_CHARACTER = 2_000;
    private static final int MAX_EXPRESSION = 1_000;

    /** Where a secret stands in a text. */
    record Place(int from, int to, RedactionKind kind) {}

    /**
     * Reads a rule file: one rule a line, {@code kind: expression}; empty lines and lines that begin with {@code #} do not count.
     *
     * @param file the name to be put into messages
     * @throws IllegalArgumentException with one line for people that names file and line
     */
    public static List<RedactionRule> parse(String file, String text) {
        List<RedactionRule> rules = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(rule(file + ":" + (i + 1), line));
            }
        }
        return List.copyOf(rules);
    }

    private static RedactionRule rule(String at, String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(at + ": expected a kind and an expression, as in email: \\S+@\\S+");
        }
        String expression = line.substring(colon + 1).strip();
        if (expression.length() > MAX_EXPRESSION) {
            throw new IllegalArgumentException(at + ": the expression has " + expression.length() + " characters; "
                    + MAX_EXPRESSION + " are allowed");
        }
        try {
            return new RedactionRule(RedactionKind.of(line.substring(0, colon).strip()), Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    at + ": " + e.getDescription() + " at character " + (e.getIndex() + 1), e);
        }
    }

    /**
     * Adds every place of {@code text} that the rule finds.
     *
     * @return false when the search took too long and was given up; then nobody knows what the text holds
     */
    boolean find(String text, List<Place> places) {
        boolean named = expression.namedGroups().containsKey("secret");
        long steps = (long) STEPS_PER_CHARACTER * (text.length() + 100);
        try {
            Matcher matcher = expression.matcher(new CountedText(text, steps));
            while (matcher.find()) {
                int from = named ? matcher.start("secret") : matcher.start();
                int to = named ? matcher.end("secret") : matcher.end();
                if (to > from && Plausible.is(kind, text.substring(from, to))) {
                    places.add(new Place(from, to, kind));
                }
            }
            return true;
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return false;
        }
    }
}
