package racelane.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import racelane.app.session.Folders;
import racelane.app.shell.MainWindow;
import racelane.model.spi.ImportOptions;

/**
 * Opens the window on a sample, goes to what is found in it, and ends. The launcher starts it without a display when the program is
 * built, so that the JVM can keep the classes a window loads in a cache and need not load them again at each start.
 */
final class WindowRehearsal {
    private static final long MOST_SECONDS = 40;
    private static final int FRAMES = 60;

    private WindowRehearsal() {}

    /**
     * Opens the window.
     *
     * @param args the sample
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("racelane-rehearsal");
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Folders folders = new Folders(folder.resolve("config"), folder.resolve("state"));
            MainWindow window =
                    CompositionRoot.services(folders, ImportOptions.DEFAULT).assemble(new Stage());
            window.show();
            window.parts().opener().open(List.of(Path.of(args[0])));
            new Rehearsing(window, done).start();
        });
        boolean whole = done.await(MOST_SECONDS, TimeUnit.SECONDS);
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
        System.exit(whole ? 0 : 1);
    }

    /** Waits for the windows, goes to the first one, and gives it time to be drawn. */
    private static final class Rehearsing extends AnimationTimer {
        private final MainWindow window;
        private final CountDownLatch done;
        private int frames;

        Rehearsing(MainWindow window, CountDownLatch done) {
            this.window = window;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            boolean found = window.parts().session().windowsProperty().get().total() > 0;
            if (!found) {
                return;
            }
            if (frames == 0) {
                window.actions().get("detect.window.next").run();
            }
            frames++;
            if (frames > FRAMES) {
                stop();
                done.countDown();
            }
        }
    }
}
