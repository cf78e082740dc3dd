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
        /** The user stopped it, or it failed. */
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

    /** Prepares a trace whose import has just ended, after what else follows an import, and hands it to {@code show}. */
    void trace(Trace trace, RowsBy by, Consumer<Drawing> show) {
        begin(
                jobs.inTurn(),
                TEXTS.get("lanes.laying"),
                progress -> {
                    Drawing lanes = Drawing.of(trace);
                    return by == RowsBy.THREAD ? lanes : lanes.regrouped(Regrouping.of(trace, by, progress));
                },
                show);
    }

    /** Puts the events of a trace that is drawn already into other rows. */
    void rows(Trace trace, Drawing drawn, RowsBy by, Consumer<Drawing> show) {
        begin(
                jobs,
                TEXTS.get("rows", TEXTS.get("rows.by." + by.name())),
                progress -> drawn.regrouped(by == RowsBy.THREAD ? null : Regrouping.of(trace, by, progress)),
                show);
    }

    /** Does again what was asked for last, after it was stopped. */
    void again() {
        again.run();
    }

    private void begin(JobRunner runner, String title, JobBody<Drawing> body, Consumer<Drawing> show) {
        Job<Drawing> before = job;
        job = null; // what takes its place has not been stopped
        if (before != null) {
            before.cancel();
        }
        again = () -> begin(runner, title, body, show);
        state.set(State.RUNNING);
        Job<Drawing> next = runner.submit(title, body);
        job = next;
        next.onStopped(() -> {
            if (job == next) {
                state.set(State.STOPPED);
            }
        });
        next.onDone(drawing -> {
            state.set(State.DONE);
            show.accept(drawing);
        });
    }
}
