package racelane.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import racelane.model.event.CounterName;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.NoteMark;
import racelane.model.scene.SourceLine;
import racelane.model.scene.StepQuotes;
import racelane.model.scene.Theme;
import racelane.model.source.Account;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

/**
 * Figures made up from a seed: from one lane to sixty, names of every length and script, notes, links, counters, gaps, windows that make
 * sense and windows that do not, narrow and wide, light and dark. The same seed gives the same figure.
 */
final class FigureCases {
    static final long BASE = 1_784_000_000_455_000_000L;
    private static final long MS = 1_000_000;
    private static final String[] WORDS = {
        "updateCache",
        "getCache",
        "cache.set",
        "GET /users/123/orders/history?page=4&sort=descending&expand=all",
        "lock",
        "com.example.shop.checkout.internal.ReservationServiceImpl.reserveEverythingThatIsInTheBasket",
        "更新キャッシュ",
        "Обновить кэш пользователя",
        "حجز الطلب",
        "שמירת הזמנה 42 בתור",
        "Ünïcödé ﬁx",
        "tab\there\u202Ereversed\u0000",
        "☃ 🚀 launch",
        "x",
        "SELECT * FROM orders WHERE id = ? FOR UPDATE"
    };
    private static final String[] LANES = {
        "http-nio-8080-exec-",
        "main",
        "pool-1-thread-",
        "ForkJoinPool.commonPool-worker-",
        "线程-",
        "خيط ",
        "t",
        "a-thread-name-that-goes-on-and-on-because-somebody-put-the-request-path-into-it-"
    };
    private static final String[] SENTENCES = {
        "Seen twice on Tuesday.",
        "The reader got the old value although the writer had finished, so the order of set and invalidate matters here.",
        "缓存在失效之前被读取。",
        "https://example.com/a/very/long/address/without/any/blank/that/could/be/broken/at/a/sensible/place?really=true",
        "Först\nsedan"
    };

    private final Random random;
    private final long seed;

