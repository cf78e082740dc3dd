package racelane.app.state;

import java.time.ZoneId;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.state.LaneState;
import racelane.model.state.TraceState;

/** The state at the session's cursor, found in the background whenever the cursor or the trace moves. JavaFX thread. */
public final class StateViewModel {
    private static final Texts TEXTS = Texts.of(StateViewModel.class);

    private final Session session;
    private final JobRunner jobs;
    private final TimelineControls timeline;
    private final ReadOnlyObjectWrapper<@Nullable StateShown> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable Job<StateShown> reading;
    private boolean wanted;
    private int stepAfterwards;
    private boolean stepped;

    /** Creates the model; it reads nothing before it is {@link #setWanted wanted}. */
    public StateViewModel(Session session, JobRunner jobs, TimelineControls timeline) {
        this.session = session;
        this.jobs = jobs;
        this.timeline = timeline;
        session.cursorProperty().subscribe(this::refresh);
        session.traceProperty().subscribe(this::refresh);
        session.zoneProperty().subscribe(this::refresh);
    }

    /** Returns the state; null while there is no cursor. */
    public ReadOnlyObjectProperty<@Nullable StateShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Says whether somebody looks: nothing is read while nobody does. */
    public void setWanted(boolean looking) {
        wanted = looking;
        refresh();
    }

    /**
     * Moves the cursor to the next or the last moment at which an event of any lane begins or ends, and brings what happens there into
     * view. Asked while a state is still being found, it moves once that is known; without a
     * cursor it goes to where the recording begins.
     *
     * @param direction 1 for the next moment, -1 for the one before
     */
    public void step(int direction) {
        StateShown now = shown.get();
        if (session.cursorProperty().get() == null) {
            session.trace().extent().ifPresent(extent -> session.setCursor(extent.start()));
            return;
        }
        if (reading != null || now == null || stale(now)) {
            stepAfterwards = direction;
            if (reading == null) {
                read();
            }
            return;
        }
        TraceState state = now.state();
        OptionalLong to = direction > 0 ? state.after() : between(state);
        if (to.isPresent()) {
            stepped = true;
            session.setCursor(to.getAsLong());
            if (!wanted) {
                read();
            }
        }
    }

    /** Selects an event of the state and brings it into view. The cursor stays: one looks at this instant. */
    public void choose(EventRef event) {
        StateShown now = shown.get();
        if (now == null || now.trace() != session.trace()) {
            return;
        }
        session.select(new Selection.EventSelected(event));
        session.setCursor(now.state().time());
        timeline.reveal(event);
    }

    /** Between two moments, the one before is the last moment itself. */
    private static OptionalLong between(TraceState state) {
        OptionalLong moment = state.moment();
        return moment.isPresent() && moment.getAsLong() < state.time() ? moment : state.before();
    }

    private boolean stale(StateShown now) {
        Long cursor = session.cursorProperty().get();
        return now.trace() != session.trace()
                || cursor == null
                || cursor != now.state().time();
    }

    private void refresh() {
        if (session.cursorProperty().get() == null) {
            if (reading != null) {
                reading.cancel();
                reading = null;
            }
            shown.set(null);
        } else if (wanted) {
            read();
        }
    }

    private void read() {
        Long cursor = session.cursorProperty().get();
        if (cursor == null) {
            return;
        }
        if (reading != null) {
            reading.cancel();
        }
        Trace trace = session.trace();
        ZoneId zone = session.zoneProperty().get();
        long time = cursor;
        Job<StateShown> job =
                jobs.quietly(progress -> StateWords.of(trace, TraceState.at(trace, time, progress), zone));
        reading = job;
        job.onDone(found -> {
            reading = null;
            shown.set(found);
            if (stepAfterwards != 0) {
                int direction = stepAfterwards;
                stepAfterwards = 0;
                step(direction);
            } else if (stepped) {
                stepped = false;
                found.state().lanes().stream()
                        .filter(LaneState::changed)
                        .findFirst()
                        .flatMap(LaneState::last)
                        .ifPresent(timeline::reveal);
            }
        });
        job.onFailed(error -> {
            reading = null;
            session.say(TEXTS.get("failed", String.valueOf(error.getMessage())));
        });
    }
}
