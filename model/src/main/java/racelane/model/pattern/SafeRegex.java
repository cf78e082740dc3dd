package racelane.model.pattern;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that cannot hang: it looks at no more than {@link #MAX_LENGTH} characters and gives up, as not found,
 * after {@link #MAX_STEPS} looks at one of them. Immutable; any thread.
 */
public final class SafeRegex {
    /** How many characters of a text are searched. */
    public static final int MAX_LENGTH = 4_096;

    /** How many characters are looked at, again and again included, before the search is given up: some milliseconds. */
    public static final int MAX_STEPS = 1_000_000;

    private final Pattern pattern;

    private SafeRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression of {@link Pattern}'s syntax.
     *
     * @throws PatternSyntaxException when it is none
     */
    public static SafeRegex compile(String expression) {
        return new SafeRegex(Pattern.compile(expression));
    }

    /** Tells whether the expression is found in {@code text}; false as well when the search was given up. */
    public boolean find(String text) {
        try {
            return pattern.matcher(new Watched(text, 0, Math.min(text.length(), MAX_LENGTH), new int[] {MAX_STEPS}))
                    .find();
        } catch (TooManySteps e) {
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SafeRegex regex && regex.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }

    /** A text that counts how often it is looked at: the only handle that java.util.regex gives on a search under way. */
    private record Watched(String text, int from, int to, int[] left) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManySteps();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text, from + start, from + end, left);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("gave up", null, false, false);
        }
    }
}
