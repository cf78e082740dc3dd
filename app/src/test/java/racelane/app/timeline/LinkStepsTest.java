package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventRef;
import racelane.model.event.LinkRef;
import racelane.model.event.Trace;

class LinkStepsTest {
    private final Trace trace = SmallTraces.oneHandsToTwo();
    private final LinkSteps steps = new LinkSteps();

    private EventRef go(EventRef from, int direction) {
        return steps.next(trace, Optional.of(from), direction).orElse(from);
    }

    private EventRef named(String name) {
        for (int row = 0; row < trace.tables().getFirst().size(); row++) {
            EventRef ref = new EventRef(0, row);
            if (trace.at(ref).name().equals(name)) {
                return ref;
            }
        }
        throw new AssertionError("no event " + name);
    }

    @Test
    void forwardGoesAlongTheArrowAndBackAgainstIt() {
        assertThat(go(named("order"), 1)).isEqualTo(named("charge"));
        assertThat(go(named("charge"), -1)).isEqualTo(named("order"));
        assertThat(go(named("mail"), -1)).isEqualTo(named("order"));
    }

    @Test
    void goingBackAndForwardAgainTakesTheNextOfSeveralLinks() {
        EventRef order = named("order");
        EventRef first = go(order, 1);
        assertThat(go(first, -1)).isEqualTo(order);
        EventRef second = go(order, 1);
        assertThat(second).isEqualTo(named("mail"));
        assertThat(go(second, -1)).isEqualTo(order);
        assertThat(go(order, 1)).isEqualTo(first);
    }

    @Test
    void whereNoLinkLeadsOnNothingHappens() {
        assertThat(steps.next(trace, Optional.of(named("mail")), 1)).isEmpty();
        assertThat(steps.next(trace, Optional.empty(), 1)).isEmpty();
    }

    @Test
    void anArrowIsNamedByItsKindAndBothItsEnds() {
        int link = trace.tables().getFirst().links().outgoing(named("order").row())[0];
        assertThat(LinkWords.of(trace, new LinkRef(0, link)))
                .isEqualTo("flow\nfrom  order on worker\nto  charge on payer\n200 ns between them");
        assertThat(LinkWords.of(trace, new LinkRef(7, 0))).isEmpty();
    }

    @Test
    void aCounterIsNamedWithItsExactValueAndItsRange() {
        assertThat(LinkWords.counter(trace, "0", 250))
                .contains(
                        "queue\n1200\nleast 7, greatest 1200, 2 samples\nsince 1970-01-01T00:00:00.000000200Z\na.log:9");
        assertThat(LinkWords.counter(trace, "0", 50).orElseThrow()).contains("no sample yet");
        assertThat(LinkWords.counter(trace, "3", 50)).isEmpty();
    }
}
