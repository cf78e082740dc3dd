package racelane.model.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.lane.LanePlan;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;
import racelane.model.window.WindowRole;

/** Traces and windows for the tests of pictures. */
public final class SceneSamples {
    /** The first instant of the cache race, ns since the epoch, less its 450 ms. */
    public static final long CACHE_RACE = 1_702_500_123_000L * 1_000_000L;

    private static final long MS = 1_000_000;
    private static final String[] LINES = {
        "[1702500123450] updateCache START: user:123",
        "[1702500123455] updateCache cache.set COMPLETE: user:123",
        "[1702500123456] getCache START: user:123",
        "[1702500123458] getCache COMPLETE: user:123 [OLD]",
        "[1702500123460] updateCache invalidateRelated COMPLETE: user:123"
    };

    private SceneSamples() {}

    /** Six px a letter whatever the font: tests then read easily. */
    public static TextMeasure sixPixels() {
        return (text, font, size) -> 6 * text.codePointCount(0, text.length()) * size / 12;
    }

    /** The log of the cache race: a read falls between a set and its invalidation. */
    public static Trace cacheRace() {
        Names names = new Names();
        TraceBuilder builder = new TraceBuilder(names);
        int writer = builder.lane(LaneName.inferred("updateCache"));
        int reader = builder.lane(LaneName.inferred("getCache"));
        int update = builder.append(EventKind.OPEN, writer, at(450), at(450), builder.word("updateCache"), 1);
        int set = builder.append(EventKind.INSTANT, writer, at(455), at(455), builder.word("cache.set"), 2);
        int get = builder.append(EventKind.OPEN, reader, at(456), at(456), builder.word("getCache"), 3);
        builder.close(get, at(458), 4);
        builder.addAttributes(get, builder.attributes(builder.word("result"), builder.word("OLD")));
        int done = builder.append(EventKind.INSTANT, writer, at(460), at(460), builder.word("invalidateRelated"), 5);
        builder.seenUntil(update, at(460));
        for (int event : new int[] {update, set, get, done}) {
            builder.key(event, builder.word("user:123"));
        }
        return Trace.empty(names).with(builder.seal(source(builder, "cache-race.log", line -> LINES[line - 1])));
    }

    /** The window of the cache race. */
    public static RaceWindow cacheRaceWindow() {
        return new RaceWindow(
                "w1",
                "stale-read",
                "Read between a write and its invalidation",
                "set → read → invalidate",
                "user:123",
                Verdict.CERTAIN,
                Evidence.WITNESSED,
                0.97,
                new TimeRange(at(455), at(460)),
                List.of(
                        new WindowRole("W.start", new EventRef(0, 1), 0, at(455), at(455), false),
                        new WindowRole("R", new EventRef(0, 3), 1, at(456), at(458), true),
                        new WindowRole("W.end", new EventRef(0, 2), 0, at(460), at(460), false)),
                1,
                true,
                "",
                "getCache started 1 ms after the value was set and ended 2 ms before its related entries were"
                        + " invalidated; it returned the old value.");
    }

    private static long at(long ms) {
        return CACHE_RACE + ms * MS;
    }

    /** A request for the lanes of {@code trace}, fitted to {@code range}. */
    public static SceneRequest request(Trace trace, TimeRange range, double width, double height) {
        return new SceneRequest(
                trace,
                RowIndex.of(trace),
                LanePlan.of(trace),
                TimeScale.fit(range, width - 100),
                width,
                height,
                100,
                0,
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                LaneMetrics.window(),
                sixPixels());
    }

    /** The same request with a selected window and notes. */
    public static SceneRequest explained(SceneRequest plain, RaceWindow window, List<NoteMark> notes) {
        return new SceneRequest(
                plain.trace(),
                plain.rows(),
                plain.plan(),
                plain.scale(),
                plain.width(),
                plain.height(),
                plain.gutter(),
                plain.scrollY(),
                List.of(window),
                Optional.of(window),
                plain.selection(),
                plain.selectedRange(),
                plain.cursor(),
                notes,
                plain.metrics(),
                plain.measure());
    }

    /** A busy trace: {@code lanes} threads in two sources with nested, overlapping, waiting and open spans and instants. */
    public static Trace busy(long seed, int lanes, int eventsPerLane) {
        Random random = new Random(seed);
        Names names = new Names();
        String[] words = {
            "GET /users/123",
            "PUT /users/123",
            "refreshTtl",
            "cache.set",
            "prewarm",
            "lock wait",
            "UPDATE users",
            "Young",
            "invalidateRelated",
            "readProfile",
            "evict",
            "db.commit"
        };
        Trace trace = Trace.empty(names);
        for (String file : new String[] {"gateway.jfr", "cache-service.log"}) {
            TraceBuilder builder = new TraceBuilder(names);
            List<Integer> ids = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                boolean shared = lane % 3 == 0;
                ids.add(builder.lane(LaneName.thread(shared ? "refresher-" + lane : file.charAt(0) + "-pool-" + lane)));
            }
            for (int lane : ids) {
                long time = at(440);
                for (int i = 0; i < eventsPerLane; i++) {
                    time += random.nextLong(4 * MS / 3) + 1;
                    long length = random.nextInt(5) == 0 ? 0 : random.nextLong(3 * MS);
                    EventKind kind = length == 0
                            ? EventKind.INSTANT
                            : random.nextInt(12) == 0
                                    ? EventKind.OPEN
                                    : random.nextInt(9) == 0 ? EventKind.WAIT : EventKind.SPAN;
                    String word = words[random.nextInt(words.length)];
                    int event = builder.append(kind, lane, time, time + length, builder.word(word), i + 1);
                    if (random.nextBoolean()) {
                        builder.key(event, builder.word("user:" + random.nextInt(200)));
                    }
                }
            }
            trace = trace.with(builder.seal(source(builder, file, SourceText.none())));
        }
        return trace;
    }

    static Source source(TraceBuilder builder, String file, SourceText text) {
        return new Source(
                Path.of(file),
                "0".repeat(64),
                SourceKind.LOG,
                file.substring(file.lastIndexOf(".") + 1),
                "clock",
                MS,
                ClockSetting.NONE,
                new Account.Lines(builder.size(), builder.size(), 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                text,
                Interpretation.FIXED);
    }
}
