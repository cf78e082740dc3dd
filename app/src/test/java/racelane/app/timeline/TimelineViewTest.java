package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.job.FailingJobs;
import racelane.app.job.FxJobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.theme.Fonts;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.History;

@SuppressWarnings("NullAway.Init") // start() sets the fields
final class TimelineViewTest extends ApplicationTest {
    private final List<Throwable> unheard = new ArrayList<>();
    private final Session session = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
    private FailingJobs jobs;
    private TimelineView view;

    @Override
    public void start(Stage first) {
        jobs = new FailingJobs(new FxJobRunner(Platform::runLater, unheard::add));
        Fonts fonts = Fonts.load();
        TimelineModel model = new TimelineModel(session, jobs, fonts);
        Flight flight = new CalmFlight(new AnimatedFlight(System::nanoTime), () -> true);
        view = new TimelineView(session, model, jobs, fonts, flight, range -> {});
        Stage stage = new Stage();
        stage.setScene(new javafx.scene.Scene(view, 900, 400));
        stage.show();
    }

    @Test
    void whatChangedWhileAPictureFailedIsPaintedWithoutAnotherChange() throws Exception {
        Trace trace = SmallTraces.twoLanesOverTwoSources();
        CountDownLatch failure = new CountDownLatch(1);
        waitUntil(view::settled);
        interact(() -> {
            jobs.fail(String::isEmpty, failure);
            session.setTrace(trace);
        });
        waitUntil(() -> DrawnEvents.trace(view) == trace && jobs.chosen() > 0);
        interact(() -> {
            jobs.fail(title -> false, failure);
            session.select(new Selection.EventSelected(new EventRef(0, 1)));
        });
        assertThat(unheard).isEmpty();
        failure.countDown();
        waitUntil(() -> DrawnEvents.box(view, new EventRef(0, 0)).isPresent());
        assertThat(unheard).singleElement().isInstanceOf(OutOfMemoryError.class);
    }

    private static void waitUntil(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
    }
}
