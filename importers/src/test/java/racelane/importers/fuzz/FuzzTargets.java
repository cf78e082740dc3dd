package racelane.importers.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import racelane.importers.jfr.JfrImporter;
import racelane.importers.log.LogImporter;
import racelane.importers.tracejson.ChromeTraceImporter;
import racelane.importers.tracejson.SpanJsonImporter;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Reads bytes as the program would read a file of them, and holds the promises of every importer against what comes of it. */
final class FuzzTargets {
    private static final List<EventImporter> IMPORTERS =
            List.of(new LogImporter(), new JfrImporter(), new ChromeTraceImporter(), new SpanJsonImporter());
    private static final Path FILE = scratch();

    private FuzzTargets() {}

    private static Path scratch() {
        try {
            Path file = Files.createTempFile("racelane-fuzz", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the bytes with all importers that there are.
     *
     * @param prefix bytes that steer the choice of the importer, put before
     * @throws AssertionError when a promise is broken
     */
    static synchronized void read(byte[] prefix, byte[] bytes) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + bytes.length);
        System.arraycopy(bytes, 0, whole, prefix.length, bytes.length);
        try {
            Files.write(FILE, whole);
            EventTable table =
                    new SourceReader(IMPORTERS).read(FILE, ImportOptions.DEFAULT, new Names(), Progress.none());
            hold(table);
        } catch (ImportException e) {
            tellsInOneLine(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hold(EventTable table) throws IOException {
        Account account = table.source().account();
        if (!account.addsUp()) {
            throw new AssertionError("the account does not add up: " + account);
        }
        for (int row = 0; row < Math.min(20, table.size()); row++) {
            table.source().text().quote(table.origin(row));
        }
    }

    private static void tellsInOneLine(ImportException e) {
        String message = String.valueOf(e.getMessage());
        if (message.isBlank() || message.contains("\n") || message.contains("importer failed with")) {
            throw new AssertionError("not a message for people: " + message, e);
        }
    }
}
