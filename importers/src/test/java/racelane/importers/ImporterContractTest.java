package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.importers.jfr.Recordings;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.spi.EventImporter;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;

/** What every importer promises, held against each one that the module provides. */
@Isolated("counts temporary files")
class ImporterContractTest {
    private static final Duration HANG = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static byte[] recording = {};

    @BeforeAll
    static void record() throws IOException {
        recording = Recordings.chunk(folder, 40);
    }

    static Stream<EventImporter> importers() {
        return Imported.importers().stream();
    }

    @Test
    void theModuleProvidesItsImporters() {
        assertThat(importers().map(EventImporter::id)).contains("jfr", "trace-json", "span-json");
    }

    @ParameterizedTest
    @MethodSource("importers")
    void itIsTheSurestOfItsOwnFixture(EventImporter importer) {
        Header header = header(folder.resolve("fixture"), fixture(importer));
        int own = importer.probe(header).confidence();
        assertThat(own).isGreaterThanOrEqualTo(50);
        assertThat(importer.probe(header).reason()).isNotBlank();
        importers()
                .filter(other -> !other.id().equals(importer.id()))
                .forEach(other -> assertThat(other.probe(header).confidence())
                        .as("%s must leave %s to its own", other.id(), importer.id())
                        .isLessThan(own));
    }

    @ParameterizedTest
    @MethodSource("importers")
    void itReadsItsFixtureWholeAndInOrder(EventImporter importer) throws ImportException, IOException {
        EventTable table = read(importer, fixture(importer), Progress.none());
        assertThat(table.size()).isGreaterThan(2);
        assertThat(table.source().account().addsUp()).isTrue();
        assertThat(table.source().account().lost()).isZero();
        assertThat(table.source().problems()).isEmpty();
        inOrder(table);
    }

