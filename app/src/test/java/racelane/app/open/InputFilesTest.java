package racelane.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** What becomes of everything that can be dropped onto the window or typed on the command line. */
class InputFilesTest {
    private static final String LINE = "2026-11-20T12:00:00.123Z INFO [http-1] cache - updateCache START: user:123\n";

    @TempDir
    Path folder;

    private final SourceReader reader = new SourceReader(ServiceLoader.load(EventImporter.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());

    /** Makes one thing to drop. */
    private interface Maker {
        Path make(Path folder) throws Exception;
    }

    /**
     * Something dropped, and what is said of it.
     *
     * @param said a part of the line; empty when it is imported
     */
    private record Drop(String name, Maker maker, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Drop> drops() {
        return Stream.of(
                new Drop("log", at -> Files.writeString(at.resolve("a.log"), LINE), ""),
                new Drop("log without a good name", at -> Files.writeString(at.resolve("noise.bin"), LINE), ""),
                new Drop(
                        "gzipped log",
                        at -> Files.write(at.resolve("a.log.gz"), gzip(LINE.getBytes(StandardCharsets.UTF_8))),
                        ""),
                new Drop(
                        "link to a log",
                        at -> Files.createSymbolicLink(at.resolve("l"), Files.writeString(at.resolve("a.log"), LINE)),
                        ""),
                new Drop("missing file", at -> at.resolve("none.log"), "does not exist"),
                new Drop("empty file", at -> Files.createFile(at.resolve("e.log")), "is empty (0 bytes)"),
                new Drop("fifo", at -> made(at, "mkfifo", "p"), "is not a regular file"),
                new Drop(
                        "link to a fifo",
                        at -> Files.createSymbolicLink(at.resolve("l"), made(at, "mkfifo", "p")),
                        "is not a regular file"),
                new Drop("device", at -> Path.of("/dev/zero"), "is not a regular file"),
                new Drop("terminal", at -> Path.of("/dev/tty"), "is not a regular file"),
                new Drop("kernel's blocking file", at -> Path.of("/proc/kmsg"), "is empty (0 bytes)"),
                new Drop("kernel's file", at -> Path.of("/proc/self/maps"), "is empty (0 bytes)"),
                new Drop("link in a circle", InputFilesTest::circle, "leads nowhere or in a circle"),
                new Drop(
                        "link to nowhere",
                        at -> Files.createSymbolicLink(at.resolve("l"), at.resolve("x")),
                        "leads nowhere or in a circle"),
                new Drop("address", at -> Path.of("http://127.0.0.1:9/a.log"), "is an address on the network"),
                new Drop("file address", at -> Path.of("file:///tmp/a.log"), "is an address on the network"),
                new Drop("share", at -> Path.of("\\\\server\\share\\a.log"), "is an address on the network"),
                new Drop("zip", at -> bytes(at, "a.zip", "PK\003\004rest"), "is a zip archive: unpack it"),
                new Drop("jar", at -> bytes(at, "a.jar", "PK\003\004....META-INF/MANIFEST.MF"), "is a jar archive"),
                new Drop("tar", at -> Files.write(at.resolve("a.tar"), tar()), "is a tar archive: unpack it"),
                new Drop("tar.gz", at -> Files.write(at.resolve("a.tgz"), gzip(tar())), "is a tar.gz archive"),
                new Drop("7z", at -> bytes(at, "a.7z", "7z\u00bc\u00af'\u001crest"), "is a 7z archive"),
                new Drop("xz", at -> bytes(at, "a.xz", "\u00fd7zXZ\u0000rest"), "is compressed with xz"),
                new Drop("zstd", at -> bytes(at, "a.zst", "(\u00b5/\u00fdrest"), "is compressed with zstd"),
                new Drop("bzip2", at -> bytes(at, "a.bz2", "BZh91AY&SYrest"), "is compressed with bzip2"),
                new Drop(
                        "binary noise",
                        at -> bytes(at, "a.log", "\u0000\u0001\u0002\u0003\u00fe\u00ff"),
                        "no importer knows this format"));
    }

    @ParameterizedTest
    @MethodSource("drops")
    void whateverIsDroppedIsImportedOrRefusedWithAReasonAndNothingBlocks(Drop drop) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assumeTrue(!drop.name().contains("fifo")
                    || System.getProperty("os.name").contains("Linux"));
            Path dropped = drop.maker().make(folder);
            assumeTrue((!dropped.startsWith("/proc") && !dropped.startsWith("/dev")) || Files.exists(dropped));
            InputFiles found = InputFiles.of(List.of(dropped), reader::refusal, Progress.none());
            List<String> said = new ArrayList<>(
                    found.refused().stream().map(InputFiles.Refused::reason).toList());
            for (Path file : found.files()) {
                try {
                    reader.read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
                } catch (ImportException e) {
                    said.add(String.valueOf(e.getMessage()));
                }
            }
            if (drop.said().isEmpty()) {
                assertThat(said).isEmpty();
                assertThat(found.files()).containsExactly(dropped);
            } else {
                assertThat(said)
                        .singleElement()
                        .asString()
                        .contains(drop.said())
                        .doesNotContain("\n");
            }
        });
    }

    @Test
    void aFolderGivesTheFilesThatCanBeReadAndSaysWhatItLeftOut() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs/deep/deeper"));
        Files.writeString(logs.resolve("a.log"), LINE);
        Files.writeString(folder.resolve("logs/b"), LINE);
        Files.writeString(folder.resolve("logs/.hidden.log"), LINE);
        Files.createDirectories(folder.resolve("logs/.git"));
        Files.writeString(folder.resolve("logs/.git/c.log"), LINE);
        Files.createFile(folder.resolve("logs/empty.log"));
        bytes(folder.resolve("logs"), "picture.png", "\u0089PNG\r\n\u001a\n\u0000\u0000");
        bytes(folder.resolve("logs"), "x.zip", "PK\003\004");
        Files.writeString(folder.resolve("logs/old.racelane"), "{}");
        Files.createSymbolicLink(folder.resolve("logs/round"), folder.resolve("logs"));
        InputFiles found = InputFiles.of(List.of(folder.resolve("logs")), reader::refusal, Progress.none());
        assertThat(found.files()).containsExactly(folder.resolve("logs/b"), logs.resolve("a.log"));
        assertThat(found.refused()).isEmpty();
        assertThat(found.notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).startsWith("logs: 2 files taken, 7 left out (");
            assertThat(note.text()).contains("2 hidden", "1 empty", "1 links", "1 cases", "2 not readable as evidence");
            assertThat(note.details()).hasSize(7).anyMatch(line -> line.contains("x.zip is a zip archive"));
        });
    }

    @Test
    void aFolderOfTooManyFilesIsCutAndSaysSo() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < InputFiles.MOST_FILES + 7; i++) {
            Files.writeString(many.resolve(String.format("f%04d.log", i)), LINE);
        }
        InputFiles found = InputFiles.of(List.of(many), file -> Optional.empty(), Progress.none());
        assertThat(found.files()).hasSize(InputFiles.MOST_FILES).startsWith(many.resolve("f0000.log"));
        assertThat(found.notes())
                .singleElement()
                .extracting(InputFiles.Note::text)
                .asString()
                .contains("7 more");
    }

    @Test
    void aFolderWithinTooManyFoldersIsLeftOutAndSaysSo() throws IOException {
        Path at = folder.resolve("top");
        for (int i = 0; i < 20; i++) {
            at = at.resolve("d");
        }
        Files.createDirectories(at);
        Files.writeString(at.resolve("a.log"), LINE);
        InputFiles found = InputFiles.of(List.of(folder.resolve("top")), reader::refusal, Progress.none());
        assertThat(found.files()).isEmpty();
        assertThat(found.notes())
                .singleElement()
                .extracting(InputFiles.Note::text)
                .asString()
                .contains("1 too deep");
    }

    private static Path circle(Path at) throws IOException {
        Files.createSymbolicLink(at.resolve("a"), at.resolve("b"));
        return Files.createSymbolicLink(at.resolve("b"), at.resolve("a"));
    }

    private static Path made(Path at, String command, String name) throws IOException, InterruptedException {
        Path made = at.resolve(name);
        assumeTrue(new ProcessBuilder(command, made.toString()).start().waitFor() == 0);
        return made;
    }

    private static Path bytes(Path at, String name, String latin1) throws IOException {
        return Files.write(at.resolve(name), latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] tar() {
        byte[] tar = new byte[1024];
        Arrays.fill(tar, (byte) 'a');
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        return tar;
    }
}
