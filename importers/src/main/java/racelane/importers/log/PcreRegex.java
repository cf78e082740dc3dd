package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Turns a regular expression of PCRE into one of Java where they differ: names of groups, POSIX classes, brackets within brackets,
 * comments. What Java cannot do is named with its place. One use; one thread.
 */
final class PcreRegex {
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\s"),
            Map.entry("blank", "\\h"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("xdigit", "\\p{XDigit}"),
            Map.entry("word", "\\w"));

    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("(?|", "a branch reset"),
            Map.entry("(?(", "a conditional group"),
            Map.entry("(?R", "recursion"),
            Map.entry("(?0", "recursion"),
            Map.entry("(?1", "recursion"),
            Map.entry("(?&", "a call of a group"),
            Map.entry("(?P>", "a call of a group"),
            Map.entry("(?C", "a callout"),
            Map.entry("(*", "a verb"));

    private final String pcre;
    private final UnaryOperator<String> names;
    private final StringBuilder java = new StringBuilder();
    private final List<String> unsupported = new ArrayList<>();
    private int at;

    private PcreRegex(String pcre, UnaryOperator<String> names) {
        this.pcre = pcre;
        this.names = names;
    }

    /**
     * What came of an expression.
     *
     * @param regex in Java's words
     * @param unsupported what it cannot say, with the place
     */
    record Translated(String regex, List<String> unsupported) {}

    /**
     * Translates an expression.
     *
     * @param names returns the name that a group is to have
     */
    static Translated translate(String pcre, UnaryOperator<String> names) {
        return new PcreRegex(pcre, names).run();
    }

    private Translated run() {
        while (at < pcre.length()) {
            char c = pcre.charAt(at);
            if (c == '\\') {
                escape();
            } else if (c == '[') {
                bracket();
            } else if (c == '(') {
                group();
            } else {
                java.append(c);
                at++;
            }
        }
        return new Translated(java.toString(), List.copyOf(unsupported));
    }

    private void refuse(String what) {
        unsupported.add(what + " at character " + (at + 1) + " of its pattern");
    }

    private void escape() {
        if (pcre.startsWith("\\Q", at)) {
            int end = pcre.indexOf("\\E", at);
            end = end < 0 ? pcre.length() : end + 2;
            java.append(pcre, at, end);
            at = end;
            return;
        }
        String next = pcre.substring(at, Math.min(at + 2, pcre.length()));
        switch (next) {
            case "\\K" -> {
                refuse("\\K (forgets what was matched)");
                at += 2;
            }
            case "\\C" -> {
                refuse("\\C (one byte)");
                at += 2;
            }
            case "\\N" -> replace(".", 2);
            case "\\g", "\\k" -> reference();
            default -> {
                java.append(next);
                at += next.length();
            }
        }
    }

    /** Takes a reference to what a group matched: {@code \k{name}}, {@code \g{name}}, {@code \k'name'}, {@code \g2}. */
    private void reference() {
        int start = at + 2;
        char open = start < pcre.length() ? pcre.charAt(start) : ' ';
        char close = open == '{' ? '}' : open == '<' ? '>' : open == '\'' ? '\'' : ' ';
        int end = close == ' ' ? -1 : pcre.indexOf(close, start + 1);
        String name = end < 0 ? "" : pcre.substring(start + 1, end);
        boolean called = pcre.charAt(at + 1) == 'g' && open != '{';
        if (name.isEmpty() || called || name.startsWith("-")) {
            refuse(called ? "a call of a group" : "a relative reference");
            at = end < 0 ? start : end + 1;
        } else {
            replace(Character.isDigit(name.charAt(0)) ? "\\" + name : "\\k<" + names.apply(name) + ">", end + 1 - at);
        }
    }

    private void replace(String with, int length) {
        java.append(with);
        at += length;
    }

    private void group() {
        for (Map.Entry<String, String> each : GROUPS.entrySet()) {
            if (pcre.startsWith(each.getKey(), at)) {
                refuse(each.getValue() + " " + each.getKey());
            }
        }
        if (pcre.startsWith("(?#", at)) {
            int end = pcre.indexOf(')', at);
            at = end < 0 ? pcre.length() : end + 1;
        } else if (pcre.startsWith("(?P=", at)) {
            int end = Math.max(at + 4, pcre.indexOf(')', at));
            replace("\\k<" + names.apply(pcre.substring(at + 4, end)) + ">", end + 1 - at);
        } else if (pcre.startsWith("(?P<", at)) {
            named(at + 4, '>');
        } else if (pcre.startsWith("(?'", at)) {
            named(at + 3, '\'');
        } else if (pcre.startsWith("(?<", at) && !pcre.startsWith("(?<=", at) && !pcre.startsWith("(?<!", at)) {
            named(at + 3, '>');
        } else {
            replace("(", 1);
        }
    }

    private void named(int start, char close) {
        int end = pcre.indexOf(close, start);
        if (end < 0) {
            refuse("a group's name that does not end");
            at = pcre.length();
        } else {
            replace("(?<" + names.apply(pcre.substring(start, end)) + ">", end + 1 - at);
        }
    }

    /** Takes a bracket: in PCRE a bracket or two ampersands within it stand for themselves, and so does a first closing one. */
    private void bracket() {
        replace("[", 1);
        if (at < pcre.length() && pcre.charAt(at) == '^') {
            replace("^", 1);
        }
        if (at < pcre.length() && pcre.charAt(at) == ']') {
            replace("\\]", 1);
        }
        while (at < pcre.length() && pcre.charAt(at) != ']') {
            char c = pcre.charAt(at);
            if (pcre.startsWith("[:", at) && pcre.indexOf(":]", at) > 0) {
                posix();
            } else if (c == '\\' && at + 1 < pcre.length()) {
                replace(pcre.substring(at, at + 2), 2);
            } else if (c == '[' || c == '&') {
                replace("\\" + c, 1);
            } else {
                replace(String.valueOf(c), 1);
            }
        }
        if (at < pcre.length()) {
            replace("]", 1);
        }
    }

    private void posix() {
        int end = pcre.indexOf(":]", at);
        String name = pcre.substring(at + 2, end);
        boolean not = name.startsWith("^");
        String known = POSIX.get(not ? name.substring(1) : name);
        if (known == null) {
            refuse("the class [:" + name + ":]");
            known = "";
        }
        replace(not ? "[^" + known + "]" : known, end + 2 - at);
    }
}
