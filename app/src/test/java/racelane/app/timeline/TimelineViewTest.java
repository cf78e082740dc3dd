package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.job.FxJobRunner;
import racelane.app.job.Job;
import racelane.app.job.JobBody;
import racelane.app.job.JobListener;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.theme.Fonts;
import racelane.model.event.EventRef;
import racelane.model.investigation.History;

@SuppressWarnings("NullAway.Init") // start() sets the fields
final class TimelineViewTest extends ApplicationTest {
    private final List<Throwable> unheard = new ArrayList<>();
    private final Session session = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
    private boolean fails;
    private TimelineView view;

    @Override
    public void start(Stage first) {
        JobRunner jobs = new Failing(new FxJobRunner(Platform::runLater, unheard::add));
        Fonts fonts = Fonts.load();
        TimelineModel model = new TimelineModel(session, jobs, fonts);
        Flight flight = new CalmFlight(new AnimatedFlight(System::nanoTime), () -> true);
        view = new TimelineView(session, model, jobs, fonts, flight, range -> {});
        Stage stage = new Stage();
        stage.setScene(new javafx.scene.Scene(view, 900, 400));
        stage.show();
    }

    @Test
    void afterAPictureThatCouldNotBePaintedTheNextChangeIsShown() throws Exception {
        waitUntil(view::settled);
        interact(() -> fails = true);
        interact(() -> session.setTrace(SmallTraces.twoLanesOverTwoSources()));
        waitUntil(() -> !unheard.isEmpty() && view.settled());
        assertThat(DrawnEvents.box(view, new EventRef(0, 0))).isEmpty();
        interact(() -> fails = false);
        interact(() -> session.select(new Selection.EventSelected(new EventRef(0, 1))));
        waitUntil(() -> DrawnEvents.box(view, new EventRef(0, 0)).isPresent());
    }

    private static void waitUntil(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
    }

    /** Paints nothing while it is to fail. */
    private final class Failing implements JobRunner {
        private final JobRunner runner;

        Failing(JobRunner runner) {
            this.runner = runner;
        }

        @Override
        public <T> Job<T> submit(String title, JobBody<T> body) {
            return runner.submit(title, body);
        }

        @Override
        public <T> Job<T> quietly(JobBody<T> body) {
            if (!fails) {
                return runner.quietly(body);
            }
            return runner.quietly(progress -> {
                throw new OutOfMemoryError("as planned");
            });
        }

        @Override
        public JobRunner inTurn() {
            return runner.inTurn();
        }

        @Override
        public void later(Runnable body) {
            runner.later(body);
        }

        @Override
        public void watch(JobListener listener) {
            runner.watch(listener);
        }
    }
}