    FigureCases(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Returns the figure of this seed. */
    FigureRequest request() {
        int lanes = switch ((int) (seed % 5)) {
            case 0 -> 1;
            case 1 -> 60;
            default -> 2 + random.nextInt(14);
        };
        Trace trace = trace(lanes);
        boolean explained = seed % 4 != 3;
        int[] widths = {480, 800, 1200, 1800, 3840, 16_000};
        Optional<RaceWindow> focus = explained ? Optional.of(window(trace)) : Optional.empty();
        Map<SourceLine, String> quotes = new HashMap<>();
        focus.ifPresent(window -> window.roles()
                .forEach(role -> quotes.put(StepQuotes.last(trace, role), "[" + seed + "] " + sentence() + word())));
        Set<Integer> counters = new HashSet<>();
        if (random.nextInt(4) == 0) {
            for (int i = 0; i < trace.counters().size(); i++) {
                counters.add(i);
            }
        }
        boolean whole = random.nextInt(3) == 0;
        return new FigureRequest(
                trace,
                focus.stream().toList(),
                focus,
                whole ? trace.extent() : Optional.empty(),
                random.nextInt(4) == 0 ? Set.of(0) : Set.of(),
                notes(trace),
                quotes,
                widths[random.nextInt(widths.length)],
                1,
                random.nextBoolean() ? Theme.LIGHT : Theme.DARK,
                random.nextInt(3) == 0 ? sentence() + " " + word() : "",
                java.time.ZoneId.of(random.nextBoolean() ? "UTC" : "Asia/Kathmandu"),
                "Racelane test",
                counters,
                style());
    }

    private FigureStyle style() {
        FigureStyle.Axes[] axes = FigureStyle.Axes.values();
        return FigureStyle.DEFAULT
                .withAxes(axes[random.nextInt(axes.length)])
                .withLegend(random.nextInt(5) > 0)
                .withCaption(random.nextInt(3) == 0 ? sentence() : "")
                .withNumber(random.nextBoolean() ? "figure 2 of 4" : "");
    }

    private Trace trace(int lanes) {
        Names names = new Names();
        Trace trace = Trace.empty(names);
        int sources = 1 + random.nextInt(3);
        boolean processes = random.nextBoolean();
        for (int source = 0; source < sources; source++) {
            TraceBuilder builder = new TraceBuilder(names);
            List<Integer> ids = new ArrayList<>();
            for (int lane = 0; lane < Math.max(1, lanes / sources); lane++) {
                String name = LANES[random.nextInt(LANES.length)] + (source * 100 + lane);
                ids.add(builder.lane(new LaneName(name, processes ? "service-" + lane % 3 : "", lane % 7 == 6)));
            }
            List<Integer> events = new ArrayList<>();
            ids.forEach(lane -> lane(builder, lane, events));
            links(builder, events);
            int track = builder.counterTrack(new CounterName("service-1", "heap", "used " + word(), "B"));
            for (int i = 0; i < 20; i++) {
                builder.sample(track, BASE + i * 3 * MS, random.nextInt(1 << 20), i + 1);
            }
            trace = trace.with(seal(builder, word().replaceAll("[/?*:\\p{Cntrl}]", "_") + source + ".log"));
        }
        return trace;
    }

    /** Bursts of events, and sometimes seconds between them. */
    private void lane(TraceBuilder builder, int lane, List<Integer> events) {
        long time = BASE + random.nextInt(4) * MS;
        int count = 1 + random.nextInt(seed % 7 == 0 ? 120 : 14);
        for (int i = 0; i < count; i++) {
            time += random.nextLong(3 * MS) + 1;
            if (seed % 3 == 0 && i == count / 2) {
                time = BASE + 4_000 * MS + random.nextInt(4) * MS;
            }
            long length = random.nextInt(4) == 0 ? 0 : random.nextLong(4 * MS);
            EventKind kind = length == 0
                    ? EventKind.INSTANT
                    : random.nextInt(14) == 0
                            ? EventKind.OPEN
                            : random.nextInt(9) == 0 ? EventKind.WAIT : EventKind.SPAN;
            int event = builder.append(kind, lane, time, time + length, builder.word(word()), i + 1);
            events.add(event);
            if (random.nextBoolean()) {
                builder.key(event, builder.word("user:" + random.nextInt(500)));
            }
            builder.addAttributes(event, builder.attributes(builder.word("result"), builder.word(word())));
        }
    }

    private void links(TraceBuilder builder, List<Integer> events) {
        for (int i = 0; i < random.nextInt(8) && events.size() > 1; i++) {
            int from = events.get(random.nextInt(events.size()));
            int to = events.get(random.nextInt(events.size()));
            if (from != to) {
                builder.link(from, to, builder.word("flow"));
            }
        }
    }

    private EventTable seal(TraceBuilder builder, String file) {
        int lost = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 0;
        return builder.seal(new Source(
                Path.of(file),
                "0".repeat(64),
                SourceKind.LOG,
                "log",
                "clock",
                MS,
                random.nextInt(3) == 0 ? ClockSetting.typed(ClockMapping.offset(3_200_000)) : ClockSetting.NONE,
                new Account.Lines(builder.size() + lost, builder.size(), 0, 0, 0, lost),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED));
    }

    /** Two events of one lane and one of another, as they come: not every such window makes sense, every one must look right. */
    private RaceWindow window(Trace trace) {
        EventTable table = trace.tables().getFirst();
        var slice = table.slices().getFirst();
        int first = slice.from() + random.nextInt(Math.max(1, slice.size() / 2));
        int last = Math.min(slice.to() - 1, first + 1 + random.nextInt(4));
        int otherTable = trace.tables().size() - 1;
        EventTable other = trace.tables().getLast();
        var foreign = other.slices().getLast();
        int intruder = Math.min(foreign.to() - 1, foreign.firstAtOrAfter(table.start(first)));
        long end = Math.max(table.start(last), table.start(first) + 1000);
        return new RaceWindow(
                "w" + seed,
                "stale-read",
                sentence(),
                "set → read → invalidate",
                word(),
                random.nextBoolean() ? Verdict.CERTAIN : Verdict.POSSIBLE,
                random.nextBoolean() ? Evidence.WITNESSED : Evidence.EXPOSED,
                0.5,
                new TimeRange(table.start(first), end),
                List.of(
                        role(trace, new EventRef(0, first), table.start(first), table.start(first), false),
                        role(
                                trace,
                                new EventRef(otherTable, intruder),
                                other.start(intruder),
                                other.end(intruder),
                                true),
                        role(trace, new EventRef(0, last), end, end, false)),
                1,
                true,
                random.nextInt(3) == 0 ? "the clocks are less than 2 ms apart" : "",
                sentence() + " " + word());
    }

    private static WindowRole role(Trace trace, EventRef ref, long from, long to, boolean intruder) {
        return new WindowRole("R", ref, trace.laneId(ref), from, to, intruder);
    }

    private List<NoteMark> notes(Trace trace) {
        TimeRange extent = trace.extent().orElseThrow();
        List<NoteMark> notes = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(9);
        for (int i = 0; i < count; i++) {
            long at = extent.start() + (long) (random.nextDouble() * extent.duration());
            long end = random.nextBoolean() ? at : Math.min(extent.end(), at + random.nextInt(5_000_000));
            OptionalInt lane = random.nextBoolean()
                    ? OptionalInt.of(random.nextInt(trace.lanes().size()))
                    : OptionalInt.empty();
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < random.nextInt(7); part++) {
                text.append(sentence()).append(' ');
            }
            String title = random.nextInt(4) == 0 ? "" : "H" + i + " " + word();
            notes.add(
                    new NoteMark("n" + i, title, text.toString(), new TimeRange(at, end), lane, random.nextBoolean()));
        }
        return notes;
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String sentence() {
        return SENTENCES[random.nextInt(SENTENCES.length)];
    }
}
