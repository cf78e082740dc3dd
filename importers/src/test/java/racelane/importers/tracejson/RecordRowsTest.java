package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

class RecordRowsTest {
    @TempDir
    Path folder;

    @Test
    void recordsOfAllLengthsAreReadWhereverRowsEnd() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int records = 3_000 + random.nextInt(4_000);
            StringBuilder text = new StringBuilder("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
            for (int i = 0; i < records; i++) {
                text.append(i == 0 ? "" : ",").append("\n".repeat(random.nextInt(3)));
                int length = random.nextInt(500) == 0 ? random.nextInt(400_000) : random.nextInt(300);
                text.append("{\"ph\":\"i\",\"ts\":")
                        .append(i)
                        .append(",\"pid\":1,\"tid\":")
                        .append(i % 3);
                text.append(",\"name\":\"n")
                        .append(i)
                        .append("\",\"args\":{\"a\":{\"b\":")
                        .append(i);
                text.append("},\"pad\":[\"").append("x".repeat(length)).append("\"]}}");
            }
            EventTable table = read(text + "]}", seed);
            assertThat(table.source().account()).isEqualTo(new Account.Records(records, records, 0, 0));
            assertThat(table.source().problems()).isEmpty();
            List<Event> events = events(table);
            for (int i = 0; i < records; i++) {
                Event event = events.get(i);
                assertThat(event.name()).isEqualTo("n" + event.start() / 1_000);
                assertThat(event.origin()).isEqualTo(event.start() / 1_000 + 1);
                assertThat(event.attributes()).containsEntry("a.b", "" + event.start() / 1_000);
            }
            int any = 1 + random.nextInt(records);
            assertThat(table.source().text().quote(any)).contains("\"n" + (any - 1) + "\"");
        }
    }

    @Test
    void damageTakesOnlyTheRecordItIsInWhereverItStands() throws Exception {
        for (int damaged = 0; damaged < 6_000; damaged += 797) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < 6_000; i++) {
                text.append(
                                i == damaged
                                        ? "{\"ph\":\"i\",\"ts\":oops!,\"name\":}"
                                        : "{\"ph\":\"i\",\"ts\":" + i
                                                + ",\"pid\":1,\"tid\":2,\"name\":\"a name of some length\",\"args\":{\"x\":\"yyyyyyyyyyyyyyyyyyyyy\"}}")
                        .append(",\n");
            }
            EventTable table = read(text + "]", damaged);
            assertThat(table.source().account()).isEqualTo(new Account.Records(6_000, 5_999, 0, 1));
            assertThat(table.source().problems()).singleElement().asString().contains("record " + (damaged + 1));
        }
    }

    /** Reads with and without a helper, and returns what came of it, which is the same. */
    private EventTable read(String text, int number) throws Exception {
        Path file = Files.write(folder.resolve(number + ".json"), text.getBytes(StandardCharsets.UTF_8));
        EventTable alone = new SourceReader(List.of(new ChromeTraceImporter()))
                .read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
        try (ExecutorService helpers = Executors.newCachedThreadPool()) {
            EventTable helped = new SourceReader(List.of(new ChromeTraceImporter()), helpers)
                    .read(file, ImportOptions.DEFAULT, new Names(), Progress.none());
            assertThat(told(helped)).isEqualTo(told(alone));
            assertThat(helped.source().problems()).isEqualTo(alone.source().problems());
            assertThat(helped.source().account()).isEqualTo(alone.source().account());
        }
        return alone;
    }

    /** Returns what each event says, without the objects it came from, of which each reading has its own. */
    private static List<List<Object>> told(EventTable table) {
        return events(table).stream()
                .map(event -> List.<Object>of(
                        event.ref(),
                        event.kind(),
                        event.lane().name(),
                        event.start(),
                        event.end(),
                        event.name(),
                        event.attributes(),
                        event.origin()))
                .toList();
    }

    private static List<Event> events(EventTable table) {
        Trace trace = Trace.of(table.names(), List.of(table));
        List<Event> events = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            events.add(trace.at(new EventRef(0, row)));
        }
        return events;
    }
}
