package racelane.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;
import racelane.app.cli.ProductVersion;
import racelane.app.fx.Notifier;
import racelane.app.job.ExitHook;
import racelane.app.job.FxJobRunner;
import racelane.app.job.HelperThreads;
import racelane.app.job.JobRunner;
import racelane.app.open.Details;
import racelane.app.open.FxFileDialogs;
import racelane.app.open.Opener;
import racelane.app.patterns.PatternDetector;
import racelane.app.patterns.PatternFolder;
import racelane.app.session.Folders;
import racelane.app.session.Session;
import racelane.app.shell.Desk;
import racelane.app.shell.FxClipboard;
import racelane.app.shell.Services;
import racelane.app.shell.TimelinePart;
import racelane.app.theme.Fonts;
import racelane.app.timeline.AnimatedFlight;
import racelane.app.timeline.CalmFlight;
import racelane.app.timeline.Flight;
import racelane.app.timeline.TimelineModel;
import racelane.app.timeline.TimelineView;
import racelane.model.format.FormatFolder;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeRange;

/** The only place that makes services and asks the service loader. */
public final class CompositionRoot {
    private static final String SAMPLE = "cache-race.log";

    private CompositionRoot() {}

    /** Returns a reader with every importer that is installed and the formats of this machine's user. */
    public static SourceReader reader() {
        return new SourceReader(
                importers(), new FormatFolder(Folders.ofThisMachine().formats())::load, new HelperThreads());
    }

    /**
     * Returns the importers among the modules, or else on the class path. To look there as well when it is empty would open every library
     * in search of files that name services, a tenth of a command's start.
     */
    private static List<EventImporter> importers() {
        ModuleLayer layer = CompositionRoot.class.getModule().getLayer();
        List<EventImporter> found = layer == null ? List.of() : all(ServiceLoader.load(layer, EventImporter.class));
        return found.isEmpty() ? all(ServiceLoader.load(EventImporter.class)) : found;
    }

    private static List<EventImporter> all(ServiceLoader<EventImporter> importers) {
        return importers.stream().map(ServiceLoader.Provider::get).toList();
    }

    /**
     * Starts JavaFX, shows a window with {@code files}, without any those of the last session, and waits until the last one is closed.
     * Not on the JavaFX thread.
     *
     * @param restore whether the last session may come back
     * @return the exit code
     * @throws UnsupportedOperationException when there is no display
     */
    public static int run(List<Path> files, ImportOptions options, boolean restore) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Desk desk = new Desk(services(options));
            desk.onEmpty(closed::countDown);
            ExitHook.add("close-cases", desk::closeCases);
            desk.begin(files, restore);
            FirstFrame.tell();
        });
        try {
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Returns what the window is made of on this machine: its folders, its importers, its clipboard. */
    public static Services services(ImportOptions options) {
        return services(Folders.ofThisMachine(), options);
    }

    /** Returns what the window is made of, with settings, own patterns and untitled cases in {@code folders}. */
    public static Services services(Folders folders, ImportOptions options) {
        return new Services(
                folders,
                CompositionRoot::jobs,
                new Opener.Tools(reader(), options, new PatternDetector(new PatternFolder(folders.patterns()))),
                CompositionRoot::timeline,
                FxFileDialogs::new,
                new FxClipboard(),
                Platform::runLater,
                System.getProperty("user.name", "unknown"),
                "Racelane " + ProductVersion.text(),
                sample());
    }

    private static JobRunner jobs(Notifier notifier) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> unheard(notifier, error));
        return new FxJobRunner(Platform::runLater, error -> unheard(notifier, error));
    }

    private static void unheard(Notifier notifier, Throwable error) {
        // asked for here, for setting logging up costs every command 30 ms
        LoggerFactory.getLogger(CompositionRoot.class).error("an error that nobody expected", error);
        notifier.error("Something went wrong: " + error.getMessage() + ". The case is safe.", Details.of(error));
    }

    private static TimelinePart timeline(Session session, JobRunner jobs, Consumer<TimeRange> noteRange) {
        Fonts fonts = Fonts.load();
        TimelineModel model = new TimelineModel(session, jobs, fonts);
        TimelineView view = new TimelineView(session, model, jobs, fonts, flight(), noteRange);
        return new TimelinePart(view, view.controls(), fonts);
    }

    private static Flight flight() {
        return new CalmFlight(new AnimatedFlight(System::nanoTime), Platform.getPreferences()::isReducedMotion);
    }

    /** Returns the sample that comes with the program, looked for where the launcher says the program lies. */
    private static Optional<Path> sample() {
        return Stream.of(System.getProperty("racelane.home", ""), "")
                .map(home -> Path.of(home).resolve("sample-logs").resolve(SAMPLE))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
