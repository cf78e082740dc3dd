package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** Every built-in pattern against a history that it must flag and one that it must not, among all the others. */
class HistoriesTest {
    private static final PatternSet PATTERNS = PatternSet.builtIn();
    private static final MatchOptions OPTIONS = MatchOptions.DEFAULT.withLinks(Map.of(
            "downstream",
            Map.of(
                    "idea",
                    Set.of("analyze", "slice"),
                    "analyze",
                    Set.of("slice", "handoff"),
                    "slice",
                    Set.of("handoff"))));

    static Stream<Arguments> histories() throws IOException {
        try (InputStream in = HistoriesTest.class.getResourceAsStream("histories.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> line.startsWith("E"))
                    .map(line -> line.split(":", 2))
                    .map(parts -> Arguments.of(parts[0], parts[1]))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void isFlaggedByExactlyItsPattern(String name, String history) {
        String[] expected = name.split("\\+ ?");
        List<String> wanted = expected.length > 1 ? List.of(expected[1]) : List.of();
        for (boolean trusted : new boolean[] {false, true}) {
            assertThat(patterns(history, trusted)).as("trusted=%s", trusted).isEqualTo(wanted);
        }
    }

    private static List<String> patterns(String history, boolean trusted) {
        Trace trace = Histories.trace(history);
        Findings findings =
                new Matcher().find(trace, PATTERNS, OPTIONS.withTrustedFileOrder(source -> trusted), Progress.none());
        return findings.windows().stream().map(RaceWindow::pattern).distinct().toList();
    }
}