    @ParameterizedTest
    @MethodSource("importers")
    void itQuotesEveryEventItImported(EventImporter importer) throws ImportException, IOException {
        EventTable table = read(importer, fixture(importer), Progress.none());
        for (int row = 0; row < table.size(); row++) {
            assertThat(table.source().text().quote(table.origin(row))).isNotBlank();
            assertThat(table.source().text().entry(table.origin(row))).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void garbageIsAnAnswerAndNeverACrash(EventImporter importer) {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            byte[] garbage = new byte[random.nextInt(i < 10 ? 80 : 40_000)];
            random.nextBytes(garbage);
            survives(importer, garbage, "garbage " + i);
        }
        survives(importer, new byte[0], "nothing");
        survives(importer, new byte[10_000], "zeroes");
        survives(importer, "[".repeat(10_000).getBytes(StandardCharsets.US_ASCII), "nesting");
        survives(importer, "{\"a\":".repeat(10_000).getBytes(StandardCharsets.US_ASCII), "nested objects");
    }

    @ParameterizedTest
    @MethodSource("importers")
    void aFileCutAnywhereIsAnAnswer(EventImporter importer) {
        byte[] whole = fixture(importer);
        for (int i = 0; i < 50; i++) {
            int length = (int) ((long) whole.length * i / 50);
            survives(importer, Arrays.copyOf(whole, length), "cut after " + length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void threeHundredDamagedFilesAreAnswered(EventImporter importer) {
        byte[] whole = fixture(importer);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            survives(importer, damaged(whole, random), "damage " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void cancellingLeavesNothingBehind(EventImporter importer) throws IOException {
        byte[] whole = fixture(importer);
        Path file = Files.write(folder.resolve("cancelled"), whole);
        long leftBefore = leftovers();
        for (int after = 0; after < 5; after++) {
            Progress progress = cancelledAfter(after);
            try {
                importer.read(request(file, whole), new TraceBuilder(new Names()), progress);
            } catch (CancelledException e) {
                // as wished
            } catch (ImportException e) {
                fail("cancelling is no fault of the file", e);
            }
            assertThat(leftovers()).as("files left in the temporary folder").isEqualTo(leftBefore);
            assertThat(openFiles(file)).as("handles on the file").isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void itAsksWhetherItIsCancelled(EventImporter importer) throws IOException {
        byte[] whole = fixture(importer);
        Path file = Files.write(folder.resolve("asked"), whole);
        boolean[] asked = {false};
        Progress progress = new Silent() {
            @Override
            public void checkCancelled() {
                asked[0] = true;
            }
        };
        try {
            importer.read(request(file, whole), new TraceBuilder(new Names()), progress);
        } catch (ImportException e) {
            fail("the fixture can be read", e);
        }
        assertThat(asked[0]).isTrue();
    }

    private static byte[] fixture(EventImporter importer) {
        String text = switch (importer.id()) {
            case "jfr" -> "";
            case "trace-json" -> Fixtures.CHROME;
            case "span-json" -> Fixtures.OTLP;
            case "log" -> Fixtures.LOG;
            default -> throw new AssertionError("give importer '" + importer.id() + "' a fixture here");
        };
        return text.isEmpty() ? recording : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void survives(EventImporter importer, byte[] content, String what) {
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    importer.probe(header(folder.resolve("damaged"), content));
                    try {
                        EventTable table = read(importer, content, Progress.none());
                        assertThat(table.source().account().addsUp()).as(what).isTrue();
                        inOrder(table);
                    } catch (ImportException e) {
                        assertThat(e.getMessage()).as(what).isNotBlank().doesNotContain("\n");
                    } catch (IOException e) {
                        fail(what + ": an importer tells of its faults by ImportException", e);
                    }
                },
                what);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[random.nextInt(Math.min(80, bytes.length))] = (byte) random.nextInt();
            case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 512), (byte) 0);
            case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 5), (byte) 0xff);
            default -> {
                for (int i = 0; i < 64; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
        }
        return bytes;
    }

    private static EventTable read(EventImporter importer, byte[] content, Progress progress)
            throws IOException, ImportException {
        Path file = Files.write(folder.resolve("read-" + importer.id()), content);
        TraceBuilder builder = new TraceBuilder(new Names());
        ImportReport report = importer.read(request(file, content), builder, progress);
        return builder.seal(new Source(
                file,
                "0".repeat(64),
                importer.kind(),
                report.format(),
                report.clock(),
                report.tick(),
                ClockSetting.NONE,
                report.account(),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                report.assumptions(),
                builder.problems(),
                report.text(),
                Interpretation.FIXED));
    }

    private static ImportRequest request(Path file, byte[] content) {
        return new ImportRequest(file, header(file, content), content.length, ImportOptions.DEFAULT);
    }

    private static Header header(Path file, byte[] content) {
        return new Header(
                file,
                Arrays.copyOf(content, Math.min(content.length, Header.SIZE)),
                content.length < Header.SIZE,
                false);
    }

    private static void inOrder(EventTable table) {
        for (LaneSlice slice : table.slices()) {
            for (int row = slice.from() + 1; row < slice.to(); row++) {
                assertThat(table.start(row)).isGreaterThanOrEqualTo(table.start(row - 1));
            }
        }
    }

    private static long leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("racelane-"))
                    .count();
        }
    }

    /** Counts this process's handles on a file, where the system lets us see them; 0 elsewhere. */
    private static long openFiles(Path file) throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(handles)) {
            return open.filter(handle -> file.equals(target(handle))).count();
        }
    }

    private static @Nullable Path target(Path handle) {
        try {
            return Files.readSymbolicLink(handle);
        } catch (IOException e) {
            return null; // closed meanwhile
        }
    }

    private static Progress cancelledAfter(int checks) {
        int[] left = {checks};
        return new Silent() {
            @Override
            public void checkCancelled() {
                if (left[0]-- <= 0) {
                    throw new CancelledException();
                }
            }
        };
    }

    private abstract static class Silent implements Progress {
        @Override
        public void advance(long done, long total) {}

        @Override
        public void message(String text) {}
    }
}
