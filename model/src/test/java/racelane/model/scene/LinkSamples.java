package racelane.model.scene;

import java.util.Random;
import racelane.model.event.CounterName;
import racelane.model.event.EventKind;
import racelane.model.event.LaneName;
import racelane.model.event.LinkEnd;
import racelane.model.event.Names;
import racelane.model.event.TestSources;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;

/** Traces with links and counters for the tests of pictures. Times in ns from 0. */
final class LinkSamples {
    private LinkSamples() {}

    /** Two threads of one process hand work to each other; a lock's previous owner is a lane without events; two counters. */
    static Trace handOver() {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int first = builder.lane(new LaneName("worker-1", "shop", false));
        int second = builder.lane(new LaneName("worker-2", "shop", false));
        int idle = builder.lane(new LaneName("idle", "shop", false));
        int order = builder.append(EventKind.SPAN, first, 100, 300, builder.word("order"), 1);
        int charge = builder.append(EventKind.SPAN, second, 400, 700, builder.word("charge"), 2);
        int query = builder.append(EventKind.SPAN, second, 450, 600, builder.word("query"), 3);
        int mail = builder.append(EventKind.SPAN, first, 750, 900, builder.word("mail"), 4);
        builder.link(order, charge, builder.word("flow"));
        builder.link(charge, query, builder.word("child"));
        builder.link(order, mail, builder.word("follows from"));
        builder.link(LinkEnd.running(idle, 650), LinkEnd.event(mail, 800), builder.word("previous owner"));
        int heap = builder.counterTrack(new CounterName("shop", "heap", "used", "B"));
        int load = builder.counterTrack(new CounterName("", "load", "", "%"));
        for (int i = 0; i <= 10; i++) {
            builder.sample(heap, i * 100L, i * 1_048_576L, 5 + i);
        }
        builder.sample(load, 0, 0.25, 20);
        builder.sample(load, 500, Double.NaN, 21);
        builder.sample(load, 800, 0.75, 22);
        return Trace.empty(names).with(TestSources.seal("shop.json", builder));
    }

    /** One counter of {@code count} random samples a ns apart, with one peak far above the others. */
    static Trace peak(int count, int at) {
        Random random = new Random(count);
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int track = builder.counterTrack(new CounterName("", "noise", "", ""));
        for (int i = 0; i < count; i++) {
            builder.sample(track, i, i == at ? 1_000L : random.nextInt(100), i + 1);
        }
        return Trace.empty(names).with(TestSources.seal("noise.json", builder));
    }

    /** Two lanes with {@code count} links from each event of the first to the one of the second below it. */
    static Trace many(int count) {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int first = builder.lane(LaneName.thread("from"));
        int second = builder.lane(LaneName.thread("to"));
        for (int i = 0; i < count; i++) {
            int from = builder.append(EventKind.SPAN, first, 10L * i, 10L * i + 4, builder.word("send"), i + 1);
            int to = builder.append(EventKind.SPAN, second, 10L * i + 5, 10L * i + 9, builder.word("receive"), i + 1);
            builder.link(from, to, builder.word("flow"));
        }
        return Trace.empty(names).with(TestSources.seal("many.json", builder));
    }
}
