package racelane.importers.jfr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import racelane.model.event.EventSink;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;

/** Reads the chunks of one recording in file order and keeps its account. Used once. */
final class RecordingReader {
    private static final int CHECK_EVERY = 1 << 12;
    private static final long DAY = 86_400_000_000_000L;
    private static final int MAX_EVENTS = Integer.MAX_VALUE - 8;

    private final ImportRequest request;
    private final RecordingBytes bytes;
    private final List<Chunk> chunks;
    private final EventSink sink;
    private final EventMapper mapper;
    private final List<JfrText.Section> sections = new ArrayList<>();
    private int records;
    private int rejected;
    private int lost;
    private int rejectedInChunk;
    private int recordsBefore;
    private String firstRejection = "";
    private boolean clockDisagrees;

    RecordingReader(ImportRequest request, RecordingBytes bytes, List<Chunk> chunks, EventSink sink) {
        this.request = request;
        this.bytes = bytes;
        this.chunks = chunks;
        this.sink = sink;
        this.mapper = new EventMapper(sink);
    }

    ImportReport read(Progress progress) throws IOException, ImportException {
        String gzipFault = bytes.fault();
        if (gzipFault != null) {
            sink.problem("byte " + bytes.size() + " of the decompressed recording", gzipFault);
        }
        String firstFault = "";
        for (Chunk chunk : chunks) {
            progress.message("Reading chunk " + chunk.number() + " of " + chunks.size());
            String fault = read(chunk, progress);
            if (!fault.isEmpty()) {
                lost++;
                firstFault = firstFault.isEmpty() ? fault : firstFault;
            }
            progress.advance(chunk.to(), bytes.size());
        }
        if (records - rejected == 0 && lost == chunks.size()) {
            throw new ImportException("holds no chunk that can be read: " + firstFault);
        }
        return new ImportReport(
                "JFR " + versions(),
                ImportReport.WALL_CLOCK,
                tick(),
                new Account.Chunked(records, records - rejected, 0, rejected, chunks.size(), lost),
                assumptions(),
                new JfrText(request, sections));
    }

    /** Reads one chunk and returns what is wrong with it, or the empty text. */
    private String read(Chunk chunk, Progress progress) throws IOException {
        String fault = chunk.fault();
        if (!chunk.sound()) {
            sink.problem(chunk.readable() ? chunk.lostPlace(chunks.size()) : chunk.place(chunks.size()), fault);
        }
        if (!chunk.readable()) {
            return fault;
        }
        int before = records;
        rejectedInChunk = 0;
        recordsBefore = before;
        String trouble = events(chunk, progress);
        if (records > before) {
            sections.add(new JfrText.Section(before + 1, records - before, chunk, bytes.size()));
        }
        if (!trouble.isEmpty()) {
            sink.problem(chunk.place(chunks.size()), trouble);
        }
        clockDisagrees |= mapper.earliest() < chunk.header().startNanos() - DAY;
        if (rejectedInChunk > 0) {
            sink.problem(
                    chunk.place(chunks.size()),
                    rejectedInChunk + " events could not be read and were left out; the first: " + firstRejection);
        }
        return fault.isEmpty() ? trouble : fault;
    }

    /** Reads all events of a chunk; returns what stopped it before the end, or the empty text. */
    private String events(Chunk chunk, Progress progress) throws IOException {
        try {
            ChunkContent content = ChunkContent.of(bytes, chunk, ChunkContent::noStackTrace);
            mapper.newChunk(content);
            ByteCursor in = new ByteCursor();
            EventPages pages = new EventPages(bytes, chunk, chunk.from() + ChunkHeader.SIZE, in);
            while (pages.next()) {
                if (records == MAX_EVENTS) {
                    return stopped(
                            "a recording can hold at most " + MAX_EVENTS + " events; split it with 'jfr disassemble'");
                }
                add(pages.type(), in);
                if ((records & (CHECK_EVERY - 1)) == 0) {
                    progress.checkCancelled();
                    progress.advance(pages.position(), bytes.size());
                }
            }
            return trouble(pages, content);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return stopped(Fault.of(e));
        }
    }

    private String stopped(String why) {
        return "stopped after " + (records - recordsBefore) + " events: " + why + "; the rest of the chunk is lost";
    }

    private String trouble(EventPages pages, ChunkContent content) {
        String fault = pages.fault();
        if (fault != null) {
            return stopped(fault);
        }
        if (pages.tooLarge() > 0) {
            return pages.tooLarge() + " events are larger than the memory there is allows, and were left out";
        }
        String constants = content.constants().fault();
        return constants == null ? "" : constants;
    }

    private void add(long type, ByteCursor in) {
        records++;
        try {
            mapper.add(type, in, records);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            rejected++;
            rejectedInChunk++;
            firstRejection = rejectedInChunk == 1 ? Fault.of(e) : firstRejection;
        }
    }

    private String versions() {
        TreeSet<String> versions = new TreeSet<>();
        for (Chunk chunk : chunks) {
            if (chunk.readable()) {
                versions.add(chunk.header().version());
            }
        }
        return String.join(", ", versions);
    }

    /** Returns the coarsest tick of the chunks' clocks, at least 1 ns. */
    private long tick() {
        long tick = 1;
        for (Chunk chunk : chunks) {
            if (chunk.readable()) {
                long frequency = Math.max(1, chunk.header().ticksPerSecond());
                tick = Math.max(tick, (1_000_000_000L + frequency - 1) / frequency);
            }
        }
        return tick;
    }

    private List<String> assumptions() {
        String clock = "Times are the recording JVM's clock: wall time at each chunk's start plus ticks since then.";
        List<String> said = new ArrayList<>(List.of(clock));
        if (clockDisagrees) {
            said.add("Some events lie more than a day before the start of their chunk: the recording's clock data"
                    + " contradict themselves, and times are shown as they stand.");
        }
        said.addAll(mapper.leftOut());
        return said;
    }
}
