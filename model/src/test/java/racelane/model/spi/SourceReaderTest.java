package racelane.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.EventKind;
import racelane.model.event.EventSink;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/** Which importer gets a file, and what becomes of it, with importers made up for the purpose. */
class SourceReaderTest {
    @TempDir
    Path folder;

    @Test
    void theSurestImporterReadsTheFile() throws Exception {
        Path file = write("a.txt", "hello");
        FakeImporter guess = new FakeImporter("guess", header -> new Probe.Maybe(40, "has letters"));
        FakeImporter sure = new FakeImporter("sure", header -> new Probe.Yes("says hello"));
        FakeImporter not = new FakeImporter("not", header -> new Probe.No("no digits"));
        EventTable table = read(file, guess, sure, not);
        assertThat(table.source().format()).isEqualTo("sure format");
        assertThat(table.source().name()).isEqualTo("a.txt");
        assertThat(table.source().kind()).isEqualTo(SourceKind.TRACE);
        assertThat(table.source().sha256())
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.names().text(table.name(0))).isEqualTo("hello");
        assertThat(table.source().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.at()).isEqualTo("line 1"));
    }

    @Test
    void anImporterThatRunsOutOfMemoryOrStackIsToldOfWithTheCure() throws Exception {
        Path file = write("a.txt", "hello");
        FakeImporter importer = new FakeImporter("one", header -> new Probe.Yes("says hello"));
        importer.before = () -> {
            throw new OutOfMemoryError("made up");
        };
        assertThatThrownBy(() -> read(file, importer))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("RACELANE_JAVA_OPTS=-Xmx");
        importer.before = () -> {
            throw new StackOverflowError("made up");
        };
        assertThatThrownBy(() -> read(file, importer))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("RACELANE_JAVA_OPTS=-Xss");
    }

    @Test
    void anEvenMatchIsDecidedTheSameWayEachTimeAndSaid() throws Exception {
        Path file = write("a.txt", "hello");
        FakeImporter one = new FakeImporter("one", header -> new Probe.Maybe(50, "letters"));
        FakeImporter two = new FakeImporter("two", header -> new Probe.Maybe(50, "words"));
        EventTable table = read(file, one, two);
        assertThat(table.source().format()).isEqualTo("one format");
        assertThat(table.source().assumptions())
                .containsExactly("made up", "read as one; it could as well be two (words)");
        assertThat(read(file, one).source().assumptions()).containsExactly("made up");
    }

    @Test
    void whatNobodyKnowsIsRefusedWithEveryonesReason() throws Exception {
        Path file = write("a.bin", "\u0000\u0001");
        FakeImporter log = new FakeImporter("log", header -> new Probe.No("no line has a time"));
        FakeImporter jfr = new FakeImporter("jfr", header -> new Probe.No("no FLR mark"));
        assertThatThrownBy(() -> read(file, log, jfr))
                .isInstanceOf(ImportException.class)
                .hasMessage("no importer knows this format: log: no line has a time; jfr: no FLR mark");
        assertThatThrownBy(() -> read(file)).isInstanceOf(ImportException.class).hasMessageContaining("none installed");
    }

    @Test
    void whatIsNoFileIsRefusedInOneLine() throws Exception {
        FakeImporter any = new FakeImporter("any", header -> new Probe.Yes("all is mine"));
        assertRefused(folder.resolve("absent.log"), any, "does not exist");
        assertRefused(folder, any, "not a regular file");
        assertRefused(write("empty.log", ""), any, "is empty");
    }

    @Test
    void aProbeSeesTheFirst64KiBAndNoMore() throws Exception {
        byte[] bytes = new byte[Header.SIZE + 1];
        new Random(1).nextBytes(bytes);
        bytes[0] = 'x';
        Path file = Files.write(folder.resolve("big.bin"), bytes);
        Header header = SourceReader.header(file);
        assertThat(header.bytes()).isEqualTo(Arrays.copyOf(bytes, Header.SIZE));
        assertThat(header.whole()).isFalse();
        assertThat(header.gzipped()).isFalse();
        assertThat(header.latin1()).hasSize(Header.SIZE);
        assertThat(SourceReader.header(write("one.txt", "x")).whole()).isTrue();
    }

    @Test
    void aGzippedFileIsJudgedAndReadByWhatIsInIt() throws Exception {
        Path file = Files.write(folder.resolve("named.anything"), gzip("hello"));
        FakeImporter sure = new FakeImporter(
                "sure", header -> header.latin1().equals("hello") ? new Probe.Yes("hello") : new Probe.No("not hello"));
        EventTable table = read(file, sure);
        assertThat(table.names().text(table.name(0))).isEqualTo("hello");
        assertThat(table.source().sha256()).isEqualTo(sha256(Files.readAllBytes(file)));
    }

    @Test
    void aGzippedFileCutOffIsJudgedByWhatIsLeft() throws Exception {
        byte[] whole =
                gzip("hello ".repeat(1000) + new Random(2).ints(500).boxed().toList());
        Path file = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length - 40));
        Header header = SourceReader.header(file);
        assertThat(header.gzipped()).isTrue();
        assertThat(header.latin1()).startsWith("hello hello");
    }

    @Test
    void theHashCoversWhatWasReadAndNotWhatWasWrittenSince() throws Exception {
        Path file = write("grows.log", "hello");
        FakeImporter growing = new FakeImporter("growing", header -> new Probe.Yes("mine"));
        growing.before = () -> append(file, " world");
        assertThat(read(file, growing).source().sha256()).isEqualTo(sha256("hello".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFaultOfAnImporterIsOneLineForPeopleAndNoCrash() throws Exception {
        Path file = write("a.txt", "hello");
        FakeImporter faulty = new FakeImporter("faulty", header -> new Probe.Yes("mine"));
        faulty.before = () -> {
            throw new IndexOutOfBoundsException("Index 7 out of bounds");
        };
        assertThatThrownBy(() -> read(file, faulty))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("faulty")
                .hasMessageContaining("Index 7")
                .hasCauseInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void cancellingLeavesAtOnce() throws Exception {
        Path file = write("a.txt", "hello");
        FakeImporter importer = new FakeImporter("any", header -> new Probe.Yes("mine"));
        SourceReader reader = new SourceReader(List.of(importer));
        assertThatThrownBy(() -> reader.read(file, ImportOptions.DEFAULT, new Names(), new Cancelled()))
                .isInstanceOf(CancelledException.class);
    }

    private void assertRefused(Path file, EventImporter importer, String reason) {
        assertThatThrownBy(() -> read(file, importer))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(reason)
                .satisfies(
                        fault -> assertThat(String.valueOf(fault.getMessage())).doesNotContain("\n"));
    }

    private static EventTable read(Path file, EventImporter... importers) throws ImportException {
        return new SourceReader(List.of(importers)).read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Makes one event named after the whole text, and one problem. */
    private static final class FakeImporter implements EventImporter {
        private final String id;
        private final Function<Header, Probe> judgement;
        Runnable before = () -> {};

        FakeImporter(String id, Function<Header, Probe> judgement) {
            this.id = id;
            this.judgement = judgement;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public SourceKind kind() {
            return SourceKind.TRACE;
        }

        @Override
        public Probe probe(Header header) {
            return judgement.apply(header);
        }

        @Override
        public ImportReport read(ImportRequest request, EventSink sink, Progress progress) throws ImportException {
            before.run();
            progress.checkCancelled();
            try (InputStream in = request.open()) {
                String text = new String(in.readNBytes((int) request.size()), StandardCharsets.UTF_8);
                sink.append(EventKind.INSTANT, sink.lane(LaneName.inferred(id)), 1, 1, sink.word(text), 1);
                sink.problem("line 1", "made up");
            } catch (IOException e) {
                throw new ImportException("cannot be read", e);
            }
            Account account = new Account.Records(1, 1, 0, 0);
            return new ImportReport(
                    id + " format", ImportReport.WALL_CLOCK, 1, account, List.of("made up"), SourceText.none());
        }
    }

    /** The user has pressed Cancel. */
    private static final class Cancelled implements Progress {
        @Override
        public void advance(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void checkCancelled() {
            throw new CancelledException();
        }
    }
}
