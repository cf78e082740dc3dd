package racelane.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.job.FxJobRunner;
import racelane.app.job.Job;
import racelane.app.job.JobState;
import racelane.app.job.UiQueue;
import racelane.app.session.Rig;
import racelane.app.session.WindowList;

final class WindowSearchTest {
    private final UiQueue ui = new UiQueue();
    private final FxJobRunner jobs = new FxJobRunner(ui, error -> {});
    private final CountDownLatch searching = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir
    Path folder;

    @Test
    void aSearchWaitsForLanesAndLinesAndTheyNeverForASearch() throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
            CountDownLatch laid = new CountDownLatch(1);
            for (int i = 0; i < most; i++) {
                Job<Boolean> unused = jobs.inTurn().quietly(progress -> laid.await(10, TimeUnit.SECONDS));
            }
            WindowSearch search = search(rig);
            search.begin();
            assertThat(searching.getCount()).isOne();
            assertThat(rig.session.windowsProperty().get().running()).isTrue();
            laid.countDown();
            ui.until(() -> searching.getCount() == 0);

            Job<String> lanes = jobs.inTurn().quietly(progress -> "laid out");
            ui.until(() -> lanes.state() == JobState.DONE);
            assertThat(rig.session.windowsProperty().get().running()).isTrue();
            go.countDown();
            ui.until(() -> !rig.session.windowsProperty().get().running());
            assertThat(rig.session.windowsProperty().get().total()).isEqualTo(7);
        }
    }

    @Test
    void aSearchThatIsStoppedBeforeItsTurnNeverBegins() throws Exception {
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            WindowSearch search = search(rig);
            search.begin();
            search.forget();
            assertThat(rig.session.windowsProperty().get().running()).isFalse();
            ui.runNext();
            assertThat(searching.getCount()).isOne();
        }
    }

    private WindowSearch search(Rig rig) {
        return new WindowSearch(rig.session, jobs, rig, (trace, progress, soFar) -> {
            searching.countDown();
            assertThat(waited()).isTrue();
            return new WindowList(List.of(), 7, false);
        });
    }

    private boolean waited() {
        try {
            return go.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
