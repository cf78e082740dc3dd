package racelane.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import racelane.app.fx.Notifier;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.open.Opener;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** A session without a toolkit: jobs run at once, and the test's thread is the UI's. */
public final class Rig implements Notifier, AutoCloseable {
    public final List<String> news = new ArrayList<>();
    public final List<String> errors = new ArrayList<>();
    public final SameThreadJobRunner jobs = new SameThreadJobRunner();
    public final Session session = new Session(() -> {}, CaseEditor.fresh("tester"));
    public final CaseEditor editor;
    public final Opener opener;
    public final Path folder;
    private final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();

    /** Creates a session whose files lie in {@code folder}. */
    public Rig(Path folder) {
        this.folder = folder;
        this.editor = new CaseEditor(session, jobs, this, folder.resolve("untitled"), "tester", later::add);
        this.opener = new Opener(
                session,
                editor,
                jobs,
                this,
                new Settings(folder.resolve("config")),
                new Opener.Tools(
                        new SourceReader(List.of(new WordsImporter())),
                        ImportOptions.DEFAULT,
                        (trace, progress, soFar) -> new WindowList(List.of(), 0, false)));
    }

    /** Writes a file. */
    public Path file(String name, String... lines) {
        try {
            return Files.write(folder.resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Runs what was to be run later, until {@code condition} holds or ten seconds have gone. */
    public void until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                Runnable next = later.poll(10, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing happened for ten seconds");
                }
                next.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void info(String text) {
        news.add(text);
    }

    @Override
    public void error(String text, String details) {
        errors.add(text);
    }

    @Override
    public void close() {
        editor.close();
    }
}
