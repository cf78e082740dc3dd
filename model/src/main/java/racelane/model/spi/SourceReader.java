package racelane.model.spi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.Progress;
import racelane.model.source.Source;

/** Turns a file into a sealed table: asks every importer, takes the surest, hashes and reads. Stateless; any thread. */
public final class SourceReader {
    private final List<EventImporter> importers;

    /** Creates a reader that chooses among {@code importers}. */
    public SourceReader(List<EventImporter> importers) {
        this.importers = List.copyOf(importers);
    }

    /**
     * Reads one file.
     *
     * @param names the words shared by all tables of a trace
     * @throws ImportException with one line for people when nothing of it can be read
     */
    public EventTable read(Path file, ImportOptions options, Names names, Progress progress) throws ImportException {
        Header header = header(file);
        EventImporter importer = choose(header);
        try {
            ImportRequest request = new ImportRequest(file, header, Files.size(file), options);
            TraceBuilder builder = new TraceBuilder(names);
            ImportReport report = importer.read(request, builder, progress);
            progress.checkCancelled();
            progress.message("Sorting events into lanes");
            Source source = new Source(
                    file,
                    sha256(file, progress),
                    importer.kind(),
                    report.format(),
                    report.clock(),
                    report.tick(),
                    0,
                    report.account(),
                    builder.firstTime(),
                    builder.lastTime(),
                    builder.extent(),
                    report.assumptions(),
                    builder.problems(),
                    report.text());
            return builder.seal(source);
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the importer that is surest of the file. */
    private EventImporter choose(Header header) throws ImportException {
        if (header.bytes().length == 0) {
            throw new ImportException("is empty (0 bytes): nothing to import");
        }
        return importers.stream()
                .filter(importer -> importer.probe(header).confidence() > 0)
                .max(Comparator.comparingInt(importer -> importer.probe(header).confidence()))
                .orElseThrow(() -> new ImportException("no importer knows this format: "
                        + importers.stream()
                                .map(importer -> importer.id() + ": "
                                        + importer.probe(header).reason())
                                .reduce((a, b) -> a + "; " + b)
                                .orElse("there are none installed")));
    }

    /** Reads the first part of a regular file. */
    static Header header(Path file) throws ImportException {
        if (!Files.exists(file)) {
            throw new ImportException("does not exist: check the name");
        }
        if (!Files.isRegularFile(file)) {
            throw new ImportException("is not a regular file: give a log, a JFR recording or a trace");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), Header.SIZE)) {
            in.mark(2);
            boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            InputStream content = gzipped ? new GZIPInputStream(in, Header.SIZE) : in;
            byte[] bytes = content.readNBytes(Header.SIZE);
            return new Header(file, bytes, bytes.length < Header.SIZE, gzipped);
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(Path file, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 18];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                progress.checkCancelled();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
