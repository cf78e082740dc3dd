package racelane.importers.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.BlockReader;
import racelane.importers.io.LineIndexText;
import racelane.importers.io.LogClock;
import racelane.importers.io.TextStream;
import racelane.model.event.EventSink;
import racelane.model.progress.Progress;
import racelane.model.source.SourceKind;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;

/**
 * Reads text logs: timestamped lines of any known grammar, and as a last resort plain text by line order. Holds the
 * grammars, which never change, and what it found of the file probed last; any number of threads.
 */
public final class LogImporter implements EventImporter {
    /** What is taken when no grammar fits: every line is an entry, at a time that is its number. */
    private static final LogGrammar PLAIN = GrammarLoader.parse("name: plain text\nline: {time:order}{message}");

    private final FormatDetector detector;
    private volatile @Nullable Detected last;

    /** What a header was found to be; headers are compared by identity. */
    private record Detected(Header header, Optional<FormatDetector.Finding> finding) {}

    /** Creates the importer with the grammars that Racelane brings; for {@link java.util.ServiceLoader}. */
    public LogImporter() {
        this(GrammarLoader.builtIn());
    }

    LogImporter(List<LogGrammar> grammars) {
        detector = new FormatDetector(grammars);
    }

    @Override
    public String id() {
        return "log";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.LOG;
    }

    @Override
    public Probe probe(Header header) {
        Optional<String> other = OtherFormats.recognise(header);
        if (other.isPresent()) {
            return new Probe.No(other.get());
        }
        Optional<FormatDetector.Finding> found = detect(header);
        if (found.isEmpty()) {
            return new Probe.Maybe(2, "text without timestamps that are known");
        }
        FormatDetector.Finding finding = found.get();
        double share = finding.score() / Math.max(1, finding.lines());
        int confidence = (int) Math.min(95, 40 + 55 * share);
        return new Probe.Maybe(
                confidence,
                finding.entries() + " of the first " + finding.lines() + " lines are "
                        + finding.grammar().name());
    }

    @Override
    public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
        Header header = request.header();
        byte[] head = TextStream.head(header);
        LogGrammar grammar = detect(header).map(FormatDetector.Finding::grammar).orElse(PLAIN);
        byte end = FormatDetector.lineEnd(head);
        TextStream stream = new TextStream(request);
        String name = fileName(request.file());
        try {
            long modified = Files.getLastModifiedTime(request.file()).toMillis();
            LogClock clock =
                    new LogClock(request.options().zone(), request.options().date(), modified);
            Slots slots = new Slots();
            LogReading reading = new LogReading(grammar, clock, slots);
            EntryWriter writer = new EntryWriter(sink, slots, name);
            long total = stream.gzipped() ? 0 : request.size();
            try (BlockReader file = new BlockReader(stream.open(), end, progress, total)) {
                LogPipeline pipeline = new LogPipeline(reading, writer, request.helper(), end);
                readAll(pipeline, file, reading, stream, sink);
            }
            List<String> assumptions = new ArrayList<>(reading.assumptions(writer.assumptions()));
            LineIndexText text = new LineIndexText(stream, end, reading.index(), new EntryStart(grammar));
            return report(grammar, clock, reading.counts(), assumptions, text, name);
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** Finds the grammar, or remembers it: one file is probed more than once and then read. */
    private Optional<FormatDetector.Finding> detect(Header header) {
        Detected known = last;
        if (known == null || known.header != header) {
            known = new Detected(header, detector.detect(TextStream.head(header), header.whole()));
            last = known;
        }
        return known.finding;
    }

    /** Reads to the end, or to where the file cannot be read further: what came before stays. */
    private static void readAll(
            LogPipeline pipeline, BlockReader file, LogReading reading, TextStream stream, EventSink sink)
            throws IOException {
        try {
            pipeline.run(file);
        } catch (IOException e) {
            if (reading.counts().lines == 0) {
                throw e;
            }
            sink.problem(after(reading), "the file cannot be read further: " + e.getMessage());
        }
        boolean shrank = !stream.gzipped() && Files.size(stream.request().file()) < stream.size();
        if (shrank) {
            sink.problem(after(reading), "the file shrank while it was read: import it again");
        }
    }

    private static String after(LogReading reading) {
        return "after line " + reading.counts().lines;
    }

    private static ImportReport report(
            LogGrammar grammar,
            LogClock clock,
            LineCounts counts,
            List<String> assumptions,
            LineIndexText text,
            String name) {
        String format = grammar.name().replace("{unit}", unit(clock.tick()));
        String source = clock.ownOrigin() ? name : ImportReport.WALL_CLOCK;
        return new ImportReport(format, source, clock.tick(), counts.account(), assumptions, text);
    }

    private static String unit(long tick) {
        return tick >= 1_000_000_000L ? "seconds" : tick >= 1_000_000 ? "millis" : tick >= 1_000 ? "micros" : "nanos";
    }

    private static String fileName(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }
}
