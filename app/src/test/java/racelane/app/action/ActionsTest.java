package racelane.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

final class ActionsTest {
    private final List<String> done = new ArrayList<>();
    private final Actions actions = new Actions();

    @Test
    void twoActionsOnOneKeyAreRefused() {
        actions.add(Action.of("view.a", "A", ActionGroup.VIEW, () -> {}, Key.typed("a")));
        assertThatThrownBy(() -> actions.add(Action.of("view.b", "B", ActionGroup.VIEW, () -> {}, Key.typed("a"))))
                .hasMessageContaining("view.a")
                .hasMessageContaining("view.b");
    }

    @Test
    void aTypedCharacterActsWhereverTheKeyboardHasItAndCaseTellsShift() {
        actions.add(Action.of("detect.next", "Next", ActionGroup.DETECT, () -> done.add("next"), Key.typed("]")));
        actions.add(Action.of("edit.mark", "Mark", ActionGroup.EDIT, () -> done.add("mark"), Key.typed("m")));
        actions.add(Action.of("edit.keep", "Keep", ActionGroup.EDIT, () -> done.add("keep"), Key.typed("M")));
        actions.handle(typed("]"), null);
        actions.handle(typed("M"), null);
        actions.handle(typed("m"), null);
        actions.handle(typed("x"), null);
        assertThat(done).containsExactly("next", "keep", "mark");
    }

    @Test
    void whatCannotBeDoneNowIsNotDoneAndTheKeyGoesOn() {
        SimpleBooleanProperty open = new SimpleBooleanProperty(false);
        actions.add(Action.of("view.a", "A", ActionGroup.VIEW, () -> done.add("a"), Key.plain(KeyCode.LEFT))
                .when(open));
        KeyEvent closed = pressed(KeyCode.LEFT);
        actions.handle(closed, null);
        assertThat(closed.isConsumed()).isFalse();
        open.set(true);
        KeyEvent now = pressed(KeyCode.LEFT);
        actions.handle(now, null);
        assertThat(now.isConsumed()).isTrue();
        assertThat(done).containsExactly("a");
    }

    @Test
    void keysReadAsPeopleSayThem() {
        assertThat(Key.typed("m").text()).isEqualTo("M");
        assertThat(Key.typed("M").text()).isEqualTo("Shift+M");
        assertThat(Key.typed("]").text()).isEqualTo("]");
        assertThat(Key.shifted(KeyCode.LEFT).text()).isEqualTo("Shift+←");
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", code, false, false, false, false);
    }
}
