package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs, each a JVM of its own, open one case in the same millisecond, again and again. {@code -Dracelane.opens=200} does it as often
 * as a release asks for.
 */
class TwoProgramsTest {
    private static final int OPENS = Integer.getInteger("racelane.opens", 25);

    @TempDir
    private Path folder;

    /** A running program and its two ends. */
    private record Program(Process process, BufferedReader output, Writer input) implements AutoCloseable {
        void tell(String line) throws IOException {
            input.write(line + "\n");
            input.flush();
        }

        @Override
        public void close() throws IOException {
            input.close();
            process.toHandle().destroyForcibly();
            output.close();
        }
    }

    @Test
    void ofTwoProgramsThatOpenAtOnceExactlyOneWritesAndTheOtherIsToldWho() throws IOException {
        Path path = folder.resolve("both.racelane");
        InvestigationFile.create(path, new Cases("mk").empty(), new Cases("mk").setup())
                .close();
        try (Program one = start();
                Program other = start()) {
            for (int round = 0; round < OPENS; round++) {
                String order = System.currentTimeMillis() + 10 + " " + path;
                one.tell(order);
                other.tell(order);
                List<String> said =
                        List.of(one.output().readLine(), other.output().readLine());
                assertThat(said).as("round %d", round).containsOnlyOnce("writes");
                long writer = (said.getFirst().equals("writes") ? one : other)
                        .process()
                        .pid();
                assertThat(said)
                        .as("round %d", round)
                        .anyMatch(line -> line.startsWith("reads, held by mk, process " + writer + ","));
                for (Program program : List.of(one, other)) {
                    program.tell("close");
                    assertThat(program.output().readLine()).isEqualTo("closed");
                }
            }
        }
    }

    private Program start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        KillTest.classPath(),
                        OpeningProcess.class.getName())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        Program program = new Program(
                process, process.inputReader(StandardCharsets.UTF_8), process.outputWriter(StandardCharsets.UTF_8));
        assertThat(program.output().readLine()).isEqualTo("ready");
        return program;
    }
}
