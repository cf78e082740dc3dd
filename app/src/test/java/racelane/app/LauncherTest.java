package racelane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the launcher with a JDK and a Maven that only say how they were called. */
class LauncherTest {
    private static final String SAY = "#!/bin/sh\necho \"in $(pwd -P) with $*\"\n";

    @TempDir
    Path folder;

    private Path home;
    private Path elsewhere;

    @BeforeEach
    void lookAsIfFreshlyCloned() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here to start the launcher with");
        Path real = folder.toRealPath();
        home = Files.createDirectories(real.resolve("racelane home"));
        elsewhere = Files.createDirectories(real.resolve("elsewhere"));
        for (String module : List.of("model", "importers", "app")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.writeString(home.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(home.resolve("pom.xml"), "");
        program(home.resolve("racelane"), Files.readString(Path.of(System.getProperty("racelane.root"), "racelane")));
        program(folder.resolve("bin/mvn"), "#!/bin/sh\nmkdir -p app/target/launch/lib\n");
        program(folder.resolve("jdk/bin/java"), SAY);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    @Test
    void theFirstStartBuildsAndNamesFilesFromTheFolderTheUserIsIn() throws Exception {
        List<String> first = start("info", "incident.log");
        assertThat(first).contains("racelane: built.");
        assertThat(first.getLast()).startsWith("in " + elsewhere + " with ").endsWith(" info incident.log");
    }

    @Test
    void theNextStartDoesNotBuildAndOneAfterAChangeDoes() throws Exception {
        start("--version");
        assertThat(start("windows", "a b.log"))
                .singleElement()
                .asString()
                .startsWith("in " + elsewhere + " with ")
                .endsWith(" windows a b.log");
        Files.writeString(home.resolve("model/src/main/New.java"), "class New {}");
        assertThat(start("windows", "a b.log")).contains("racelane: built.");
    }

    private List<String> start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("racelane").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        launcher.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        launcher.environment().put("RACELANE_JAVA_HOME", folder.resolve("jdk").toString());
        launcher.environment().remove("RACELANE_JAVA_OPTS");
        Process started = launcher.start();
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(folder.resolve("said"));
    }

    private static void program(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
