package racelane.app.timeline;

import java.nio.file.Path;
import java.util.List;
import racelane.model.event.CounterName;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/** Traces of a few events, for tests. */
public final class SmallTraces {
    static final EventRef FIRST_OF_WORKER = new EventRef(0, 0);
    static final int EVENTS_OF_WORKER = 5;

    private SmallTraces() {}

    /** Worker does three things in one source and two in another; reader does one in the first. */
    static Trace twoLanesOverTwoSources() {
        Names names = new Names();
        TraceBuilder log = new TraceBuilder(names);
        int worker = log.lane(LaneName.thread("refresher"));
        int reader = log.lane(LaneName.thread("reader"));
        log.append(EventKind.SPAN, worker, 1_000_000, 1_000_500, log.word("update"), 1);
        log.append(EventKind.INSTANT, worker, 1_000_100, 1_000_100, log.word("set"), 2);
        log.append(EventKind.SPAN, reader, 1_000_120, 1_000_180, log.word("get"), 3);
        log.append(EventKind.INSTANT, worker, 1_000_200, 1_000_200, log.word("invalidate"), 4);
        TraceBuilder trace = new TraceBuilder(names);
        int same = trace.lane(LaneName.thread("refresher"));
        trace.append(EventKind.SPAN, same, 1_000_050, 1_000_090, trace.word("SET"), 1);
        trace.append(EventKind.SPAN, same, 1_000_150, 1_000_190, trace.word("DEL"), 2);
        return Trace.of(names, List.of(seal(log, "a.log"), seal(trace, "b.json")));
    }

    /** Ten events within 10 µs, an hour of nothing, ten more. */
    static Trace twoBurstsAnHourApart() {
        Names names = new Names();
        TraceBuilder log = new TraceBuilder(names);
        int worker = log.lane(LaneName.thread("worker"));
        long hour = 3_600_000_000_000L;
        for (int i = 0; i < 20; i++) {
            long start = (i / 10) * hour + 1_000_000L + i * 1_000L;
            log.append(EventKind.SPAN, worker, start, start + 600, log.word("work"), i + 1);
        }
        return Trace.of(names, List.of(seal(log, "a.log")));
    }

    /** A worker hands an order to a payer and to a mailer; a counter beside them. */
    public static Trace oneHandsToTwo() {
        Names names = new Names();
        TraceBuilder log = new TraceBuilder(names);
        int worker = log.lane(LaneName.thread("worker"));
        int payer = log.lane(LaneName.thread("payer"));
        int order = log.append(EventKind.SPAN, worker, 100, 200, log.word("order"), 1);
        int charge = log.append(EventKind.SPAN, payer, 400, 600, log.word("charge"), 2);
        int mail = log.append(EventKind.SPAN, payer, 700, 900, log.word("mail"), 3);
        log.link(order, charge, log.word("flow"));
        log.link(order, mail, log.word("flow"));
        int queue = log.counterTrack(new CounterName("", "queue", "", ""));
        log.sample(queue, 100, 7L, 8);
        log.sample(queue, 200, 1_200L, 9);
        return Trace.of(names, List.of(seal(log, "a.log")));
    }

    private static EventTable seal(TraceBuilder builder, String file) {
        return builder.seal(new Source(
                Path.of(file),
                "0".repeat(64),
                SourceKind.LOG,
                "test of " + file,
                "wall clock",
                1,
                ClockSetting.NONE,
                new Account.Lines(4, 4, 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED));
    }
}
