package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;
import racelane.model.window.RaceWindow;

/** The histories of the built-in patterns as people log them: text, logfmt and JSON lines, read by the importers. */
class HistoriesThroughImportersTest {
    private static final Path HISTORIES = Path.of(
            System.getProperty("racelane.root"), "model/src/test/resources/racelane/model/window/histories.txt");
    private static final long BASE = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();
    private static final MatchOptions OPTIONS = MatchOptions.DEFAULT.withLinks(Map.of(
            "downstream",
            Map.of(
                    "idea",
                    Set.of("analyze", "slice"),
                    "analyze",
                    Set.of("slice", "handoff"),
                    "slice",
                    Set.of("handoff"))));

    @TempDir
    Path folder;

    /** One line of a log. {@code phase} is start, end or empty. */
    private record Line(long ms, String lane, String op, String phase, String key, List<String> attributes) {
        String iso() {
            String text = Instant.ofEpochMilli(BASE + ms).toString();
            return text.length() == 20 ? text.replace("Z", ".000Z") : text;
        }
    }

    /** How a line is written. */
    private interface Style {
        String write(Line line);
    }

    static Stream<Arguments> histories() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (String line : Files.readAllLines(HISTORIES)) {
            if (line.startsWith("E")) {
                String[] parts = line.split(":", 2);
                all.add(Arguments.of(parts[0], "text", parts[1]));
                all.add(Arguments.of(parts[0], "logfmt", parts[1]));
                all.add(Arguments.of(parts[0], "json", parts[1]));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("histories")
    void isFlaggedByExactlyItsPattern(String name, String style, String history) throws IOException, ImportException {
        Style writer = switch (style) {
            case "text" -> HistoriesThroughImportersTest::text;
            case "logfmt" -> HistoriesThroughImportersTest::logfmt;
            default -> HistoriesThroughImportersTest::json;
        };
        Path log = Files.write(
                folder.resolve("history.log"),
                lines(history).stream().map(writer::write).toList());
        Names names = new Names();
        EventTable table = new SourceReader(ServiceLoader.load(EventImporter.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList())
                .read(log, ImportOptions.DEFAULT, names, Progress.none());
        Trace trace = Trace.of(names, List.of(table));
        String[] expected = name.split("\\+ ?");
        List<String> wanted = expected.length > 1 ? List.of(expected[1]) : List.of();
        for (boolean trusted : new boolean[] {false, true}) {
            List<String> found = new Matcher()
                            .find(
                                    trace,
                                    PatternSet.builtIn(),
                                    OPTIONS.withTrustedFileOrder(source -> trusted),
                                    Progress.none())
                            .windows()
                            .stream()
                            .map(RaceWindow::pattern)
                            .distinct()
                            .toList();
            assertThat(found)
                    .as("%s, trusted %s:%n%s", style, trusted, Files.readString(log))
                    .isEqualTo(wanted);
        }
    }

    private static List<Line> lines(String history) {
        List<Line> lines = new ArrayList<>();
        for (String text : history.split(";")) {
            if (!text.isBlank()) {
                String[] words = text.strip().split("\\s+");
                String[] times = words[0].split("-");
                String key = words.length > 3 ? words[3] : "";
                List<String> attributes = words.length > 4 ? List.of(words).subList(4, words.length) : List.of();
                boolean span = times.length > 1;
                lines.add(new Line(
                        Long.parseLong(times[0]),
                        words[1],
                        words[2],
                        span ? "start" : "",
                        key,
                        span ? List.of() : attributes));
                if (span) {
                    lines.add(new Line(Long.parseLong(times[1]), words[1], words[2], "end", key, attributes));
                }
            }
        }
        lines.sort(Comparator.comparingLong(Line::ms));
        return lines;
    }

    /** In the words of the flagship log: what was done, a phase, the key behind a colon. */
    private static String text(Line line) {
        String phase = line.phase().equals("start") ? " START" : " COMPLETE";
        String attributes = line.attributes().isEmpty() ? "" : ", " + String.join(" ", line.attributes());
        return line.iso().replace("T", " ").replace("Z", "") + " [" + line.lane() + "] INFO  c.e.Service - " + line.op()
                + phase + ": " + line.key() + attributes;
    }

    private static String logfmt(Line line) {
        String phase = line.phase().isEmpty() ? "" : " phase=" + line.phase();
        return "ts=" + line.iso() + " level=info thread=" + line.lane() + " op=" + line.op() + phase + " key="
                + line.key() + line.attributes().stream().map(one -> " " + one).collect(Collectors.joining());
    }

    private static String json(Line line) {
        String phase = line.phase().isEmpty() ? "" : ",\"phase\":\"" + line.phase() + "\"";
        String attributes = line.attributes().stream()
                .map(one -> ",\"" + one.replace("=", "\":\"") + "\"")
                .collect(Collectors.joining());
        return "{\"ts\":\"" + line.iso() + "\",\"level\":\"info\",\"thread\":\"" + line.lane() + "\",\"op\":\""
                + line.op() + "\"" + phase + ",\"key\":\"" + line.key() + "\"" + attributes + "}";
    }
}
