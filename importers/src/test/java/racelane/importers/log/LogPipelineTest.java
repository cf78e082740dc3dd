package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** What is read from a log must not depend on how many threads read it, nor on where one block ends and the next begins. */
class LogPipelineTest {
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
    void seededLogsAreReadTheSameByOneThreadAndByTwo() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            Path file = Files.write(folder.resolve("seeded.log"), SeededLog.bytes(new Random(seed), 1_700_000));

            assertThat(facts(file, 2)).as("seed %d", seed).isEqualTo(facts(file, 1));
        }
    }

    @Test
    void aCompressedLogIsReadTheSameByTwoThreadsAsPlainByOne() throws Exception {
        byte[] bytes = SeededLog.bytes(new Random(77), 1_200_000);
        Path plain = Files.write(folder.resolve("plain.log"), bytes);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        }
        Path gzipped = Files.write(folder.resolve("plain.log.gz"), target.toByteArray());

        assertThat(LogFiles.events(read(gzipped, 2))).isEqualTo(LogFiles.events(read(plain, 1)));
    }

    @Test
    void everyGrammarsSampleIsReadTheSameByOneThreadAndByTwo() throws Exception {
        int number = 0;
        for (var sample : GrammarSamples.ALL) {
            String text = sample.text().endsWith("\n") ? sample.text() : sample.text() + "\n";
            String many = text.repeat(1 + 1_100_000 / Math.max(1, text.length()));
            Path file = Files.writeString(folder.resolve("sample" + number++ + ".log"), many);

            assertThat(facts(file, 2)).as(text).isEqualTo(facts(file, 1));
        }
    }

    @Test
    void theCorpusIsReadTheSameByOneThreadAndByTwo() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(LogCorpus.folder()), "the corpus is not beside the project");
        List<Path> files;
        try (Stream<Path> all = Files.list(LogCorpus.folder())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            assertThat(facts(file, 2)).as(file.toString()).isEqualTo(facts(file, 1));
        }
    }

    @Test
    void linesAcrossTheBordersOfBlocksAreQuotedWhole() throws Exception {
        StringBuilder text = new StringBuilder();
        List<String> lines = new ArrayList<>();
        Random random = new Random(5);
        while (text.length() < 2_200_000) {
            String line = "2026-03-01 12:00:00.001 [a] INFO x.Y - " + "m".repeat(random.nextInt(900));
            lines.add(line);
            text.append(line).append('\n');
        }
        EventTable table = read(Files.writeString(folder.resolve("borders.log"), text), 2);

        assertThat(LogFiles.account(table).lines()).isEqualTo(lines.size());
        for (int i = 0; i < lines.size(); i += 7) {
            assertThat(table.source().text().quote(i + 1)).isEqualTo(lines.get(i));
        }
    }

    @Test
    void linesThatNoBlockCanHoldAreCutAndThoseBehindThemAreWhole() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int giant : new int[] {65_535, 65_536, 65_537, 524_287, 524_288, 524_289, 1_400_000}) {
            text.append("2026-03-01 12:00:00.001 [a] INFO x.Y - ")
                    .append("g".repeat(giant))
                    .append('\n');
            text.append("2026-03-01 12:00:00.002 [b] INFO x.Y - behind ")
                    .append(giant)
                    .append('\n');
        }
        EventTable table = read(Files.writeString(folder.resolve("giants.log"), text), 2);

        assertThat(LogFiles.account(table).lines()).isEqualTo(14);
        assertThat(LogFiles.account(table).entries()).isEqualTo(14);
        assertThat(table.source().text().quote(1)).hasSize(65_536);
        assertThat(table.source().text().quote(13)).hasSize(65_536);
        assertThat(table.source().text().quote(14)).endsWith("behind 1400000");
        assertThat(table.source().problems()).hasSize(1);
    }

    @Test
    void cancellingStopsAnImportThatHasAHelper() throws Exception {
        Path file = Files.write(folder.resolve("cancel.log"), SeededLog.bytes(new Random(3), 2_500_000));
        AtomicInteger asked = new AtomicInteger();
        Progress third = new Progress() {
            @Override
            public void advance(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void checkCancelled() {
                if (asked.incrementAndGet() == 3) {
                    throw new CancelledException();
                }
            }
        };

        assertThatThrownBy(() -> reader(2).read(file, ImportOptions.DEFAULT, new Names(), third))
                .isInstanceOf(CancelledException.class);
    }

    private SourceReader reader(int count) {
        List<LogImporter> importers = List.of(new LogImporter());
        return count == 1
                ? new SourceReader(List.copyOf(importers))
                : new SourceReader(List.copyOf(importers), threads);
    }

    private EventTable read(Path file, int count) throws ImportException {
        return reader(count).read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
    }

    /** Returns all that an import says, one fact a line; what it says when it refuses the file is a fact too. */
    private List<String> facts(Path file, int count) throws IOException {
        try {
            EventTable table = read(file, count);
            return LogFiles.facts(table);
        } catch (ImportException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Makes logs that have something of everything that is hard to cut. */
    private static final class SeededLog {
        private SeededLog() {}

        static byte[] bytes(Random random, int size) {
            StringBuilder text = new StringBuilder(size + 1_000);
            long millis = 0;
            while (text.length() < size) {
                millis += random.nextInt(3);
                text.append(String.format(
                        "2026-03-01 12:%02d:%02d.%03d [w-%d] %s c.a.%s - %s",
                        millis / 60_000 % 60,
                        millis / 1_000 % 60,
                        millis % 1_000,
                        random.nextInt(9),
                        random.nextBoolean() ? "INFO " : "DEBUG",
                        random.nextBoolean() ? "Cache" : "Repository",
                        message(random)));
                text.append(random.nextInt(50) == 0 ? "\r\n" : random.nextInt(400) == 0 ? "" : "\n");
                more(text, random);
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static String message(Random random) {
            String key = "user:" + random.nextInt(random.nextInt(10) == 0 ? 100_000 : 40);
            String name = random.nextBoolean() ? "updateCache" : "readRow";
            return switch (random.nextInt(8)) {
                case 0, 1 -> name + " START: " + key;
                case 2, 3 -> name + " COMPLETE: " + key;
                case 4 -> name + " step 1 took " + random.nextInt(900) + " us: " + key;
                case 5 -> "set key=" + key + " size=" + random.nextInt(4) + " [OLD]";
                case 6 -> "\u001b[31mcolours\u001b[0m of " + key;
                default -> "grüße an '" + key + "' im Raum " + random.nextInt(9);
            };
        }

        private static void more(StringBuilder text, Random random) {
            switch (random.nextInt(60)) {
                case 0 -> text.append("java.lang.IllegalStateException: stale\n\tat a.B.c(B.java:17)\n");
                case 1 -> text.append("\n");
                case 2 -> text.append("\0\0\0\n");
                case 3 -> text.append("2026-13-77 12:00:00.000 [w-1] INFO  c.a.Cache - no such day\n");
                case 4 ->
                    text.append("x".repeat(random.nextInt(60) == 0 ? 700_000 : 300))
                            .append('\n');
                default -> {}
            }
        }
    }
}
