package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.importers.Imported;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
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
