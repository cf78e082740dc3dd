package racelane.model.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects links and counter samples beside the events of a {@link TraceBuilder}. One thread. */
final class SideBuilder {
    private final Map<CounterName, Integer> trackIds = new LinkedHashMap<>();
    private final List<GrowingCounter> tracks = new ArrayList<>();
    private @Nullable GrowingLinks links;
    private long samples;

    int track(CounterName name) {
        Integer known = trackIds.putIfAbsent(name, tracks.size());
        if (known != null) {
            return known;
        }
        tracks.add(new GrowingCounter(name));
        return tracks.size() - 1;
    }

    void rename(int track, CounterName name) {
        Integer holder = trackIds.putIfAbsent(name, track);
        if (holder != null && holder != track) {
            throw new IllegalArgumentException("another counter track is called " + name + " already");
        }
        CounterName before = tracks.get(track).rename(name);
        if (!before.equals(name)) {
            trackIds.remove(before);
        }
    }

    GrowingCounter counted(int track) {
        samples++;
        return tracks.get(track);
    }

    long samples() {
        return samples;
    }

    void link(LinkEnd from, LinkEnd to, int kindWord) {
        GrowingLinks all = links;
        if (all == null) {
            all = new GrowingLinks();
            links = all;
        }
        all.add(from, to, kindWord);
    }

    /**
     * Seals what was collected; right after the rows found their order.
     *
     * @param place where each event went before its lane was ordered
     */
    SideColumns seal(int[] place, LaneOrder order, int[] from, LaneDepth depth, long[] ends, byte[] kinds) {
        GrowingLinks all = links;
        if (all == null && tracks.isEmpty()) {
            return SideColumns.NONE;
        }
        Links sealed = Links.NONE;
        if (all != null) {
            int[] rowOf = rowOf(place, order);
            LinkResolver resolver = new LinkResolver(all, from, depth, order.starts(), ends, kinds);
            sealed = Links.of(all, resolver.rows(0, rowOf), resolver.rows(1, rowOf));
            links = null;
        }
        return new SideColumns(sealed, tracks.stream().map(GrowingCounter::seal).toList());
    }

    /** Returns the row of each event by handle. */
    private static int[] rowOf(int[] place, LaneOrder order) {
        int[] handleAt = new int[place.length];
        for (int event = 0; event < place.length; event++) {
            handleAt[place[event]] = event;
        }
        order.apply(handleAt);
        int[] rowOf = new int[place.length];
        for (int row = 0; row < rowOf.length; row++) {
            rowOf[handleAt[row]] = row;
        }
        return rowOf;
    }
}
