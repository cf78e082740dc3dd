package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;

/**
 * Reads line layouts. Text stands for itself, a blank for one or more blanks or tabs. In braces: <code>{time:FORM}</code> the
 * timestamp, <code>{time}</code> one of any known form, <code>{name}</code> a field of any text, <code>{name:word}</code> one of certain bytes (see {@link ByteSet}),
 * <code>{name=value}</code> a constant, <code>{_}</code> blanks or none, <code>{_name}</code> text that is not kept,
 * <code>{?</code> … <code>?}</code> what may be missing. A backslash takes the next character literally.
 */
final class PatternParser {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_@][\\p{L}\\p{N}_.@-]*");

    private final String text;
    private final Slots slots;
    private final LogClock idle;
    private final Map<String, TimeForm> forms;
    private final List<LinePattern.Step> steps = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private final List<Integer> open = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int at;

    private PatternParser(String text, Slots slots, LogClock idle, Map<String, TimeForm> forms) {
        this.forms = forms;
        this.text = text;
        this.slots = slots;
        this.idle = idle;
    }

    /**
     * Compiles a layout.
     *
     * @throws LayoutFault when it is not well-formed
     */
    static LinePattern parse(String text, Slots slots, LogClock idle) {
        return parse(text, slots, idle, new HashMap<>());
    }

    /**
     * Compiles a layout of several that read the same lines.
     *
     * @param forms the forms of timestamps by name, which those layouts share; new ones are added
     * @throws LayoutFault when it is not well-formed
     */
    static LinePattern parse(String text, Slots slots, LogClock idle, Map<String, TimeForm> forms) {
        return new PatternParser(text, slots, idle, forms).compile();
    }

    private LinePattern compile() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                if (at + 1 == text.length()) {
                    throw new LayoutFault(at, 1, "a backslash stands before nothing: write \\\\ for one that is meant");
                }
                literal.append(text.charAt(at + 1));
                at += 2;
            } else if (text.startsWith("{?", at)) {
                flush();
                open.add(steps.size());
                places.add(at);
                at += 2;
                steps.add(step(LinePattern.Kind.OPTION, -1, ByteSet.TEXT, "", false));
            } else if (text.startsWith("?}", at)) {
                flush();
                close();
            } else if (c == '{') {
                flush();
                field();
            } else if (c == ' ') {
                flush();
                steps.add(step(LinePattern.Kind.BLANKS, -1, ByteSet.TEXT, "", false));
                at++;
            } else {
                literal.append(c);
                at++;
            }
        }
        flush();
        if (!open.isEmpty()) {
            throw new LayoutFault(places.getLast(), 2, "a {? is not closed: write ?} behind what may be missing");
        }
        markGreedy();
        return new LinePattern(steps.toArray(new LinePattern.Step[0]), idle);
    }

    private void flush() {
        if (!literal.isEmpty()) {
            steps.add(step(LinePattern.Kind.LITERAL, -1, ByteSet.TEXT, literal.toString(), false));
            literal.setLength(0);
        }
    }

    private void close() {
        if (open.isEmpty()) {
            throw new LayoutFault(at, 2, "?} closes nothing: write {? before what may be missing");
        }
        places.removeLast();
        int start = open.removeLast();
        LinePattern.Step step = steps.get(start);
        steps.set(
                start,
                new LinePattern.Step(step.kind(), -1, step.set(), step.text(), step.form(), false, steps.size()));
        at += 2;
    }

    private void field() {
        int end = text.indexOf('}', at);
        if (end < 0) {
            throw new LayoutFault(
                    at, 1, "a { is not closed: write } behind the field, or \\{ for a brace that is meant");
        }
        String inside = text.substring(at + 1, end);
        try {
            field(inside);
        } catch (LayoutFault e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new LayoutFault(at, end + 1 - at, String.valueOf(e.getMessage()));
        }
        at = end + 1;
    }

    private void field(String inside) {
        int colon = inside.indexOf(':');
        int equals = inside.indexOf('=');
        if (inside.isBlank() || colon == 0 || equals == 0) {
            throw new IllegalArgumentException(
                    "a field without a name: write one such as {thread}, or {_} for blanks or none");
        }
        String called = inside.substring(0, colon > 0 ? colon : equals > 0 ? equals : inside.length());
        if (!NAME.matcher(called).matches()) {
            throw new IllegalArgumentException(
                    "'" + called + "' is no name of a field: write a letter or _, then letters, digits, _ . @ or -");
        }
        if (inside.equals("_")) {
            steps.add(step(LinePattern.Kind.MAYBE_BLANKS, -1, ByteSet.TEXT, "", false));
        } else if (inside.equals("time") || inside.startsWith("time:")) {
            String name = colon < 0 ? TimeForms.AUTO : inside.substring(5);
            boolean stateful = name.equals(TimeForms.AUTO);
            TimeForm form = stateful ? TimeForms.named(name) : forms.computeIfAbsent(name, TimeForms::named);
            steps.add(new LinePattern.Step(LinePattern.Kind.TIME, -1, ByteSet.TEXT, new byte[0], form, false, 0));
        } else if (equals > 0) {
            int slot = slots.of(inside.substring(0, equals));
            steps.add(step(LinePattern.Kind.CONSTANT, slot, ByteSet.TEXT, inside.substring(equals + 1), false));
        } else {
            String name = colon < 0 ? inside : inside.substring(0, colon);
            ByteSet set =
                    colon < 0 ? name.equals("level") ? ByteSet.LEVEL : ByteSet.TEXT : set(inside.substring(colon + 1));
            int slot = name.startsWith("_") ? -1 : slots.of(name);
            steps.add(step(LinePattern.Kind.CAPTURE, slot, set, "", false));
        }
    }

    private static ByteSet set(String name) {
        try {
            return ByteSet.named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no kind of text: write text, word, int, hex, name, level or letter", e);
        }
    }

    /** A capture is greedy when what follows cannot start with one of its bytes. */
    private void markGreedy() {
        for (int i = 0; i < steps.size(); i++) {
            LinePattern.Step step = steps.get(i);
            boolean capture = step.kind() == LinePattern.Kind.CAPTURE && step.set() != ByteSet.TEXT;
            if (capture && i + 1 < steps.size() && ends(step.set(), steps.get(i + 1))) {
                steps.set(
                        i,
                        new LinePattern.Step(step.kind(), step.slot(), step.set(), step.text(), step.form(), true, 0));
            }
        }
    }

    private static boolean ends(ByteSet set, LinePattern.Step behind) {
        return switch (behind.kind()) {
            case LITERAL -> !set.has(behind.text()[0]);
            case BLANKS, MAYBE_BLANKS -> !set.has((byte) ' ');
            default ->
                set == ByteSet.LEVEL
                        || set == ByteSet.CAPS
                        || set == ByteSet.INT
                        || set == ByteSet.DIGITS
                        || set == ByteSet.JUNIT;
        };
    }

    private static LinePattern.Step step(LinePattern.Kind kind, int slot, ByteSet set, String text, boolean greedy) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LinePattern.Step(kind, slot, set, bytes, (b, from, to, clock) -> TimeForm.NONE, greedy, 0);
    }
}
