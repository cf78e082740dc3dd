package racelane.model.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.time.TimeRange;

class PlacedCaseTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final long T = 1_702_500_123_000_000_000L;
    private static final long MS = 1_000_000;
    private static final List<String> LINES = List.of(
            T + " writer cache.set user:1",
            T + 2 * MS + " reader getCache user:1",
            T + 5 * MS + " writer invalidate user:1",
            T + 9 * MS + " writer done user:1");

    private final Trace before = TextLog.trace("a.log", LINES);

    /** A case with a pinned event, a pinned range from 1 to 6 ms, and a note on the invalidation. */
    private Investigation state() {
        History history = SampleEdits.history();
        TimeRange range = new TimeRange(T + MS, T + 6 * MS);
        Pin event = new Pin("p1", Pin.EVENT, "", "getCache", List.of(anchor(2)), at(2 * MS));
        String ref = RangeEnds.of(range, T + 2 * MS, T + 5 * MS).ref();
        Pin ranged = new Pin("p2", Pin.RANGE, ref, "range", List.of(anchor(2), anchor(3)), range);
        history = SampleEdits.after(history, new Edit.PinAdded(event));
        history = SampleEdits.after(history, new Edit.PinAdded(ranged));
        history = SampleEdits.after(history, new Edit.NoteAdded("n1", at(5 * MS), Optional.of(anchor(3)), "too late"));
        return history.state();
    }

    private Anchor anchor(int line) {
        return TextLog.anchor(before, line);
    }

    private static TimeRange at(long after) {
        return new TimeRange(T + after, T + after);
    }

    @Test
    void inALogOfAnotherDayWithAThousandLinesBeforeItAllLiesWithItsEvents() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            lines.add(T + 3 * DAY - DAY / 24 + i * MS + " writer heartbeat");
        }
        for (String line : LINES) {
            lines.add(Long.parseLong(line.substring(0, 19)) + 3 * DAY + line.substring(19));
        }
        Trace now = TextLog.trace("a.log", lines);
        PlacedCase placed = PlacedCase.find(state(), now, Map.of());
        assertThat(placed.orphans()).isEmpty();
        assertThat(placed.state().pins())
                .extracting(Pin::range)
                .containsExactly(
                        new TimeRange(T + 3 * DAY + 2 * MS, T + 3 * DAY + 2 * MS),
                        new TimeRange(T + 3 * DAY + MS, T + 3 * DAY + 6 * MS));
        assertThat(placed.state().notes().getFirst().range().start()).isEqualTo(T + 3 * DAY + 5 * MS);
        Anchor moved = placed.state().pins().getFirst().anchors().getFirst();
        assertThat(moved.origin()).isEqualTo(1002);
        assertThat(moved.excerpt()).isEqualTo(LINES.get(1));
        assertThat(AnchorFinder.findExactly(now, moved)).isPresent();
    }

    @Test
    void anOffsetMovesPinsAndNotes() {
        ClockSetting later = ClockSetting.typed(ClockMapping.offset(7 * MS));
        Trace now = before.withSetting(0, later);
        PlacedCase placed = PlacedCase.find(state(), now, Map.of());
        assertThat(placed.state().pins().get(1).range()).isEqualTo(new TimeRange(T + 8 * MS, T + 13 * MS));
        assertThat(placed.state().notes().getFirst().range()).isEqualTo(at(12 * MS));
    }

    @Test
    void whatIsGoneIsAnOrphanWhereItLayAndARangeHangsOnTheEndThatIsLeft() {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(2);
        PlacedCase placed = PlacedCase.find(state(), TextLog.trace("a.log", lines), Map.of());
        assertThat(placed.orphans()).containsExactlyInAnyOrder("n1", "p2");
        assertThat(placed.state().pins().get(1).range()).isEqualTo(new TimeRange(T + MS, T + 6 * MS));
        assertThat(placed.state().notes().getFirst().range()).isEqualTo(at(5 * MS));
    }

    @Test
    void ofASourceThatIsNotOpenNothingIsCalledGone() {
        Trace other = TextLog.trace("b.log", List.of(T + DAY + " w another story"));
        PlacedCase placed = PlacedCase.find(state(), other, Map.of());
        assertThat(placed.orphans()).isEmpty();
        assertThat(placed.state()).isEqualTo(state());
    }

    @Test
    void aRangeOfANewerVersionLiesWhereItLay() {
        Pin odd = new Pin("p", Pin.RANGE, "1 x", "range", List.of(anchor(1), anchor(2)), at(MS));
        assertThat(RangeEnds.of(odd)).isEmpty();
    }
}
