package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.ImportProblem;
import racelane.model.spi.Header;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;

/** Input that is larger, deeper or longer than anybody meant: each ends, with what could be read and a line about the rest. */
@Isolated("counts threads and open files")
class LogLimitsTest {
    private static final String ONE = "[1702500123450] put START: user:1\n";
    private static final int MEBI = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void ofALineOfAHundredMegabytesTheFirst64KiBAreReadAndItsNeighboursStayWhole() throws Exception {
        byte[] start = (ONE + "[1702500123451] dump ").getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\n[1702500123452] put DONE: user:1\n".getBytes(StandardCharsets.US_ASCII);
        long size = start.length + 100L * MEBI + end.length;
        TraceBuilder builder = new TraceBuilder(new Names());
        ImportReport report = new LogImporter().read(request(start, 100L * MEBI, end, size), builder, Progress.none());

        assertThat(report.account()).isEqualTo(new Account.Lines(3, 3, 0, 0, 0, 0));
        assertThat(builder.problems()).extracting(ImportProblem::at).containsExactly("line 2");
        assertThat(report.text().quote(3)).isEqualTo("[1702500123452] put DONE: user:1");
    }

    @Test
    void aBombOfTwoGibibytesStopsAtTwoHundredTimesItsSizeAndKeepsWhatCameBefore() throws Exception {
        byte[] line = "x".repeat(1_023).concat("\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(gzip(ONE.getBytes(StandardCharsets.US_ASCII), 1));
        byte[] member = gzip(line, 64 * 1_024);
        for (int i = 0; i < 32; i++) { // members one behind the other are one stream
            bomb.write(member);
        }
        EventTable table = LogFiles.read(Files.write(folder.resolve("bomb.gz"), bomb.toByteArray()), "");

        assertThat(LogFiles.account(table).entries()).isEqualTo(1);
        assertThat(LogFiles.account(table).lines() * 1_024)
                .isLessThan(200L * bomb.size() + MEBI)
                .isLessThan(2L << 30);
        assertThat(LogFiles.account(table).addsUp()).isTrue();
        assertThat(table.source().problems())
                .anyMatch(problem -> problem.message().contains("more than 200 times: decompress it yourself"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 2_000, 200_000})
    void aGzipCutAnywhereKeepsEveryWholeLine(int lines) throws Exception {
        Random random = new Random(lines);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("[1702500123450] value ").append(random.nextLong()).append('\n');
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.US_ASCII), 1);
        for (int percent = 30; percent < 100; percent += 23) {
            byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * percent / 100));
            EventTable table = LogFiles.read(Files.write(folder.resolve("cut.gz"), cut), "");
            long kept = LogFiles.account(table).entries();

