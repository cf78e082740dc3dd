package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.job.FxJobRunner;
import racelane.app.job.StartedJobs;
import racelane.model.lane.RowsBy;

@SuppressWarnings("NullAway.Init") // start() sets the fields
final class LaneOfferTest extends ApplicationTest {
    private final StartedJobs started = new StartedJobs();
    private final List<Drawing> shown = new ArrayList<>();
    private LaneLaying laying;
    private LaneOffer offer;
    private int taken;

    @Override
    public void start(Stage first) {
        FxJobRunner jobs = new FxJobRunner(Platform::runLater, error -> {});
        jobs.watch(started);
        laying = new LaneLaying(jobs);
        offer = new LaneOffer(laying, () -> taken++);
        Stage stage = new Stage();
        stage.setScene(new Scene(new Pane(offer), 600, 200));
        stage.show();
    }

    @Test
    void theOfferStandsInTheMiddleWhileNothingIsLaidOutAndGoesWhenItIsTaken() throws Exception {
        assertThat(offer.isVisible()).isFalse();
        interact(() -> {
            laying.trace(SmallTraces.twoLanesOverTwoSources(), RowsBy.THREAD, shown::add);
            started.last().cancel();
            offer.centre(100, 50, 500, 150);
        });
        assertThat(offer.isVisible()).isTrue();
        assertThat(offer.getBoundsInParent().getCenterX()).isBetween(349.0, 351.0);
        assertThat(offer.getBoundsInParent().getCenterY()).isBetween(124.0, 126.0);
        clickOn(lookup(".link-button").queryButton());
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(30_000, () -> !shown.isEmpty()));
        assertThat(offer.isVisible()).isFalse();
        assertThat(taken).isEqualTo(1);
    }
}
