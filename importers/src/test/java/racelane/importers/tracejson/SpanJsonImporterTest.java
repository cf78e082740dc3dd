package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.importers.Imported;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;

class SpanJsonImporterTest {
    @TempDir
    static Path folder;

    private static final String OTLP = """
            {"resourceSpans":[{"scopeSpans":[{"spans":[
            {"traceId":"0123456789abcdef0123456789abcdef","name":"order","startTimeUnixNano":"1544712660000000001","endTimeUnixNano":"1544712661000000002","attributes":[{"key":"thread.name","value":{"stringValue":"http-1"}},{"key":"key","value":{"stringValue":"user:123"}},{"key":"n","value":{"intValue":"3"}}],"events":[{"timeUnixNano":"1544712660500000000","name":"retry"}]},
            {"traceId":"0123456789abcdef0123456789abcdef","name":"pay","startTimeUnixNano":1544712660000000009}
            ]}],"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]}}]}""";

    @Test
    void otlpSpansLieOnTheirThreadOrTraceAndKeepEveryNanosecond() throws IOException, ImportException {
        Imported imported = read(OTLP);
        assertThat(imported.source().format()).isEqualTo("OTLP JSON");
        Event order = named(imported, "order");
        assertThat(order.start()).isEqualTo(1_544_712_660_000_000_001L);
        assertThat(order.end()).isEqualTo(1_544_712_661_000_000_002L);
        assertThat(order.key()).isEqualTo("user:123");
        assertThat(order.attributes()).containsEntry("n", "3");
        assertThat(named(imported, "retry").kind()).isEqualTo(EventKind.INSTANT);
        assertThat(named(imported, "pay").kind()).isEqualTo(EventKind.OPEN);
        assertThat(imported.lanes()).containsExactly("shop/http-1", "shop/trace 0123456789abcdef");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(2, 2, 0, 0));
        assertThat(imported.source().text().quote(2)).startsWith("{\"traceId\"").contains("\"pay\"");
    }

    @Test
    void whatAnOtlpResourceSaysIsAnAttributeOfItsSpans() throws IOException, ImportException {
        Imported imported = read("""
                {"resourceSpans":[
                {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}},{"key":"host.name","value":{"stringValue":"web-3"}},{"key":"n","value":{"intValue":"9"}}]},
                 "scopeSpans":[{"spans":[{"traceId":"a1","name":"order","startTimeUnixNano":"1","endTimeUnixNano":"2","attributes":[{"key":"n","value":{"intValue":"3"}}]},
                 {"traceId":"a1","name":"pay","startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]},
                {"scopeSpans":[{"spans":[{"traceId":"a1","name":"ship","startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]}""");
        assertThat(named(imported, "order").attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("host.name", "web-3", "n", "3", "resource.n", "9"));
        assertThat(named(imported, "pay").attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("host.name", "web-3", "n", "9"));
        assertThat(named(imported, "ship").attributes()).isEmpty();
    }

    @Test
    void otlpMayComeOneMessageALine() throws IOException, ImportException {
        String line = OTLP.replace("\n", "");
        Imported imported = read(line + "\n" + line + "\n");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(4, 4, 0, 0));
    }

    @Test
    void jaegerNamesItsProcessesAfterTheirSpans() throws IOException, ImportException {
        Imported imported = read("""
                {"data":[{"traceID":"abc","spans":[{"traceID":"abc","spanID":"1","operationName":"get","startTime":1485467191639875,"duration":100,"processID":"p1",
                 "tags":[{"key":"hit","type":"bool","value":false}],"logs":[{"timestamp":1485467191639900,"fields":[{"key":"event","value":"miss"}]}]}],
                 "processes":{"p1":{"serviceName":"cache","tags":[]}}}],"total":0}""");
        assertThat(imported.source().format()).isEqualTo("Jaeger JSON");
        assertThat(named(imported, "get").start()).isEqualTo(1_485_467_191_639_875_000L);
        assertThat(named(imported, "get").duration()).isEqualTo(100_000);
        assertThat(named(imported, "get").attributes()).containsEntry("hit", "false");
        assertThat(named(imported, "miss").start()).isEqualTo(1_485_467_191_639_900_000L);
        assertThat(imported.lanes()).containsExactly("cache/trace abc");
    }

    @Test
    void zipkinSpansKnowTheirServiceThemselves() throws IOException, ImportException {
        Imported imported = read("""
                [{"traceId":"5af7183fb1d4cf5f","id":"1","kind":"CLIENT","name":"get /api","timestamp":1556604172355737,"duration":1431,
                  "localEndpoint":{"serviceName":"backend"},"tags":{"key":"user:5","http.method":"GET"},"annotations":[{"timestamp":1556604172355800,"value":"sent"}]},
                 {"traceId":"5af7183fb1d4cf5f","id":"2","name":"late"}]""");
        assertThat(imported.source().format()).isEqualTo("Zipkin");
        assertThat(named(imported, "get /api").key()).isEqualTo("user:5");
        assertThat(named(imported, "get /api").attributes())
                .containsEntry("kind", "CLIENT")
                .containsEntry("http.method", "GET");
        assertThat(named(imported, "sent").kind()).isEqualTo(EventKind.INSTANT);
        assertThat(imported.lanes()).containsExactly("backend/trace 5af7183fb1d4cf5f");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(2, 1, 0, 1));
    }

    @Test
    void parentsAndLinksOfOtlpAreLinksWhereverTheyStand() throws IOException, ImportException {
        Imported imported = read("""
                {"resourceSpans":[{"scopeSpans":[{"spans":[
                {"traceId":"AB","spanId":"c1","parentSpanId":"A0","name":"child","startTimeUnixNano":"5","endTimeUnixNano":"6","links":[{"traceId":"ff","spanId":"b7","attributes":[]}]},
                {"traceId":"ab","spanId":"a0","parentSpanId":"","name":"root","startTimeUnixNano":"1","endTimeUnixNano":"9"},
                {"traceId":"ff","spanId":"b7","parentSpanId":"0000000000000000","name":"cause","startTimeUnixNano":"0","endTimeUnixNano":"1"},
                {"traceId":"ff","spanId":"b8","parentSpanId":"dead","name":"orphan","startTimeUnixNano":"0","endTimeUnixNano":"1"}]}]}]}""");
        assertThat(links(imported)).containsExactlyInAnyOrder("root -child-> child", "cause -follows from-> child");
        assertThat(imported.source().assumptions()).contains("1 parents or links of spans are not in this file.");
    }

    @Test
    void attributesOfEveryTypeAreKeptAndIdsMayBeBase64() throws IOException, ImportException {
        Imported imported = read("""
                {"resourceSpans":[{"scopeSpans":[{"spans":[
                {"traceId":"AAAAAAAAAAAAAAAAAAAAqw==","spanId":"AAAAAAAAAKs=","name":"root","kind":3,"startTimeUnixNano":1,"endTimeUnixNano":9,"status":{"code":2,"message":"lost"},
                 "attributes":[{"key":"s","value":{"stringValue":"x"}},{"key":"b","value":{"boolValue":true}},{"key":"i","value":{"intValue":"-7"}},{"key":"d","value":{"doubleValue":1.5}},
                  {"key":"list","value":{"arrayValue":{"values":[{"intValue":"1"},{"stringValue":"y"}]}}},{"key":"map","value":{"kvlistValue":{"values":[{"key":"a","value":{"intValue":2}},{"key":"m","value":{"kvlistValue":{"values":[{"key":"z","value":{"stringValue":"deep"}}]}}}]}}},
                  {"key":"raw","value":{"bytesValue":"AQI="}},{"key":"none","value":{}}],
                 "events":[{"timeUnixNano":"4","name":"retry","attributes":[{"key":"try","value":{"intValue":"2"}}]}]},
                {"traceId":"000000000000000000000000000000ab","spanId":"02","parentSpanId":"00000000000000AB","name":"child","startTimeUnixNano":2,"endTimeUnixNano":3}]}]}]}""");
        assertThat(named(imported, "root").attributes())
                .containsOnly(
                        Map.entry("kind", "CLIENT"),
                        Map.entry("status", "ERROR"),
                        Map.entry("status.message", "lost"),
                        Map.entry("s", "x"),
                        Map.entry("b", "true"),
                        Map.entry("i", "-7"),
                        Map.entry("d", "1.5"),
                        Map.entry("list", "[1,y]"),
                        Map.entry("map.a", "2"),
                        Map.entry("map.m.z", "deep"),
                        Map.entry("raw", "AQI="));
        assertThat(named(imported, "retry").attributes()).containsEntry("try", "2");
        assertThat(links(imported)).containsExactly("root -child-> child");
        assertThat(imported.lanes()).containsExactly("trace 00000000000000ab");
    }

    @Test
    void referencesOfJaegerAreLinks() throws IOException, ImportException {
        Imported imported = read("""
                {"data":[{"traceID":"abc","spans":[
                 {"traceID":"abc","spanID":"1","operationName":"root","startTime":1,"duration":100,"processID":"p1","references":[]},
                 {"traceID":"abc","spanID":"2","operationName":"child","startTime":2,"duration":10,"processID":"p1","references":[{"refType":"CHILD_OF","traceID":"abc","spanID":"1"}],"warnings":["late"]},
                 {"traceID":"abc","spanID":"3","operationName":"next","startTime":20,"duration":10,"processID":"p1","references":[{"refType":"FOLLOWS_FROM","traceID":"abc","spanID":"2"}]}],
                 "processes":{"p1":{"serviceName":"cache"}}}]}""");
        assertThat(links(imported)).containsExactlyInAnyOrder("root -child-> child", "child -follows from-> next");
        assertThat(named(imported, "child").attributes()).containsEntry("warnings", "[late]");
    }

    @Test
    void aSharedSpanOfZipkinIsTheChildOfTheOneItSharesItsIdWith() throws IOException, ImportException {
        Imported imported = read("""
                [{"traceId":"5","id":"1","name":"call","kind":"CLIENT","timestamp":1,"duration":90,"localEndpoint":{"serviceName":"web"}},
                 {"traceId":"5","id":"1","name":"serve","kind":"SERVER","shared":true,"timestamp":10,"duration":50,"localEndpoint":{"serviceName":"shop"}},
                 {"traceId":"5","id":"2","parentId":"1","name":"query","timestamp":20,"duration":5,"localEndpoint":{"serviceName":"shop"},"remoteEndpoint":{"serviceName":"db"}},
                 {"traceId":"5","id":"3","parentId":"1","name":"local","timestamp":21,"duration":5,"localEndpoint":{"serviceName":"web"}}]""");
        assertThat(links(imported))
                .containsExactlyInAnyOrder("call -child-> serve", "serve -child-> query", "call -child-> local");
        assertThat(named(imported, "query").attributes()).containsEntry("remote", "db");
    }

    @Test
    void spansOfGoogleCloudTraceKnowTheirParents() throws IOException, ImportException {
        Imported imported = read("""
                {"traces":[{"projectId":"p","traceId":"00ff","spans":[
                 {"spanId":"12345678901234567890","name":"/","startTime":"2026-03-01T12:00:00.000000001Z","endTime":"2026-03-01T12:00:01Z","labels":{"/http/status_code":"200"}},
                 {"spanId":"2","parentSpanId":"12345678901234567890","name":"get","startTime":"2026-03-01T12:00:00.5Z","endTime":"2026-03-01T12:00:00.6Z"}]}]}""");
        assertThat(links(imported)).containsExactly("/ -child-> get");
        assertThat(named(imported, "/").start() % 1_000).isEqualTo(1);
        assertThat(named(imported, "/").attributes()).containsEntry("/http/status_code", "200");
    }

    @Test
    void aCutFileKeepsTheSpansThatAreWhole() throws IOException, ImportException {
        Imported imported = read(OTLP.substring(0, OTLP.indexOf("\"pay\"") + 3));
        assertThat(imported.source().account()).isEqualTo(new Account.Records(2, 1, 0, 1));
        assertThat(named(imported, "order").kind()).isEqualTo(EventKind.SPAN);
        assertThat(imported.source().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("the rest is lost"));
    }

    @Test
    void durationsAreReadInTheirUnits() {
        SpanTimes times = new SpanTimes();
        assertThat(times.duration("5000ns")).isEqualTo(5_000);
        assertThat(times.duration("1.5s")).isEqualTo(1_500_000_000L);
        assertThat(times.duration("2.25ms")).isEqualTo(2_250_000);
        assertThat(times.duration("7")).isEqualTo(7_000);
        assertThat(times.duration("7 parsecs")).isEqualTo(Decimal.NONE);
    }

    private static List<String> links(Imported imported) {
        EventTable table = imported.table();
        List<String> said = new ArrayList<>();
        for (int link = 0; link < table.links().size(); link++) {
            said.add(table.names().text(table.name(table.links().from(link))) + " -"
                    + table.names().text(table.links().kind(link)) + "-> "
                    + table.names().text(table.name(table.links().to(link))));
        }
        return said;
    }

    private static Event named(Imported imported, String name) {
        return imported.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Imported read(String text) throws IOException, ImportException {
        return Imported.from(
                Files.write(Files.createTempFile(folder, "spans", ".json"), text.getBytes(StandardCharsets.UTF_8)));
    }
}
