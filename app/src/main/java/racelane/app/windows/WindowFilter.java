package racelane.app.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racelane.model.window.RaceWindow;

/**
 * What the list of windows is narrowed to, as it is typed: words that must all occur in a window's pattern, title, key, steps, verdict or
 * evidence; {@code pattern:}, {@code key:} and {@code verdict:} look in one of them only; a {@code -} before a word turns it round.
 *
 * @param text the words
 */
record WindowFilter(String text) {
    /** Everything passes. */
    static final WindowFilter NONE = new WindowFilter("");

    boolean isEmpty() {
        return text.isBlank();
    }

    boolean accepts(RaceWindow window) {
        for (String word : words()) {
            boolean not = word.length() > 1 && word.startsWith("-");
            if (accepts(window, not ? word.substring(1) : word) == not) {
                return false;
            }
        }
        return true;
    }

    /** Returns this filter with a word added; with it taken out when it was there. */
    WindowFilter toggled(String word) {
        List<String> words = new ArrayList<>(words());
        if (!words.remove(word.toLowerCase(Locale.ROOT))) {
            words.add(word);
        }
        return new WindowFilter(String.join(" ", words));
    }

    /** Tells whether a word stands in it. */
    boolean has(String word) {
        return words().contains(word.toLowerCase(Locale.ROOT));
    }

    private List<String> words() {
        return text.isBlank()
                ? List.of()
                : List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static boolean accepts(RaceWindow window, String word) {
        if (word.startsWith("pattern:")) {
            return holds(window.pattern(), word.substring(8));
        }
        if (word.startsWith("key:")) {
            return holds(window.key(), word.substring(4));
        }
        if (word.startsWith("verdict:")) {
            return window.verdict().word().equals(word.substring(8));
        }
        return holds(window.pattern(), word)
                || holds(window.title(), word)
                || holds(window.key(), word)
                || holds(window.steps(), word)
                || window.verdict().word().equals(word)
                || window.evidence().word().equals(word);
    }

    private static boolean holds(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }
}
