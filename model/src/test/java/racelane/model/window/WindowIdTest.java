package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/** A window's id stands for that window alone. */
class WindowIdTest {
    private static final String RACE = "455 u cache.set k; 456 g get k; 460 u cache.invalidate k";

    @Test
    void theSameContentTwiceMakesWindowsWithDifferentIds() {
        List<String> once = ids(1);
        List<String> twice = ids(2);
        assertThat(once).hasSize(1).isEqualTo(ids(1));
        assertThat(twice).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    private static List<String> ids(int copies) {
        Names names = new Names();
        Trace trace = Trace.empty(names);
        for (int i = 0; i < copies; i++) {
            trace = trace.with(Histories.table(names, "a.log", "wall clock", RACE));
        }
        return new Matcher()
                .find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none()).windows().stream()
                        .map(RaceWindow::id)
                        .toList();
    }
}
