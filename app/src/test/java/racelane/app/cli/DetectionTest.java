package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DetectionTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSkewOfClocksIsTheUsersToSay() throws IOException {
        List<String> files = writerAndReader();
        assertThat(verdict(files, "--offset", "reader.log=+1us")).isEqualTo("uncertain");
        assertThat(verdict(files, "--offset", "reader.log=+1us", "--skew", "0ms"))
                .isEqualTo("certain");
        assertThat(run(files, "--skew", "-1ms")).isEqualTo(2);
        assertThat(err.toString()).contains("it holds either way");
    }

    @Test
    void theSkewOfOneSourceHoldsBetweenItAndAllOthers() throws IOException {
        List<String> files = writerAndReader();
        assertThat(verdict(files)).as("one clock").isEqualTo("certain");
        assertThat(verdict(files, "--skew", "9ms"))
                .as("of clocks of other names")
                .isEqualTo("certain");
        assertThat(verdict(files, "--skew", "reader.log=9ms")).isEqualTo("uncertain");
        assertThat(verdict(files, "--skew", "reader.log=0ms", "--skew", "9ms")).isEqualTo("certain");
        assertThat(run(files, "--skew", "raeder.log=9ms")).isZero();
        assertThat(err.toString()).contains("--skew names no source: 'raeder.log'");
        assertThat(run(files, "--skew", "=9ms")).isEqualTo(2);
    }

    @Test
    void aTrustedOrderTellsEqualTimesApart() throws IOException {
        log(
                "one.log",
                "450] updateCache START",
                "455] updateCache cache.set COMPLETE",
                "455] getCache START",
                "455] getCache COMPLETE",
                "455] updateCache invalidate COMPLETE");
        assertThat(verdict(List.of("one.log"), "--trust-order", "one.log")).isEqualTo("certain");
        assertThat(err.toString()).doesNotContain("names no source");
        assertThat(run(List.of("one.log"), "--trust-order", "two.log")).isZero();
        assertThat(err.toString()).contains("--trust-order names no source: 'two.log' (there is one.log)");
    }

    @Test
    void aPatternFileThatIsNotThereIsToldAsSuch() throws IOException {
        log("one.log", "450] updateCache START");
        assertThat(run(List.of("one.log"), "--patterns", "nowhere.race")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("racelane: nowhere.race: there is no such file");
    }

    /** Writes the logs of a writer and of a reader that falls between its set and its invalidation. */
    private List<String> writerAndReader() throws IOException {
        log(
                "writer.log",
                "450] updateCache START",
                "455] updateCache cache.set COMPLETE",
                "460] updateCache invalidate COMPLETE");
        log("reader.log", "456] getCache START", "458] getCache COMPLETE");
        return List.of("writer.log", "reader.log");
    }

    private void log(String name, String... entries) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String entry : entries) {
            lines.add("[1702500123" + entry + ": user:123");
        }
        Files.write(folder.resolve(name), lines);
    }

    private String verdict(List<String> files, String... options) {
        out.getBuffer().setLength(0);
        assertThat(run(files, options)).as(err.toString()).isZero();
        return JsonMapper.builder()
                .build()
                .readTree(out.toString())
                .get("windows")
                .get(0)
                .get("verdict")
                .asString();
    }

    private int run(List<String> files, String... options) {
        List<String> arguments = new ArrayList<>(List.of("windows", "--json"));
        files.forEach(file -> arguments.add(folder.resolve(file).toString()));
        arguments.addAll(List.of(options));
        return RacelaneCommand.run(
                arguments,
                racelane.app.CompositionRoot.reader(),
                (paths, wanted, restore, o, e) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
