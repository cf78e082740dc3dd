package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
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
