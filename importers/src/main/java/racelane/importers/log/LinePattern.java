package racelane.importers.log;

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

    private final Step[] steps;
    private byte[] bytes = new byte[0];
    private int to;
    private LineFields fields = new LineFields();
    private LogClock clock;
    private int budget;
    private boolean impossible;

    LinePattern(Step[] steps, LogClock idle) {
        this.steps = steps;
        this.clock = idle;
    }

    /** Runs the pattern over a whole line. */
    int match(byte[] line, int from, int end, LineFields found, LogClock time) {
        bytes = line;
        to = end;
        fields = found;
        clock = time;
        budget = BUDGET;
        impossible = false;
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
            Step step = steps[next];
            if (--budget < 0) {
                return false;
            }
            if (step.kind == Kind.CAPTURE && !step.greedy) {
                return search(next, at);
            }
            if (step.kind == Kind.OPTION) {
                if (run(next + 1, at)) {
                    return true;
                }
                forget(next + 1, step.jump);
                next = step.jump;
                continue;
            }
            at = advance(step, at);
            if (at < 0) {
                return false;
            }
            next++;
        }
        return ByteText.skipBlanks(bytes, at, to) == to;
    }

    /** Passes a step that can be passed in one way only; returns where it ends, or -1. */
    private int advance(Step step, int at) {
        return switch (step.kind) {
            case LITERAL -> literal(step.text, at);
            case BLANKS -> {
                int end = ByteText.skipBlanks(bytes, at, to);
                yield end == at && at < to ? -1 : end;
            }
            case MAYBE_BLANKS -> ByteText.skipBlanks(bytes, at, to);
            case TIME -> time(step, at);
            case CONSTANT -> {
                fields.set(step.slot, step.text, 0, step.text.length);
                yield at;
            }
            default -> greedy(step, at);
        };
    }

    private int literal(byte[] text, int at) {
        if (at >= to || bytes[at] != text[0]) {
            return -1;
        }
        return text.length == 1 || ByteText.startsWith(bytes, at, to, text) ? at + text.length : -1;
    }

    private int time(Step step, int at) {
        int end = step.form.read(bytes, at, to, clock);
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
        Step behind = steps[place + 1];
        int last = Math.min(to, from + MAX_FIELD);
        for (int end = from + 1; end <= last; end++) {
            if (!step.set.has(bytes[end - 1])) {
                return false;
            }
            if (behind.kind == Kind.LITERAL && (end == to || bytes[end] != behind.text[0])) {
                continue;
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
