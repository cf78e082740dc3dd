package racelane.app.formats;

import java.util.ArrayList;
import java.util.List;

/** Changes single clauses of a format file's text and leaves all else as it stands, comments included. Stateless. */
final class FormatText {
    private FormatText() {}

    /** Returns the value of the first clause with this word; empty when there is none. */
    static String value(String text, String word) {
        return text.lines()
                .filter(line -> line.startsWith(word + ":"))
                .map(line -> line.substring(word.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Returns the text with a clause set; an empty value takes it out. A new one stands behind the name. */
    static String with(String text, String word, String value) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = first(lines, word);
        if (value.isBlank()) {
            if (at >= 0) {
                lines.remove(at);
            }
        } else if (at >= 0) {
            lines.set(at, word + ": " + value);
        } else {
            lines.add(word.equals("name") ? 0 : first(lines, "name") + 1, word + ": " + value);
        }
        return joined(lines);
    }

    /**
     * Returns the text with a layout.
     *
     * @param clause the line of the text that it replaces, from 1; 0 to add it behind the other layouts
     */
    static String withLayout(String text, int clause, String layout) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (clause > 0 && clause <= lines.size()) {
            lines.set(clause - 1, "line: " + layout);
        } else {
            int at = lines.size();
            for (int i = 0; i < lines.size(); i++) {
                if (isLayout(lines.get(i))) {
                    at = i + 1;
                }
            }
            lines.add(at, "line: " + layout);
        }
        return joined(lines);
    }

    /** Returns the only line with a layout, from 1; 0 when there are none or several. */
    static int onlyLayout(String text) {
        List<String> lines = text.lines().toList();
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isLayout(lines.get(i))) {
                if (found > 0) {
                    return 0;
                }
                found = i + 1;
            }
        }
        return found;
    }

    private static boolean isLayout(String line) {
        return line.startsWith("line:") || line.startsWith("regex:");
    }

    private static int first(List<String> lines, String word) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(word + ":")) {
                return i;
            }
        }
        return -1;
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** Returns the index of a place in the text; the text's length when the place lies behind its end. */
    static int offset(String text, int line, int column) {
        int at = 0;
        for (int n = 1; n < line; n++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return Math.min(text.length(), at + column - 1);
    }
}
