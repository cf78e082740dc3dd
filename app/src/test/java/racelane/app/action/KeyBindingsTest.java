package racelane.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyBindingsTest {
    private final Actions actions = actions();

    @Test
    void keysAreReadAsTheyAreWritten() {
        for (String text : List.of(
                "W",
                "Shift+W",
                "]",
                "+",
                ",",
                "?",
                "Ctrl+O",
                "Ctrl+Shift+C",
                "Alt+.",
                "F11",
                "Del",
                "Shift+←",
                "Ctrl++")) {
            assertThat(Key.parse(text).text()).isEqualTo(text);
        }
        assertThat(Key.parse("left")).isEqualTo(Key.plain(KeyCode.LEFT));
        assertThat(Key.parse("Ctrl+o")).isEqualTo(Key.chord("Shortcut+O"));
        assertThat(Key.parse("w")).isEqualTo(Key.typed("w"));
    }

    @Test
    void whatIsNoKeyIsSaidWithWhatToWrite() {
        assertThatThrownBy(() -> Key.parse("Strg+O"))
                .hasMessageContaining("Strg")
                .hasMessageContaining("Ctrl");
        assertThatThrownBy(() -> Key.parse("Ctrl+Plop"))
                .hasMessageContaining("Plop")
                .hasMessageContaining("F1");
        assertThatThrownBy(() -> Key.parse("Shift+]")).hasMessageContaining("the character that Shift gives");
        assertThatThrownBy(() -> Key.parse("Ctrl+")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileChangesWhatItNamesAndNothingElse() {
        KeyBindings bindings = KeyBook.read("view.zoom = E Ctrl+E\nfile.open =\n", actions);
        assertThat(bindings.problems()).isEmpty();
        assertThat(bindings.keys().get("view.zoom")).containsExactly(Key.typed("e"), Key.chord("Shortcut+E"));
        assertThat(bindings.keys().get("file.open")).isEmpty();
        assertThat(bindings.keys().get("view.all")).containsExactly(Key.typed("0"), Key.typed("a"));
    }

    @Test
    void whatIsWrongIsNamedByLineWithItsCureAndTheRestHolds() {
        KeyBindings bindings = KeyBook.read(
                "# mine\nview.zom = E\nview.zoom = Hyper+X\nnonsense\nview.all = Q  # the whole\nfile.open = Q\n",
                actions);
        assertThat(bindings.problems().stream().map(KeyProblem::text))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("keys.properties:2:").contains("did you mean view.zoom?"),
                        two -> assertThat(two).startsWith("keys.properties:3:").contains("Hyper"),
                        three -> assertThat(three)
                                .startsWith("keys.properties:4:")
                                .contains("action = keys"),
                        four -> assertThat(four)
                                .startsWith("keys.properties:6:")
                                .contains("view.all (line 5)")
                                .contains("give file.open another one"));
        assertThat(bindings.keys().get("view.all")).containsExactly(Key.typed("q"));
    }

    @Test
    void aKeyThatAnotherActionHadByItselfIsSaidWhenThatOneHasNoneLeft() {
        KeyBindings one = KeyBook.read("view.all = W", actions);
        assertThat(one.keys().get("view.zoom")).isEmpty();
        assertThat(one.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .startsWith("keys.properties:1:")
                        .contains("view.zoom"));
        KeyBindings left = KeyBook.read("view.zoom = A", actions);
        assertThat(left.keys().get("view.all")).containsExactly(Key.typed("0"));
        assertThat(left.problems()).isEmpty();
    }

    @Test
    void anUnknownPresetNamesThoseThereAre() {
        assertThat(KeyBook.read("preset = bepo", actions).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .startsWith("keys.properties:1:")
                        .contains("bepo")
                        .contains("azerty"));
    }

    @Test
    void choosingAPresetKeepsWhatTheUserWrote() {
        String mine = "# mine\npreset = azerty\nview.zoom = E\n";
        assertThat(KeyFile.withPreset(mine, "")).isEqualTo("# mine\nview.zoom = E\n");
        assertThat(KeyFile.withPreset("view.zoom = E\n", "azerty")).isEqualTo("preset = azerty\nview.zoom = E\n");
    }

    @Test
    void whatIsWrittenIsInForceAtOnceAndAtTheNextStart(@TempDir Path folder) throws IOException {
        KeyBook book = new KeyBook(folder.resolve("config"));
        assertThat(book.follow(actions)).isEmpty();
        book.write("view.zoom = E\n");
        assertThat(actions.get("view.zoom").keys()).containsExactly(Key.typed("e"));
        book.write("");
        assertThat(actions.get("view.zoom").keys()).containsExactly(Key.typed("w"));
        Files.writeString(book.file(), "view.zoom = X\n");
        Actions next = actions();
        new KeyBook(folder.resolve("config")).follow(next);
        assertThat(next.get("view.zoom").keys()).containsExactly(Key.typed("x"));
    }

    @Test
    void aFileThatIsNoTextIsSaidAndTheShippedKeysHold(@TempDir Path folder) throws IOException {
        KeyBook book = new KeyBook(folder);
        Files.write(book.file(), new byte[] {(byte) 0xff, (byte) 0xfe, 'x', 0});
        assertThat(book.follow(actions))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("UTF-8"));
        assertThat(actions.get("view.zoom").keys()).containsExactly(Key.typed("w"));
    }

    @Test
    void aCharacterThatNeedsAltGrIsStillThatCharacter() {
        KeyEvent altGr = new KeyEvent(KeyEvent.KEY_TYPED, "]", "", KeyCode.UNDEFINED, false, true, true, false);
        KeyEvent ctrl = new KeyEvent(KeyEvent.KEY_TYPED, "w", "", KeyCode.UNDEFINED, false, true, false, false);
        assertThat(Key.typed("]").matches(altGr)).isTrue();
        assertThat(Key.typed("w").matches(ctrl)).isFalse();
    }

    private static Actions actions() {
        Actions actions = new Actions();
        actions.add(Action.of("view.zoom", "Zoom", ActionGroup.VIEW, () -> {}, Key.typed("w")));
        actions.add(Action.of("view.all", "All", ActionGroup.VIEW, () -> {}, Key.typed("0"), Key.typed("a")));
        actions.add(Action.of("file.open", "Open", ActionGroup.FILE, () -> {}, Key.chord("Shortcut+O")));
        return actions;
    }
}
