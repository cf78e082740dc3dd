package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // start() sets the fields
final class PulsesTest extends ApplicationTest {
    private static final double ROW = 20;
    private static final int ROWS = 20;
    private static final int AT_ONCE = 4;

    private ListView<Integer> list;
    private final List<Integer> madeInPulses = new ArrayList<>();
    private Scene scene;
    private int made;

    @Override
    public void start(Stage first) {
        list = new ListView<>();
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> {
            made++;
            return new NumberCell();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        scene = new Scene(new VBox(list), 200, ROWS * ROW);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aListThatIsUnrolledMakesAFewRowsAPulseAndGetsItsWholeHeight() throws Exception {
        interact(() -> {
            scene.addPostLayoutPulseListener(() -> {
                madeInPulses.add(made);
                made = 0;
            });
            Pulses.unroll(list, AT_ONCE * ROW, this::fill);
        });
        waitUntilWhole();
        assertThat(madeInPulses.stream().mapToInt(Integer::intValue).sum())
                .as("rows in sight, and those that measure or reach over the edge")
                .isBetween(ROWS - 1, ROWS + 4);
        assertThat(madeInPulses).as("rows made in each pulse").allMatch(rows -> rows <= AT_ONCE + 3);
    }

    @Test
    void aListThatIsUnrolledTwiceGetsItsWholeHeightAllTheSame() throws Exception {
        interact(() -> {
            Pulses.unroll(list, AT_ONCE * ROW, () -> list.getItems().setAll(1, 2, 3));
            Pulses.after(1, () -> Pulses.unroll(list, AT_ONCE * ROW, this::fill));
        });
        waitUntilWhole();
        assertThat(list.getMaxHeight()).isEqualTo(ListView.USE_COMPUTED_SIZE);
    }

    private void fill() {
        list.getItems().setAll(IntStream.range(0, 10 * ROWS).boxed().toList());
    }

    private void waitUntilWhole() throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000,
                        () -> list.getItems().size() == 10 * ROWS
                                && list.getMaxHeight() == ListView.USE_COMPUTED_SIZE
                                && list.getHeight() == ROWS * ROW));
    }

    private static final class NumberCell extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty ? "" : String.valueOf(number));
        }
    }
}
