package racelane.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.FoundEvents;
import racelane.app.session.Rig;
import racelane.app.session.Selection;
import racelane.app.session.TimelineControls;
import racelane.model.event.EventRef;

final class SearchViewModelTest {
    @TempDir
    Path folder;

    private Rig rig;
    private SearchViewModel model;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        model = new SearchViewModel(rig.session, rig.jobs, mock(TimelineControls.class));
        rig.opener.open(List.of(rig.file(
                "a.log",
                "10 http-1 cache.set user:123",
                "20 http-2 getCache user:123",
                "30 http-2 getCache user:9",
                "40 updater refreshTtl session")));
    }

    @Test
    void fieldsMustAllHold() {
        assertThat(count("key:user:123 thread:http-*")).isEqualTo(2);
        assertThat(count("key:user:123 op:getCache")).isEqualTo(1);
        assertThat(count("lane:http-*")).isEqualTo(3);
        assertThat(count("source:a.log")).isEqualTo(4);
        assertThat(count("source:b.log")).isZero();
    }

    @Test
    void aWordAloneLooksEverywhereWhateverItsCase() {
        assertThat(count("USER")).isEqualTo(3);
        assertThat(count("updater")).isEqualTo(1);
        assertThat(count("/user:[0-9]$/")).isEqualTo(1);
    }

    @Test
    void moreHitsThanAreListedAreStillCountedAndWalked() {
        rig.opener.open(List.of(rig.file("b.log", "50 w-1 tick a", "60 w-2 tick a", "60 w-2 tock a", "70 w-1 tick a")));
        model.search("op:tick");
        FoundEvents found = rig.session.hitsProperty().get().found().orElseThrow();
        assertThat(found.first(2)).isEqualTo(found.first(10).subList(0, 2));
        assertThat(found.total()).isEqualTo(3);
        EventRef at = found.next(Long.MIN_VALUE, null, 1).orElseThrow();
        for (EventRef expected : found.first(10)) {
            assertThat(at).isEqualTo(expected);
            at = found.next(rig.session.trace().at(at).start(), at, 1).orElse(at);
        }
        assertThat(found.next(Long.MAX_VALUE, null, -1)).hasValue(at);
        assertThat(found.next(rig.session.trace().at(at).start(), at, 1)).isEmpty();
    }

    @Test
    void aPatternThatIsNotCompleteIsSaidAndNothingIsThrown() {
        model.search("/user:(/");
        assertThat(rig.session.hitsProperty().get().problem()).startsWith("the pattern is not complete");
        assertThat(rig.session.hitsProperty().get().total()).isZero();
    }

    @Test
    void walkingGoesRoundInOrderOfTime() {
        model.search("op:getCache");
        model.step(1);
        EventRef first = selected();
        model.step(1);
        EventRef second = selected();
        model.step(1);
        assertThat(selected()).isEqualTo(first).isNotEqualTo(second);
        model.step(-1);
        assertThat(selected()).isEqualTo(second);
    }

    private EventRef selected() {
        return ((Selection.EventSelected) rig.session.selection()).ref();
    }

    private long count(String query) {
        model.search(query);
        return rig.session.hitsProperty().get().total();
    }
}
