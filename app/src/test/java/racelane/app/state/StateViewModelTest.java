package racelane.app.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.Rig;
import racelane.app.session.Selection;
import racelane.app.session.TimelineControls;
import racelane.model.event.EventRef;

final class StateViewModelTest {
    private static final long MILLISECOND = 1_000_000;

    private final TimelineControls timeline = mock(TimelineControls.class);

    @TempDir
    Path folder;

    private Rig rig;
    private StateViewModel model;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        model = new StateViewModel(rig.session, rig.jobs, timeline);
        rig.opener.open(List.of(rig.file(
                "a.log",
                "10 http-1 cache.set user:123",
                "20 http-2 getCache user:123",
                "30 http-2 getCache user:9",
                "40 updater refreshTtl session")));
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        rig.session.setCursor(20 * MILLISECOND);
        assertThat(model.shownProperty().get()).isNull();
        model.setWanted(true);
        assertThat(shown().title()).isEqualTo("00:00:00.020");
    }

    @Test
    void theStateFollowsTheCursor() {
        model.setWanted(true);
        rig.session.select(new Selection.EventSelected(new EventRef(0, 0)));
        assertThat(shown().lanes())
                .extracting(LaneRow::doing)
                .containsExactly("idle after cache.set user:123", "nothing yet", "nothing yet");
        rig.session.setCursor(25 * MILLISECOND);
        assertThat(shown().lanes())
                .extracting(row -> row.doing() + ", " + row.since() + ", " + row.changed())
                .containsExactly(
                        "idle after cache.set user:123, 15 ms, false",
                        "idle after getCache user:123, 5 ms, true",
                        "nothing yet, , false");
        assertThat(shown().keys())
                .extracting(row -> row.key() + " " + row.value() + " " + row.since() + " by " + row.lane())
                .containsExactly("user:123 getCache 5 ms by http-2");
    }

    @Test
    void stepsGoFromMomentToMomentAndBringThemIntoView() {
        model.setWanted(true);
        model.step(1);
        model.step(1);
        assertThat(rig.session.cursorProperty().get()).isEqualTo(20 * MILLISECOND);
        verify(timeline).reveal(new EventRef(0, 1));
        rig.session.setCursor(25 * MILLISECOND);
        model.step(-1);
        assertThat(rig.session.cursorProperty().get()).isEqualTo(20 * MILLISECOND);
        model.step(-1);
        model.step(-1);
        assertThat(rig.session.cursorProperty().get()).isEqualTo(10 * MILLISECOND);
    }

    @Test
    void stepsAlsoWorkWhileTheTableIsNotShown() {
        model.step(1);
        model.step(1);
        assertThat(rig.session.cursorProperty().get()).isEqualTo(20 * MILLISECOND);
    }

    @Test
    void choosingAnEventKeepsTheInstant() {
        model.setWanted(true);
        rig.session.setCursor(25 * MILLISECOND);
        model.choose(new EventRef(0, 0));
        assertThat(rig.session.cursorProperty().get()).isEqualTo(25 * MILLISECOND);
        assertThat(rig.session.selection()).isEqualTo(new Selection.EventSelected(new EventRef(0, 0)));
        verify(timeline).reveal(new EventRef(0, 0));
    }

    private StateShown shown() {
        return Objects.requireNonNull(model.shownProperty().get());
    }
}
