package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.importers.Imported;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.source.Account;
import racelane.model.source.ImportProblem;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.Probe;

class ChromeTraceImporterTest {
    @TempDir
    static Path folder;

    @Test
    void aSpanHasItsTimesExactlyItsKeyItsArgumentsAndItsThreadsName() throws IOException, ImportException {
        Imported imported = read("""
                [{"ph":"X","cat":"cache","name":"updateCache","pid":1,"tid":7,"ts":1702500123450000.125,"dur":0.5,
                  "args":{"key":"user:123","hit":true,"nested":{"a":1}}},
                 {"ph":"M","pid":1,"tid":7,"name":"thread_name","args":{"name":"http-1"}}]""");
        Event event = only(imported);
        assertThat(event.kind()).isEqualTo(EventKind.SPAN);
        assertThat(event.start()).isEqualTo(1_702_500_123_450_000_125L);
        assertThat(event.duration()).isEqualTo(500);
        assertThat(event.key()).isEqualTo("user:123");
        assertThat(event.attributes())
                .containsOnly(Map.entry("hit", "true"), Map.entry("nested.a", "1"), Map.entry("cat", "cache"));
        assertThat(event.lane().name().name()).isEqualTo("http-1");
        assertThat(event.lane().name().process()).isEmpty();
        assertThat(imported.source().clock()).isEqualTo(ImportReport.WALL_CLOCK);
        assertThat(imported.source().tick()).isEqualTo(1);
    }

    @Test
    void aThreadThatIsNamedMeetsItsNamesakeAndTheProcessIsKeptWhereItIsSaid() throws IOException, ImportException {
        Imported imported = read("""
                [{"ph":"i","name":"a","pid":1,"tid":7,"ts":1},{"ph":"i","name":"a","pid":2,"tid":7,"ts":1},
                 {"ph":"i","name":"a","pid":2,"tid":"8","ts":1},{"ph":"i","name":"a","pid":2,"tid":9,"ts":1},
                 {"ph":"i","name":"a","pid":"3","ts":1},{"ph":"i","name":"a","ts":1},
                 {"ph":"M","pid":1,"tid":7,"name":"thread_name","args":{"name":"2/9"}},
                 {"ph":"M","pid":2,"tid":7,"name":"thread_name","args":{"name":"worker"}},
                 {"ph":"M","pid":2,"tid":8,"name":"thread_name","args":{"name":"worker"}},
                 {"ph":"M","pid":2,"name":"process_name","args":{"name":"shop"}}]""");
        assertThat(imported.lanes())
                .containsExactly("2/9", "shop/worker", "shop/worker #8", "shop/2/9", "process 3", "(no thread)");
    }

    @Test
    void beginsAndEndsPairByThreadInTheOrderOfTime() throws IOException, ImportException {
        Imported imported = read("""
                [{"ph":"B","name":"outer","pid":1,"tid":1,"ts":0},{"ph":"E","pid":1,"tid":1,"ts":30,"args":{"result":"OLD","key":"k"}},
                 {"ph":"B","name":"inner","pid":1,"tid":1,"ts":10},{"ph":"E","pid":1,"tid":1,"ts":20},
                 {"ph":"B","name":"other","pid":1,"tid":2,"ts":5},{"ph":"i","name":"last","pid":1,"tid":2,"ts":50},
                 {"ph":"E","pid":1,"tid":3,"ts":40}]""");
        assertThat(imported.spans()).isEqualTo(2);
        assertThat(named(imported, "outer").duration()).isEqualTo(30_000);
        assertThat(named(imported, "outer").attributes()).containsEntry("result", "OLD");
        assertThat(named(imported, "outer").key()).isEqualTo("k");
        assertThat(named(imported, "outer").endOrigin()).isEqualTo(2);
        assertThat(named(imported, "inner").duration()).isEqualTo(10_000);
        assertThat(named(imported, "other").kind()).isEqualTo(EventKind.OPEN);
        assertThat(named(imported, "other").end()).isEqualTo(50_000);
        assertThat(imported.source().account()).isEqualTo(new Account.Records(7, 6, 0, 1));
        assertThat(imported.source().problems())
                .containsExactly(
                        new ImportProblem("record 7", "1 ends have no start, this one among them; they were left out"));
        assertThat(imported.source().assumptions()).anyMatch(said -> said.contains("1 spans have no end"));
    }

