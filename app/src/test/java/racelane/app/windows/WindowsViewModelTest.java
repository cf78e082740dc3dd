package racelane.app.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.QuietTimeline;
import racelane.app.session.Rig;
import racelane.model.investigation.Edit;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** The list of windows: one by one, in groups of those seen together, and without those that were set aside. */
final class WindowsViewModelTest {
    private static final RaceWindow A = SomeWindows.window("a000000000", "stale-read", "user:1", 0.9);
    private static final RaceWindow B = SomeWindows.window("b000000000", "double-hold", "lock:1", 0.8);
    private static final RaceWindow C = SomeWindows.window("c000000000", "stale-read", "user:2", 0.7);

    @TempDir
    Path folder;

    private Rig rig;
    private QuietTimeline timeline;
    private WindowsViewModel model;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.opener.open(List.of(rig.file("a.log", "10 u set k")));
        timeline = new QuietTimeline();
        model = new WindowsViewModel(rig.session, timeline);
        rig.session.setWindows(SomeWindows.list(5, A, B, C));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void windowsSeenTogetherStandUnderOneRowWithTheirCount() {
        model.groupedProperty().set(true);
        assertThat(rows()).containsExactly("stale-read user:* ×7", "b000000000");
        model.expand(A.kind(), true);
        assertThat(rows()).containsExactly("stale-read user:* ×7", "  a000000000", "  c000000000", "b000000000");
        model.expand(A.kind(), false);
        model.groupedProperty().set(false);
        assertThat(rows()).containsExactly("a000000000", "b000000000", "c000000000");
    }

    @Test
    void aFilteredGroupCountsOnlyWhatFits() {
        RaceWindow third = SomeWindows.window("d000000000", "stale-read", "user:22", 0.6);
        rig.session.setWindows(SomeWindows.list(5, A, B, C, third));
        model.groupedProperty().set(true);
        model.filter("key:user:2");
        assertThat(rows()).containsExactly("stale-read user:* ×2");
        assertThat(model.badgeProperty().get()).isEqualTo("2 of 9");
    }

    @Test
    void theWalkGoesThroughClosedGroupsInTheOrderOfTheRows() {
        model.groupedProperty().set(true);
        assertThat(steps(1, 1, 1, 1)).containsExactly("a000000000", "c000000000", "b000000000", "a000000000");
        model.groupedProperty().set(false);
        assertThat(steps(1, 1)).containsExactly("b000000000", "c000000000");
        assertThat(steps(-1)).containsExactly("b000000000");
        assertThat(timeline.shown).hasSize(7).last().isEqualTo(B.range());
    }

    @Test
    void theSelectedWindowIsMarkedInItsRowOrInItsClosedGroup() {
        model.choose(C);
        model.groupedProperty().set(true);
        assertThat(model.selectedRow()).containsInstanceOf(WindowRow.Group.class);
        model.expand(C.kind(), true);
        assertThat(model.selectedRow())
                .get()
                .isInstanceOf(WindowRow.Found.class)
                .extracting(WindowRow::window)
                .isEqualTo(C);
    }

    @Test
    void whatIsSuppressedIsHiddenCountedAndShownWithItsReasonWhenAskedFor() {
        suppress(Suppression.ofKey("stale-read", "user:*", "known"));
        assertThat(rows()).containsExactly("b000000000");
        assertThat(model.suppressedProperty().get()).isEqualTo("2 suppressed");
        assertThat(model.badgeProperty().get()).isEqualTo("6");
        assertThat(rig.session.standingProperty().get()).containsExactly(B);
        model.withSuppressedProperty().set(true);
        assertThat(rows()).containsExactly("b000000000", "a000000000 (known)", "c000000000 (known)");
        assertThat(steps(1, 1)).as("what was set aside is passed over").containsExactly("b000000000", "b000000000");
        rig.editor.undo();
        assertThat(rows()).containsExactly("a000000000", "b000000000", "c000000000");
        assertThat(model.suppressedProperty().get()).isEmpty();
    }

    @Test
    void whereEverythingIsSuppressedTheListSaysSo() {
        suppress(Suppression.ofKey("*", "*", "a test system"));
        assertThat(model.rows()).isEmpty();
        assertThat(model.hintProperty().get()).isEqualTo("Every window found is suppressed");
    }

    private void suppress(Suppression suppression) {
        assertThat(rig.editor.apply(new Edit.WindowSuppressed(suppression))).isTrue();
    }

    private List<String> steps(int... directions) {
        List<String> ids = new java.util.ArrayList<>();
        for (int direction : directions) {
            model.step(direction);
            ids.add(Objects.requireNonNull(rig.session.selectedWindowProperty().get())
                    .id());
        }
        return ids;
    }

    private List<String> rows() {
        return model.rows().stream().map(WindowsViewModelTest::text).toList();
    }

    private static String text(WindowRow row) {
        return switch (row) {
            case WindowRow.Group group ->
                group.kind().pattern() + " " + group.kind().keys() + " ×" + group.count();
            case WindowRow.Found found ->
                (found.grouped() ? "  " : "")
                        + found.id()
                        + found.suppression()
                                .map(one -> " (" + one.reason() + ")")
                                .orElse("");
        };
    }
}