            assertThat(kept).isGreaterThan((long) lines * (percent - 30) / 100).isLessThanOrEqualTo(lines);
            assertThat(LogFiles.account(table).addsUp()).isTrue();
            assertThat(table.source().text().quote((int) kept))
                    .isEqualTo(text.toString().split("\n", -1)[(int) kept - 1]);
            assertThat(table.source().problems())
                    .anyMatch(problem -> problem.message().contains("read further"));
        }
    }

    @Test
    void aHundredThousandLanesAreLanes() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append("2026-03-01 12:00:00.001 [t-")
                    .append(i)
                    .append("] INFO x.Y - run START: job:")
                    .append(i)
                    .append('\n');
        }
        EventTable table = LogFiles.read(folder, "lanes.log", text.toString());

        assertThat(table.slices()).hasSize(100_000);
        assertThat(table.size()).isEqualTo(100_000);
    }

    @Test
    void aHundredThousandActivitiesWithinEachOtherAreAllPaired() throws Exception {
        String text = ONE.repeat(100_000) + ONE.replace("START", "DONE").repeat(100_000);
        EventTable table = LogFiles.read(folder, "deep.log", text);

        assertThat(table.count(racelane.model.event.EventKind.SPAN)).isEqualTo(100_000);
        assertThat(table.source().assumptions()).noneMatch(said -> said.contains("without"));
    }

    @Test
    void structuredLinesBeyondTheLimitsAreRejectedByLineAndTheirNeighboursAreRead() throws Exception {
        String good = "{\"time\":\"2026-03-01T12:00:00Z\",\"msg\":\"x\"}\n";
        String[] bad = {
            "{\"time\":\"2026-03-01T12:00:00Z\",\"a\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001),
            "{\"time\":\"2026-03-01T12:00:00Z\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
            "{\"time\":\"9999-03-01T12:00:00Z\"}",
            "{\"time\":\"2026-03-41T12:00:00Z\"}",
            "{\"time\":99999999999999999999}",
            "{\"time\":\"2026-03-01T12:00:00Z\",\"msg\":\"cut",
            "{\"time\":\"2026-03-01T12:00:00Z\"} trailing",
            "{\"msg\":\"no time\"}",
            "{\"time\":\"2026-03-01T12:00:00Z\",}",
            "{\"time\":1e400}",
            "{\"time\":\"2026-03-01T12:00:00Z\",\"s\":\"" + "y".repeat(2 * MEBI) + "\"}",
            "{\"time\":null}"
        };
        StringBuilder text = new StringBuilder(good.repeat(60));
        for (String line : bad) {
            text.append(line).append('\n').append(good);
        }
        EventTable table = LogFiles.read(folder, "limits.jsonl", text.toString());

        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(84, 72, 0, 0, 0, 12));
        assertThat(table.source().problems().stream().map(ImportProblem::at).distinct())
                .hasSize(12)
                .startsWith("line 61", "line 63");
    }

    @Test
    void namesKeysAndLanesOfAnyLengthAreCutAndThatIsSaid() throws Exception {
        String line =
                "{\"time\":\"2026-03-01T12:00:00Z\",\"thread\":\"%s\",\"op\":\"%s\",\"key\":\"%s\",\"%s\":\"v\"}\n";
        String text = line.formatted("t".repeat(9_000), "o".repeat(9_000), "k".repeat(9_000), "n".repeat(9_000));
        EventTable table = LogFiles.read(folder, "long.jsonl", text);

        assertThat(LogFiles.events(table))
                .singleElement()
                .satisfies(event -> assertThat(event.length()).isBetween(3_072, 5_000));
        assertThat(table.source().assumptions()).anyMatch(said -> said.contains("more than 1024 characters are cut"));
    }

    @Test
    void cancelledAtTwoHundredPlacesItLeavesNoHandleBehind() throws Exception {
        Path file = Files.writeString(folder.resolve("cancel.log"), ONE.repeat(60_000));
        Random random = new Random(26);
        byte[] head = Arrays.copyOf(Files.readAllBytes(file), Header.SIZE);
        ImportRequest request =
                new ImportRequest(file, new Header(file, head, false, false), Files.size(file), ImportOptions.DEFAULT);
        for (int i = 0; i < 200; i++) {
            Progress progress = cancelledAfter(random.nextInt(4));
            assertThatThrownBy(() -> new LogImporter().read(request, new TraceBuilder(new Names()), progress))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(openHandles(file)).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("racelane-log"));
    }

    private static long openHandles(Path file) throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0; // only there does the system let us see them
        }
        try (var open = Files.list(handles)) {
            return open.filter(handle -> {
                        try {
                            return Files.readSymbolicLink(handle).equals(file);
                        } catch (IOException e) {
                            return false; // closed meanwhile
                        }
                    })
                    .count();
        }
    }

    private static Progress cancelledAfter(int checks) {
        int[] left = {checks};
        return new Progress() {
            @Override
            public void advance(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void checkCancelled() {
                if (left[0]-- <= 0) {
                    throw new CancelledException();
                }
            }
        };
    }

    /** A file of three parts that is nowhere whole. */
    private ImportRequest request(byte[] start, long middle, byte[] end, long size) throws IOException {
        Path file = Files.write(folder.resolve("giant.log"), new byte[0]);
        try (var sparse = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            sparse.write(java.nio.ByteBuffer.wrap(new byte[1]), size - 1);
        }
        byte[] head = Arrays.copyOf(start, Header.SIZE);
        Arrays.fill(head, start.length, head.length, (byte) 'x');
        return new ImportRequest(
                file,
                new Header(file, head, false, false),
                size,
                ImportOptions.DEFAULT,
                () -> new Parts(start, middle, end),
                Runnable::run);
    }

    /** Two arrays and so many times an x between them. */
    private static final class Parts extends InputStream {
        private final byte[] start;
        private final long middle;
        private final byte[] end;
        private long at;

        Parts(byte[] start, long middle, byte[] end) {
            this.start = start;
            this.middle = middle;
            this.end = end;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int count;
            if (at < start.length) {
                count = (int) Math.min(length, start.length - at);
                System.arraycopy(start, (int) at, target, from, count);
            } else if (at < start.length + middle) {
                count = (int) Math.min(length, start.length + middle - at);
                Arrays.fill(target, from, from + count, (byte) 'x');
            } else {
                int behind = (int) (at - start.length - middle);
                count = Math.min(length, end.length - behind);
                if (count <= 0) {
                    return -1;
                }
                System.arraycopy(end, behind, target, from, count);
            }
            at += count;
            return count;
        }
    }

    private static byte[] gzip(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            for (int i = 0; i < times; i++) {
                gzip.write(bytes);
            }
        }
        return target.toByteArray();
    }
}
