package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import racelane.app.CompositionRoot;
import racelane.app.job.FxJobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.open.Opener;
import racelane.app.session.Folders;
import racelane.app.session.Session;
import racelane.app.shell.MainWindow;
import racelane.app.shell.PictureClipboard;
import racelane.app.shell.Services;
import racelane.app.timeline.DrawnEvents;
import racelane.app.timeline.TimelineView;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.format.FormatFolder;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeRange;

/**
 * The window as it is started, with its real importers, patterns and timeline; only its folders, its file dialogs and its clipboard
 * are a test's. An error that nobody took, on the JavaFX thread or in a job, fails the test.
 */
@SuppressWarnings("NullAway.Init") // start() sets the fields
abstract class Journey extends ApplicationTest {
    static final Path SAMPLES = Path.of(System.getProperty("racelane.root"), "sample-logs");
    static final Path CACHE_RACE = SAMPLES.resolve("cache-race.log");
    static final List<Path> PROFILE_RACE = List.of(
            SAMPLES.resolve("profile-race.log"),
            SAMPLES.resolve("profile-race.jfr"),
            SAMPLES.resolve("profile-race.json"));
    static final long MILLISECOND = 1_000_000;

    @TempDir
    Path folder;

    final List<HeldImporter> importers = ServiceLoader.load(EventImporter.class).stream()
            .map(ServiceLoader.Provider::get)
            .map(HeldImporter::new)
            .toList();
    final List<Throwable> unheard = Collections.synchronizedList(new ArrayList<>());
    Stage stage;
    MainWindow window;
    Session session;

    @Nullable
    Path nextSave;

    /** Shows the window on a stage of its own: {@code first} is the same for all tests and would keep their windows. */
    @Override
    public void start(Stage first) {
        show(new Stage());
        targetWindow(stage);
    }

    /** Shows a new window, as a new start of the program would. JavaFX thread. */
    final void show(Stage on) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> unheard.add(error));
        stage = on;
        work(services().assemble(on));
        window.show();
    }

    /** Works in this window from now on. */
    final void work(MainWindow in) {
        window = in;
        session = window.parts().session();
    }

    /** Returns what windows are made of here. */
    final Services services() {
        Folders folders = new Folders(folder.resolve("config"), folder.resolve("state"));
        Services real = CompositionRoot.services(folders, ImportOptions.DEFAULT);
        return new Services(
                folders,
                notifier -> new FxJobRunner(Platform::runLater, unheard::add),
                new Opener.Tools(
                        new SourceReader(List.copyOf(importers), new FormatFolder(folders.formats())::load),
                        ImportOptions.DEFAULT,
                        real.tools().detector()),
                real.timeline(),
                owner -> new Dialogs(),
                clipboard(real.clipboard()),
                Platform::runLater,
                "tester",
                real.product(),
                sample());
    }

    /** Returns what an empty window offers to try. */
    Optional<Path> sample() {
        return Optional.empty();
    }

    /** Returns the clipboard to work with; tests that have a display take the real one. */
    PictureClipboard clipboard(PictureClipboard real) {
        return new NoClipboard();
    }

    @AfterEach
    final void nothingWentWrongUnheard() {
        interact(() -> stage.hide());
        assertThat(unheard).isEmpty();
    }

    /** Closes the window and starts the program again. */
    final void restart() {
        interact(() -> {
            stage.hide();
            show(new Stage());
        });
        targetWindow(stage);
    }

    /** Opens files and waits until their windows are found and drawn. */
    final void open(Path... files) {
        interact(() -> window.parts().opener().open(List.of(files)));
        waitUntil(() -> session.trace().size() > 0
                && !session.windowsProperty().get().running()
                && timeline().trace() == session.trace()
                && lookup(".job-row").tryQuery().isEmpty()
                && hasRows("#sources")
                && hasRows("#lanes")
                && hasRows("#log"));
    }

    /** Tells whether the place of the last job is still there: when it goes, everything under it moves. */
    private boolean stripIsGoing() {
        return lookup("#jobs").tryQuery().map(Node::isVisible).orElse(false)
                && lookup(".job-row").tryQuery().isEmpty();
    }

    /** Tells whether a list has rows, or is not in sight. */
    private boolean hasRows(String list) {
        return lookup(list)
                .<Node>tryQuery()
                .map(node -> switch (node) {
                    case ListView<?> rows -> !rows.getItems().isEmpty();
                    case TreeView<?> tree -> !tree.getRoot().isLeaf();
                    case TableView<?> table -> !table.getItems().isEmpty();
                    default -> throw new AssertionError(node);
                })
                .orElse(true);
    }

    final Path file(String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), List.of(lines));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    final void waitUntil(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen within thirty seconds; status: " + status(), e);
        }
        settle();
    }

    /** Waits until the window has done what it was told and the timeline shows it: it is painted beside the JavaFX thread. */
    final void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> onFx(() -> DrawnEvents.settled(timeline().view()) && !stripIsGoing()));
        } catch (TimeoutException e) {
            throw new AssertionError("the timeline is not painted; status: " + status(), e);
        }
    }

    private String status() {
        return onFx(() -> session.trace().size() + " events, windows "
                + session.windowsProperty().get().total() + ", view "
                + session.viewportProperty().get() + ", " + unheard);
    }

    static <T> T onFx(Supplier<T> question) {
        return Objects.requireNonNull(
                WaitForAsyncUtils.waitForAsyncFx(30_000, question::get), "an answer of the JavaFX thread");
    }

    final Timeline timeline() {
        return new Timeline((TimelineView) window.parts().timeline().view());
    }

    /** Returns the share of the view's width that {@code range} takes. */
    final double share(TimeRange range) {
        return (double) range.duration()
                / session.viewportProperty().get().range().duration();
    }

    final TimeRange seen() {
        return session.viewportProperty().get().range();
    }

    /** Returns the first event that is so. */
    final EventRef event(Predicate<Event> which) {
        List<EventTable> tables = session.trace().tables();
        for (int table = 0; table < tables.size(); table++) {
            for (int row = 0; row < tables.get(table).size(); row++) {
                EventRef ref = new EventRef(table, row);
                if (which.test(session.trace().at(ref))) {
                    return ref;
                }
            }
        }
        throw new AssertionError("there is no such event");
    }

    final void chord(KeyCode... keys) {
        press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            release(keys[i]);
        }
        settle();
    }

    /** The timeline as it is drawn. */
    record Timeline(TimelineView view) {
        Object trace() {
            return DrawnEvents.trace(view);
        }

        Rectangle2D box(EventRef event) {
            return DrawnEvents.box(view, event).orElseThrow(() -> new AssertionError(event + " is not drawn"));
        }

        boolean draws(EventRef event) {
            return DrawnEvents.box(view, event).isPresent();
        }

        Point2D middle(EventRef event) {
            Rectangle2D box = box(event);
            return view.localToScreen(box.getMinX() + box.getWidth() / 2, box.getMinY() + box.getHeight() / 2);
        }
    }

    /** Chooses what the test chose. */
    private final class Dialogs implements FileDialogs {
        @Override
        public List<Path> open(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, String suggested, String kind, List<String> endings) {
            return Optional.ofNullable(nextSave);
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(nextSave);
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
