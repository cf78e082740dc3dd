package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racelane.importers.Imported;
import racelane.model.event.CounterName;
import racelane.model.event.CounterTrack;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.Links;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;

/** What each kind of record of the Trace Event Format becomes. */
class TracePhasesTest {
    @Test
    void aFlowLinksWhatRunsAtItsStartToWhatBeginsNextAtItsEnd() throws ImportException {
        EventTable table = InMemory.chrome("""
                [{"ph":"X","name":"send","pid":1,"tid":1,"ts":0,"dur":10},{"ph":"s","cat":"f","id":"0x1","name":"msg","pid":1,"tid":1,"ts":5},
                 {"ph":"X","name":"busy","pid":1,"tid":2,"ts":0,"dur":100},
                 {"ph":"X","name":"receive","pid":1,"tid":2,"ts":30,"dur":5},{"ph":"f","cat":"f","id":"0x1","name":"msg","pid":1,"tid":2,"ts":20}]""").table();
        assertThat(links(table)).containsExactly("send -flow-> receive");
    }

    @Test
    void aFlowThatBindsToTheEnclosingSliceDoesSo() throws ImportException {
        EventTable table = InMemory.chrome("""
                [{"ph":"X","name":"send","pid":1,"tid":1,"ts":0,"dur":10},{"ph":"s","cat":"f","id":1,"name":"msg","pid":1,"tid":1,"ts":5},
                 {"ph":"X","name":"busy","pid":1,"tid":2,"ts":0,"dur":100},{"ph":"X","name":"later","pid":1,"tid":2,"ts":30,"dur":5},
                 {"ph":"t","cat":"f","id":1,"name":"msg","pid":1,"tid":2,"ts":20},
                 {"ph":"X","name":"end","pid":1,"tid":3,"ts":40,"dur":9},{"ph":"f","bp":"e","cat":"f","id":1,"name":"msg","pid":1,"tid":3,"ts":41}]""").table();
        assertThat(links(table)).containsExactlyInAnyOrder("send -flow-> busy", "busy -flow-> end");
    }

