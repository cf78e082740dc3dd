package racelane.importers.log;

import org.jspecify.annotations.Nullable;
import racelane.importers.io.TimeForm;

/**
 * Which timestamps were tried on a line before it was understood. Says whether other digits in the same places would have led to the
 * same result, provided that the timestamp found ends where it does. One thread.
 */
final class TimeTrail {
    private @Nullable TimeForm form;
    private int from;
    private int to;
    private boolean doubtful;

    /** Forgets all. */
    void clear() {
        form = null;
        doubtful = false;
    }

    /**
     * Notes a trial.
     *
     * @param end what the form returned
     */
    void tried(TimeForm one, int start, int end) {
        if (end < 0) {
            doubtful |= end == TimeForm.IMPOSSIBLE || !one.refusesByShape();
        } else {
            found(one, start, end);
        }
    }

    private void found(TimeForm one, int start, int end) {
        TimeForm before = form;
        if (before == null) {
            form = one;
            from = start;
            to = end;
        } else {
            doubtful |= before != one || from != start || to != end;
        }
    }

    /** Takes in the trials of another layout on the same line. */
    void add(TimeTrail other) {
        doubtful |= other.doubtful;
        TimeForm found = other.form;
        if (found != null) {
            found(found, other.from, other.to);
        }
    }

    /** Says that nothing is to be concluded from this line. */
    void doubt() {
        doubtful = true;
    }

    /** Tells whether the digits of this line decided nothing but the time. */
    boolean isSure() {
        return !doubtful;
    }

    /** Returns the form that read a timestamp, or null when none did. */
    @Nullable
    TimeForm form() {
        return form;
    }

    /** Returns where the timestamp starts. */
    int from() {
        return from;
    }

    /** Returns where the timestamp ends. */
    int to() {
        return to;
    }
}
