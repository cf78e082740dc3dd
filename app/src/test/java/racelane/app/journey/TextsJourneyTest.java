package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.action.Action;
import racelane.app.session.Selection;
import racelane.model.event.EventRef;

/** In the pseudo-locale every text that is in a bundle stands in brackets: one that does not was written into the code. */
final class TextsJourneyTest extends Journey {
    /** What ends the test's window, or opens another one. */
    private static final Set<String> NOT_RUN =
            Set.of("file.quit.quit", "file.window.new", "file.window.close", "view.screen.full");

    private static final Pattern OF_WHAT_IS_SELECTED = Pattern.compile("^(edit|investigate|detect|view\\.tab)\\.");

    private final Locale before = Locale.getDefault();
    private final Set<String> shown = new LinkedHashSet<>();

    @Override
    public void start(Stage first) {
        Locale.setDefault(Locale.of("en", "XA"));
        super.start(first);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void theEmptyWindowAndItsCommandsAreInTheBundles() {
        for (Action action : window.actions().all()) {
            shown.add(action.title());
        }
        look();
        run(List.of("help.keys.sheet", "help.keys.commands", "help.keys.change", "help.about.about"));
        assertThat(onFx(() -> new PlainWords().learn(session)).in(new ArrayList<>(shown)))
                .isEmpty();
    }

    @Test
    void everyCommandOnAFinishedCaseShowsOnlyTextsOfTheBundles() throws IOException {
        Files.copy(CACHE_RACE, folder.resolve("cache-race.log"));
        open(Files.copy(SAMPLES.resolve("cache-race.racelane"), folder.resolve("mine.racelane")));
        look();
        menuOf("#windows .list-cell");
        menuOf("#sources .list-cell");
        menuOf("#lanes .tree-cell");
        menuOf("#log .table-row-cell");
        PlainWords words = new PlainWords();
        List<String> all = new ArrayList<>();
        window.actions().all().forEach(action -> all.add(action.id()));
        all.removeAll(NOT_RUN);
        for (int what = 0; what < 4; what++) {
            int selected = what;
            for (String action : all) {
                if (selected == 0 || OF_WHAT_IS_SELECTED.matcher(action).find()) {
                    interact(() -> select(selected));
                    run(List.of(action));
                    onFx(() -> words.learn(session));
                }
            }
            waitUntil(() -> lookup(".job-row").tryQuery().isEmpty());
            look();
        }
        assertThat(words.in(new ArrayList<>(shown))).isEmpty();
    }

    /** Looks at the menu of a row, which is made when it is asked for. */
    private void menuOf(String row) {
        clickOn(row, MouseButton.SECONDARY);
        look();
        push(KeyCode.ESCAPE);
    }

    /** Selects nothing, the first event, the best window, or the first note. */
    private void select(int what) {
        session.select(Selection.NONE);
        session.selectWindow(null);
        switch (what) {
            case 1 -> session.select(new Selection.EventSelected(new EventRef(0, 0)));
            case 2 ->
                session.windowsProperty().get().windows().stream().findFirst().ifPresent(session::selectWindow);
            case 3 ->
                session.history().state().notes().stream()
                        .findFirst()
                        .ifPresent(note -> session.select(new Selection.NoteSelected(note.id())));
            default -> {}
        }
    }

    /** Runs commands, looks at all that is shown after each, and closes what it opened. */
    private void run(List<String> actions) {
        for (String id : actions) {
            Action action = window.actions().get(id);
            interact(() -> {
                if (action.enabled().get()) {
                    action.run();
                }
            });
            look();
            if (lookup(".floating-sheet").tryQuery().isPresent()) {
                interact(() -> type(KeyCode.ESCAPE));
            }
        }
    }

    private void look() {
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            for (Window each : List.copyOf(Window.getWindows())) {
                shown.addAll(ShownTexts.of(each.getScene().getRoot()));
            }
        });
    }
}
