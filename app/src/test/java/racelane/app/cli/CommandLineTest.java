package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    private static final Path SAMPLES = Path.of(System.getProperty("racelane.root"), "sample-logs");
    private static final Path CACHE_RACE = SAMPLES.resolve("cache-race.log");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void infoTellsTheAccountOfTheFlagshipLog() {
        assertThat(run("info", CACHE_RACE.toString(), "--json")).isZero();
        JsonNode source = json().get("sources").get(0);
        assertThat(source.get("kind").asString()).isEqualTo("log");
        assertThat(source.get("format").asString()).isEqualTo("bracketed epoch millis");
        assertThat(source.get("sha256").asString()).hasSize(64);
        assertThat(source.get("account").get("lines").asInt()).isEqualTo(5);
        assertThat(source.get("account").get("entries").asInt()).isEqualTo(5);
        assertThat(source.get("events").asInt()).isEqualTo(4);
        assertThat(source.get("spans").asInt()).isEqualTo(1);
        assertThat(source.get("instants").asInt()).isEqualTo(2);
        assertThat(source.get("openSpans").asInt()).isEqualTo(1);
        assertThat(source.get("minTime").asString()).isEqualTo("2023-12-13T20:42:03.450Z");
        assertThat(source.get("maxTime").asString()).isEqualTo("2023-12-13T20:42:03.460Z");
        assertThat(source.get("lanes").findValuesAsString("name")).containsExactly("updateCache", "getCache");
        assertThat(source.get("lanes").get(0).get("inferred").asBoolean()).isTrue();
    }

    @Test
    void theFlagshipLogHasExactlyOneCertainAndWitnessedWindow() {
        assertThat(run("windows", CACHE_RACE.toString(), "--json")).isZero();
        JsonNode all = json();
        assertThat(all.get("total").asInt()).isEqualTo(1);
        assertThat(all.get("truncated").asBoolean()).isFalse();
        JsonNode window = all.get("windows").get(0);
        assertThat(window.get("pattern").asString()).isEqualTo("stale-read");
        assertThat(window.get("key").asString()).isEqualTo("user:123");
        assertThat(window.get("verdict").asString()).isEqualTo("certain");
        assertThat(window.get("evidence").asString()).isEqualTo("witnessed");
        assertThat(window.get("start").asString()).isEqualTo("2023-12-13T20:42:03.455Z");
        assertThat(window.get("end").asString()).isEqualTo("2023-12-13T20:42:03.460Z");
        assertThat(window.get("durationNanos").asLong()).isEqualTo(5_000_000L);
        JsonNode read = window.get("roles").get(1);
        assertThat(read.get("lane").asString()).isEqualTo("getCache");
        assertThat(read.get("time").asString()).isEqualTo("2023-12-13T20:42:03.456Z");
        assertThat(read.get("endTime").asString()).isEqualTo("2023-12-13T20:42:03.458Z");
        assertThat(read.get("line").asInt()).isEqualTo(3);
        assertThat(read.get("text").asString()).contains("getCache COMPLETE: user:123 [OLD]");
    }

    @Test
    void explainTellsTheClassOfEachOperationAndWhy() {
        assertThat(run("windows", CACHE_RACE.toString(), "--json", "--explain")).isZero();
        JsonNode operations = json().get("operations");
        assertThat(operations.findValuesAsString("name")).contains("cache.set", "getCache");
        assertThat(operations.findValuesAsString("class")).contains("set", "read", "invalidate");
        out.getBuffer().setLength(0);
        assertThat(run("windows", CACHE_RACE.toString(), "--explain")).isZero();
        assertThat(out.toString()).contains("invalidate  because words ~", "built-in/vocabulary.race:");
    }

    @Test
    void exposureTellsWidthsHitsAgainstChanceAndNearMisses() {
        String log = SAMPLES.resolve("profile-race.log").toString();
        assertThat(run("windows", log, "--json", "--exposure")).isZero();
        JsonNode exposure = json().get("exposure").get(0);
        assertThat(exposure.get("pattern").asString()).isEqualTo("stale-read");
        assertThat(exposure.get("keys").asString()).isEqualTo("user:*");
        assertThat(exposure.get("hits").asInt()).isEqualTo(3);
        assertThat(exposure.get("windows").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(exposure.get("widened")).hasSize(3);
        assertThat(run("windows", log, "--exposure")).isZero();
        assertThat(out.toString()).contains("stale-read  user:*", "by chance", "wider by 100 ms");
    }

    @Test
    void wordsOfOnesOwnTeachTheBuiltInPatterns() throws IOException {
        Path log = Files.writeString(
                folder.resolve("app.log"),
                Files.readString(CACHE_RACE).replace("cache.set", "hinein").replace("getCache", "schauNach"));
        assertThat(run("windows", log.toString(), "--json")).isZero();
        assertThat(json().get("total").asInt()).isZero();
        Path words = Files.writeString(
                folder.resolve("words.race"), "class set = op == \"hinein\"  class read = op == \"schauNach\"");
        out.getBuffer().setLength(0);
        assertThat(run("windows", log.toString(), "--json", "--vocabulary", words.toString()))
                .isZero();
        assertThat(json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void builtInPatternsAreListedAndPrinted() {
        assertThat(run("patterns")).isZero();
        assertThat(out.toString()).contains("vocabulary", "stale-read", "deadlock", "your own: ");
        out.getBuffer().setLength(0);
        assertThat(run("patterns", "stale-read")).isZero();
        assertThat(out.toString()).contains("pattern stale-read ");
        assertThat(run("patterns", "nothing")).isEqualTo(2);
        assertThat(err.toString()).contains("racelane: there is no built-in pattern 'nothing'");
    }

    @Test
    void withTheReadMovedAfterTheWindowNothingIsFound() throws IOException {
        String moved = Files.readString(CACHE_RACE)
                .replace("[1702500123456]", "[1702500123461]")
                .replace("[1702500123458]", "[1702500123463]");
        List<String> lines = moved.lines().sorted().toList();
        Path log = Files.write(folder.resolve("moved.log"), lines);
        assertThat(run("windows", log.toString(), "--json")).isZero();
        assertThat(json().get("total").asInt()).isZero();
    }

    @Test
    void anExportWritesThePictureAndNamesIt() throws IOException {
        Path png = folder.resolve("race.png");
        assertThat(run("export", CACHE_RACE.toString(), "-o", png.toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo(png.toString());
        byte[] bytes = Files.readAllBytes(png);
        assertThat(new String(bytes, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        Path again = folder.resolve("again.png");
        assertThat(run("export", CACHE_RACE.toString(), "-o", again.toString())).isZero();
        assertThat(Files.readAllBytes(again)).isEqualTo(bytes);
    }

    @Test
    void anSvgHoldsTheWordsAsText() throws IOException {
        Path svg = folder.resolve("race.svg");
        assertThat(run("export", CACHE_RACE.toString(), "-o", svg.toString(), "--theme", "dark"))
                .isZero();
        assertThat(Files.readString(svg))
                .contains("getCache")
                .contains("user:123")
                .contains("cache-race.log:");
    }

    @Test
    void aBadFileIsOneLineAndTheOthersAreStillReported() {
        assertThat(run("info", folder.resolve("missing.log").toString(), CACHE_RACE.toString(), "--json"))
                .isEqualTo(2);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("missing.log").contains("does not exist");
        assertThat(json().get("sources")).hasSize(1);
    }

    @Test
    void anEmptyFileIsToldInOneLine() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.log"));
        assertThat(run("info", empty.toString())).isEqualTo(2);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("empty.log").contains("0 bytes");
    }

    @Test
    void aFileNamedLikeAnInvestigationThatIsNoneIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("case.racelane"), "no case at all\n");
        assertThat(run("info", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("is not a case file of Racelane");
    }

    @Test
    void wrongOptionsAreOneLineThatNamesTheHelp() {
        for (String[] wrong : List.of(
                new String[] {"info"},
                new String[] {"windows", CACHE_RACE.toString(), "--min-verdict", "sure"},
                new String[] {"export", CACHE_RACE.toString()},
                new String[] {"export", CACHE_RACE.toString(), "-o", "x.bmp"},
                new String[] {
                    "export",
                    CACHE_RACE.toString(),
                    "-o",
                    folder.resolve("x.png").toString(),
                    "--window",
                    "99"
                },
                new String[] {"info", CACHE_RACE.toString(), "--zone", "Mars/Olympus"})) {
            err.getBuffer().setLength(0);
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(err.toString().strip().lines()).as(err.toString()).hasSize(1);
        }
    }

    @Test
    void patternErrorsNameFileLineAndColumn() throws IOException {
        Path race = Files.writeString(folder.resolve("mine.race"), "class a = op == \"x\"\npattern p \"t\" { bind }\n");
        assertThat(run("windows", CACHE_RACE.toString(), "--patterns", race.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).containsPattern("mine\\.race:2:\\d+: ");
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void threeKindsOfEvidenceOfOneRunShareTheirLanes() {
        assertThat(run(
                        "info",
                        "--json",
                        SAMPLES.resolve("profile-race.log").toString(),
                        SAMPLES.resolve("profile-race.jfr").toString(),
                        SAMPLES.resolve("profile-race.json").toString()))
                .isZero();
        JsonNode all = json();
        assertThat(all.get("sources").findValuesAsString("kind")).containsExactly("log", "jfr", "trace");
        assertThat(all.get("lanes").asInt())
                .isEqualTo(all.get("sources").get(1).get("lanes").size());
    }

    @Test
    void theProfileRaceShowsItsStaleReads() {
        assertThat(run("windows", SAMPLES.resolve("profile-race.log").toString(), "--json"))
                .isZero();
        List<JsonNode> witnessed = json().get("windows")
                .valueStream()
                .filter(window -> window.get("evidence").asString().equals("witnessed"))
                .toList();
        assertThat(witnessed).as("the three reads that answered [OLD]").hasSize(3);
        assertThat(witnessed)
                .allMatch(window -> window.get("pattern").asString().equals("stale-read"));
    }

    @Test
    void offsetsMoveASourceAndUnknownOnesAreTold() {
        assertThat(run(
                        "info",
                        CACHE_RACE.toString(),
                        "--json",
                        "--offset",
                        "cache-race.log=+10ms",
                        "--offset",
                        "other=1s"))
                .as("an offset that names no source is a wrong command line")
                .isEqualTo(2);
        assertThat(json().get("sources").get(0).get("minTime").asString()).isEqualTo("2023-12-13T20:42:03.460Z");
        assertThat(err.toString()).contains("other");
    }

    @Test
    void aDriftMovesWhatLiesFurtherFromTheFirstEventByMore() throws IOException {
        Path log = folder.resolve("a.log");
        Files.write(
                log,
                List.of(
                        "2026-11-20T12:00:00.000Z INFO [w] cache - getCache: user:1",
                        "2026-11-20T12:00:10.000Z INFO [w] cache - getCache: user:2"));
        assertThat(run("info", log.toString(), "--json", "--offset", "a.log=+1ms,-100ppm"))
                .isZero();
        assertThat(json().get("sources").get(0).get("minTime").asString()).isEqualTo("2026-11-20T12:00:00.001Z");
        assertThat(json().get("sources").get(0).get("maxTime").asString()).isEqualTo("2026-11-20T12:00:10Z");
        assertThat(run("info", log.toString(), "--offset", "a.log=+1ms,fast")).isEqualTo(2);
        assertThat(err.toString()).contains("'fast' is no drift");
    }

    @Test
    void aFolderIsReadWithWhatItHoldsAndAnArchiveIsRefusedWithTheCure() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.copy(CACHE_RACE, logs.resolve("cache-race.log"));
        Path zip = Files.writeString(folder.resolve("logs.zip"), "PK\003\004");
        Files.copy(zip, logs.resolve("old.zip"));
        assertThat(run("info", logs.toString(), "--json")).isZero();
        assertThat(json().get("sources").size()).isEqualTo(1);
        assertThat(err.toString()).contains("logs: 1 file taken, 1 left out", "old.zip is a zip archive");
        assertThat(run("info", zip.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("logs.zip: is a zip archive: unpack it");
    }

    @Test
    void theSameContentTwiceIsReadOnceAndNamesakesNeedTheirPathsForAnOffset() throws IOException {
        Path twin = Files.createDirectories(folder.resolve("other")).resolve("cache-race.log");
        Files.copy(CACHE_RACE, twin);
        assertThat(run("windows", CACHE_RACE.toString(), twin.toString(), "--json"))
                .isZero();
        assertThat(json().get("total").asInt()).isEqualTo(1);
        assertThat(err.toString()).contains("left out");
        Files.writeString(twin, Files.readString(CACHE_RACE).replace("user:123", "user:7"));
        assertThat(run("info", CACHE_RACE.toString(), twin.toString(), "--offset", "cache-race.log=1s"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("several have");
        assertThat(run("info", CACHE_RACE.toString(), twin.toString(), "--json", "--offset", twin + "=1s"))
                .isZero();
        assertThat(json().get("sources").get(1).get("minTime").asString()).isEqualTo("2023-12-13T20:42:04.450Z");
    }

    @Test
    void aMovedSourceIsAClockOfItsOwnAndSharedClocksAreTold() throws IOException {
        List<String> lines = Files.readAllLines(CACHE_RACE);
        Path writer = Files.write(folder.resolve("writer.log"), List.of(lines.get(0), lines.get(1), lines.get(4)));
        Path reader = Files.write(folder.resolve("reader.log"), List.of(lines.get(2), lines.get(3)));
        assertThat(run("windows", writer.toString(), reader.toString(), "--json"))
                .isZero();
        assertThat(json().get("windows").get(0).get("verdict").asString()).isEqualTo("certain");
        assertThat(err.toString()).contains("writer.log, reader.log are taken to share one clock");
        assertThat(run("windows", writer.toString(), reader.toString(), "--json", "--offset", "reader.log=+1ms"))
                .isZero();
        assertThat(json().get("windows").get(0).get("verdict").asString()).isEqualTo("uncertain");
        assertThat(json().get("windows").get(0).get("holdsIf").asString()).isNotEmpty();
    }

    @Test
    void withoutADisplayThePictureIsWrittenAndNothingOfTheUsersIsReplaced() throws IOException {
        Path own = Files.writeString(folder.resolve("cache-race.png"), "the user's own");
        PictureInstead instead = new PictureInstead(racelane.app.CompositionRoot.reader(), folder);
        PrintWriter to = new PrintWriter(out, true);
        for (int again = 0; again < 2; again++) {
            assertThat(instead.write(List.of(CACHE_RACE), ImportOptions.DEFAULT, to, to))
                    .isZero();
        }
        assertThat(own).hasContent("the user's own");
        assertThat(folder.resolve("cache-race-2.png")).isRegularFile();
        assertThat(folder.resolve("cache-race-3.png")).doesNotExist();
        assertThat(out.toString().strip().lines()).hasSize(2).allMatch(line -> line.contains("stale-read on user:123"));
    }

    @Test
    void aFormatOfOnesOwnIsCheckedListedAndUsed() throws IOException {
        Path log = Files.write(folder.resolve("till.log"), List.of("13.12.2023 20:55:23.450 ~ till-1 ~ sold user:1"));
        Path good = Files.writeString(
                folder.resolve("till.format"),
                "name: till\nline: {time:dd.MM.yyyy HH:mm:ss[.f]} ~ {thread} ~ {message}\n");
        Path bad = Files.writeString(folder.resolve("bad.format"), "name: bad\nline: {time:iso} {thread\n");

        assertThat(run("format", "check", good.toString())).isZero();
        assertThat(run("format", "check", bad.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("bad.format:2:18: a { is not closed");
        assertThat(run("info", log.toString(), "--format", good.toString(), "--json"))
                .isZero();
        JsonNode source = json().get("sources").get(0);
        assertThat(source.get("format").asString()).isEqualTo("till");
        assertThat(source.get("formatFrom").asString()).isEqualTo(good.toString());
        assertThat(source.get("lanes").findValuesAsString("name")).containsExactly("till-1");
        assertThat(run("info", log.toString(), "--format", good.toString())).isZero();
        assertThat(out.toString()).contains("format    till, " + good).contains("by: thread field");
        assertThat(run("windows", log.toString(), "--format", good.toString(), "--lanes-by", "one"))
                .isZero();
        assertThat(run("info", log.toString(), "--format", good.toString(), "--lanes-by", "one", "--json"))
                .isZero();
        assertThat(json().get("sources").get(0).get("lanes").findValuesAsString("name"))
                .containsExactly("till.log");
    }

    @Test
    void aBuiltInFormatIsForcedByItsNameAndWrongOnesAreOneLine() {
        assertThat(run("format", "list")).isZero();
        assertThat(out.toString()).contains("logback").contains("built in");
        assertThat(run("format", "show", "bracketed epoch")).isZero();
        assertThat(out.toString()).contains("line: [{time:epoch}] {message}");
        assertThat(run("info", CACHE_RACE.toString(), "--format", "bracketed epoch", "--json"))
                .isZero();
        assertThat(json().get("sources").get(0).get("events").asInt()).isEqualTo(4);
        for (String[] wrong : List.of(
                new String[] {"info", CACHE_RACE.toString(), "--format", "nosuch"},
                new String[] {"info", CACHE_RACE.toString(), "--format", "no.format"},
                new String[] {"info", CACHE_RACE.toString(), "--lanes-by", "colour"},
                new String[] {"format"},
                new String[] {"format", "show", "nosuch"},
                new String[] {"format", "check", "missing.format"},
                new String[] {"format", "import", "missing.json"})) {
            err.getBuffer().setLength(0);
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(err.toString().strip().lines()).as(err.toString()).hasSize(1);
        }
    }

    @Test
    void anLnavFormatIsConvertedAndWhatIsNotSupportedIsNamed() throws IOException {
        Path lnav = Files.writeString(folder.resolve("till.json"), """
                {"till_log": {"title": "Till", "regex": {"std": {"pattern": "^(?<timestamp>\\\\d+) \\\\[(?<thread>[^]]+)\\\\] (?<body>.*)$"}},
                 "converter": {"header": {}}}}
                """);
        Path target = folder.resolve("till.format");
        assertThat(run("format", "import", lnav.toString(), "-o", target.toString()))
                .isZero();
        assertThat(err.toString().strip()).isEqualTo("racelane: till_log: not supported: converter");
        assertThat(run("format", "check", target.toString())).isZero();
        Path log = Files.writeString(folder.resolve("till.log"), "1702500123450 [till-1] sold user:1\n");
        assertThat(run("info", log.toString(), "--format", target.toString(), "--json"))
                .isZero();
        assertThat(json().get("sources").get(0).get("lanes").findValuesAsString("name"))
                .containsExactly("till-1");
    }

    private int run(String... args) {
        List<EventImporter> importers = ServiceLoader.load(EventImporter.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        out.getBuffer().setLength(0);
        return RacelaneCommand.run(
                List.of(args),
                new SourceReader(importers),
                (files, options, restore, o, e) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out.toString());
    }
}
