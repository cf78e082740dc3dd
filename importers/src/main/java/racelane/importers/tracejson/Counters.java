package racelane.importers.tracejson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.event.CounterName;
import racelane.model.event.EventSink;

/**
 * Makes counter tracks of counter records: one for each process, counter, id and series. A process's name may come after its counters,
 * so tracks get their final name at the end. One thread.
 */
final class Counters {
    private final EventSink sink;
    private final RecordReader words;
    private final Map<Series, Integer> tracks = new HashMap<>();
    private final List<Series> inOrder = new ArrayList<>();

    Counters(EventSink sink, RecordReader words) {
        this.sink = sink;
        this.words = words;
    }

    /** One line of a counter. Compares by hand: what makes a record's methods at run time costs every start 30 ms. */
    private record Series(long process, int name, int id, int series) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Series one
                    && process == one.process
                    && name == one.name
                    && id == one.id
                    && series == one.series;
        }

        @Override
        public int hashCode() {
            return ((Long.hashCode(process) * 31 + name) * 31 + id) * 31 + series;
        }
    }

    /** Adds the values of a record. */
    void add(TraceRecord record, int origin) {
        for (int i = 0; i < record.values; i++) {
            Series series = new Series(record.process, record.name, record.id, record.valueNames[i]);
            Integer track = tracks.get(series);
            if (track == null) {
                track = sink.counterTrack(new CounterName("", "counter " + inOrder.size(), "", ""));
                tracks.put(series, track);
                inOrder.add(series);
            }
            if (record.valueIsWhole[i]) {
                sink.sample(track, record.time, record.wholeValues[i], origin);
            } else {
                sink.sample(track, record.time, record.realValues[i], origin);
            }
        }
    }

    /** Gives the tracks their names; those of processes without a name are told apart by their numbers where need be. */
    void name(TraceLanes lanes) {
        Set<CounterName> taken = new HashSet<>();
        for (Series one : inOrder) {
            String id = words.idText(one.id());
            String name = words.text(one.name()) + (id.isEmpty() ? "" : "[" + id + "]");
            String series = words.text(one.series());
            String process = lanes.processName(one.process());
            CounterName wanted = new CounterName(process, name, series, "");
            for (int attempt = 0; !taken.add(wanted); attempt++) {
                String number = " #" + words.actor(one.process()) + (attempt == 0 ? "" : "." + attempt);
                wanted = new CounterName(process, name + number, series, "");
            }
            sink.renameCounter(tracks.getOrDefault(one, 0), wanted);
        }
    }
}
