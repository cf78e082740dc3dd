package racelane.app.journey;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import racelane.model.event.EventSink;
import racelane.model.format.LogFormats;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.SourceKind;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;

/**
 * A real importer that can be held in the middle of a file, so that a test has all the time it needs to press Cancel. Whether it
 * stops then is the real importer's doing.
 */
final class HeldImporter implements EventImporter {
    /** A file with this in its name is held. */
    static final String HELD = "held";

    /** Opens when a held file is being read. */
    final CountDownLatch reading = new CountDownLatch(1);

    /** Lets it go on. */
    final CountDownLatch go = new CountDownLatch(1);

    /** Opens when it has left because of the cancelling. */
    final CountDownLatch left = new CountDownLatch(1);

    private final EventImporter real;

    HeldImporter(EventImporter real) {
        this.real = real;
    }

    @Override
    public String id() {
        return real.id();
    }

    @Override
    public SourceKind kind() {
        return real.kind();
    }

    @Override
    public Probe probe(Header header) {
        return real.probe(header);
    }

    @Override
    public Probe probe(Header header, ImportOptions options) {
        return real.probe(header, options);
    }

    @Override
    public Optional<LogFormats> formats() {
        return real.formats();
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        if (!String.valueOf(request.file().getFileName()).contains(HELD)) {
            return real.read(request, sink, progress);
        }
        try {
            return real.read(request, sink, new Held(progress));
        } catch (CancelledException e) {
            left.countDown();
            throw e;
        }
    }

    /** Waits at the first word of how far the reading is. */
    private final class Held implements Progress {
        private final Progress told;

        Held(Progress told) {
            this.told = told;
        }

        @Override
        public void advance(long done, long total) {
            told.advance(done, total);
            if (done > 0) {
                reading.countDown();
                await();
            }
        }

        private void await() {
            try {
                if (!go.await(60, TimeUnit.SECONDS)) {
                    throw new AssertionError("held for a minute");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public void message(String text) {
            told.message(text);
        }

        @Override
        public void checkCancelled() {
            told.checkCancelled();
        }
    }
}