    @Test
    void flowsOfOtherIdsNamesCategoriesAndProcessesDoNotMix() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":10},{"ph":"X","name":"b","pid":2,"tid":1,"ts":0,"dur":10},
                 {"ph":"s","cat":"f","id":1,"name":"m","pid":1,"tid":1,"ts":1},{"ph":"f","bp":"e","cat":"f","id":2,"name":"m","pid":2,"tid":1,"ts":2},
                 {"ph":"f","bp":"e","cat":"g","id":1,"name":"m","pid":2,"tid":1,"ts":2},{"ph":"f","bp":"e","cat":"f","id":1,"name":"n","pid":2,"tid":1,"ts":2},
                 {"ph":"s","cat":"f","id2":{"local":"7"},"name":"m","pid":1,"tid":1,"ts":1},{"ph":"f","bp":"e","cat":"f","id2":{"local":"7"},"name":"m","pid":2,"tid":1,"ts":2}]""");
        assertThat(links(imported.table())).isEmpty();
        assertThat(imported.source().assumptions()).anyMatch(said -> said.startsWith("6 flow records lead nowhere"));
    }

    @Test
    void eventsAreBoundByBindIdToo() throws ImportException {
        EventTable table = InMemory.chrome("""
                [{"ph":"X","name":"post","pid":1,"tid":1,"ts":0,"dur":10,"bind_id":"0xab","flow_out":true},
                 {"ph":"X","name":"run","pid":1,"tid":2,"ts":30,"dur":10,"bind_id":"0xab","flow_in":true,"flow_out":true},
                 {"ph":"X","name":"done","pid":1,"tid":3,"ts":60,"dur":10,"bind_id":"0xab","flow_in":true}]""").table();
        assertThat(links(table)).containsExactlyInAnyOrder("post -flow-> run", "run -flow-> done");
    }

    @Test
    void countersAreTracksOfTheirProcessOneForEachSeries() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"C","name":"queue","pid":1,"ts":1,"args":{"depth":3,"load":0.25}},{"ph":"C","name":"queue","pid":1,"ts":2,"args":{"depth":9007199254740993}},
                 {"ph":"C","name":"queue","pid":2,"ts":1,"args":{"depth":4}},{"ph":"C","name":"queue","pid":3,"ts":1,"args":{"depth":5}},
                 {"ph":"C","name":"heap","id":"0xa","pid":1,"ts":1,"args":{"used":"17"}},
                 {"ph":"M","pid":1,"name":"process_name","args":{"name":"shop"}}]""");
        List<CounterTrack> tracks = imported.table().counters();
        assertThat(tracks)
                .extracting(CounterTrack::name)
                .containsExactly(
                        new CounterName("shop", "queue", "depth", ""),
                        new CounterName("shop", "queue", "load", ""),
                        new CounterName("", "queue", "depth", ""),
                        new CounterName("", "queue #3", "depth", ""),
                        new CounterName("shop", "heap[0xa]", "used", ""));
        assertThat(tracks.getFirst().text(1)).isEqualTo("9007199254740993");
        assertThat(tracks.get(1).value(0)).isEqualTo(0.25);
        assertThat(imported.table().size()).isZero();
        assertThat(imported.source().account()).isEqualTo(new Account.Records(6, 5, 1, 0));
    }

    @Test
    void aCounterWithoutANumberIsAnInstantThatKeepsWhatItSays() throws ImportException {
        Event event = only(
                InMemory.chrome("[{\"ph\":\"C\",\"name\":\"state\",\"pid\":1,\"ts\":1,\"args\":{\"is\":\"open\"}}]"));
        assertThat(event.kind()).isEqualTo(EventKind.INSTANT);
        assertThat(event.attributes()).containsOnly(Map.entry("is", "open"));
    }

    @Test
    void anObjectsLifeIsAboutTheObject() throws ImportException {
        List<Event> events = InMemory.chrome("""
                [{"ph":"N","name":"Tab","id":"0x1","pid":1,"tid":1,"ts":1},{"ph":"O","name":"Tab","id":"0x1","pid":1,"tid":1,"ts":2,"args":{"snapshot":{"url":"x"}}},
                 {"ph":"D","name":"Tab","id":"0x1","pid":1,"tid":2,"ts":3}]""").events();
        assertThat(events).extracting(Event::key).containsOnly("Tab 0x1");
        assertThat(events)
                .extracting(event -> event.attributes().get("object"))
                .containsExactly("created", "snapshot", "destroyed");
        assertThat(events.get(1).attributes()).containsEntry("snapshot.url", "x");
    }

    @Test
    void samplesDumpsMarksAndClockSyncsAreInstantsThatSayWhatTheyAre() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"P","name":"s","pid":1,"tid":1,"ts":1},{"ph":"v","name":"m","id":1,"pid":1,"tid":1,"ts":2},{"ph":"V","name":"m","id":1,"pid":1,"tid":1,"ts":3},
                 {"ph":"c","name":"clock_sync","pid":1,"tid":1,"ts":4,"args":{"sync_id":"a","issue_ts":3.5}},{"ph":"R","name":"mark","pid":1,"tid":1,"ts":5},
                 {"ph":"(","name":"ctx","id":1,"pid":1,"tid":1,"ts":6},{"ph":"Z","name":"odd","pid":1,"tid":1,"ts":7}]""");
        assertThat(imported.events()).extracting(Event::kind).containsOnly(EventKind.INSTANT);
        assertThat(imported.events())
                .extracting(event -> event.attributes().getOrDefault("phase", ""))
                .containsExactly("sample", "memory dump", "global memory dump", "clock sync", "", "enter context", "Z");
        assertThat(imported.events().get(3).attributes()).containsEntry("issue_ts", "3.5");
        assertThat(imported.source().assumptions()).anyMatch(said -> said.startsWith("1 record(s) of phase \"Z\""));
    }

    @Test
    void nestedArgumentsAndUnknownFieldsAreAttributes() throws ImportException {
        Event event = only(InMemory.chrome("""
                [{"ph":"X","name":"a","pid":1,"tid":1,"ts":1,"dur":2,"tts":1.5,"tdur":0.5,"cname":"good","stack":["f","g"],
                  "args":{"request":{"user":{"id":7},"tags":[1,{"x":null}]},"empty":{},"none":null,"text":"a\\"b\\u00e9\\ud83d\\ude00"}}]"""));
        assertThat(event.attributes())
                .containsOnly(
                        Map.entry("tts", "1.5"),
                        Map.entry("tdur", "0.5"),
                        Map.entry("cname", "good"),
                        Map.entry("stack", "[\"f\",\"g\"]"),
                        Map.entry("request.user.id", "7"),
                        Map.entry("request.tags", "[1,{\"x\":null}]"),
                        Map.entry("text", "a\"bé😀"));
    }

    @Test
    void theLastOfTwoEqualNamesCounts() throws ImportException {
        Event event = only(InMemory.chrome(
                "[{\"ph\":\"i\",\"name\":\"a\",\"name\":\"b\",\"ts\":1,\"ts\":2,\"args\":{\"x\":1,\"x\":2}}]"));
        assertThat(event.name()).isEqualTo("b");
        assertThat(event.start()).isEqualTo(2_000);
        assertThat(event.attributes()).containsOnly(Map.entry("x", "2"));
    }

    @Test
    void escapedNamesOfFieldsAreTheSameFields() throws ImportException {
        Event event = only(InMemory.chrome("[{\"\\u0070h\":\"X\",\"n\\u0061me\":\"a\",\"t\\u0073\":1,\"dur\":2}]"));
        assertThat(event.name()).isEqualTo("a");
        assertThat(event.duration()).isEqualTo(2_000);
    }

    @Test
    void idsThatAreTextNumbersOrNegativeNameTheirThreads() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"i","name":"a","pid":-1,"tid":"main","ts":1},{"ph":"i","name":"a","pid":"7","tid":99999999999999999999,"ts":1},
                 {"ph":"i","name":"a","pid":7,"tid":"007","ts":1}]""");
        assertThat(imported.lanes()).containsExactly("-1/main", "7/99999999999999999999", "7/007");
    }

    @Test
    void asynchronousOperationsNestByIdAndScope() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"b","cat":"n","id":1,"scope":"x","name":"outer","pid":1,"tid":1,"ts":0},{"ph":"b","cat":"n","id":1,"scope":"x","name":"inner","pid":1,"tid":2,"ts":2},
                 {"ph":"b","cat":"n","id":1,"scope":"y","name":"else","pid":1,"tid":1,"ts":1},
                 {"ph":"e","cat":"n","id":1,"scope":"x","name":"inner","pid":1,"tid":3,"ts":5},{"ph":"e","cat":"n","id":1,"scope":"x","name":"outer","pid":1,"tid":1,"ts":9}]""");
        assertThat(named(imported, "outer").duration()).isEqualTo(9_000);
        assertThat(named(imported, "inner").duration()).isEqualTo(3_000);
        assertThat(named(imported, "else").kind()).isEqualTo(EventKind.OPEN);
    }

    @Test
    void nanosecondsAsTheUnitOfDisplayChangeNoTime() throws ImportException {
        for (String trace : List.of(
                "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[{\"ph\":\"i\",\"name\":\"a\",\"ts\":1.234}]}",
                "{\"traceEvents\":[{\"ph\":\"i\",\"name\":\"a\",\"ts\":1.234}],\"displayTimeUnit\":\"ns\"}")) {
            Imported imported = InMemory.chrome(trace);
            assertThat(only(imported).start()).isEqualTo(1_234);
            assertThat(imported.source().assumptions()).anyMatch(said -> said.contains("shown in ns"));
        }
    }

    @Test
    void sortIndexesAndLabelsAreCountedAsSkippedAndLabelsSaid() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"M","pid":1,"name":"process_sort_index","args":{"sort_index":-5}},{"ph":"M","pid":1,"tid":2,"name":"thread_sort_index","args":{"sort_index":3}},
                 {"ph":"M","pid":1,"name":"process_labels","args":{"labels":"tab: shop"}},{"ph":"i","name":"a","pid":1,"tid":2,"ts":1}]""");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(4, 1, 3, 0));
        assertThat(imported.source().assumptions()).contains("Labels of processes: 1 \"tab: shop\".");
    }

    @Test
    void lanesStandInTheOrderOfTheirSortIndexes() throws ImportException {
        Imported imported = InMemory.chrome("""
                [{"ph":"i","name":"a","pid":1,"tid":1,"ts":1},{"ph":"i","name":"b","pid":2,"tid":7,"ts":2},
                 {"ph":"i","name":"c","pid":1,"tid":2,"ts":3},{"ph":"i","name":"d","pid":3,"tid":1,"ts":4},
                 {"ph":"i","name":"e","pid":1,"tid":3,"ts":5},{"ph":"i","name":"f","pid":2,"tid":8,"ts":6},
                 {"ph":"M","pid":3,"name":"process_sort_index","args":{"sort_index":-5}},
                 {"ph":"M","pid":1,"name":"process_sort_index","args":{"sort_index":10}},
                 {"ph":"M","pid":1,"tid":1,"name":"thread_sort_index","args":{"sort_index":3}},
                 {"ph":"M","pid":1,"tid":3,"name":"thread_sort_index","args":{"sort_index":-1}}]""");
        assertThat(imported.lanes()).containsExactly("3/1", "2/7", "2/8", "1/3", "1/2", "1/1");
    }

    @Test
    void whatStandsAroundTheRecordsMayBeDeepAndLarge() throws ImportException {
        String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
        String large = "\"" + "x\\\"]}".repeat(100_000) + "\"";
        Imported imported = InMemory.chrome("{\"metadata\":" + deep + ",\"stackFrames\":{\"1\":" + large
                + "},\"traceEvents\":[{\"ph\":\"i\",\"name\":\"a\",\"ts\":1}],\"otherData\":" + large + "}");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(1, 1, 0, 0));
        assertThat(imported.source().problems()).isEmpty();
    }

    @Test
    void aRecordLongerThanTheReadersBufferIsReadWhole() throws ImportException {
        String text = "y".repeat(900_000);
        Imported imported = InMemory.chrome("[{\"ph\":\"i\",\"name\":\"a\",\"ts\":1,\"args\":{\"t\":\"" + text
                + "\",\"u\":\"" + text + "\",\"z\":1}},{\"ph\":\"i\",\"name\":\"b\",\"ts\":2}]");
        assertThat(imported.events()).extracting(Event::name).containsExactly("a", "b");
        assertThat(imported.events().getFirst().attributes()).containsOnly(Map.entry("z", "1"));
        assertThat(imported.source().assumptions()).anyMatch(said -> said.startsWith("Attribute \"t\""));
    }

    private static List<String> links(EventTable table) {
        Links links = table.links();
        List<String> said = new java.util.ArrayList<>();
        for (int link = 0; link < links.size(); link++) {
            said.add(name(table, links.from(link)) + " -" + table.names().text(links.kind(link)) + "-> "
                    + name(table, links.to(link)));
        }
        return said;
    }

    private static String name(EventTable table, int row) {
        return row < 0 ? "lane " + ~row : table.names().text(table.name(row));
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
}
