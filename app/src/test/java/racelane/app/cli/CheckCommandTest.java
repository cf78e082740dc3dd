package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import racelane.model.spi.EventImporter;
import racelane.model.spi.SourceReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gate: its exit codes, and its reports for other programs. */
class CheckCommandTest {
    private static final Path SAMPLES = Path.of(System.getProperty("racelane.root"), "sample-logs");
    private static final String CACHE_RACE = SAMPLES.resolve("cache-race.log").toString();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCertainWindowFailsTheGate() {
        assertThat(run("check", CACHE_RACE)).isEqualTo(1);
        assertThat(out.toString()).contains("check failed: 1 window of at least verdict certain", "cache-race.log:3");
    }

    @Test
    void withoutOneItPasses() throws IOException {
        Path clean = Files.writeString(
                folder.resolve("clean.log"),
                "[1702500123450] updateCache START: user:123\n[1702500123451] updateCache COMPLETE: user:123\n");
        assertThat(run("check", clean.toString())).isZero();
        assertThat(out.toString()).contains("check passed: 0 windows");
    }

    @Test
    void whatALockOrAReasonSetsAsideDoesNotCount() throws IOException {
        assertThat(run("check", SAMPLES.resolve("profile-race.json").toString()))
                .isZero();
        Path known = Files.writeString(folder.resolve("known.txt"), "stale-read user:* known since May\n");
        assertThat(run("check", CACHE_RACE, "--suppress", known.toString())).isZero();
        assertThat(out.toString()).contains("1 suppressed");
    }

    @Test
    void whatCannotBeToldIsNeitherPassedNorFailed() throws IOException {
        assertThat(run("check", folder.resolve("missing.log").toString())).isEqualTo(2);
        assertThat(run("check", CACHE_RACE, folder.resolve("missing.log").toString()))
                .isEqualTo(2);
        Path known = Files.writeString(folder.resolve("known.txt"), "8e85c6eb86\n");
        assertThat(run("check", CACHE_RACE, "--suppress", known.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("known.txt:1:1: a window is suppressed with a reason");
        assertThat(run(
                        "check",
                        CACHE_RACE,
                        "--sarif",
                        folder.resolve("no/such/folder.json").toString()))
                .isEqualTo(2);
    }

    @Test
    void sarifKeepsTheRulesOfItsSchemaAndNamesFileAndLine() throws IOException {
        Path report = folder.resolve("out.sarif");
        Path known = Files.writeString(folder.resolve("known.txt"), "stale-read user:7 looked at\n");
        int code = run(
                "check",
                CACHE_RACE,
                SAMPLES.resolve("profile-race.log").toString(),
                SAMPLES.resolve("profile-race.jfr").toString(),
                "--sarif",
                report.toString(),
                "--suppress",
                known.toString());
        assertThat(code).isEqualTo(1);
        JsonNode log = new JsonMapper().readTree(Files.readString(report));
        assertThat(SarifRules.faults(log)).isEmpty();
        JsonNode results = log.get("runs").get(0).get("results");
        assertThat(results).hasSizeGreaterThanOrEqualTo(4);
        JsonNode first = results.get(0);
        JsonNode place = first.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString()).endsWith("cache-race.log");
        assertThat(place.get("region").get("startLine").asInt()).isEqualTo(3);
        assertThat(first.get("level").asString()).isEqualTo("error");
        assertThat(first.get("codeFlows").get(0).get("threadFlows")).hasSize(2);
        assertThat(results.findValuesAsString("justification")).containsOnly("looked at");
    }

    @Test
    void namesOfFilesBecomeUrisWhateverTheyHold() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a b[ü]#%"));
        Path log = Files.copy(Path.of(CACHE_RACE), odd.resolve("x & 'y' 50% 日本.log"));
        Path report = folder.resolve("out.sarif");
        assertThat(run("check", log.toString(), "--raw", "--sarif", report.toString()))
                .isEqualTo(1);
        JsonNode sarif = new JsonMapper().readTree(Files.readString(report));
        assertThat(SarifRules.faults(sarif)).isEmpty();
        assertThat(URI.create(sarif.findValue("uri").asString()))
                .isEqualTo(URI.create(log.toUri().toASCIIString()));
        UnaryOperator<String> raw = UnaryOperator.identity();
        assertThat(SarifReport.uri(Path.of("a b[ü]#%", "日 &.log"), raw))
                .isEqualTo("a%20b%5B%C3%BC%5D%23%25/%E6%97%A5%20&.log");
        assertThat(SarifReport.uri(Path.of("12:30.log"), raw)).isEqualTo("./12:30.log");
    }

