package racelane.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.job.FxJobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.open.Opener;
import racelane.app.session.Folders;
import racelane.app.session.SaveState;
import racelane.app.session.Session;
import racelane.app.session.WindowList;
import racelane.app.session.WordsImporter;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

/** Walks through the window as a user does, with an importer of the test's own and a timeline that draws nothing. */
@SuppressWarnings("NullAway.Init") // start() sets the fields
final class JourneysTest extends ApplicationTest {
    @TempDir
    static Path folder;

    private final WordsImporter importer = new WordsImporter();
    private final List<Throwable> unheard = new ArrayList<>();
    private MainWindow window;
    private Session session;

    @Override
    public void start(Stage stage) {
        Services services = new Services(
                new Folders(folder.resolve("config"), folder.resolve("state")),
                notifier -> new FxJobRunner(Platform::runLater, unheard::add),
                new Opener.Tools(
                        new SourceReader(List.of(importer)),
                        ImportOptions.DEFAULT,
                        (trace, progress) -> oneWindow(trace)),
                (session, jobs, note) -> new PlainTimeline(session).part(),
                owner -> new NoDialogs(),
                new NoClipboard(),
                Platform::runLater,
                "tester",
                "Racelane test",
                Optional.empty());
        window = services.assemble(stage);
        session = window.parts().session();
        window.show();
    }

    @Override
    public void stop() {
        window.parts().editor().close();
        assertThat(unheard).isEmpty();
    }

