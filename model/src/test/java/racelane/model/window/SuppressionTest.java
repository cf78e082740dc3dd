package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.pattern.PatternParseException;
import racelane.model.time.TimeRange;

class SuppressionTest {
    @Test
    void aFileNamesWindowsByIdOrByPatternAndKey() throws PatternParseException {
        List<Suppression> all = Suppression.parse("known.txt", """
                # known
                stale-read user:*   readers take old names
                8e85c6eb86 looked at by hand
                * "a key" whatever
                """);
        assertThat(all)
                .containsExactly(
                        Suppression.ofKey("stale-read", "user:*", "readers take old names"),
                        Suppression.ofWindow("8e85c6eb86", "looked at by hand"),
                        Suppression.ofKey("*", "a key", "whatever"));
        for (Suppression one : all) {
            assertThat(Suppression.parse("again", one.target() + " " + one.reason()))
                    .containsExactly(one);
        }
        assertThat(Suppression.of(window("0000000000", "stale-read", "user:1"), all))
                .hasValue(all.get(0));
        assertThat(Suppression.of(window("8e85c6eb86", "zombie", "x"), all)).hasValue(all.get(1));
        assertThat(Suppression.of(window("0000000000", "zombie", "user:1"), all))
                .isEmpty();
    }

    @Test
    void aReasonIsAsked() {
        PatternParseException thrown = catchThrowableOfType(
                PatternParseException.class, () -> Suppression.parse("known.txt", "\n8e85c6eb86\nstale-read user:1\n"));
        assertThat(thrown.problems()).hasSize(2);
        assertThat(thrown.getMessage()).startsWith("known.txt:2:1: a window is suppressed with a reason");
    }

    @ParameterizedTest
    @CsvSource({
        "user:*, user:123, true",
        "user:*, user:, true",
        "*, anything, true",
        "a*c*e, abcde, true",
        "a*c*e, abde, false",
        "ab*ba, aba, false",
        "user:1, user:12, false",
        "*:1, user:1, true"
    })
    void aStarStandsForAnyText(String template, String key, boolean covered) {
        assertThat(Suppression.ofKey("p", template, "r").covers(window("0", "p", key)))
                .isEqualTo(covered);
    }

    static RaceWindow window(String id, String pattern, String key) {
        return new RaceWindow(
                id,
                pattern,
                "",
                "",
                key,
                Verdict.CERTAIN,
                Evidence.EXPOSED,
                0.5,
                new TimeRange(0, 1),
                List.of(),
                1,
                true,
                "",
                "");
    }
}
