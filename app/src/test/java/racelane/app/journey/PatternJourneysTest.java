package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import racelane.app.session.Selection;
import racelane.model.event.EventRef;
import racelane.model.window.RaceWindow;

/** Patterns are written on the open trace, saved, and found; the list of windows is narrowed. */
final class PatternJourneysTest extends Journey {
    @Test
    void aPatternMadeFromThreeEventsIsTriedSavedAndFoundInTheList() {
        open(CACHE_RACE);
        interact(() -> session.windowsProperty()
                .get()
                .windows()
                .getFirst()
                .roles()
                .forEach(role -> session.select(session.selection().toggled(role.event()))));
        run("detect.patterns.make");
        TextArea text = lookup("#pattern-text").queryAs(TextArea.class);
        assertThat(text.getText()).contains("window W = ");
        waitUntil(() -> verdict().contains("Finds 1 window"));
        interact(() -> lookup("#pattern-name").queryAs(TextField.class).setText("mine"));
        clickOn("#pattern-save");
        assertThat(folder.resolve("config/patterns/mine.race")).exists();
        waitUntil(() -> session.windowsProperty().get().windows().stream()
                .anyMatch(window -> window.pattern().equals("my-pattern")));
    }

    @Test
    void anErrorIsUnderlinedAndSaidAsOneTypesAndNothingWrongIsSaved() {
        open(CACHE_RACE);
        run("detect.patterns.edit");
        TextArea text = lookup("#pattern-text").queryAs(TextArea.class);
        interact(() -> text.setText(text.getText().replace("order ", "ordre ")));
        waitUntil(() -> verdict().startsWith("Line 11, column 3"));
        waitUntil(() -> !lookup(".error-wave").queryAll().isEmpty());
        assertThat(lookup("#pattern-save").queryButton().isDisabled()).isTrue();
        interact(() -> text.setText(text.getText().replace("ordre ", "order ")));
        waitUntil(() -> verdict().startsWith("No errors"));
        assertThat(Files.exists(folder.resolve("config/patterns"))).isFalse();
    }

    @Test
    void theFilterNarrowsTheListAndTheWalk() {
        open(PROFILE_RACE.toArray(java.nio.file.Path[]::new));
        int all = session.windowsProperty().get().windows().size();
        RaceWindow first = session.windowsProperty().get().windows().getFirst();
        interact(() -> lookup("#windows-filter").queryAs(TextField.class).setText("pattern:" + first.pattern()));
        long fit = session.windowsProperty().get().windows().stream()
                .filter(window -> window.pattern().contains(first.pattern()))
                .count();
        assertThat(lookup("#windows").queryListView().getItems())
                .hasSize((int) fit)
                .hasSizeLessThanOrEqualTo(all);
        interact(() -> lookup("#windows-filter").queryAs(TextField.class).setText("nothing-of-this-name"));
        assertThat(lookup("#windows").queryListView().getItems()).isEmpty();
    }

    @Test
    void ctrlClickAddsALineToTheSelectionAndTakesItOutAgain() {
        open(CACHE_RACE);
        EventRef one = new EventRef(0, 0);
        EventRef other = new EventRef(0, 1);
        interact(() -> {
            session.select(new Selection.EventSelected(one));
            session.select(session.selection().toggled(other));
        });
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(other, java.util.List.of(one)));
        interact(() -> session.select(session.selection().toggled(one)));
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(other));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    }

    @Test
    void theWhyTabWalksThroughEveryClauseWithTheQuotedLines() {
        open(CACHE_RACE);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        clickOn("Why");
        waitUntil(() -> lookup(".why .step-number").queryAll().size() == 3);
        assertThat(lookup(".why .quoted").queryAllAs(javafx.scene.control.Label.class))
                .anyMatch(label -> label.getText().contains("getCache"));
        assertThat(lookup(".why .reading-holds").queryAll()).hasSize(5);
    }

    private void run(String action) {
        interact(() -> window.actions().get(action).run());
    }

    private String verdict() {
        return lookup("#pattern-verdict").queryLabeled().getText();
    }
}
