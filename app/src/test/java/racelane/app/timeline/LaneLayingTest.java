package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import racelane.app.job.FailingJobs;
import racelane.app.job.FxJobRunner;
import racelane.app.job.StartedJobs;
import racelane.app.job.UiQueue;
import racelane.app.timeline.LaneLaying.State;
import racelane.model.event.Trace;
import racelane.model.lane.RowsBy;

final class LaneLayingTest {
    private final UiQueue ui = new UiQueue();
    private final FailingJobs jobs = new FailingJobs(new FxJobRunner(ui, error -> {}));
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
    void lanesThatFailedCanBeLaidOutAgain() throws Exception {
        jobs.fail(title -> true, new CountDownLatch(0));
        laying.trace(trace, RowsBy.THREAD, shown::add);
        ui.until(() -> laying.stateProperty().get() == State.STOPPED);
        jobs.fail(title -> false, new CountDownLatch(0));
        laying.again();
        ui.until(() -> laying.stateProperty().get() == State.DONE);
        assertThat(shown).hasSize(1);
    }

    @Test
    void rowsThatWereStoppedLeaveThoseThatAreThere() {
        jobs.watch(started);
        List<String> kept = new ArrayList<>();
        laying.rows(trace, Drawing.of(trace), RowsBy.KEY, shown::add, () -> kept.add("kept"));
        started.last().cancel();
        assertThat(laying.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(kept).hasSize(1);
        assertThat(shown).isEmpty();
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
