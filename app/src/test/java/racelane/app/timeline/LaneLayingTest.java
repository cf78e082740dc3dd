package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.app.job.FxJobRunner;
import racelane.app.job.StartedJobs;
import racelane.app.job.UiQueue;
import racelane.app.timeline.LaneLaying.State;
import racelane.model.event.Trace;
import racelane.model.lane.RowsBy;

final class LaneLayingTest {
    private final UiQueue ui = new UiQueue();
    private final FxJobRunner jobs = new FxJobRunner(ui, error -> {});
    private final StartedJobs started = new StartedJobs();
    private final LaneLaying laying = new LaneLaying(jobs);
    private final Trace trace = SmallTraces.twoLanesOverTwoSources();
    private final List<Drawing> shown = new ArrayList<>();

    @Test
    void lanesThatWereStoppedCanBeLaidOutAgain() throws Exception {
        jobs.watch(started);
        laying.trace(trace, RowsBy.THREAD, shown::add);
        assertThat(laying.stateProperty().get()).isEqualTo(State.RUNNING);
        started.last().cancel();
        assertThat(laying.stateProperty().get()).isEqualTo(State.STOPPED);
        laying.again();
        ui.until(() -> laying.stateProperty().get() == State.DONE);
        assertThat(shown).hasSize(1);
    }

    @Test
    void rowsThatWereStoppedComeAsTheRowsThatWereWanted() throws Exception {
        jobs.watch(started);
        laying.rows(trace, Drawing.of(trace), RowsBy.KEY, shown::add);
        started.last().cancel();
        assertThat(laying.stateProperty().get()).isEqualTo(State.STOPPED);
        laying.again();
        ui.until(() -> laying.stateProperty().get() == State.DONE);
        assertThat(shown.getFirst().regrouping()).isNotNull();
    }

    @Test
    void lanesThatOthersReplaceWereNotStopped() throws Exception {
        List<State> seen = new ArrayList<>();
        laying.stateProperty().addListener((property, before, now) -> seen.add(now));
        laying.trace(trace, RowsBy.THREAD, shown::add);
        laying.trace(trace, RowsBy.KEY, shown::add);
        ui.until(() -> !shown.isEmpty());
        assertThat(seen).containsExactly(State.RUNNING, State.DONE);
        assertThat(shown.getFirst().regrouping()).isNotNull();
    }
}
