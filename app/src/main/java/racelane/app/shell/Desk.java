package racelane.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import racelane.app.action.KeyBook;
import racelane.app.session.LastSession;
import racelane.app.session.Settings;
import racelane.app.session.WindowState;

/**
 * The windows of the program. Each has a session of its own; settings and keys are theirs together. A case is open in one window: who
 * opens it in another is brought to the one that has it. The windows are remembered as they are left, also when the program is
 * killed, at most three seconds late. JavaFX thread.
 */
public final class Desk {
    private static final Duration SETTLED = Duration.seconds(3);
    private static final String RESTORE = "session.restore";

    private final Services services;
    private final Settings settings;
    private final KeyBook keys;
    private final LastSession last;
    private final List<MainWindow> windows =
            new CopyOnWriteArrayList<>(); // an ending program reads it from another thread
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private Runnable empty = () -> {};
    private long captured;
    private boolean quitting;

    /** Creates a desk without a window. */
    public Desk(Services services) {
        this.services = services;
        this.settings = new Settings(services.folders().config());
        this.keys = new KeyBook(services.folders().config());
        this.last = new LastSession(services.folders().state());
        settling.setOnFinished(event -> {
            List<WindowState> states = capture();
            long number = ++captured;
            windows.stream()
                    .findFirst()
                    .ifPresent(window -> window.parts().jobs().<Boolean>quietly(progress -> {
                        last.write(number, states);
                        return true;
                    }));
        });
    }

    /** Says what happens when the last window is closed. */
    public void onEmpty(Runnable body) {
        empty = body;
    }

    /**
     * Shows the windows to begin with: one with {@code files}; without files those of the last session as they were left, unless the
     * user wants to begin empty.
     *
     * @param restore whether the last session may come back
     */
    public void begin(List<Path> files, boolean restore) {
        List<WindowState> left = last.read();
        boolean again = restore && files.isEmpty() && restores() && !left.isEmpty();
        if (again) {
            left.forEach(state -> show(state, services.with(state.options())));
            return;
        }
        WindowState like = left.isEmpty() ? WindowState.FRESH : left.getLast().withoutEvidence();
        MainWindow window = show(like, services);
        if (!files.isEmpty()) {
            window.open(files);
        }
    }

    /** Puts a window together on {@code stage}; does not show it. */
    public MainWindow window(Stage stage) {
        MainWindow window = window(stage, services);
        window.memory().layOut(WindowState.FRESH);
        return window;
    }

    /** Returns the windows that are open, in the order in which they were opened. */
    public List<MainWindow> windows() {
        return List.copyOf(windows);
    }

    /** Returns what is remembered from one start to the next. */
    Settings settings() {
        return settings;
    }

    /** Returns the user's own keys. */
    KeyBook keys() {
        return keys;
    }

    /** Opens another window, on nothing, a little beside the one that asks. */
    public MainWindow openNew(MainWindow beside) {
        MainWindow window = show(beside.memory().capture().withoutEvidence(), services);
        window.stepAside(beside);
        return window;
    }

    /**
     * Brings the windows to the front that have one of {@code files} open as their case.
     *
     * @param asking the window that would open them
     * @return the files that no other window has open
     */
    List<Path> bringToFront(List<Path> files, @Nullable MainWindow asking) {
        List<Path> rest = new ArrayList<>();
        for (Path file : files) {
            Optional<MainWindow> holder = windows.stream()
                    .filter(window -> window != asking && same(window.caseFile(), file))
                    .findFirst();
            holder.ifPresentOrElse(MainWindow::toFront, () -> rest.add(file));
        }
        return rest;
    }

    /** Tells whether a start without files brings the last session back. */
    boolean restores() {
        return Boolean.parseBoolean(settings.value(RESTORE, "true"));
    }

    /** Says whether a start without files brings the last session back. */
    void setRestores(boolean restores) {
        settings.set(RESTORE, Boolean.toString(restores));
    }

    /** Says that something changed that the next start is to put back. */
    void changed() {
        settling.playFromStart();
    }

    /** Remembers the windows and closes them all. */
    public void quit() {
        remember();
        quitting = true;
        windows.forEach(MainWindow::close);
        quitting = false;
    }

    /** Writes what is queued and frees the cases' files. Any thread: a program that is ended calls it. */
    public void closeCases() {
        windows.forEach(window -> window.parts().editor().close());
    }

    private void closed(MainWindow window) {
        if (!quitting && windows.size() == 1) {
            remember();
        }
        windows.remove(window);
        if (!quitting && !windows.isEmpty()) {
            remember();
        }
        if (windows.isEmpty()) {
            settling.stop();
            empty.run();
        }
    }

    private void remember() {
        settling.stop();
        last.write(++captured, capture());
    }

    private List<WindowState> capture() {
        return windows.stream().map(window -> window.memory().capture()).toList();
    }

    private MainWindow show(WindowState state, Services own) {
        MainWindow window = window(new Stage(), own);
        window.memory().layOut(state);
        window.show();
        window.memory().bringBack(state);
        return window;
    }

    private MainWindow window(Stage stage, Services own) {
        MainWindow window = own.assemble(stage, this);
        windows.add(window);
        window.onClosed(() -> closed(window));
        return window;
    }

    private static boolean same(@Nullable Path one, Path other) {
        try {
            return one != null && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
