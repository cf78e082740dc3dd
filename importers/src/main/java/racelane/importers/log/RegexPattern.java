package racelane.importers.log;

import java.util.regex.Matcher;
import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;
import racelane.model.format.FieldMark;

/**
 * A regular expression run over a line from its start. What stands behind the match is the message where no group is. One
 * thread.
 */
final class RegexPattern implements LineMatcher {
    private static final int NOWHERE = -1;
    private static final int TIME = -2;

    private final RegexLayout layout;
    private final TimeForm form;
    private final DeadlineText text;
    private final RegexDeadline deadline;
    private final Matcher matcher;
    private final int[] numbers;
    private final int[] targets;
    private final boolean rest;

    /** Creates the pattern; {@code slots} takes the attributes that it names. */
    RegexPattern(RegexLayout layout, Slots slots, RegexDeadline deadline) {
        this.layout = layout;
        this.form = TimeForms.any(layout.forms());
        this.deadline = deadline;
        this.text = new DeadlineText(deadline);
        this.matcher = layout.regex().pattern().matcher(text);
        var groups = layout.regex().groups();
        numbers = new int[groups.size()];
        targets = new int[groups.size()];
        for (int i = 0; i < numbers.length; i++) {
            String name = groups.get(i).name();
            numbers[i] = groups.get(i).number();
            targets[i] = name.equals(FieldMark.TIME) ? TIME : name.startsWith("_") ? NOWHERE : slots.of(name);
        }
        rest = !layout.regex().has(FieldMark.MESSAGE);
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        if (deadline.spent()) {
            return STOPPED;
        }
        text.fill(bytes, from, to);
        try {
            matcher.reset();
            if (!matcher.lookingAt()) {
                return NO;
            }
        } catch (SlowRegex | StackOverflowError e) {
            deadline.lineWasSlow();
            return deadline.spent() ? STOPPED : SLOW;
        }
        clock.mark();
        return take(bytes, to, fields, clock);
    }

    private int take(byte[] bytes, int to, LineFields fields, LogClock clock) {
        boolean timed = false;
        for (int i = 0; i < numbers.length; i++) {
            int start = matcher.start(numbers[i]);
            if (start < 0 || targets[i] == NOWHERE) {
                continue;
            }
            int first = text.offset(start);
            int last = text.offset(matcher.end(numbers[i]));
            if (targets[i] != TIME) {
                fields.set(targets[i], bytes, first, last);
            } else if (time(bytes, first, last, fields, clock)) {
                timed = true;
            } else {
                clock.back();
                return BAD;
            }
        }
        if (!layout.timed()) {
            return form.read(bytes, 0, to, clock) < 0 ? BAD : behind(bytes, to, fields);
        }
        return timed ? behind(bytes, to, fields) : NO;
    }

    private boolean time(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        int start = ByteText.skipBlanks(bytes, from, to);
        int end = form.read(bytes, start, to, clock);
        fields.time(from, to);
        return end > start && ByteText.skipBlanks(bytes, end, to) == to;
    }

    private int behind(byte[] bytes, int to, LineFields fields) {
        int end = text.offset(matcher.end());
        if (rest && ByteText.skipBlanks(bytes, end, to) < to) {
            fields.set(Slots.MESSAGE, bytes, end, to);
        }
        return YES;
    }

    @Override
    public double weight() {
        return 1;
    }
}
