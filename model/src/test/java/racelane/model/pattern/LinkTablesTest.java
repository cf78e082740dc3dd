package racelane.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTablesTest {
    @Test
    void readsRowsOfSeveralTables() throws PatternParseException {
        LinkTables tables = LinkTables.parse("t.links", """
                # which stage feeds which
                downstream: idea -> analyze, slice
                downstream: idea -> handoff
                related: user:* -> related:*, list
                """);
        assertThat(tables.tables())
                .isEqualTo(Map.of(
                        "downstream",
                        Map.of("idea", Set.of("analyze", "slice", "handoff")),
                        "related",
                        Map.of("user:*", Set.of("related:*", "list"))));
        assertThat(tables.with(LinkTables.parse("u.links", "downstream: slice -> handoff"))
                        .tables()
                        .get("downstream"))
                .containsOnlyKeys("idea", "slice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            downstream idea slice        | 1  | no row of a table
            downstream: -> slice         | 13 | missing
            downstream: idea -> ,        | 18 | missing
            related: user -> related:*   | 15 | one star
            related: a*b* -> c           | 15 | one star
            """)
    void saysWhereARowIsWrong(String text, int column, String words) {
        PatternParseException thrown =
                catchThrowableOfType(PatternParseException.class, () -> LinkTables.parse("t.links", "\n" + text));
        assertThat(thrown.getMessage()).startsWith("t.links:2:" + column + ": ").contains(words, "downstream: idea ->");
    }

    @Test
    void aStarStandsForTheSameTextOnBothSides() {
        assertThat(LinkTables.star("user:*", "user:7")).isEqualTo("7");
        assertThat(LinkTables.star("a*z", "a-z")).isEqualTo("-");
        assertThat(LinkTables.star("user:*", "user:")).isNull();
        assertThat(LinkTables.star("user:*", "related:7")).isNull();
        assertThat(LinkTables.star("user", "user")).isNull();
    }
}
