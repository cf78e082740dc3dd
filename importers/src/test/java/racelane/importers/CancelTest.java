package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.Names;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** What is left of an import that was cancelled: nothing. */
@Isolated("counts threads, open files and temporary ones")
class CancelTest {
    private static final int POINTS = 200;
    private static final Path HANDLES = Path.of("/proc/self/fd");

    @TempDir
    Path folder;

    private final SourceReader reader = new SourceReader(Imported.importers());

    @ParameterizedTest
    @ValueSource(strings = {"a.log", "a.jfr", "a.json", "b.log.gz"})
    void whereverAnImportIsCancelledItLeavesNoHandleNoThreadAndNoFile(String name) throws Exception {
        assumeTrue(Files.isDirectory(HANDLES), "there is no /proc/self/fd here to count open files");
        Path file = make(name);
        AtomicLong asked = new AtomicLong();
        read(file, new Countdown(Long.MAX_VALUE, asked));
        long calls = asked.get();
        assertThat(calls).as("chances to cancel").isGreaterThan(2);
        Set<String> threads = threads();
        Set<String> temporary = temporary();
        Random random = new Random(26);
        for (int i = 0; i < POINTS; i++) {
            long at = 1 + random.nextLong(calls);
            assertThatThrownBy(() -> read(file, new Countdown(at, new AtomicLong())))
                    .as("%s, cancelled at %d of %d", name, at, calls)
                    .isInstanceOf(CancelledException.class);
            assertThat(open(file)).as("open files after cancelling at %d", at).isEmpty();
        }
        assertThat(temporary()).isEqualTo(temporary);
        Set<String> left = threads();
        left.removeAll(threads);
        for (int wait = 0; wait < 100 && !left.isEmpty(); wait++) {
            Thread.sleep(10);
            left.retainAll(threads());
        }
        assertThat(left).as("threads that go on").isEmpty();
    }

    @Test
    void aWholeImportClosesItsFileToo() throws Exception {
        assumeTrue(Files.isDirectory(HANDLES), "there is no /proc/self/fd here to count open files");
        for (String name : List.of("a.log", "a.jfr", "a.json")) {
            Path file = make(name);
            read(file, Progress.none());
            assertThat(open(file)).isEmpty();
        }
    }

    private void read(Path file, Progress progress) throws Exception {
        assertThat(reader.read(file, ImportOptions.DEFAULT, new Names(), progress)
                        .size())
                .isPositive();
    }

    private Path make(String name) throws IOException {
        Path samples = Path.of(System.getProperty("racelane.root"), "sample-logs");
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        String log = Files.readString(samples.resolve("profile-race.log"));
        switch (name) {
            case "a.log" -> Files.writeString(file, log.repeat(60));
            case "a.jfr" -> {
                byte[] recording = Files.readAllBytes(samples.resolve("profile-race.jfr"));
                for (int chunk = 0; chunk < 8; chunk++) {
                    Files.write(file, recording, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
            case "a.json" -> {
                String json =
                        Files.readString(samples.resolve("profile-race.json")).strip();
                int from = json.indexOf('[') + 1;
                String records = json.substring(from, json.lastIndexOf(']'));
                Files.writeString(
                        file,
                        json.substring(0, from)
                                + (records + ",").repeat(110)
                                + records
                                + json.substring(json.lastIndexOf(']')));
            }
            default -> {
                try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(log.repeat(60).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        // a file that was just written is read twice, for its time of change is too young to be trusted
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        return file;
    }

    private static Set<String> open(Path file) throws IOException {
        Set<String> open = new TreeSet<>();
        try (Stream<Path> handles = Files.list(HANDLES)) {
            for (Path handle : handles.toList()) {
                try {
                    String target = Files.readSymbolicLink(handle).toString();
                    if (target.startsWith(file.toString()) || target.contains("racelane-jfr-")) {
                        open.add(target);
                    }
                } catch (IOException e) {
                    // the handle with which the list was read is closed by now
                }
            }
        }
        return open;
    }

    private static Set<String> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("racelane-"))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.threadId() + " " + thread.getName())
                .collect(Collectors.toSet());
    }

    /**
     * Cancels at the nth question.
     *
     * @param at which one
     * @param asked counts them
     */
    private record Countdown(long at, AtomicLong asked) implements Progress {
        @Override
        public void advance(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void checkCancelled() {
            if (asked.incrementAndGet() >= at) {
                throw new CancelledException();
            }
        }
    }
}
