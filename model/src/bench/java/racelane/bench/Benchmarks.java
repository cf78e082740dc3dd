package racelane.bench;

import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.function.Supplier;
import org.openjdk.jmh.Main;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.scene.RowIndex;

/** Runs the benchmarks that the argument names; before those of the store and of scenes, prints how much heap an event costs. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs it; the arguments are those of JMH. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String named = String.join(" ", arguments);
        if (named.contains("EventStore")) {
            printHeapOf("store", Workload::store);
            printHeapOf("list of records", Workload::list);
        }
        if (named.contains("Scene")) {
            EventTable table = Workload.store();
            Trace trace = Trace.of(table.names(), List.of(table));
            printHeapOf("index for drawing", () -> RowIndex.of(trace));
        }
        Main.main(arguments);
    }

    private static void printHeapOf(String what, Supplier<Object> maker) throws InterruptedException {
        long before = usedAfterCollection();
        long begin = System.nanoTime();
        Object kept = maker.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long used = usedAfterCollection() - before;
        long beginOfCollection = System.nanoTime();
        System.gc();
        double collection = (System.nanoTime() - beginOfCollection) / 1e6;
        System.out.printf(
                "%s: %.1f bytes per event (%d MiB for %d events, made in %.1f s, a full collection takes %.0f ms)%n",
                what, (double) used / Workload.EVENTS, used >> 20, Workload.EVENTS, seconds, collection);
        Reference.reachabilityFence(kept);
    }

    private static long usedAfterCollection() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