    @Test
    void anOpenedFileShowsItsSourceItsWindowAndItsLines() {
        open(file("open.log", "10 http-1 set user:1", "20 http-2 get user:1", "30 http-1 invalidate user:1"));
        TableView<?> log = lookup("#log").queryAs(TableView.class);
        waitUntil(() -> log.getItems().size() == 3);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        ListView<?> windows = lookup("#windows").queryAs(ListView.class);
        assertThat(windows.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(lookup("#status-left").queryLabeled().getText()).startsWith("3 events · 2 lanes · 1 source");
        assertThat(lookup("#status-middle").queryLabeled().getText()).startsWith("selection 20 ms");
    }

    @Test
    void aBadFileShowsOneLineAndTheGoodOneBesideItOpens() {
        open(file("bad.bin", "?"), file("fine.log", "10 t op"));
        waitUntil(() -> session.trace().size() == 1);
        waitUntil(() -> lookup(".toast.error").tryQuery().isPresent());
        assertThat(lookup(".toast.error .label").queryLabeled().getText()).startsWith("bad.bin: ");
        clickOn(lookup(".toast.error .icon-button").queryButton());
        assertThat(lookup(".toast.error").tryQuery()).isEmpty();
    }

    @Test
    void threeFilesDroppedAnywhereAreOpenedAtOnce() {
        List<File> files = List.of(
                file("a.log", "10 t1 op").toFile(),
                file("b.log", "20 t2 op").toFile(),
                file("c.log", "30 t1 op").toFile());
        Dragboard board = mock(Dragboard.class);
        when(board.hasFiles()).thenReturn(true);
        when(board.getFiles()).thenReturn(files);
        when(board.getTransferModes()).thenReturn(EnumSet.of(TransferMode.COPY));
        interact(() -> lookup("#timeline")
                .query()
                .fireEvent(new DragEvent(
                        DragEvent.DRAG_DROPPED, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null)));
        waitUntil(() -> session.trace().tables().size() == 3);
        assertThat(session.trace().lanes()).hasSize(2);
    }

    @Test
    void aNoteIsWrittenSavedAndUndone() {
        open(file("note.log", "10 http-1 set user:1", "20 http-2 get user:1"));
        waitUntil(() -> !session.windowsProperty().get().windows().isEmpty());
        write("]");
        clickOn("#new-note");
        write("the read came between");
        clickOn("#save");
        waitUntil(() -> session.history().state().notes().size() == 1);
        waitUntil(() -> window.parts().editor().savedProperty().get() instanceof SaveState.Saved);
        assertThat(lookup("#status-right").queryLabeled().getText()).startsWith("saved ");
        press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        waitUntil(() -> session.history().state().notes().isEmpty());
        press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        waitUntil(() -> session.history().state().notes().size() == 1);
    }

    @Test
    void anImportIsCancelledAndTheWindowGoesOn() throws Exception {
        interact(() -> window.parts().opener().open(List.of(file("slow.log", "slow"))));
        assertThat(importer.entered.await(20, TimeUnit.SECONDS)).isTrue();
        waitUntil(() -> lookup(".job-row .mono")
                .tryQueryAs(javafx.scene.control.Label.class)
                .filter(label -> label.getText().equals("43 %"))
                .isPresent());
        clickOn("#cancel-job");
        waitUntil(() -> lookup(".job-row").tryQuery().isEmpty());
        assertThat(session.trace().tables()).isEmpty();
        open(file("after.log", "10 t op"));
        waitUntil(() -> session.trace().size() == 1);
    }

    @Test
    void aHypothesisBecomesACardWithTheWindowAsItsEvidence() {
        open(file("hypothesis.log", "10 http-1 set user:1", "20 http-2 get user:1"));
        waitUntil(() -> !session.windowsProperty().get().windows().isEmpty());
        write("]");
        write("h");
        waitUntil(() -> lookup("#statement").tryQuery().isPresent());
        write("reads are stale because set and invalidate are two steps");
        clickOn("#save");
        waitUntil(() -> session.history().state().hypotheses().stream()
                .anyMatch(hypothesis -> !hypothesis.evidenceFor().isEmpty()));
        assertThat(lookup(".card .hypothesis-id").queryLabeled().getText()).isEqualTo("H1");
        assertThat(lookup(".card-title").queryLabeled().getText()).startsWith("reads are stale");
        assertThat(session.history().state().pins()).hasSize(1);
    }

    @Test
    void lettersTypedIntoTheSearchFieldAreTextAndNotCommands() {
        open(file("search.log", "10 http-1 set user:1", "20 http-2 get user:2", "30 http-2 get user:1"));
        type(KeyCode.SLASH);
        write("get");
        waitUntil(() -> session.hitsProperty().get().total() == 2);
        assertThat(lookup(".hits").queryLabeled().getText()).isEqualTo("2 events");
        type(KeyCode.ENTER);
        waitUntil(() -> session.selectedEvent().isPresent());
        assertThat(session.selectedEvent().orElseThrow().key()).isEqualTo("user:2");
        assertThat(lookup(".floating-sheet").tryQuery()).isEmpty();
    }

    @Test
    void everyActionIsInAMenuAndInThePalette() {
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
        waitUntil(() -> lookup("#chooser-words").tryQuery().isPresent());
        write("look: dark");
        type(KeyCode.ENTER);
        waitUntil(() -> session.themeProperty().get() == racelane.model.scene.Theme.DARK);
        assertThat(lookup("#chooser-words").tryQuery()).isEmpty();
        assertThat(window.actions().all()).extracting(action -> action.id()).doesNotHaveDuplicates();
    }

    private void open(Path... files) {
        interact(() -> window.parts().opener().open(List.of(files)));
        waitUntil(() ->
                session.trace().size() > 0 && !session.windowsProperty().get().running());
    }

    private static Path file(String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), List.of(lines));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void waitUntil(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not happen within twenty seconds", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static WindowList oneWindow(Trace trace) {
        TimeRange range = trace.extent().orElseThrow();
        EventRef first = new EventRef(0, 0);
        RaceWindow found = new RaceWindow(
                "w1",
                "stale-read",
                "Stale read",
                "set → read → invalidate",
                "user:1",
                Verdict.CERTAIN,
                Evidence.WITNESSED,
                0.97,
                range,
                List.of(new WindowRole("W.start", first, 0, range.start(), range.start(), false)),
                1,
                true,
                "",
                "why");
        return new WindowList(List.of(found), 1, false);
    }

    /** Nobody chooses a file here. */
    private static final class NoDialogs implements FileDialogs {
        @Override
        public List<Path> open(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, String suggested, String kind, List<String> endings) {
            return Optional.empty();
        }
    }

    /** The headless platform has none. */
    private static final class NoClipboard implements PictureClipboard {
        @Override
        public boolean put(String text) {
            return false;
        }

        @Override
        public boolean put(Image picture) {
            return false;
        }
    }
}
