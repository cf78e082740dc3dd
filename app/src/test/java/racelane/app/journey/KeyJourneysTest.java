package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.app.action.Action;
import racelane.app.action.ActionGroup;
import racelane.app.action.Key;
import racelane.app.action.KeyBook;

/** The keys are the user's. */
final class KeyJourneysTest extends Journey {
    private static final Path GUIDE = Path.of(System.getProperty("racelane.root"), "docs", "keys.md");

    @Test
    void aChangedKeyActsAtOnceEverywhereAndAfterARestart() throws IOException {
        open(CACHE_RACE);
        interact(window.actions().get("help.keys.change")::run);
        TextArea text = lookup("#keys-text").queryAs(TextArea.class);
        assertThat(text.getText()).contains("# view.zoom.in = W +");
        interact(() -> text.setText("view.zoom.in = E\nview.zoom.ot = X\n"));
        assertThat(lookup("#keys-verdict").queryAs(Labeled.class).getText())
                .startsWith("keys.properties:2:")
                .contains("did you mean view.zoom.out?");
        interact(() -> text.setText("view.zoom.in = E\n"));
        clickOn("#keys-save");
        press(KeyCode.E).release(KeyCode.E);
        waitUntil(() -> session.viewportProperty().get().scale().nanosPerPixel() > 0);
        assertZooms(KeyCode.E, true);
        assertZooms(KeyCode.W, false);
        restart();
        open(CACHE_RACE);
        assertZooms(KeyCode.E, true);
        chord(KeyCode.SHIFT, KeyCode.SLASH);
    }

    @Test
    void theKeySheetShowsWhatIsInForce() {
        interact(window.actions().get("help.keys.azerty")::run);
        interact(window.actions().get("help.keys.sheet")::run);
        assertThat(lookup(".floating-sheet .key-cap").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .contains("Z", "Shift+Z", "é")
                .doesNotContain("Shift+A");
    }

    @Test
    void azertyChangesWhatItHasToWithoutAProblem() {
        assertThat(onFx(() -> KeyBook.read("preset = azerty", window.actions())).problems())
                .isEmpty();
        interact(window.actions().get("help.keys.azerty")::run);
        assertThat(window.actions().get("view.zoom.in").keys().getFirst()).isEqualTo(Key.typed("z"));
        assertThat(window.actions().get("view.pan.left").keys().getFirst()).isEqualTo(Key.typed("q"));
        assertThat(window.actions().get("view.zoom.out").keys().getFirst()).isEqualTo(Key.typed("s"));
        interact(window.actions().get("help.keys.shipped")::run);
        assertThat(window.actions().get("view.zoom.in").keys().getFirst()).isEqualTo(Key.typed("w"));
    }

    @Test
    void everyKeyCanBeWrittenAsItIsShown() {
        List<Action> all = window.actions().all();
        assertThat(all).isNotEmpty();
        for (Action action : all) {
            for (Key key : action.keys()) {
                assertThat(Key.parse(key.text())).as(action.id()).isEqualTo(key);
            }
        }
    }

    @Test
    void theGuideListsEveryActionWithItsKeys() throws IOException {
        StringBuilder table = new StringBuilder();
        for (ActionGroup group : ActionGroup.values()) {
            table.append("\n### ").append(group.title()).append("\n\n| action | what | keys |\n|---|---|---|\n");
            for (Action action : window.actions().of(group)) {
                String keys = String.join(
                        " or ",
                        action.keys().stream()
                                .map(key -> "`" + key.text() + "`")
                                .toList());
                table.append("| `" + action.id() + "` | " + action.title() + " | " + keys + " |\n");
            }
        }
        String zone = java.time.ZoneId.systemDefault().getId();
        String expected = table.toString().replace("(" + zone + ")", "(yours)");
        if (Boolean.getBoolean("racelane.write")) {
            String before = Files.readString(GUIDE);
            Files.writeString(GUIDE, before.substring(0, before.indexOf("\n### ")) + expected);
        }
        assertThat(Files.readString(GUIDE))
                .as("made anew by -Dracelane.write=true")
                .endsWith(expected);
    }

    private void assertZooms(KeyCode key, boolean zooms) {
        interact(window.actions().get("view.zoom.all")::run);
        sleep(400); // until the flight is over
        double before = session.viewportProperty().get().scale().nanosPerPixel();
        press(key).release(key);
        sleep(400);
        double after = session.viewportProperty().get().scale().nanosPerPixel();
        assertThat(after < before).as("%s zooms", key).isEqualTo(zooms);
    }
}