    @Test
    void asynchronousOperationsPairByIdCategoryAndScope() throws IOException, ImportException {
        Imported imported = read("""
                [{"ph":"b","cat":"db","id":1,"name":"q1","pid":1,"tid":1,"ts":0},{"ph":"b","cat":"db","id":"2","name":"q2","pid":1,"tid":1,"ts":1},
                 {"ph":"n","cat":"db","id":1,"name":"step","pid":1,"tid":1,"ts":2},
                 {"ph":"e","cat":"db","id":"1","name":"q1","pid":1,"tid":2,"ts":7},{"ph":"e","cat":"net","id":"2","name":"q2","pid":1,"tid":1,"ts":8},
                 {"ph":"b","cat":"db","id2":{"local":"5"},"name":"q3","pid":1,"tid":1,"ts":0},{"ph":"e","cat":"db","id2":{"local":"5"},"name":"q3","pid":2,"tid":1,"ts":9},
                 {"ph":"S","cat":"x","id":3,"name":"old","pid":1,"tid":1,"ts":4},{"ph":"T","cat":"x","id":3,"name":"old","pid":1,"tid":1,"ts":5},{"ph":"F","cat":"x","id":3,"name":"old","pid":1,"tid":1,"ts":6}]""");
        assertThat(named(imported, "q1").duration()).isEqualTo(7_000);
        assertThat(named(imported, "q2").kind()).isEqualTo(EventKind.OPEN);
        assertThat(named(imported, "q3").kind()).isEqualTo(EventKind.OPEN);
        assertThat(imported.events())
                .filteredOn(event -> event.name().equals("old"))
                .extracting(Event::kind)
                .containsExactlyInAnyOrder(EventKind.SPAN, EventKind.INSTANT);
        assertThat(imported.source().account()).isEqualTo(new Account.Records(10, 8, 0, 2));
    }

    @Test
    void timestampsOfUnknownOriginGetAClockOfTheirOwn() throws IOException, ImportException {
        Imported imported = read("[{\"ph\":\"X\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":12,\"dur\":3}]");
        assertThat(imported.source().clock()).startsWith("trace clock of ");
        assertThat(imported.source().tick()).isEqualTo(1_000);
        assertThat(imported.source().assumptions()).anyMatch(said -> said.contains("unknown origin"));
        assertThat(only(imported).start()).isEqualTo(12_000);
    }

