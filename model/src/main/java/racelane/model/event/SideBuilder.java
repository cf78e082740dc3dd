package racelane.model.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects links and counter samples beside the events of a {@link TraceBuilder}. One thread, but that another may ask for tracks
 * while this one adds samples.
 */
final class SideBuilder {
    private final Map<CounterName, Integer> trackIds = new LinkedHashMap<>();
    private final List<GrowingCounter> tracks = new ArrayList<>();
    private @Nullable GrowingLinks links;
    private long samples;

    synchronized int track(CounterName name) {
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

    synchronized GrowingCounter counted(int track) {
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
     * @param plan where the events were
     * @param order where they are now
     * @param lanes the lanes in the order in which they stand
     */
    SideColumns seal(
            LaneRuns.Plan plan,
            LaneOrder order,
            int[] lanes,
            LaneDepth depth,
            DurationColumn durations,
            EventColumns.Kinds kinds) {
        GrowingLinks all = links;
        if (all == null && tracks.isEmpty()) {
            return SideColumns.NONE;
        }
        Links sealed = Links.NONE;
        if (all != null) {
            all.arrange(lanes);
            LinkResolver resolver = new LinkResolver(all, plan.from(), depth, order.starts(), durations, kinds);
            IntUnaryOperator rowOf = handle -> order.placeOf(plan.rowOf(handle));
            sealed = Links.of(all, resolver.rows(0, rowOf), resolver.rows(1, rowOf));
            links = null;
        }
        return new SideColumns(sealed, tracks.stream().map(GrowingCounter::seal).toList());
    }
}
