package racelane.app.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import racelane.app.fx.Texts;

/**
 * What a file says about keys: {@code action = keys}, the keys parted by blanks and none to take them away; {@code preset = azerty};
 * what begins with # and a blank is a comment. A line that cannot be read is a problem and changes nothing.
 *
 * @param name the file's name
 * @param preset what the keys are changed against; empty for those that are shipped
 * @param presetLine where that stands; 0 when it does not
 * @param lines what is said of which action, each action once
 * @param problems what could not be read
 */
public record KeyFile(String name, String preset, int presetLine, List<Line> lines, List<KeyProblem> problems) {
    private static final Texts TEXTS = Texts.of(KeyFile.class);

    private static final String PRESET = "preset";

    /** A comment behind something; the key # itself stands at the end of its line. */
    private static final Pattern COMMENT = Pattern.compile("\\s#\\s.*");

    /**
     * One line.
     *
     * @param number its number, from 1
     * @param action the action's id, as it is written
     * @param keys its keys; may be empty
     */
    public record Line(int number, String action, List<Key> keys) {
        /** Copies the list. */
        public Line {
            keys = List.copyOf(keys);
        }
    }

    /** Copies the lists. */
    public KeyFile {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** Returns a file that says nothing. */
    public static KeyFile empty(String name) {
        return new KeyFile(name, "", 0, List.of(), List.of());
    }

    /** Reads what a file says. */
    public static KeyFile parse(String name, String text) {
        List<KeyProblem> problems = new ArrayList<>();
        Map<String, Line> lines = new LinkedHashMap<>();
        String preset = "";
        int presetLine = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String said = COMMENT.matcher(line).replaceFirst("").strip();
            if (said.isEmpty() || said.startsWith("#")) {
                continue;
            }
            int sign = said.indexOf('=');
            if (sign <= 0) {
                problems.add(new KeyProblem(name, number, TEXTS.get("keys.how")));
                continue;
            }
            String left = said.substring(0, sign).strip();
            String right = said.substring(sign + 1).strip();
            if (left.equals(PRESET)) {
                preset = right.toLowerCase(Locale.ROOT);
                presetLine = number;
            } else if (lines.containsKey(left)) {
                int first = lines.get(left).number();
                problems.add(new KeyProblem(name, number, TEXTS.get("keys.twice", left, first)));
            } else {
                lines.put(left, new Line(number, left, keys(name, number, right, problems)));
            }
        }
        return new KeyFile(name, preset, presetLine, List.copyOf(lines.values()), problems);
    }

    /** Returns {@code text} with another preset named in it; an empty one for the keys that are shipped. */
    public static String withPreset(String text, String preset) {
        List<String> kept = new ArrayList<>(text.lines()
                .filter(line -> !line.strip().matches(PRESET + "\\s*=.*"))
                .toList());
        if (!preset.isEmpty()) {
            kept.addFirst(PRESET + " = " + preset);
        }
        return kept.isEmpty() ? "" : String.join("\n", kept) + "\n";
    }

    private static List<Key> keys(String name, int number, String text, List<KeyProblem> problems) {
        List<Key> keys = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            try {
                Key key = Key.parse(word);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            } catch (IllegalArgumentException e) {
                problems.add(new KeyProblem(name, number, String.valueOf(e.getMessage())));
            }
        }
        return keys;
    }
}
