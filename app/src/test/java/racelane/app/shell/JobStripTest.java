package racelane.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.fx.Pulses;
import racelane.app.job.FxJobRunner;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.job.SameThreadJobRunner;

@SuppressWarnings("NullAway.Init") // start() sets the fields
final class JobStripTest extends ApplicationTest {
    private Region below;
    private final List<Double> moved = new ArrayList<>();
    private final List<Throwable> unheard = new ArrayList<>();
    private JobStrip strip;
    private JobRunner jobs;

    @Override
    public void start(Stage first) {
        below = new Region();
        strip = new JobStrip();
        jobs = new FxJobRunner(Platform::runLater, unheard::add);
        jobs.watch(strip);
        Stage stage = new Stage();
        stage.setScene(new Scene(new VBox(strip, below), 600, 200));
        stage.show();
    }

    @Test
    void theNextJobTakesThePlaceOfTheLastAndNothingMoves() throws Exception {
        CountDownLatch one = new CountDownLatch(1);
        CountDownLatch two = new CountDownLatch(1);
        interact(() -> held("one", one).onDone(done -> {
            below.layoutYProperty().addListener((property, before, now) -> moved.add(now.doubleValue()));
            Pulses.after(2, () -> held("two", two));
        }));
        waitUntil(() -> strip.isVisible() && below.getLayoutY() > 10);
        one.countDown();
        waitUntil(() -> titles().equals(List.of("two")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(moved).isEmpty();
        two.countDown();
        waitUntil(() -> !strip.isVisible());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(moved).containsExactly(0.0);
        assertThat(unheard).isEmpty();
    }

    @Test
    void whatTakesABlinkIsNotShown() {
        List<Boolean> seen = new ArrayList<>();
        interact(() -> {
            strip.visibleProperty().addListener((property, before, now) -> seen.add(now));
            JobRunner atOnce = new SameThreadJobRunner();
            atOnce.watch(strip);
            atOnce.submit("a blink", progress -> "done");
        });
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(seen).isEmpty();
    }

    @Test
    void whatWaitsItsTurnHasNoRowBeforeThat() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        interact(() -> {
            for (int i = 0; i < most; i++) {
                held(jobs.inTurn(), "one", go);
            }
            held(jobs.inTurn(), "two", go);
        });
        waitUntil(() -> strip.isVisible() && titles().size() == most);
        assertThat(titles()).doesNotContain("two");
        go.countDown();
        waitUntil(() -> !strip.isVisible());
        assertThat(unheard).isEmpty();
    }

    @Test
    void whatWaitsForSomethingOutOfSightHasARow() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        interact(() -> {
            for (int i = 0; i < most; i++) {
                held(jobs.inTurn(), "one", go).cancel(); // its thread takes its time to leave
            }
            held(jobs.inTurn(), "two", go);
        });
        waitUntil(() -> strip.isVisible() && titles().equals(List.of("two")));
        go.countDown();
        waitUntil(() -> !strip.isVisible());
        assertThat(unheard).isEmpty();
    }

    private Job<String> held(String title, CountDownLatch until) {
        return held(jobs, title, until);
    }

    private static Job<String> held(JobRunner jobs, String title, CountDownLatch until) {
        return jobs.submit(title, progress -> {
            assertThat(until.await(30, TimeUnit.SECONDS)).isTrue();
            return title;
        });
    }

    private List<String> titles() {
        return lookup(".job-row .label:first-child")
                .<javafx.scene.control.Label>queryAllAs(javafx.scene.control.Label.class)
                .stream()
                .filter(label -> label.getParent().isVisible())
                .map(javafx.scene.control.Label::getText)
                .filter(text -> text.length() == 3)
                .toList();
    }

    private static void waitUntil(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, condition::getAsBoolean));
    }
}
