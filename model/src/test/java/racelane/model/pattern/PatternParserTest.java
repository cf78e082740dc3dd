package racelane.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternParserTest {
    @Test
    void readsEveryClause() throws PatternParseException {
        PatternSet set = PatternParser.parse("all.race", """
                class a = op == "a" and not (level ~ "(?i)debug" or size >= 2)   # a comment
                class b = op ~ "\\.b$"
                pattern all "All clauses" { severity 70 bind key, user
                  window W = a .. b or a by lane, pid pair fifo open-end
                  event E = a  op O = b  state S = a while v > 0 by lane  rate F = a / b over 60s > 50% min 6
                  order W.start < E <= O  order E in W  order W overlaps S
                  require E.lane != W.lane  symptom E.result == "OLD"
                  absent a where key == O.key between E and O
                  gap E .. W.end > 2s  within 5min  pick 2  link related E, O
                  explain "{E.op} came {E ~ W.start} " "[and {O.v}] of {key}" }
                """);
        Pattern pattern = set.patterns().getFirst();
        assertThat(pattern.severity()).isEqualTo(70);
        assertThat(pattern.bind()).containsExactly("key", "user");
        assertThat(pattern.pick()).isEqualTo(2);
        assertThat(pattern.roles()).extracting(Role::name).containsExactly("W", "E", "O", "S", "F");
        assertThat(pattern.explain()).isEqualTo("{E.op} came {E ~ W.start} [and {O.v}] of {key}");
        assertThat(pattern.clauses()).hasSize(12);
        assertThat(pattern.clauses())
                .anySatisfy(clause -> assertThat(clause)
                        .isInstanceOfSatisfying(
                                Clause.Within.class,
                                one -> assertThat(one.nanos()).isEqualTo(300_000_000_000L)));
    }

    @Test
    void relationsStandByThemselvesAndEndsHaveAttributes() throws PatternParseException {
        Pattern pattern = PatternParser.parse("sugar.race", """
                pattern p "t" { bind key
                  window A = set .. invalidate by lane expires ttl, px  window B = acquire .. release
                  op R = read  stray X = acquire .. release by lane
                  R in A  A during B  A overlaps B
                  require A.end.lane != B.start."the lane" and R.v > -1.5 }
                """).patterns().getFirst();
        assertThat(pattern.clauses()).hasSize(7);
        assertThat(pattern.roles().getFirst())
                .isInstanceOfSatisfying(
                        Role.Interval.class, role -> assertThat(role.expires()).containsExactly("ttl", "px"));
        List<Operand.Attribute> named = new ArrayList<>();
        assertThat(pattern.clauses().getLast())
                .isInstanceOfSatisfying(
                        Clause.Require.class, one -> one.condition().attributes(named::add));
        assertThat(named)
                .extracting(one -> one.role() + " " + one.edge() + " " + one.name())
                .containsExactly("A END lane", "B START the lane", "R EFFECT v");
    }

    @Test
    void aCycleIsAloneInItsPattern() throws PatternParseException {
        String cycle = "cycle D = wait .. acquire or fail holding acquire .. release";
        assertThat(PatternParser.parse("c.race", "pattern p \"t\" { " + cycle + " }")
                        .patterns())
                .hasSize(1);
        PatternParseException thrown = catchThrowableOfType(
                PatternParseException.class,
                () -> PatternParser.parse("c.race", "pattern p \"t\" { bind key event A = read " + cycle + " }"));
        assertThat(thrown.getMessage()).contains("only role");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clas a = op == "a"                                  | 1 | 1  | expected 'class' or 'pattern'
            class a op == "a"                                   | 1 | 9  | expected '='
            class a = op = "a"                                  | 1 | 14 | equality is written ==
            class a = op ~ "("                                  | 1 | 16 | no regular expression
            class a = op == "a                                  | 1 | 17 | no end
            class a = R.op == "a"                               | 1 | 11 | no role 'R'
            class a = op == "a" class a = op == "b"             | 1 | 27 | defined twice
            pattern p "t" { bind key event A = raed }           | 1 | 32 | did you mean 'read'?
            pattern p "t" { bind key evnt A = read }            | 1 | 26 | did you mean 'event'?
            pattern p "t" { bind key }                          | 1 | 9  | has no role
            pattern p "t" { event A = read event B = read }     | 1 | 9  | add: bind key
            pattern p "t" { event A = read order A < X }        | 1 | 42 | no role 'X'
            pattern p "t" { window A = read .. set order A < A.end } | 1 | 46 | lasts
            pattern p "t" { event A = read require result == 1 } | 1 | 40 | write it with its role
            pattern p "t" { event A = read order A.stop < A.end } | 1 | 40 | .start or .end
            pattern p "t" { event A = read gap A .. A > 2 fortnights } | 1 | 47 | no unit of time
            pattern p "t" { event A = read order A <= 1.2.3 }   | 1 | 43 | expected a moment
            pattern p "t" { event A = read severity 200 }       | 1 | 41 | whole number from 0 to 100
            pattern p "t" { event A = read explain "{B.op}" }   | 1 | 9  | role 'B'
            pattern p "t" { event A = read                      | 1 | 9  | close it with }
            pattern p "t" { event A = read event A = read bind key } | 1 | 38 | declared twice
            """)
    void saysWhereAndWhatIsWrong(String text, int line, int column, String words) {
        PatternParseException thrown =
                catchThrowableOfType(PatternParseException.class, () -> PatternParser.parse("my.race", text.strip()));
        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.getMessage())
                .startsWith("my.race:" + line + ":" + column + ": ")
                .contains(words);
        assertThat(thrown.line()).isEqualTo(line);
        assertThat(thrown.column()).isEqualTo(column);
    }

    @Test
    void collectsSeveralErrors() {
        PatternParseException thrown =
                catchThrowableOfType(PatternParseException.class, () -> PatternParser.parse("my.race", """
                        class a = op = "a"
                        pattern p "t" { bind key
                          event A = nothing
                          order A <
                          require A.x == }
                        """));
        assertThat(thrown.problems()).extracting(problem -> problem.at().line()).contains(1, 3, 4 + 1);
        assertThat(thrown.getMessage()).contains("more error");
    }

    @Test
    void whateverItIsGivenItAnswers() {
        String text =
                "pattern p \"t\" { window W = set .. invalidate by lane order W.start < W.end require W.a ~ \"x\" }";
        for (int from = 0; from < text.length(); from++) {
            for (int to = from; to < text.length(); to += 7) {
                String part = text.substring(0, from) + text.substring(to);
                try {
                    PatternParser.parse("cut.race", part);
                } catch (PatternParseException expected) {
                    assertThat(expected.getMessage()).startsWith("cut.race:");
                }
            }
        }
    }

    @Test
    void aRegularExpressionThatExplodesIsGivenUp() {
        assertThat(SafeRegex.compile("(a+)+$").find("a".repeat(60) + "!")).isFalse();
        assertThat(SafeRegex.compile("b$").find("ab")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "putUser, put user",
        "cache.set, cache set",
        "put_user, put user",
        "HTTPGet, http get",
        "Acquired lock, acquired lock",
        "GET, get",
        "lock-acquired, lock acquired",
        "db2Query, db2 query"
    })
    void namesAreReadAsWords(String name, String words) {
        assertThat(Attributes.words(name)).isEqualTo(words);
    }

    @Test
    void aUsersClassReplacesTheBuiltInOne() throws PatternParseException {
        PatternSet user = PatternParser.parse("my.race", "class read = op == \"peek\"");
        EventClass read = PatternSet.builtIn().with(user).classes().get("read");
        assertThat(read).isNotNull().satisfies(one -> assertThat(one.builtIn()).isFalse());
        assertThat(PatternSet.builtIn().with(user).patterns()).hasSize(19);
    }
}
