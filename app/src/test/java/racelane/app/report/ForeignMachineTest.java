package racelane.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, started as on machines that are set up otherwise, writes the same bytes. */
class ForeignMachineTest {
    private static final Path ROOT = Path.of(System.getProperty("racelane.root"));
    private static final Path CASE = ROOT.resolve("sample-logs/cache-race.racelane");

    /** A machine in Cairo with Windows' ends of lines, an old encoding and another maker's JVM. */
    private static final List<String> FOREIGN = List.of(
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.timezone=Africa/Cairo",
            "-Dfile.encoding=ISO-8859-1",
            "-Dstdout.encoding=US-ASCII",
            "-Dline.separator=\r\n",
            "-Djava.vendor=Somebody Else",
            "-Djava.vendor.version=1",
            "-Djava.vm.name=Another VM",
            "-Duser.name=somebody",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    /** A machine in Istanbul, where a small I has a dot, with a narrow terminal and a big heap. */
    private static final List<String> ANOTHER = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=America/St_Johns",
            "-Dfile.encoding=UTF-8",
            "-Djava.vendor=Yet Another",
            "-Dsun.jnu.encoding=UTF-8",
            "-XX:+UseParallelGC");

    @TempDir
    private Path folder;

    @Test
    void aReportAndItsPicturesAreTheSameBytesOnAnyMachine() throws Exception {
        List<Path> here = export("here", List.of());
        assertThat(here).hasSizeGreaterThanOrEqualTo(3);
        for (List<String> machine : List.of(FOREIGN, ANOTHER)) {
            List<Path> there = export("there" + machine.size(), machine);
            assertThat(there).hasSameSizeAs(here);
            for (int i = 0; i < here.size(); i++) {
                assertThat(there.get(i)).hasFileName(String.valueOf(here.get(i).getFileName()));
                assertThat(there.get(i)).hasSameBinaryContentAs(here.get(i));
            }
        }
    }

    private List<Path> export(String name, List<String> settings) throws IOException, InterruptedException {
        Path target = Files.createDirectory(folder.resolve(name));
        run(settings, "report", CASE.toString(), "-o", target.resolve("rca.md").toString());
        run(
                settings,
                "export",
                CASE.toString(),
                "-o",
                target.resolve("race.svg").toString());
        try (Stream<Path> files = Files.list(target)) {
            return files.sorted().toList();
        }
    }

    private void run(List<String> settings, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "racelane.importers",
                "-m",
                "racelane.app/racelane.app.Main"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    }
}
