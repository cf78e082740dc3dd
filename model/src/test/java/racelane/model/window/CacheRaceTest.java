package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.time.TimeRange;

/** The flagship case: a read between set and invalidate, in a log without threads. */
class CacheRaceTest {
    private static final long BASE = 1_702_500_123_000L * Histories.MS;

    @Test
    void theReadInsideTheUpdateIsTheOnlyWindow() {
        Trace trace = cacheRace(456, 458);
        Findings findings = find(trace);
        assertThat(findings.total()).isEqualTo(1);
        assertThat(findings.truncated()).isFalse();
        RaceWindow window = findings.windows().getFirst();
        assertThat(window.pattern()).isEqualTo("stale-read");
        assertThat(window.key()).isEqualTo("user:123");
        assertThat(window.range()).isEqualTo(new TimeRange(at(455), at(460)));
        assertThat(window.verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(window.evidence()).isEqualTo(Evidence.WITNESSED);
        assertThat(window.score()).isEqualTo(0.8);
        assertThat(window.count()).isEqualTo(1);
        assertThat(window.countExact()).isTrue();
        assertThat(window.holdsIf()).isEmpty();
        assertThat(window.steps()).isEqualTo("set → read → invalidate");
        assertThat(window.explanation())
                .isEqualTo("getCache of user:123 started 1 ms after the value was set and ended 2 ms before its related"
                        + " entries were invalidated; it returned OLD.");
        assertThat(window.roles()).extracting(WindowRole::role).containsExactly("W.start", "R", "W.end");
        assertThat(window.roles()).extracting(WindowRole::intruder).containsExactly(false, true, false);
        assertThat(window.roles().stream().map(role -> trace.at(role.event()).name()))
                .containsExactly("cache.set", "getCache", "invalidateRelated");
        assertThat(window.roles().get(1).time()).isEqualTo(at(456));
        assertThat(window.roles().get(1).endTime()).isEqualTo(at(458));
    }

    @Test
    void aReadAfterTheInvalidationIsNoWindow() {
        assertThat(find(cacheRace(461, 463)).windows()).isEmpty();
    }

    @Test
    void theSameFindingHasTheSameIdWhateverElseIsOpen() {
        Names names = new Names();
        Trace alone = Trace.of(names, List.of(table(names, 456, 458)));
        Trace second = Trace.of(
                names, List.of(Histories.table(names, "other.log", "other", "1 x noise a:1"), table(names, 456, 458)));
        assertThat(find(second).windows().getFirst().id())
                .isEqualTo(find(alone).windows().getFirst().id())
                .matches("[0-9a-f]{10}");
    }

    private static Findings find(Trace trace) {
        return new Matcher().find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none());
    }

    private static long at(long ms) {
        return BASE + ms * Histories.MS;
    }

    private static Trace cacheRace(long readStart, long readEnd) {
        Names names = new Names();
        return Trace.of(names, List.of(table(names, readStart, readEnd)));
    }

    private static EventTable table(Names names, long readStart, long readEnd) {
        TraceBuilder builder = new TraceBuilder(names);
        int key = builder.word("user:123");
        int update = builder.lane(LaneName.inferred("updateCache"));
        int read = builder.lane(LaneName.inferred("getCache"));
        int[] inside = {builder.word("within"), builder.word("updateCache"), builder.word("phase"), builder.word("end")
        };
        int outer = builder.append(EventKind.OPEN, update, at(450), at(450), builder.word("updateCache"), 1);
        builder.key(outer, key);
        int set = builder.append(EventKind.INSTANT, update, at(455), at(455), builder.word("cache.set"), 2);
        builder.key(set, key);
        builder.addAttributes(set, builder.attributes(inside));
        int get = builder.append(EventKind.OPEN, read, at(readStart), at(readStart), builder.word("getCache"), 3);
        builder.key(get, key);
        builder.close(get, at(readEnd), 4);
        builder.addAttributes(get, builder.attributes(builder.word("result"), builder.word("OLD")));
        int drop = builder.append(EventKind.INSTANT, update, at(460), at(460), builder.word("invalidateRelated"), 5);
        builder.key(drop, key);
        builder.addAttributes(drop, builder.attributes(inside));
        builder.seenUntil(outer, at(460));
        return builder.seal(Histories.source(builder, "cache-race.log", "wall clock", 5));
    }
}
