package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.app.state.KeyRow;
import racelane.app.state.LaneRow;

/** State at cursor: what every lane was doing when the read fell between set and invalidate. */
final class StateJourneysTest extends Journey {
    @Test
    void theStateInsideTheWindowIsShownAndSteppedThrough() {
        open(CACHE_RACE);
        write("]");
        interact(window.actions().get("view.tab.state")::run);
        waitUntil(() -> doing("getCache").equals("getCache user:123"));
        assertThat(doing("updateCache")).isEqualTo("updateCache user:123");
        chord(KeyCode.ALT, KeyCode.PERIOD);
        waitUntil(() -> doing("getCache").equals("idle after getCache user:123"));
        waitUntil(() -> values().contains("result OLD"));
        clickOn("#state-back");
        waitUntil(() -> doing("getCache").equals("getCache user:123"));
        assertThat(values()).doesNotContain("result OLD");
        clickOn("#state-forward");
        waitUntil(() -> doing("getCache").startsWith("idle"));
    }

    private String doing(String lane) {
        return onFx(() -> lookup("#state-lanes").<TableView<LaneRow>>query().getItems().stream()
                .filter(row -> row.lane().equals(lane))
                .map(LaneRow::doing)
                .findFirst()
                .orElse(""));
    }

    private String values() {
        return Objects.requireNonNull(onFx(() -> lookup("#state-keys").<TableView<KeyRow>>query().getItems().stream()
                .map(row -> row.field() + " " + row.value())
                .reduce("", (a, b) -> a + "; " + b)));
    }
}