    @Test
    void timesThatCannotBeAreRejectedOneByOne() throws IOException, ImportException {
        Imported imported = read("""
                [{"ph":"i","name":"a","pid":1,"tid":1,"ts":1e30},{"ph":"i","name":"b","pid":1,"tid":1},{"ph":"i","name":"c","pid":1,"tid":1,"ts":"7"},
                 {"name":"d","pid":1,"tid":1,"ts":1}, 17, null, {}]""");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(7, 1, 0, 6));
        assertThat(imported.source().problems()).hasSize(6);
        assertThat(only(imported).start()).isEqualTo(7_000);
    }

    @Test
    void anArrayLeftOpenAndACutLastRecordAreSaid() throws IOException, ImportException {
        String records =
                "[{\"ph\":\"i\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":1},\n{\"ph\":\"i\",\"name\":\"b\",\"pid\":1,\"tid\":1,\"ts\":2}";
        for (String end : List.of("", ",", ",\n")) {
            Imported open = read(records + end);
            assertThat(open.source().account()).isEqualTo(new Account.Records(2, 2, 0, 0));
            assertThat(open.source().assumptions()).anyMatch(said -> said.contains("not closed"));
            assertThat(open.source().problems()).isEmpty();
        }
        Imported cut = read(records + ",\n{\"ph\":\"i\",\"na");
        assertThat(cut.source().account()).isEqualTo(new Account.Records(3, 2, 0, 1));
        assertThat(cut.source().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.at()).isEqualTo("record 3"));
        Imported trailing = read(records + "] and more");
        assertThat(trailing.source().account()).isEqualTo(new Account.Records(2, 2, 0, 0));
        assertThat(trailing.source().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("ignored"));
    }

    @Test
    void damagedRecordsNeverPoisonTheirNeighbours() throws IOException, ImportException {
        List<String> garbage = List.of(
                "{\"ph\":\"i\",\"name\":\"bad,\"pid\":1},",
                "{\"ph\":\"i\" \"name\":\"x\"},",
                "{\"x\":@@},",
                "{\"ph\":\"i\",\"ts\":1..2},",
                "{\"a\":[1,2},");
        for (int percent : new int[] {1, 10, 50}) {
            Random random = new Random(percent);
            StringBuilder text = new StringBuilder("{\"traceEvents\":[\n");
            int good = 0;
            int bad = 0;
            for (int i = 0; i < 400; i++) {
                if (random.nextInt(100) < percent) {
                    bad++;
                    text.append(garbage.get(random.nextInt(garbage.size()))).append('\n');
                } else {
                    good++;
                    text.append("{\"ph\":\"i\",\"name\":\"n\",\"pid\":1,\"tid\":1,\"ts\":")
                            .append(i)
                            .append("},\n");
                }
            }
            Imported imported = read(text + "{\"ph\":\"i\",\"name\":\"n\",\"pid\":1,\"tid\":1,\"ts\":400}]}");
            assertThat(imported.source().account())
                    .as("%d %%", percent)
                    .isEqualTo(new Account.Records(good + bad + 1, good + 1, 0, bad));
            for (Event event : imported.events()) {
                assertThat(imported.source().text().quote(event.origin()))
                        .endsWith("\"ts\":" + event.start() / 1000 + "}");
            }
        }
    }

    @Test
    void aQuoteIsTheRecordAsItStandsInTheFile() throws IOException, ImportException {
        StringBuilder text = new StringBuilder("{\"other\":[{\"ph\":1}],\"traceEvents\":[");
        for (int i = 0; i < 500; i++) {
            text.append(i == 0 ? "" : i % 3 == 0 ? " ,\n " : ",").append(record(i));
        }
        text.append("],\"displayTimeUnit\":\"ns\"}");
        for (byte[] content : List.of(bytes(text.toString()), gzip(bytes(text.toString())))) {
            Imported imported = Imported.from(Files.write(folder.resolve("quoted-" + content.length), content));
            assertThat(imported.events())
                    .hasSize(500)
                    .allSatisfy(event -> assertThat(imported.source().text().quote(event.origin()))
                            .isEqualTo(record(event.origin() - 1)));
        }
    }

    @Test
    void whatGrowsBeyondTheLimitsIsOneClearProblem() throws IOException, ImportException {
        String good = "{\"ph\":\"i\",\"name\":\"n\",\"pid\":1,\"tid\":1,\"ts\":1}";
        for (String bad : List.of(
                "{\"ph\":\"i\",\"args\":" + "[".repeat(100) + "]".repeat(100) + "}",
                "{\"ph\":\"i\",\"name\":\"" + "x".repeat(1_100_000) + "\"}",
                "{\"ph\":\"i\",\"" + "x".repeat(1_100) + "\":1}",
                "{\"ph\":\"i\",\"ts\":" + "1".repeat(101) + "}")) {
            Imported imported = read("[" + good + "," + bad + "," + good + "]");
            assertThat(imported.source().account()).as(bad.substring(0, 20)).isEqualTo(new Account.Records(3, 2, 0, 1));
            assertThat(imported.source().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.at()).isEqualTo("record 2");
                assertThat(problem.message()).contains("maximum");
            });
        }
    }

    @Test
    void jsonOfAnotherKindIsRefusedWithAReason() {
        byte[] other = "{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8);
        Probe probe = new ChromeTraceImporter().probe(new Header(Path.of("x.json"), other, true, false));
        assertThat(probe).isInstanceOf(Probe.No.class);
        assertThat(probe.reason()).contains("neither traceEvents nor phases");
    }

    private static String record(int i) {
        return "{\"ph\":\"i\",\"name\":\"q\\\"]}%d\",\"pid\":1,\"tid\":1,\"ts\":%d,\"args\":{\"text\":\"Grüße, \\\\\",\"list\":[{}]}}"
                .formatted(i, i);
    }

    private static Imported read(String text) throws IOException, ImportException {
        return Imported.from(Files.write(Files.createTempFile(folder, "trace", ".json"), bytes(text)));
    }

    private static Event only(Imported imported) {
        assertThat(imported.events()).hasSize(1);
        return imported.events().getFirst();
    }

    private static Event named(Imported imported, String name) {
        return imported.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
