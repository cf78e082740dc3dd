package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.pattern.LinkTables;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** Every example of the guide to the pattern language finds what the guide says, and the guide speaks of the whole language. */
class PatternGuideTest {
    private static final Path GUIDE = Path.of(System.getProperty("racelane.root"), "docs", "patterns.md");

    /** A pattern, what it needs, and logs in which it must (+) or must not (-) find something. */
    record Example(String links, String race, String history) {
        @Override
        public String toString() {
            int at = race.indexOf("pattern ");
            return race.substring(at, race.indexOf('"', at)).strip();
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String links = "";
        String race = "";
        for (String block : Files.readString(GUIDE).split("\n```", -1)) {
            int line = block.indexOf('\n');
            String kind = line < 0 ? "" : block.substring(0, line);
            String text = line < 0 ? "" : block.substring(line + 1);
            switch (kind) {
                case "links" -> links = text;
                case "race" -> race = text;
                case "history" -> {
                    examples.add(new Example(links, race, text));
                    links = "";
                }
                default -> {
                    // prose
                }
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void finds(Example example) throws PatternParseException {
        PatternSet own = PatternParser.parse("guide.race", example.race());
        PatternSet patterns = new PatternSet(PatternSet.builtIn().classes(), List.of()).with(own);
        MatchOptions options = MatchOptions.DEFAULT.withLinks(
                LinkTables.parse("guide.links", example.links()).tables());
        List<String> lines = example.history().lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith("+"));
        for (String line : lines) {
            Findings findings =
                    new Matcher().find(Histories.trace(line.substring(1)), patterns, options, Progress.none());
            assertThat(findings.windows().isEmpty()).as(line).isEqualTo(line.startsWith("-"));
            assertThat(findings.warnings()).as(line).noneMatch(warning -> warning.contains("no table"));
        }
    }

    @Test
    void theWholeLanguageIsInTheExamples() throws IOException, PatternParseException {
        Set<String> words = Set.of(
                "severity",
                "bind",
                "event",
                "op",
                "window",
                "state",
                "rate",
                "stray",
                "cycle",
                "order",
                "require",
                "symptom",
                "absent",
                "gap",
                "within",
                "pick",
                "link",
                "explain",
                "in",
                "during",
                "overlaps",
                "or",
                "by",
                "pair",
                "fifo",
                "open-end",
                "expires",
                "where",
                "over",
                "min",
                "while",
                "not",
                "holding");
        StringBuilder all = new StringBuilder();
        int patterns = 0;
        for (Example example : examples().toList()) {
            all.append(example.race());
            for (Pattern pattern :
                    PatternParser.parse("guide.race", example.race()).patterns()) {
                patterns += pattern.title().isEmpty() ? 0 : 1;
            }
        }
        assertThat(patterns).isGreaterThan(15);
        for (String word : words) {
            assertThat(all.toString()).containsPattern("(?m)(^|[ ({])" + word + "([ )]|$)");
        }
    }
}
