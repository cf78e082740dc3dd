package racelane.app.timeline;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobBody;
import racelane.app.job.JobRunner;
import racelane.model.event.Trace;
import racelane.model.lane.Regrouping;
import racelane.model.lane.RowsBy;

/** Lays lanes out in the background, the last ones that were asked for, and says how far that is. JavaFX thread, or a test's. */
final class LaneLaying {
    private static final Texts TEXTS = Texts.of(LaneLaying.class);

    /** How far the lanes are that were asked for last. */
    enum State {
        /** They are shown. */
        DONE,
        /** They are being laid out. */
        RUNNING,
        /** A trace is not: the user stopped it, or it failed. */
        STOPPED
    }

    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.DONE);
    private @Nullable Job<Drawing> job;
    private Runnable again = () -> {};

    LaneLaying(JobRunner jobs) {
        this.jobs = jobs;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Prepares a trace whose import has just ended, in turn with what else follows an import, and hands it to {@code show}. */
    void trace(Trace trace, RowsBy by, Consumer<Drawing> show) {
        begin(
                jobs.inTurn(),
                TEXTS.get("lanes.laying"),
                progress -> {
                    Drawing lanes = Drawing.of(trace);
                    return by == RowsBy.THREAD ? lanes : lanes.regrouped(Regrouping.of(trace, by, progress));
                },
                show,
                () -> {
                    again = () -> trace(trace, by, show);
                    state.set(State.STOPPED);
                });
    }

    /**
     * Puts the events of a trace that is drawn already into other rows.
     *
     * @param kept called when that was stopped and the rows stay as they are
     */
    void rows(Trace trace, Drawing drawn, RowsBy by, Consumer<Drawing> show, Runnable kept) {
        begin(
                jobs,
                TEXTS.get("rows", TEXTS.get("rows.by." + by.name())),
                progress -> drawn.regrouped(by == RowsBy.THREAD ? null : Regrouping.of(trace, by, progress)),
                show,
                () -> {
                    end();
                    kept.run();
                });
    }

    /** Lays a trace out again, after that was stopped. */
    void again() {
        again.run();
    }

    /** Forgets what is being laid out, for what is drawn is wanted. */
    void end() {
        replace();
        again = () -> {};
        state.set(State.DONE);
    }

    private void replace() {
        Job<Drawing> before = job;
        job = null; // what is not wanted any more has not been stopped
        if (before != null) {
            before.cancel();
        }
    }

    private void begin(
            JobRunner runner, String title, JobBody<Drawing> body, Consumer<Drawing> show, Runnable stopped) {
        replace();
        state.set(State.RUNNING);
        Job<Drawing> next = runner.submit(title, body);
        job = next;
        next.onStopped(() -> {
            if (job == next) {
                stopped.run();
            }
        });
        next.onDone(drawing -> {
            end();
            show.accept(drawing);
        });
    }
}
