package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternProposal;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** A pattern made from events finds these events again. */
class PatternProposalTest {
    @Test
    void twoStepsOfOneActorAroundAnotherBecomeAWindow() throws PatternParseException {
        Trace trace = Histories.trace("10 a set k:1; 12 b get k:1; 15 a invalidate k:1");
        String text = PatternProposal.of(events(trace));
        assertThat(text)
                .contains("window W = my-set .. my-invalidate by lane", "order W.start < E1 < W.end", "bind key");
        assertThat(found(text, trace)).isEqualTo(1);
    }

    @Test
    void eventsThatDoNotEncloseEachOtherBecomeASequence() throws PatternParseException {
        Trace trace = Histories.trace("10 a lock k:1; 12 b unlock k:1");
        String text = PatternProposal.of(events(trace));
        assertThat(text).contains("order E1 < E2", "require E1.lane != E2.lane");
        assertThat(found(text, trace)).isEqualTo(1);
    }

    @Test
    void eventsOnDifferentKeysAreBoundByAnAttributeTheyShare() throws PatternParseException {
        Trace trace = Histories.trace("10 a lock k:1 request=7; 12 b unlock k:2 request=7");
        String text = PatternProposal.of(events(trace));
        assertThat(text).contains("bind request");
        assertThat(found(text, trace)).isEqualTo(1);
    }

    @Test
    void eventsWithNothingInCommonMakeNoPattern() {
        Trace trace = Histories.trace("10 a lock k:1; 12 b unlock k:2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatternProposal.of(events(trace)))
                .withMessageContaining("in common");
    }

    @Test
    void oneEventAloneMakesNoPattern() {
        Trace trace = Histories.trace("10 a set k:1");
        assertThatIllegalArgumentException().isThrownBy(() -> PatternProposal.of(events(trace)));
    }

    @Test
    void whateverTheOperationsAreCalledTheTextCanBeReadAndFindsThem() throws PatternParseException {
        String[] operations = {"a\\b", "say\"hi\"", "γράψε", "x.y-z", "42", "!!", "end\\", "set", "SET", "class"};
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder history = new StringBuilder();
            int count = 2 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                history.append(10 + 3 * i).append(random.nextBoolean() ? " a " : " b ");
                history.append(operations[random.nextInt(operations.length)]).append(" k:1; ");
            }
            Trace trace = Histories.trace(history.toString());
            String text = PatternProposal.of(events(trace));
            assertThat(found(text, trace)).as(history + "\n" + text).isPositive();
        }
    }

    private static long found(String text, Trace trace) throws PatternParseException {
        PatternSet mine = PatternParser.parse("proposal", text);
        List<String> names = mine.patterns().stream().map(Pattern::name).toList();
        PatternSet only = PatternSet.builtIn().with(mine).only(names);
        return new Matcher()
                .find(trace, only, MatchOptions.DEFAULT, Progress.none())
                .total();
    }

    private static List<Event> events(Trace trace) {
        List<Event> events = new ArrayList<>();
        for (int row = 0; row < trace.tables().getFirst().size(); row++) {
            events.add(trace.at(new EventRef(0, row)));
        }
        return events;
    }
}
