package racelane.importers.log;

import java.util.Arrays;
import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;

/**
 * One line layout, run over bytes. A capture takes the shortest text that lets the rest match; a budget of steps bounds what a
 * hostile line can cost. See {@link PatternParser} for how layouts are written. One thread.
 */
final class LinePattern {
    private static final int BUDGET = 5_000;
    private static final int MAX_FIELD = 1_024;

    /** What a step does. */
    enum Kind {
        LITERAL,
        BLANKS,
        MAYBE_BLANKS,
        TIME,
        CAPTURE,
        CONSTANT,
        OPTION
    }

    /**
     * One step.
     *
     * @param slot where a capture goes, -1 for nowhere
     * @param set which bytes a capture takes
     * @param text the literal, or the constant's value
     * @param greedy whether the capture simply takes all bytes of its set
     * @param jump for an option the step behind it
     */
    record Step(Kind kind, int slot, ByteSet set, byte[] text, TimeForm form, boolean greedy, int jump) {}

    private static final int LITERAL = 0;
    private static final int BLANKS = 1;
    private static final int MAYBE_BLANKS = 2;
    private static final int TIME = 3;
    private static final int SEARCH = 4;
    private static final int GREEDY = 5;
    private static final int CONSTANT = 6;
    private static final int OPTION = 7;

    private final Step[] steps;

    /** What each step does as a number, which a switch reads without asking the step. */
    private final int[] codes;

    private byte[] bytes = new byte[0];
    private int to;
    private LineFields fields = new LineFields();
    private LogClock clock;
    private int budget;
    private boolean impossible;
    private final TimeTrail trail = new TimeTrail();

    LinePattern(Step[] steps, LogClock idle) {
        this.steps = steps;
        this.codes = Arrays.stream(steps).mapToInt(LinePattern::code).toArray();
        this.clock = idle;
    }

    private static int code(Step step) {
        return switch (step.kind) {
            case LITERAL -> LITERAL;
            case BLANKS -> BLANKS;
            case MAYBE_BLANKS -> MAYBE_BLANKS;
            case TIME -> TIME;
            case CAPTURE -> step.greedy ? GREEDY : SEARCH;
            case CONSTANT -> CONSTANT;
            case OPTION -> OPTION;
        };
    }

    /** Returns which timestamps the last match tried. */
    TimeTrail trail() {
        return trail;
    }

    /** Tells whether nothing of this pattern but its timestamps depends on which digits a line has, as long as they stand where they do. */
    boolean ignoresDigits() {
        for (Step step : steps) {
            boolean digit = false;
            for (byte b : step.text) {
                digit |= step.kind == Kind.LITERAL && ByteText.isDigit(b);
            }
            if (digit || step.set == ByteSet.DURATION) {
                return false;
            }
        }
        return true;
    }

    /** Runs the pattern over a whole line. */
    int match(byte[] line, int from, int end, LineFields found, LogClock time) {
        bytes = line;
        to = end;
        fields = found;
        clock = time;
        budget = BUDGET;
        impossible = false;
        trail.clear();
        time.mark();
        if (run(0, from)) {
            return LineMatcher.YES;
        }
        time.back();
        return impossible ? LineMatcher.BAD : LineMatcher.NO;
    }

    private boolean run(int first, int from) {
        int at = from;
        int next = first;
        while (next < steps.length) {
            if (--budget < 0) {
                return false;
            }
            Step step = steps[next];
            switch (codes[next]) {
                case LITERAL -> at = literal(step.text, at);
                case BLANKS -> at = blanks(at);
                case MAYBE_BLANKS -> at = ByteText.skipBlanks(bytes, at, to);
                case TIME -> at = time(step, at);
                case CONSTANT -> fields.set(step.slot, step.text, 0, step.text.length);
                case GREEDY -> at = greedy(step, at);
                case OPTION -> {
                    if (run(next + 1, at)) {
                        return true;
                    }
                    forget(next + 1, step.jump);
                    next = step.jump - 1;
                }
                default -> {
                    return search(next, at);
                }
            }
            if (at < 0) {
                return false;
            }
            next++;
        }
        return ByteText.skipBlanks(bytes, at, to) == to;
    }

    private int blanks(int at) {
        int end = ByteText.skipBlanks(bytes, at, to);
        return end == at && at < to ? -1 : end;
    }

    private int literal(byte[] text, int at) {
        if (at >= to || bytes[at] != text[0]) {
            return -1;
        }
        return text.length == 1 || ByteText.startsWith(bytes, at, to, text) ? at + text.length : -1;
    }

    private int time(Step step, int at) {
        int end = step.form.read(bytes, at, to, clock);
        trail.tried(step.form, at, end);
        impossible |= end == TimeForm.IMPOSSIBLE;
        fields.time(at, Math.max(at, end));
        return end;
    }

    private int greedy(Step step, int at) {
        int end = at;
        while (end < to && step.set.has(bytes[end])) {
            end++;
        }
        if (end == at || !step.set.accepts(bytes, at, end)) {
            return -1;
        }
        keep(step, at, end);
        return end;
    }

    /** Tries the shortest text for a capture, then longer ones. */
    private boolean search(int place, int from) {
        Step step = steps[place];
        if (place == steps.length - 1) {
            keep(step, from, to);
            return step.set == ByteSet.TEXT || (all(step.set, from, to) && step.set.accepts(bytes, from, to));
        }
        int last = Math.min(to, from + MAX_FIELD);
        byte[] literal = codes[place + 1] == LITERAL ? steps[place + 1].text : null;
        for (int end = from + 1; end <= last; end++) {
            if (literal != null) {
                int found = ByteText.indexOf(bytes, end, Math.min(to, last + 1), literal[0]);
                if (found < 0 || !(step.set == ByteSet.TEXT || all(step.set, end - 1, found))) {
                    return false;
                }
                end = found;
            } else if (!step.set.has(bytes[end - 1])) {
                return false;
            }
            if (step.set.accepts(bytes, from, end) && run(place + 1, end)) {
                keep(step, from, end);
                return true;
            }
        }
        return false;
    }

    private boolean all(ByteSet set, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!set.has(bytes[i])) {
                return false;
            }
        }
        return end > from;
    }

    private void keep(Step step, int from, int end) {
        if (step.slot >= 0) {
            fields.set(step.slot, bytes, from, end);
        }
    }

    private void forget(int first, int last) {
        for (int i = first; i < last; i++) {
            if (steps[i].slot >= 0) {
                fields.unset(steps[i].slot);
            }
        }
    }
}
