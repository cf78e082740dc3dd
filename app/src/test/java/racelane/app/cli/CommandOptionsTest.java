package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.spi.SourceReader;

/** What is said of options, and what of those that are wrong. */
class CommandOptionsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandHelpsAndKnowsItsVersion() {
        for (String command : List.of("info", "windows", "export", "report", "check")) {
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString()).contains("Usage: racelane " + command + " [-hV]", "FILE...", "--zone=ZONE");
            assertThat(run(command, "--version")).isZero();
            assertThat(out.toString()).startsWith("racelane 0.");
        }
        for (String command : List.of("list", "show", "check", "import")) {
            assertThat(run("format", command, "--version")).isZero();
            assertThat(out.toString()).startsWith("racelane 0.");
        }
    }

    @Test
    void theHelpNamesEveryWayToWriteAnOptionAndWhatItIsWhereItIsNotGiven() {
        run("windows", "--help");
        assertThat(out.toString()).contains("--raw, --no-redact", "(default: 20;");
        run("export", "--help");
        assertThat(out.toString()).contains("-o, --output=OUT.png|OUT.svg|DIR", "(default: png)");
    }

    @Test
    void theHelpOfTheProgramNamesItsCommandsInOrder() {
        run("--help");
        assertThat(out.toString().lines().filter(line -> line.matches(" {2}[a-z]+ {2,}.*")))
                .extracting(line -> line.strip().split(" ")[0])
                .startsWith("info", "windows", "export", "report", "format", "check", "patterns");
    }

    @Test
    void anOptionOrParameterThatIsMissingIsNamed() {
        assertThat(run("export", "a.log")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--output=OUT.png|OUT.svg|DIR'");
        assertThat(run("windows")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'FILE'");
    }

    @Test
    void anOptionThatIsRepeatedOrCannotBeReadIsNamed() {
        assertThat(run("windows", "a.log", "--top", "1", "--top", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("option '--top' (N) should be specified only once");
        assertThat(run("windows", "a.log", "--min-verdict", "sure")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'--min-verdict': expected one of [POSSIBLE, UNCERTAIN, CERTAIN] (case-insensitive)");
        assertThat(run("windows", "a.log", "--top", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("Invalid value for option '--top': 'x' is not an int");
        assertThat(run("--zone", "Nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("'Nowhere' is no zone; write one like");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return RacelaneCommand.run(
                List.of(args),
                new SourceReader(List.of()),
                (files, options, restore, o, e) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
