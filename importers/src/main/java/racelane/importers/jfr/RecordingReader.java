package racelane.importers.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
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
    private final Path work;
    private final EventSink sink;
    private final EventMapper mapper;
    private final List<JfrText.Section> sections = new ArrayList<>();
    private int records;
    private int rejected;
    private int lost;
    private int rejectedInChunk;
    private boolean clockDisagrees;

    RecordingReader(ImportRequest request, RecordingBytes bytes, List<Chunk> chunks, Path work, EventSink sink) {
        this.request = request;
        this.bytes = bytes;
        this.chunks = chunks;
        this.work = work;
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
        String trouble = events(ChunkFile.of(chunk, bytes, work), chunk, progress);
        if (records > before) {
            sections.add(new JfrText.Section(before + 1, records - before, chunk, bytes.size()));
        }
        if (!trouble.isEmpty()) {
            sink.problem(
                    chunk.place(chunks.size()),
                    "stopped after " + (records - before) + " events: " + trouble + "; the rest of the chunk is lost");
        }
        clockDisagrees |= mapper.earliest() < chunk.header().startNanos() - DAY;
        if (rejectedInChunk > 0) {
            sink.problem(chunk.place(chunks.size()), rejectedInChunk + " events could not be read and were left out");
        }
        return fault.isEmpty() ? trouble : fault;
    }

    /** Reads all events of a chunk's file; returns what stopped it before the end, or the empty text. */
    private String events(Path file, Chunk chunk, Progress progress) {
        mapper.newChunk();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (records == MAX_EVENTS) {
                    return "a recording can hold at most " + MAX_EVENTS + " events; split it with 'jfr disassemble'";
                }
                add(event);
                if ((records & (CHECK_EVERY - 1)) == 0) {
                    progress.checkCancelled();
                    progress.advance(guess(chunk), bytes.size());
                }
            }
            return "";
        } catch (CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            return Fault.ofReader(e);
        }
    }

    private void add(RecordedEvent event) {
        records++;
        try {
            mapper.add(event, records);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            rejected++;
            rejectedInChunk++;
        }
    }

    /** Returns about how many bytes were read: the JDK's reader does not say, so it is told from the chunks before. */
    private long guess(Chunk chunk) {
        JfrText.Section last = sections.isEmpty() ? null : sections.getLast();
        long eachBefore = last == null ? 40 : Math.max(1, last.chunk().to() / Math.max(1, last.last()));
        long inChunk = (records - (last == null ? 0 : last.last())) * eachBefore;
        return Math.min(chunk.to(), chunk.from() + inChunk);
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
