package racelane.model.spi;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;
import racelane.model.format.FormatFile;
import racelane.model.format.LogFormats;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.ClockSetting;
import racelane.model.source.Source;

/** Turns a file into a sealed table: asks every importer, takes the surest, hashes and reads. Stateless; any thread. */
public final class SourceReader {
    private final List<EventImporter> importers;
    private final Supplier<List<FormatFile>> own;
    private final Executor helper;

    /** Creates a reader that chooses among {@code importers} and does all on the thread that calls it. */
    public SourceReader(List<EventImporter> importers) {
        this(importers, List::of, Runnable::run);
    }

    /**
     * Creates a reader that chooses among {@code importers}.
     *
     * @param own returns the user's own formats as they are now; asked before each file, on the thread that reads
     */
    public SourceReader(List<EventImporter> importers, Supplier<List<FormatFile>> own) {
        this(importers, own, Runnable::run);
    }

    /**
     * Creates a reader that chooses among {@code importers}.
     *
     * @param helper runs what can be done beside the thread that reads; what is read is the same whatever it does
     */
    public SourceReader(List<EventImporter> importers, Executor helper) {
        this(importers, List::of, helper);
    }

    /**
     * Creates a reader that chooses among {@code importers}.
     *
     * @param own returns the user's own formats as they are now; asked before each file, on the thread that reads
     * @param helper runs what can be done beside the thread that reads; what is read is the same whatever it does
     */
    public SourceReader(List<EventImporter> importers, Supplier<List<FormatFile>> own, Executor helper) {
        this.importers = List.copyOf(importers);
        this.own = own;
        this.helper = helper;
    }

    /** Returns the user's own formats as they are now. */
    public List<FormatFile> ownFormats() {
        return own.get();
    }

    /** Returns who understands format files, when an importer does. */
    public Optional<LogFormats> formats() {
        return importers.stream().flatMap(one -> one.formats().stream()).findFirst();
    }

    /**
     * Reads one file.
     *
     * @param names the words shared by all tables of a trace
     * @throws ImportException with one line for people when nothing of it can be read
     */
    public EventTable read(Path file, ImportOptions said, Names names, Progress progress) throws ImportException {
        FileStamp stamp = stamp(file);
        Header header = header(file);
        ImportOptions options = said.own().isEmpty() ? said.withOwn(own.get()) : said;
        List<Judgement> best = best(header, options);
        EventImporter importer = best.getFirst().importer();
        try {
            EvidenceFile evidence = new EvidenceFile(file, stamp, helper);
            ImportRequest request = new ImportRequest(file, header, stamp.size(), options, evidence, helper);
            TraceBuilder builder = new TraceBuilder(names);
            ImportReport report = importer.read(request, builder, progress);
            progress.checkCancelled();
            progress.message("Sorting events into lanes");
            Source source = new Source(
                    file,
                    evidence.finish(progress),
                    importer.kind(),
                    report.format(),
                    report.clock(),
                    report.tick(),
                    ClockSetting.NONE,
                    report.account(),
                    builder.firstTime(),
                    builder.lastTime(),
                    builder.extent(),
                    assumptions(report, builder, best),
                    builder.problems(),
                    new GuardedText(report.text(), evidence),
                    report.interpretation());
            return builder.seal(source, helper);
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        } catch (CancelledException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new ImportException(
                    "needs more memory than there is: give more, as in RACELANE_JAVA_OPTS=-Xmx8g, or cut the file", e);
        } catch (StackOverflowError e) {
            throw new ImportException(
                    "is nested deeper than can be read: give a larger stack, as in RACELANE_JAVA_OPTS=-Xss16m", e);
        } catch (RuntimeException e) { // a fault of one importer must not take the other files with it
            throw new ImportException("cannot be read: the " + importer.id() + " importer failed with " + e, e);
        }
    }

    /**
     * Looks at a file's first part and tells whether some importer can read it. For folders, whose files nobody chose one by one.
     *
     * @return why it cannot be read, one line to be read after its name; nothing when it can
     */
    public Optional<String> refusal(Path file) {
        try {
            stamp(file);
            var unused = best(header(file), ImportOptions.DEFAULT.withOwn(own.get()));
            return Optional.empty();
        } catch (ImportException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Looks at a file that must be regular and hold something; never opens what is not, for that could block. */
    private static FileStamp stamp(Path file) throws ImportException {
        if (!Files.exists(file)) {
            throw new ImportException("does not exist: check the name");
        }
        if (!Files.isRegularFile(file)) {
            throw new ImportException("is not a regular file: give a log, a JFR recording or a trace");
        }
        try {
            FileStamp stamp = FileStamp.of(file);
            if (stamp.size() == 0) { // also what a file system of the kernel says of files that may block
                throw new ImportException("is empty (0 bytes): nothing to import");
            }
            return stamp;
        } catch (IOException e) {
            throw new ImportException("cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** Returns the judgements of the importers that are surest of the file; more than one when they are equally sure. */
    private List<Judgement> best(Header header, ImportOptions options) throws ImportException {
        if (header.bytes().length == 0) { // a gzip of nothing
            throw new ImportException("is empty (0 bytes): nothing to import");
        }
        Optional<String> archive = ArchiveKind.refusal(header);
        if (archive.isPresent()) {
            throw new ImportException(archive.get());
        }
        List<Judgement> all = importers.stream()
                .map(importer -> new Judgement(importer, importer.probe(header, options)))
                .toList();
        int surest = all.stream().mapToInt(Judgement::confidence).max().orElse(0);
        if (surest == 0) {
            throw new ImportException("no importer knows this format: "
                    + all.stream()
                            .map(one -> one.importer().id() + ": " + one.probe().reason())
                            .reduce((a, b) -> a + "; " + b)
                            .orElse("there are none installed"));
        }
        return all.stream().filter(one -> one.confidence() == surest).toList();
    }

    /** Returns what the importer assumed, and the choice between equals when there was one. */
    private static List<String> assumptions(ImportReport report, TraceBuilder builder, List<Judgement> best) {
        List<String> all = new ArrayList<>(report.assumptions());
        all.addAll(builder.remarks());
        for (Judgement other : best.subList(1, best.size())) {
            all.add("read as " + best.getFirst().importer().id() + "; it could as well be "
                    + other.importer().id() + " (" + other.probe().reason() + ")");
        }
        return all;
    }

    /**
     * Reads the first part of a regular file.
     *
     * @throws ImportException with one line for people when it cannot be read
     */
    public static Header header(Path file) throws ImportException {
        var unused = stamp(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), Header.SIZE)) {
            in.mark(2);
            boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            InputStream content = gzipped ? new GZIPInputStream(in, Header.SIZE) : in;
            byte[] bytes = firstBytes(content);
            return new Header(file, bytes, bytes.length < Header.SIZE, gzipped);
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads up to {@link Header#SIZE} bytes; of a gzip that is cut off, those that are left. */
    private static byte[] firstBytes(InputStream in) throws IOException {
        byte[] bytes = new byte[Header.SIZE];
        int count = 0;
        try {
            int more = in.read(bytes);
            while (more > 0) {
                count += more;
                more = in.read(bytes, count, bytes.length - count);
            }
        } catch (EOFException | ZipException e) {
            if (count == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    /** What one importer thinks of a file. */
    private record Judgement(EventImporter importer, Probe probe) {
        int confidence() {
            return probe.confidence();
        }
    }
}
