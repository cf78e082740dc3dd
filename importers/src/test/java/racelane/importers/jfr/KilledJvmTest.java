package racelane.importers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.importers.Imported;
import racelane.model.source.Account;

/** Kills a JVM while it records and reads what it left behind. */
class KilledJvmTest {
    /** {@code -Djfr.kills=20} for the nightly figure. */
    private static final int KILLS = Integer.getInteger("jfr.kills", 1);

    private static final String PROGRAM = """
            import jdk.jfr.*;
            public class Child {
                @Name("app.Tick") @StackTrace(false) static class Tick extends Event { long seq; }
                public static void main(String[] args) throws Exception {
                    long seq = 0;
                    for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; ) {
                        for (int i = 0; i < 50; i++) {
                            Tick tick = new Tick();
                            tick.seq = seq++;
                            tick.commit();
                        }
                        if (seq == 100) {
                            System.out.println("recording");
                        }
                        Thread.sleep(1);
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aRecordingOfAKilledJvmOpensAndLosesAtMostOneEvent() throws Exception {
        Path program = Files.writeString(folder.resolve("Child.java"), PROGRAM);
        for (int kill = 0; kill < KILLS; kill++) {
            Path left = kill(program, folder.resolve("kill-" + kill), 2_500 + kill * 97 % 1_000);
            Imported imported = Imported.from(left);
            Account.Chunked account = (Account.Chunked) imported.source().account();
            long there = wholeEvents(left);
            assertThat(there).isGreaterThan(500);
            assertThat(account.imported()).as("of kill %d", kill).isGreaterThanOrEqualTo(there - 1);
            assertThat(account.chunksLost()).isEqualTo(1);
            assertThat(imported.source().problems())
                    .anySatisfy(problem -> assertThat(problem.message()).contains("never finished"));
            assertThat(account.imported()).isGreaterThanOrEqualTo(readByTheJdk(left));
            assertThat(imported.lanes()).contains("main");
        }
    }

    private static Path kill(Path program, Path repository, long after) throws IOException, InterruptedException {
        Files.createDirectories(repository);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:FlightRecorderOptions:repository=" + repository,
                        "-XX:StartFlightRecording:settings=default",
                        program.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(child.inputReader().lines().anyMatch("recording"::equals))
                    .isTrue();
            Thread.sleep(after); // past the JVM's first flush, which comes after a second
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jfr"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    /** Counts the events that stand in the file as a whole, by their sizes alone. */
    private static long wholeEvents(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteCursor in = new ByteCursor();
        long count = 0;
        int at = ChunkHeader.SIZE;
        while (at + 20 < bytes.length) {
            in.on(bytes, at, bytes.length);
            long size = in.number();
            long type = in.number();
            if (size <= 0 || size > bytes.length - at) {
                break;
            }
            count += type == EventWalk.METADATA || type == EventWalk.CHECKPOINT ? 0 : 1;
            at += (int) size;
        }
        return count;
    }

    private static long readByTheJdk(Path file) {
        List<RecordedEvent> read = new java.util.ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                read.add(recording.readEvent());
            }
        } catch (IOException | RuntimeException | Error e) {
            return read.size(); // as far as it came
        }
        return read.size();
    }
}
