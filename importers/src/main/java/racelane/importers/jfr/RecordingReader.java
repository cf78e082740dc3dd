package racelane.importers.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import racelane.model.event.EventSink;
import racelane.model.progress.Beside;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;

/**
 * Reads the chunks of one recording in file order and keeps its account. A helper takes events apart, tape after tape, while the
 * calling thread stores those of the tapes before, and reads ahead and hashes; both go in the order of the file, so what comes out is the
 * same with and without a second thread. Used once.
 */
final class RecordingReader {
    /** How many tapes are on their way at once: enough that neither side waits for the other's every hiccup. */
    private static final int TAPES = 4;

    private final ImportRequest request;
    private final RecordingBytes bytes;
    private final List<Chunk> chunks;
    private final EventSink sink;
    private final FileHash hash;
    private final RecordingDecoder decoder;
    private final Beside beside;
    private final Deque<Batch> running = new ArrayDeque<>(TAPES);
    private final List<JfrText.Section> sections = new ArrayList<>();
    private int records;
    private int rejected;
    private int lost;
    private int chunk;
    private String firstFault = "";
    private boolean clockDisagrees;
    private volatile boolean abandoned;

    /** A tape and the promise that it is filled. */
    private record Batch(EventTape tape, FutureTask<?> filled) {}

    RecordingReader(ImportRequest request, RecordingBytes bytes, List<Chunk> chunks, EventSink sink)
            throws IOException {
        this.request = request;
        this.bytes = bytes;
        this.chunks = chunks;
        this.sink = sink;
        this.hash = FileHash.of(request, bytes);
        this.decoder = new RecordingDecoder(bytes, hash, chunks, sink);
        this.beside = new Beside(request.helper());
    }

    ImportReport read(Progress progress) throws IOException, ImportException {
        String gzipFault = bytes.fault();
        if (gzipFault != null) {
            sink.problem("byte " + bytes.size() + " of the decompressed recording", gzipFault);
        }
        try (hash) {
            tapes(progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
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

    /** Stores tape after tape while the helper fills the next ones. */
    private void tapes(Progress progress) throws IOException {
        try {
            for (int i = 0; i < TAPES; i++) {
                fill(new EventTape());
            }
            boolean more = true;
            while (more) {
                Batch batch = running.remove();
                await(batch);
                write(batch.tape(), progress);
                more = !batch.tape().last();
                if (more) {
                    fill(batch.tape());
                }
            }
        } finally {
            abandon();
        }
    }

    /** Reads ahead while the tape is being filled. */
    private void await(Batch batch) {
        boolean more = true;
        while (more && !batch.filled().isDone()) {
            more = hash.ahead();
        }
        Beside.join(batch.filled());
    }

    private void fill(EventTape tape) {
        running.add(new Batch(tape, beside.give(() -> decode(tape))));
    }

    private void decode(EventTape tape) {
        if (!abandoned) {
            decoder.fill(tape);
        }
    }

    /** Waits until the helper has left the recording, which may be closed then. */
    private void abandon() {
        abandoned = true;
        for (Batch batch : running) {
            Beside.settle(batch.filled());
        }
    }

    private void write(EventTape tape, Progress progress) {
        if (chunk == 0) {
            begin(1, progress);
        }
        tape.write(sink);
        ChunkOutcome outcome = tape.outcome();
        if (outcome != null) {
            end(outcome);
            begin(chunk + 1, progress);
        }
        progress.checkCancelled();
        progress.advance(tape.position(), bytes.size());
    }

    private void begin(int number, Progress progress) {
        chunk = number;
        if (number <= chunks.size()) {
            progress.message("Reading chunk " + number + " of " + chunks.size());
        }
    }

    /** Keeps account of a chunk and says what is wrong with it. */
    private void end(ChunkOutcome outcome) {
        Chunk read = outcome.chunk();
        if (!read.sound()) {
            sink.problem(read.readable() ? read.lostPlace(chunks.size()) : read.place(chunks.size()), read.fault());
        }
        if (!outcome.trouble().isEmpty()) {
            sink.problem(read.place(chunks.size()), outcome.trouble());
        }
        if (outcome.rejected() > 0) {
            sink.problem(
                    read.place(chunks.size()),
                    outcome.rejected() + " events could not be read and were left out; the first: "
                            + outcome.firstRejection());
        }
        if (outcome.events() > 0) {
            sections.add(new JfrText.Section(outcome.before() + 1, outcome.events(), read, bytes.size()));
        }
        if (!outcome.fault().isEmpty()) {
            lost++;
            firstFault = firstFault.isEmpty() ? outcome.fault() : firstFault;
        }
        records += outcome.events();
        rejected += outcome.rejected();
        clockDisagrees |= outcome.clockDisagrees();
    }

    private String versions() {
        TreeSet<String> versions = new TreeSet<>();
        for (Chunk each : chunks) {
            if (each.readable()) {
                versions.add(each.header().version());
            }
        }
        return String.join(", ", versions);
    }

    /** Returns the coarsest tick of the chunks' clocks, at least 1 ns. */
    private long tick() {
        long tick = 1;
        for (Chunk each : chunks) {
            if (each.readable()) {
                long frequency = Math.max(1, each.header().ticksPerSecond());
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
        said.addAll(decoder.leftOut());
        return said;
    }
}