    @Test
    void secretsDoNotReachTheFilesThatAreHandedOn() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home/annabella.smith"));
        Path log = Files.writeString(home.resolve("app.log"), """
                [1702500123450] updateCache START: user:ann@acme.test
                [1702500123455] updateCache cache.set COMPLETE: user:ann@acme.test
                [1702500123456] getCache START: user:ann@acme.test
                [1702500123458] getCache COMPLETE: user:ann@acme.test [OLD] password=hunter2secret from 203.0.113.77
                [1702500123460] updateCache invalidateRelated COMPLETE: user:ann@acme.test
                """);
        Path known = Files.writeString(folder.resolve("known.txt"), "lost-update user:* told bob@acme.test\n");
        Path sarif = folder.resolve("out.sarif");
        Path junit = folder.resolve("out.xml");
        List<String> planted =
                List.of("ann@acme.test", "ann%40acme.test", "hunter2secret", "203.0.113.77", "annabella.smith");
        String[] command = {
            "check",
            log.toString(),
            "--suppress",
            known.toString(),
            "--sarif",
            sarif.toString(),
            "--junit",
            junit.toString()
        };
        assertThat(run(command)).isEqualTo(1);
        String written = Files.readString(sarif) + Files.readString(junit);
        assertThat(written).doesNotContain(planted).contains("user:email-1", "redacted");
        assertThat(err.toString()).contains("--raw shows them");
        JsonNode first = new JsonMapper().readTree(Files.readString(sarif));
        assertThat(SarifRules.faults(first)).isEmpty();
        assertThat(run(Stream.concat(Stream.of(command), Stream.of("--no-redact"))
                        .toArray(String[]::new)))
                .isEqualTo(1);
        assertThat(Files.readString(junit)).contains("ann@acme.test", "hunter2secret", "Not redacted.");
        assertThat(Files.readString(sarif)).contains("ann@acme.test", "annabella.smith");
    }

    @Test
    void theRulesRefuseWhatTheSchemaRefuses() {
        JsonMapper mapper = new JsonMapper();
        assertThat(SarifRules.faults(
                        mapper.readTree("{\"version\":\"2.0.0\",\"runs\":[{\"results\":[{\"line\":1}]}]}")))
                .anyMatch(fault -> fault.startsWith("$.version"))
                .anyMatch(fault -> fault.contains("lacks tool!"))
                .anyMatch(fault -> fault.contains("lacks message!"))
                .anyMatch(fault -> fault.contains(".line is not allowed"));
        assertThat(SarifRules.faults(mapper.readTree("""
                        {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","semanticVersion":"one",
                          "rules":[{"id":"a"},{"id":"a"}]}},
                          "artifacts":[{"location":{"uri":"a.log"}},{"location":{"uri":"a.log"}}],
                          "results":[{"ruleId":"a","ruleIndex":0,"level":"fatal","rank":101,"message":{},
                            "locations":[{"physicalLocation":{"region":{"startLine":0}}}],
                            "codeFlows":[{"threadFlows":[]},{"threadFlows":[{"locations":[
                              {"executionOrder":2,"executionTimeUtc":"yesterday"},{"executionOrder":1}]}]}],
                            "suppressions":[{"kind":"mine"}]}]}]}""")))
                .anyMatch(fault -> fault.contains("semanticVersion"))
                .anyMatch(fault -> fault.contains("rules[1] is there twice"))
                .anyMatch(fault -> fault.contains("artifacts[1] is there twice"))
                .anyMatch(fault -> fault.contains("level"))
                .anyMatch(fault -> fault.contains("rank"))
                .anyMatch(fault -> fault.contains("message has none of [text, id]"))
                .anyMatch(fault -> fault.contains("physicalLocation has none of [address, artifactLocation]"))
                .anyMatch(fault -> fault.contains("startLine"))
                .anyMatch(fault -> fault.contains("threadFlows is empty"))
                .anyMatch(fault -> fault.contains("executionTimeUtc"))
                .anyMatch(fault -> fault.contains("executionOrder 1 of \"a\" is out of order"))
                .anyMatch(fault -> fault.contains("kind"));
    }

    @Test
    void junitHasATestCaseAPatternAndHoldsTheQuotedLines() throws Exception {
        Path report = folder.resolve("out.xml");
        assertThat(run("check", CACHE_RACE, "--junit", report.toString())).isEqualTo(1);
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(Integer.toString(xml.getElementsByTagName("testcase").getLength()));
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("stale-read");
        assertThat(failure.getTextContent()).contains("cache-race.log:3", "getCache COMPLETE: user:123 [OLD]");
    }

    private int run(String... arguments) {
        List<EventImporter> importers = ServiceLoader.load(EventImporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return RacelaneCommand.run(
                List.of(arguments),
                new SourceReader(importers),
                (files, options, restore, o, e) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
