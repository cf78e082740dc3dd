package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression whose groups are fields. Java's own syntax, but that a group's name may hold {@code _}, {@code .} and
 * {@code -}, may stand more than once (the one that took part counts), and may be written <code>(?P&lt;name&gt;…)</code> too. Immutable.
 */
final class NamedRegex {
    /** How long an expression may be, in characters. */
    static final int MAX_LENGTH = 1_000;

    private final Pattern pattern;
    private final List<Group> groups;

    /**
     * A field and the number of its group.
     *
     * @param at where its name stands in the expression, from 0
     */
    record Group(String name, int number, int at) {}

    private NamedRegex(Pattern pattern, List<Group> groups) {
        this.pattern = pattern;
        this.groups = List.copyOf(groups);
    }

    Pattern pattern() {
        return pattern;
    }

    /** Returns the groups that have names, from left to right. */
    List<Group> groups() {
        return groups;
    }

    boolean has(String name) {
        return groups.stream().anyMatch(group -> group.name.equals(name));
    }

    /**
     * Compiles an expression.
     *
     * @throws LayoutFault with the place and the cure
     */
    static NamedRegex compile(String regex) {
        if (regex.length() > MAX_LENGTH) {
            throw new LayoutFault(
                    MAX_LENGTH,
                    regex.length() - MAX_LENGTH,
                    "a regex may be " + MAX_LENGTH + " characters long, this one has " + regex.length()
                            + ": write several regex: lines, one for each shape of line");
        }
        return new Compiler(regex).compile();
    }

    /** Turns named groups into numbered ones, and remembers what stood where. */
    private static final class Compiler {
        private final String regex;
        private final StringBuilder plain = new StringBuilder();
        private final List<Integer> places = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private int count;
        private int at;

        Compiler(String regex) {
            this.regex = regex;
        }

        NamedRegex compile() {
            int brackets = 0;
            while (at < regex.length()) {
                char c = regex.charAt(at);
                if (regex.startsWith("\\Q", at)) {
                    int end = regex.indexOf("\\E", at);
                    copy(end < 0 ? regex.length() - at : end + 2 - at);
                } else if (regex.startsWith("\\k<", at)) {
                    backReference();
                } else if (c == '\\') {
                    copy(Math.min(2, regex.length() - at));
                } else if (c == '[') {
                    brackets++;
                    copy(1);
                } else if (c == ']' && brackets > 0) {
                    brackets--;
                    copy(1);
                } else if (c == '(' && brackets == 0) {
                    group();
                } else {
                    copy(1);
                }
            }
            return new NamedRegex(pattern(), groups);
        }

        private void copy(int length) {
            for (int i = 0; i < length; i++) {
                places.add(at);
                plain.append(regex.charAt(at++));
            }
        }

        private void group() {
            int name = regex.startsWith("(?P<", at) ? at + 4 : regex.startsWith("(?<", at) ? at + 3 : -1;
            boolean named = name >= 0 && name < regex.length() && "=!".indexOf(regex.charAt(name)) < 0;
            if (!named) {
                count += regex.startsWith("(?", at) ? 0 : 1;
                copy(1);
                return;
            }
            int end = regex.indexOf('>', name);
            String word = end < 0 ? "" : regex.substring(name, end);
            if (!word.matches("[A-Za-z@_][A-Za-z0-9_.@-]*")) {
                throw new LayoutFault(
                        name, Math.max(1, word.length()), "a group's name is a letter, then letters, digits, _ . or -");
            }
            groups.add(new Group(word, ++count, name));
            places.add(at);
            plain.append('(');
            at = end + 1;
        }

        private void backReference() {
            int end = regex.indexOf('>', at);
            String name = end < 0 ? "" : regex.substring(at + 3, end);
            int number = groups.stream()
                    .filter(group -> group.name.equals(name))
                    .mapToInt(Group::number)
                    .findFirst()
                    .orElseThrow(() -> new LayoutFault(at, 3, "there is no group '" + name + "' before this"));
            String reference = "(?:\\" + number + ")";
            for (int i = 0; i < reference.length(); i++) {
                places.add(at);
            }
            plain.append(reference);
            at = end + 1;
        }

        private Pattern pattern() {
            try {
                return Pattern.compile(plain.toString());
            } catch (PatternSyntaxException e) {
                int index = e.getIndex();
                int place = index < 0 || places.isEmpty()
                        ? 0
                        : index < places.size() ? places.get(index) : regex.length() - 1;
                throw new LayoutFault(Math.max(0, place), 1, words(e) + " near here");
            } catch (StackOverflowError e) {
                throw new LayoutFault(0, regex.length(), "the regex is nested too deep: write fewer brackets");
            }
        }

        private static String words(PatternSyntaxException e) {
            String said = e.getDescription();
            return said.isEmpty() ? "not a regex" : Character.toLowerCase(said.charAt(0)) + said.substring(1);
        }
    }
}
