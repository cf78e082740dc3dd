package racelane.app.open;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Session;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.format.FormatWish;
import racelane.model.source.LanesBy;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Reads files one after the other, each in a job of its own, so that one bad file holds up none. JavaFX thread. */
final class ImportQueue {
    private static final Texts TEXTS = Texts.of(ImportQueue.class);

    private final Session session;
    private final JobRunner jobs;
    private final SourceReader reader;
    private final ImportOptions options;
    private final Listener listener;
    private final Deque<Wanted> queue = new ArrayDeque<>();
    private @Nullable Job<?> current;
    private @Nullable Wanted reading;
    private boolean looping;

    /** What hears of the files. */
    interface Listener {
        /** A file was read. */
        void read(Wanted wanted, EventTable table);

        /** A file could not be read. */
        void failed(Wanted wanted, Throwable error);

        /** The last file was read, or could not be. */
        void idle();
    }

    ImportQueue(Session session, JobRunner jobs, SourceReader reader, ImportOptions options, Listener listener) {
        this.session = session;
        this.jobs = jobs;
        this.reader = reader;
        this.options = options;
        this.listener = listener;
    }

    /** Puts a file at the end; {@link #go} begins with it. */
    void add(Wanted wanted) {
        queue.add(wanted);
    }

    /** Drops what waits and stops what is read. */
    void clear() {
        queue.clear();
        if (current != null) {
            current.cancel();
        }
    }

    /** Tells whether a source is being read by a rule, or is to be. */
    boolean holds(String sha256, LanesBy rule, FormatWish format) {
        return queue.stream().anyMatch(next -> next.reads(sha256, rule, format))
                || (reading != null && reading.reads(sha256, rule, format));
    }

    /** Begins with the next file, unless one is being read. */
    void go() {
        if (looping || current != null) {
            return;
        }
        looping = true; // a loop and not a chain of handlers: there may be a thousand files
        while (current == null && !queue.isEmpty()) {
            begin(queue.remove());
        }
        looping = false;
    }

    private void begin(Wanted wanted) {
        Names names = session.trace().names();
        ImportOptions asked = wanted.options(options);
        Job<EventTable> job = jobs.submit(
                TEXTS.get("importing", wanted.file().getFileName()),
                progress -> reader.read(wanted.file(), asked, names, progress));
        current = job;
        reading = wanted;
        job.onDone(table -> {
                    listener.read(wanted, table);
                    ended();
                })
                .onFailed(error -> {
                    listener.failed(wanted, error);
                    ended();
                })
                .onCancelled(this::ended);
    }

    private void ended() {
        current = null;
        reading = null;
        if (queue.isEmpty() && session.corrected().size() > 0) {
            listener.idle();
        } else if (!looping) {
            go();
        }
    }
}
