package racelane.app.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.details.LogViewModel.Listing;
import racelane.app.job.FailingJobs;
import racelane.app.job.FxJobRunner;
import racelane.app.job.StartedJobs;
import racelane.app.job.UiQueue;
import racelane.app.session.QuietTimeline;
import racelane.app.session.Rig;

final class LogViewModelTest {
    private final UiQueue ui = new UiQueue();
    private final FxJobRunner jobs = new FxJobRunner(ui, error -> {});
    private final StartedJobs started = new StartedJobs();

    @TempDir
    Path folder;

    @Test
    void aListingThatIsStoppedSaysSoAndCanBeginAgain() throws Exception {
        try (Rig rig = new Rig(folder)) {
            LogViewModel log = model(rig);
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            assertThat(log.listingProperty().get()).isEqualTo(Listing.RUNNING);
            started.last().cancel();
            assertThat(log.listingProperty().get()).isEqualTo(Listing.STOPPED);
            log.list();
            ui.until(() -> log.listingProperty().get() == Listing.DONE);
            assertThat(log.indexProperty().get()).hasSize(1);
        }
    }

    @Test
    void aStoppedListingShowsNoLinesOfWhatWasOpenBefore() throws Exception {
        try (Rig rig = new Rig(folder)) {
            LogViewModel log = model(rig);
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            ui.until(() -> log.indexProperty().get().size() == 1);
            rig.opener.add(List.of(rig.file("b.log", "2 t op")));
            started.last().cancel();
            assertThat(log.indexProperty().get()).isEmpty();
        }
    }

    @Test
    void aFilterThatIsStillBeingAppliedBringsNoLinesBackAfterAStop() throws Exception {
        try (Rig rig = new Rig(folder)) {
            LogViewModel log = model(rig);
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            ui.until(() -> log.indexProperty().get().size() == 1);
            log.onlyLane(log.indexProperty().get().getFirst());
            rig.opener.add(List.of(rig.file("b.log", "2 t op")));
            started.last().cancel();
            ui.runNext(); // what the filter found, which nobody asks for any more
            ui.until(() -> log.indexProperty().get().isEmpty());
            assertThat(log.listingProperty().get()).isEqualTo(Listing.STOPPED);
        }
    }

    @Test
    void aListingThatFailsIsStoppedToo() throws Exception {
        try (Rig rig = new Rig(folder)) {
            FailingJobs failing = new FailingJobs(jobs);
            failing.fail(title -> true, new CountDownLatch(0));
            LogViewModel log = new LogViewModel(rig.session, failing, new QuietTimeline());
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            ui.until(() -> log.listingProperty().get() == Listing.STOPPED);
            assertThat(log.indexProperty().get()).isEmpty();
        }
    }

    @Test
    void aListingThatAnotherOneReplacesIsNotStopped() throws Exception {
        try (Rig rig = new Rig(folder)) {
            LogViewModel log = model(rig);
            List<Listing> seen = new ArrayList<>();
            log.listingProperty().addListener((property, before, now) -> seen.add(now));
            rig.opener.open(List.of(rig.file("a.log", "1 t op")));
            rig.opener.add(List.of(rig.file("b.log", "2 t op")));
            ui.until(() -> log.indexProperty().get().size() == 2);
            assertThat(seen).containsExactly(Listing.RUNNING, Listing.DONE);
        }
    }

    @Test
    void whereNothingIsOpenNothingIsListed() throws Exception {
        try (Rig rig = new Rig(folder)) {
            LogViewModel log = model(rig);
            assertThat(log.listingProperty().get()).isEqualTo(Listing.DONE);
            assertThat(started.isEmpty()).isTrue();
        }
    }

    private LogViewModel model(Rig rig) {
        jobs.watch(started);
        return new LogViewModel(rig.session, jobs, new QuietTimeline());
    }
}
