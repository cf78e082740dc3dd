package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import racelane.app.drafts.Drafts;
import racelane.model.window.RaceWindow;

/** The windows that were found are weighed: how exposed they are, which belong together, which are set aside, and why. */
final class WindowJourneysTest extends Journey {
    @Test
    void aWindowIsSetAsideWithAReasonAndStaysSoWhenTheCaseIsOpenedAgain() {
        open(PROFILE_RACE.toArray(Path[]::new));
        int all = list().getItems().size();
        RaceWindow first = session.windowsProperty().get().windows().getFirst();
        write("]");
        waitUntil(() -> first.equals(session.selectedWindowProperty().get()));
        interact(list()::requestFocus);
        press(KeyCode.DELETE).release(KeyCode.DELETE);
        waitUntil(() -> lookup("#suppress-sheet").tryQuery().isPresent());
        assertThat(lookup("#suppress-save").queryButton().isDisabled())
                .as("without a reason")
                .isTrue();
        write("a test that always fails");
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        waitUntil(() -> list().getItems().size() == all - 1);
        assertThat(shown().getText()).isEqualTo("1 suppressed · show");
        assertThat(session.selectedWindowProperty().get()).isNotNull().isNotEqualTo(first);
        Path file = folder.resolve("mine.racelane");
        nextSave = file;
        chord(KeyCode.CONTROL, KeyCode.S);
        waitUntil(() -> file.equals(window.parts().editor().pathProperty().get()));
        restart();
        open(file);
        waitUntil(() -> session.trace().tables().size() == 3
                && !session.windowsProperty().get().running());
        assertThat(list().getItems()).hasSize(all - 1);
        clickOn("#windows-suppressed");
        waitUntil(() -> list().getItems().size() == all);
        interact(() -> list().scrollTo(all - 1));
        waitUntil(() -> lookup(".item.suppressed").tryQuery().isPresent());
        assertThat(lookup(".item.suppressed .item-note").queryAs(Label.class).getText())
                .isEqualTo("a test that always fails");
        interact(() -> {
            session.selectWindow(first);
            window.actions().get("detect.window.restore").run();
        });
        waitUntil(() -> !shown().getParent().isVisible());
        assertThat(list().getItems()).hasSize(all);
        chord(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> session.standingProperty().get().size() == all - 1);
    }

    @Test
    void manyAreSetAsideAtOnceByPatternAndKey() {
        open(PROFILE_RACE.toArray(Path[]::new));
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        interact(() -> window.actions().get("detect.window.suppress").run());
        List<RadioButton> scopes =
                List.copyOf(lookup("#suppress-sheet .radio-button").queryAllAs(RadioButton.class));
        clickOn(scopes.getLast());
        clickOn("#suppress-reason");
        write("known");
        clickOn("#suppress-save");
        waitUntil(() -> session.standingProperty().get().isEmpty());
        assertThat(lookup(".section-empty").queryAllAs(Label.class))
                .anyMatch(label -> label.getText().equals("Every window found is suppressed"));
        chord(KeyCode.CONTROL, KeyCode.Z);
        waitUntil(() -> session.standingProperty().get().size() == 7);
    }

    @Test
    void windowsSeenTogetherAreOpenedAndClosedWithTheKeyboard() {
        open(PROFILE_RACE.toArray(Path[]::new));
        int all = list().getItems().size();
        clickOn("#windows-group");
        waitUntil(() -> list().getItems().size() < all);
        int groups = list().getItems().size();
        interact(() -> {
            list().requestFocus();
            list().getSelectionModel().select(0);
        });
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        waitUntil(() -> list().getItems().size() > groups);
        press(KeyCode.DOWN).release(KeyCode.DOWN);
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        assertThat(session.selectedWindowProperty().get())
                .isEqualTo(session.windowsProperty().get().windows().getFirst());
        press(KeyCode.LEFT).release(KeyCode.LEFT);
        waitUntil(() -> list().getItems().size() == groups);
        assertThat(onFx(() -> list().getSelectionModel().getSelectedIndex())).isZero();
    }

    @Test
    void theExposureTabSaysHowOftenAndWhatWideningWouldDoWithTheKeyboardToo() {
        open(PROFILE_RACE.toArray(Path[]::new));
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        showExposure();
        waitUntil(() -> !prediction().isEmpty());
        assertThat(prediction()).startsWith("As wide as they are, 65 % would be hit");
        assertThat(lookup(".exposure .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("7 such windows were open on user:*, half of them for less than 2.1 ms.");
        Slider slider = lookup("#exposure-widen").queryAs(Slider.class);
        interact(slider::requestFocus);
        for (int i = 0; i < 3; i++) {
            press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        waitUntil(() -> prediction().startsWith("Wider by "));
        assertThat(onFx(slider::getAccessibleText)).contains(prediction());
        TextField typed = lookup("#exposure-typed").queryAs(TextField.class);
        clickOn(typed);
        interact(() -> typed.setText("100 ms"));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        waitUntil(() -> prediction().equals("Wider by 100 ms, 100 % would be hit (100 to 100 %)"));
        assertThat(onFx(slider::getValue)).isGreaterThan(100);
        clickOn("all keys");
        waitUntil(() -> lookup(".exposure .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("11 such windows were open,")));
    }

    @Test
    void whatIsHalfTypedIsThereAgainAfterEscapeAndAfterARestart() {
        open(CACHE_RACE);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        write("h");
        waitUntil(() -> lookup("#statement").tryQuery().isPresent());
        write("reads are stale because");
        waitUntil(() -> new Drafts(
                        folder.resolve("state")) // on the disk while the form is open: the program may be killed
                .of("hypothesis")
                .containsValue("reads are stale because"));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        waitUntil(() -> lookup("#statement").tryQuery().isEmpty());
        restart();
        open(CACHE_RACE);
        interact(() -> window.actions().get("investigate.hypothesis.new").run());
        waitUntil(() -> lookup("#statement").tryQuery().isPresent());
        TextArea statement = lookup("#statement").queryAs(TextArea.class);
        assertThat(statement.getText()).isEqualTo("reads are stale because");
        assertThat(lookup("#draft-notice").queryAs(HBox.class).isVisible()).isTrue();
        interact(() -> statement.appendText(" the set is not one step"));
        clickOn("#save");
        waitUntil(() -> session.history().state().hypotheses().size() == 1);
        interact(() -> window.actions().get("investigate.hypothesis.new").run());
        waitUntil(() -> lookup("#statement").tryQuery().isPresent());
        assertThat(lookup("#statement").queryAs(TextArea.class).getText())
                .as("what was saved is no draft any more")
                .isEmpty();
    }

    private ListView<?> list() {
        return lookup("#windows").queryListView();
    }

    private Button shown() {
        return lookup("#windows-suppressed").queryButton();
    }

    /** Opens the tab by itself: where the window is narrow its head lies behind the others. */
    private void showExposure() {
        TabPane tabs = lookup(".bottom").queryAs(TabPane.class);
        interact(() -> tabs.getTabs().stream()
                .filter(tab -> tab.getText().equals("Exposure"))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select));
    }

    private String prediction() {
        return lookup("#exposure-prediction").queryLabeled().getText();
    }
}
