package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import racelane.importers.jfr.Recordings;
import racelane.model.event.CounterTrack;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.Source;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** What is read from a recording or a trace must not depend on how many threads read it. */
@Isolated("records the whole JVM")
class SecondThreadTest {
    @TempDir
    Path folder;

    private ExecutorService threads;

    @BeforeEach
    void start() {
        threads = Executors.newFixedThreadPool(2);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aRecordingOfManyTapesAndChunksIsReadTheSameByOneThreadAndByTwo() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(Recordings.chunk(folder, 9_000));
        all.write(Recordings.chunk(folder, 3));
        all.write(Recordings.chunk(folder, 12_000));
        Path file = Files.write(folder.resolve("many.jfr"), all.toByteArray());

        List<String> alone = facts(file, Runnable::run);
        assertThat(alone).hasSizeGreaterThan(2 * 21_003);
        assertThat(facts(file, threads)).isEqualTo(alone);
    }

    @Test
    void damagedRecordingsAreReadTheSameByOneThreadAndByTwo() throws Exception {
        byte[] sound = Recordings.chunk(folder, 400);
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = sound.clone();
            for (int blows = 1 + random.nextInt(30); blows > 0; blows--) {
                damaged[68 + random.nextInt(damaged.length - 68)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.jfr"), damaged);

            assertThat(facts(file, threads)).as("damage %d", i).isEqualTo(facts(file, Runnable::run));
        }
    }

    @Test
    void aTraceOfManyBlocksIsReadTheSameByOneThreadAndByTwo() throws Exception {
        byte[] trace = trace(30_000);
        Path plain = Files.write(folder.resolve("many.json"), trace);
        Path gzipped = Files.write(folder.resolve("many.json.gz"), gzip(trace));
        byte[] whole = gzip(trace);
        Path cut = Files.write(folder.resolve("cut.json.gz"), Arrays.copyOf(whole, whole.length / 2));

        for (Path file : List.of(plain, gzipped, cut)) {
            assertThat(facts(file, threads)).as(file.toString()).isEqualTo(facts(file, Runnable::run));
        }
    }

    @Test
    void anImportThatIsCancelledHalfwayLeavesTheHelperIdle() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(Recordings.chunk(folder, 20_000));
        Path recording = Files.write(folder.resolve("long.jfr"), all.toByteArray());
        Path trace = Files.write(folder.resolve("long.json"), trace(30_000));
        for (Path file : List.of(recording, trace)) {
            Progress second = new Progress() {
                private int asked;

                @Override
                public void advance(long done, long total) {}

                @Override
                public void message(String text) {}

                @Override
                public void checkCancelled() {
                    if (++asked == 2) {
                        throw new CancelledException();
                    }
                }
            };
            assertThatThrownBy(() -> new SourceReader(Imported.importers(), threads)
                            .read(file, ImportOptions.DEFAULT, new Names(), second))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(threads.shutdownNow()).isEmpty();
    }

    /** Returns all that an import says, one fact a line; what it says when it refuses the file is a fact too. */
    private static List<String> facts(Path file, Executor helper) throws IOException {
        try {
            EventTable table = new SourceReader(Imported.importers(), helper)
                    .read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
            List<String> facts = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                facts.add(table.kind(row) + " " + table.start(row) + " " + table.end(row) + " " + table.depth(row) + " "
                        + table.name(row) + " " + table.key(row) + " " + table.origin(row) + " " + table.endOrigin(row)
                        + " " + table.names().attributes(table.attributes(row)));
            }
            for (LaneSlice lane : table.slices()) {
                facts.add(lane.name() + " " + lane.from() + " " + lane.to() + " " + lane.rows());
            }
            for (CounterTrack track : table.counters()) {
                facts.add(track.name() + " " + track.size() + " " + track.min() + " " + track.max());
            }
            for (int link = 0; link < table.links().size(); link++) {
                facts.add(table.links().from(link) + " " + table.links().to(link) + " " + table.linkStart(link));
            }
            Source source = table.source();
            facts.add(source.sha256() + " " + source.format() + " " + source.clock() + " " + source.tick());
            facts.add(source.account() + " " + source.extent() + " " + source.firstTime() + " " + source.lastTime());
            facts.add(source.assumptions() + " " + source.problems());
            return facts;
        } catch (ImportException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        }
        return target.toByteArray();
    }

    private static byte[] trace(int records) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < records; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"name\":\"op ")
                    .append(random.nextInt(9))
                    .append("\",\"ph\":\"")
                    .append("XBEiC".charAt(random.nextInt(5)))
                    .append("\",\"ts\":")
                    .append(1_700_000_000_000_000L + i - random.nextInt(3))
                    .append(",\"dur\":")
                    .append(random.nextInt(40))
                    .append(",\"pid\":1,\"tid\":")
                    .append(random.nextInt(4))
                    .append(",\"args\":{\"key\":\"user:")
                    .append(random.nextInt(50))
                    .append("\",\"size\":")
                    .append(random.nextInt(900))
                    .append("}}");
        }
        return text.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }
}
