package racelane.model.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventKind;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.source.Account;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;
import racelane.model.source.SourceText;

/** What matched pairs say about the distance of clocks. */
class ClockOrderTest {
    private static final long MS = 1_000_000;
    private final Names names = new Names();

    @Test
    void residualsTakeThePlaceOfTheDefaultBetweenTheClocksTheyTie() {
        Trace trace = Trace.of(names, List.of())
                .with(table("a", ClockSetting.NONE))
                .with(table("b", new ClockSetting(ClockMapping.offset(7), "a", 300_000)))
                .with(table("c", new ClockSetting(ClockMapping.offset(9), "b", 400_000)))
                .with(table("d", ClockSetting.typed(ClockMapping.offset(11))))
                .with(table("e", new ClockSetting(ClockMapping.offset(13), "a", 20 * MS)));
        ClockOrder order = ClockOrder.of(trace, 5 * MS, source -> false);
        assertThat(order.skew(0, 1)).isEqualTo(300_000);
        assertThat(order.skew(1, 2)).isEqualTo(400_000);
        assertThat(order.skew(0, 2)).as("over b").isEqualTo(700_000);
        assertThat(order.skew(0, 3)).as("typed: nothing says how good it is").isEqualTo(5 * MS);
        assertThat(order.skew()).as("the largest").isLessThanOrEqualTo(20 * MS).isGreaterThanOrEqualTo(5 * MS);
        assertThat(order.proves(new Moment(0, 0, 0, 1), new Moment(MS, 1, 1, 1), true))
                .isTrue();
        assertThat(order.proves(new Moment(0, 0, 0, 1), new Moment(MS, 3, 1, 1), true))
                .isFalse();
    }

    @Test
    void whatIsSaidOfASourceHoldsBetweenItAndAllOthersUnlessPairsSayMore() {
        Trace trace = Trace.of(names, List.of())
                .with(table("a", ClockSetting.NONE))
                .with(table("b", ClockSetting.NONE))
                .with(table("c", ClockSetting.NONE.withTrust(new ClockTrust(20 * MS, false))))
                .with(table("d", ClockSetting.NONE.withTrust(new ClockTrust(2 * MS, false))))
                .with(table(
                        "e",
                        new ClockSetting(ClockMapping.offset(7), "a", 300_000)
                                .withTrust(new ClockTrust(9 * MS, false))));
        ClockOrder order = ClockOrder.of(trace, 5 * MS, source -> false);
        assertThat(order.clock(0)).as("nothing is said: one clock").isEqualTo(order.clock(1));
        assertThat(order.clockCount()).isEqualTo(4);
        assertThat(order.skew(order.clock(2), order.clock(3)))
                .as("the nearer of both")
                .isEqualTo(2 * MS);
        assertThat(order.skew(order.clock(0), order.clock(3))).isEqualTo(2 * MS);
        assertThat(order.skew(order.clock(0), order.clock(2)))
                .as("20 ms are said, 4 ms follow over d")
                .isEqualTo(4 * MS);
        assertThat(order.skew(order.clock(0), order.clock(4))).as("by pairs").isEqualTo(300_000);
    }

    @Test
    void aSourceWhoseOrderIsTrustedTellsEqualTimesApartByItsLines() {
        Trace trace = Trace.of(names, List.of())
                .with(table("a", ClockSetting.NONE.withTrust(new ClockTrust(-1, true))))
                .with(table("b", ClockSetting.NONE));
        ClockOrder order = ClockOrder.of(trace, 5 * MS, source -> false);
        assertThat(order.trusted(0)).isTrue();
        assertThat(order.trusted(1)).isFalse();
        assertThat(order.clockCount()).as("an order says nothing of the clock").isEqualTo(1);
    }

    private racelane.model.event.EventTable table(String sha256, ClockSetting setting) {
        TraceBuilder builder = new TraceBuilder(names);
        builder.append(EventKind.INSTANT, builder.lane(LaneName.thread(sha256)), 5, 5, builder.word("x"), 1);
        return builder.seal(new Source(
                Path.of(sha256 + ".log"),
                sha256,
                SourceKind.LOG,
                "test",
                "wall clock",
                1,
                setting,
                new Account.Lines(1, 1, 0, 0, 0, 0),
                5,
                5,
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED));
    }
}
