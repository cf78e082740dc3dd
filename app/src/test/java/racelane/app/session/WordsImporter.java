package racelane.app.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;

/**
 * Reads files whose lines are {@code millis lane operation key}; one that begins with {@code slow} is read until it is cancelled, and
 * {@link #entered} tells that it is being read. Anything else is no file of its kind.
 */
public final class WordsImporter implements EventImporter {
    /** Opens when a slow file is being read. */
    public final CountDownLatch entered = new CountDownLatch(1);

    @Override
    public String id() {
        return "words";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.LOG;
    }

    @Override
    public Probe probe(Header header) {
        String text = header.latin1();
        return text.startsWith("slow") || Character.isDigit(text.charAt(0))
                ? new Probe.Yes("begins with a number")
                : new Probe.No("does not begin with a number");
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        try {
            List<String> lines = Files.readAllLines(request.file());
            if (lines.getFirst().startsWith("slow")) {
                waitForCancel(progress);
            }
            for (int i = 0; i < lines.size(); i++) {
                String[] words = lines.get(i).split(" ");
                long time = Long.parseLong(words[0]) * 1_000_000;
                int lane = sink.lane(LaneName.thread(words[1]));
                int event = sink.append(EventKind.INSTANT, lane, time, time, sink.word(words[2]), i + 1);
                if (words.length > 3) {
                    sink.key(event, sink.word(words[3]));
                }
            }
            return new ImportReport(
                    "words",
                    ImportReport.WALL_CLOCK,
                    1_000_000,
                    new Account.Lines(lines.size(), lines.size(), 0, 0, 0, 0),
                    List.of(),
                    text(request));
        } catch (IOException e) {
            throw new ImportException("cannot be read", e);
        }
    }

    private void waitForCancel(Progress progress) {
        progress.advance(43, 100);
        entered.countDown();
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            progress.checkCancelled();
            try {
                if (never.await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    private static SourceText text(ImportRequest request) {
        return origin ->
                Files.readAllLines(request.file(), StandardCharsets.UTF_8).get(origin - 1);
    }
}
