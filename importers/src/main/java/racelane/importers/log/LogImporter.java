package racelane.importers.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.BlockReader;
import racelane.importers.io.LineIndexText;
import racelane.importers.io.LogClock;
import racelane.importers.io.TextStream;
import racelane.model.event.EventSink;
import racelane.model.format.LogFormats;
import racelane.model.progress.Progress;
import racelane.model.source.Interpretation;
import racelane.model.source.LanesBy;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import racelane.model.spi.Probe;

/**
 * Reads text logs: timestamped lines of any known grammar, and as a last resort plain text by line order. Holds the
 * grammars, which never change, and what it found of the file probed last; any number of threads.
 */
public final class LogImporter implements EventImporter {
    private final Supplier<List<LogGrammar>> grammars;
    private volatile @Nullable GrammarChooser made;
    private final boolean knowsLines;
    private final LogFormats formats = new FormatWorkshop();

    /** Creates the importer with the grammars that Racelane brings; for {@link java.util.ServiceLoader}. */
    public LogImporter() {
        this(GrammarLoader::builtIn, true);
    }

    /**
     * Creates the importer.
     *
     * @param grammars asked when the first file comes that may be a log
     * @param knowsLines whether lines are known again by their shape; what is read is the same either way
     */
    LogImporter(Supplier<List<LogGrammar>> grammars, boolean knowsLines) {
        this.knowsLines = knowsLines;
        this.grammars = grammars;
    }

    /** Returns what knows the grammars; two threads that come first at once make two, and either serves. */
    private GrammarChooser chooser() {
        GrammarChooser known = made;
        if (known == null) {
            known = new GrammarChooser(grammars.get());
            made = known;
        }
        return known;
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
    public Optional<LogFormats> formats() {
        return Optional.of(formats);
    }

    @Override
    public Probe probe(Header header) {
        return probe(header, ImportOptions.DEFAULT);
    }

    @Override
    public Probe probe(Header header, ImportOptions options) {
        Optional<String> other = OtherFormats.recognise(header);
        if (other.isPresent()) {
            return new Probe.No(other.get());
        }
        if (!options.format().any()) {
            return new Probe.Maybe(99, "to be read as " + options.format().name());
        }
        Optional<FormatDetector.Finding> found = chooser().best(header, options);
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
        LogGrammar grammar = chooser().choose(header, request.options()).orElseGet(GrammarLoader::plain);
        byte end = FormatDetector.lineEnd(head);
        TextStream stream = new TextStream(request);
        String name = fileName(request.file());
        try {
            long modified = Files.getLastModifiedTime(request.file()).toMillis();
            LogClock clock =
                    new LogClock(request.options().zone(), request.options().date(), modified);
            LanesBy asked = request.options().lanesBy();
            LanesBy lanesBy = asked == LanesBy.AUTO ? grammar.own().lanesBy() : asked;
            Slots slots = new Slots();
            long total = stream.gzipped() ? 0 : request.size();
            LineMemory memory = new LineMemory(LineShapes.placesFor(total));
            LogReading reading = new LogReading(grammar, clock, slots, lanesBy, memory, knowsLines);
            EntryWriter writer = new EntryWriter(sink, slots, name, lanesBy);
            try (BlockReader file = new BlockReader(stream.open(), end, progress, total)) {
                LogPipeline pipeline = new LogPipeline(reading, writer, request.helper(), end, total);
                readAll(pipeline, file, reading, stream, sink);
            }
            LineIndexText text = new LineIndexText(stream, end, reading.index(), () -> new EntryStart(grammar));
            return report(grammar, clock, reading, writer, text, request);
        } catch (IOException e) {
            throw new ImportException("cannot be read: " + e.getMessage(), e);
        }
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

    private ImportReport report(
            LogGrammar grammar,
            LogClock clock,
            LogReading reading,
            EntryWriter writer,
            LineIndexText text,
            ImportRequest request) {
        List<String> assumptions = new ArrayList<>(reading.assumptions(writer.assumptions()));
        assumptions.addAll(chooser().faults(request.options()));
        if (clock.byOrder()) {
            ForeignMonths.in(TextStream.head(request.header())).ifPresent(assumptions::add);
        }
        String format = grammar.name().replace("{unit}", unit(clock.tick()));
        String file = fileName(request.file());
        String source = clock.byOrder() ? Source.LINE_ORDER + file : clock.ownOrigin() ? file : ImportReport.WALL_CLOCK;
        Interpretation how =
                new Interpretation(grammar.own().origin(), request.options().lanesBy(), writer.lanes());
        return new ImportReport(format, source, clock.tick(), reading.counts().account(), assumptions, text, how);
    }

    /** Returns the unit of a resolution in ns. */
    static String unit(long tick) {
        return tick >= 1_000_000_000L ? "seconds" : tick >= 1_000_000 ? "millis" : tick >= 1_000 ? "micros" : "nanos";
    }

    private static String fileName(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }
}
