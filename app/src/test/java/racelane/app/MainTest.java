package racelane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.pattern.PatternSet;

class MainTest {
    private static final Thread MAIN = Thread.ofPlatform().name("main").unstarted(() -> {});
    private static final Thread DAEMON = Thread.ofPlatform().daemon().unstarted(() -> {});
    private static final Thread WINDOW = Thread.ofPlatform().daemon(false).unstarted(() -> {});

    @TempDir
    Path folder;

    @Test
    void theJvmEndsByItselfWhereOnlyDaemonsAreLeft() {
        assertThat(Main.endsByItself(MAIN, List.of(DAEMON, MAIN, DAEMON))).isTrue();
    }

    @Test
    void theJvmMustBeEndedWhereAnotherThreadHoldsIt() {
        assertThat(Main.endsByItself(MAIN, List.of(DAEMON, MAIN, WINDOW))).isFalse();
    }

    @Test
    void aCommandEndsWithZeroAndAllOfItsOutput() throws Exception {
        assertThat(start("patterns", "vocabulary")).isZero();
        assertThat(said()).isEqualTo(PatternSet.builtInFiles().get("vocabulary.race"));
    }

    @Test
    void aCommandThatFailsEndsWithItsCode() throws Exception {
        assertThat(start("patterns", "nothing")).isEqualTo(2);
        assertThat(said()).startsWith("racelane: there is no built-in pattern 'nothing'");
    }

    private int start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }
}
