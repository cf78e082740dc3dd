package racelane.app.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.QuietTimeline;
import racelane.app.session.Rig;
import racelane.app.windows.SuppressViewModel.Scope;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** Setting windows aside with a reason, and taking that back. */
final class SuppressViewModelTest {
    private static final RaceWindow A = SomeWindows.window("a000000000", "stale-read", "user:1", 0.9);
    private static final RaceWindow SAME_KEY = SomeWindows.window("b000000000", "stale-read", "user:1", 0.8);
    private static final RaceWindow LIKE_KEY = SomeWindows.window("c000000000", "stale-read", "user:2", 0.7);
    private static final RaceWindow OTHER = SomeWindows.window("d000000000", "double-hold", "lock", 0.6);

    @TempDir
    Path folder;

    @Test
    void widerScopesAreOfferedOnlyWhereTheyMeanMore() {
        try (Rig rig = rig(A, SAME_KEY, LIKE_KEY, OTHER)) {
            assertThat(model(rig).scopes(A))
                    .extracting(Scope::count, scope -> scope.suppression().target())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, "a000000000"),
                            org.assertj.core.groups.Tuple.tuple(2, "stale-read user:1"),
                            org.assertj.core.groups.Tuple.tuple(3, "stale-read user:*"));
            assertThat(model(rig).scopes(OTHER)).hasSize(1);
        }
    }

    @Test
    void nothingIsSetAsideWithoutAReason() {
        try (Rig rig = rig(A, OTHER)) {
            SuppressViewModel model = model(rig);
            assertThat(model.suppress(model.scopes(A).getFirst(), "  ")).isFalse();
            assertThat(rig.session.standingProperty().get()).containsExactly(A, OTHER);
            assertThat(rig.session.history().records()).isEmpty();
        }
    }

    @Test
    void afterTheSelectedWindowIsSetAsideTheNextThatStandsIsSelected() {
        try (Rig rig = rig(A, SAME_KEY, LIKE_KEY, OTHER)) {
            SuppressViewModel model = model(rig);
            rig.session.selectWindow(SAME_KEY);
            assertThat(model.suppress(model.scopes(SAME_KEY).get(1), " known ")).isTrue();
            assertThat(rig.session.standingProperty().get()).containsExactly(LIKE_KEY, OTHER);
            assertThat(rig.session.selectedWindowProperty().get()).isEqualTo(LIKE_KEY);
            assertThat(model.of(A)).contains(Suppression.ofKey("stale-read", "user:1", "known"));
        }
    }

    @Test
    void restoringBringsBackAllThatTheOneSuppressionMeant() {
        try (Rig rig = rig(A, SAME_KEY, OTHER)) {
            SuppressViewModel model = model(rig);
            model.suppress(model.scopes(A).get(1), "known");
            assertThat(rig.session.standingProperty().get()).containsExactly(OTHER);
            model.restore(model.of(SAME_KEY).orElseThrow());
            assertThat(rig.session.standingProperty().get()).containsExactly(A, SAME_KEY, OTHER);
            rig.editor.undo();
            assertThat(rig.session.standingProperty().get()).containsExactly(OTHER);
        }
    }

    @Test
    void whatWasSetAsideStaysSoWhenTheCaseIsOpenedAgain() {
        Path saved = folder.resolve("mine.racelane");
        try (Rig rig = rig(A, OTHER)) {
            SuppressViewModel model = model(rig);
            model.suppress(model.scopes(A).getFirst(), "a test system");
            rig.editor.saveAs(saved);
            rig.until(() -> saved.equals(rig.editor.pathProperty().get()));
        }
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(saved));
            rig.session.setWindows(SomeWindows.list(0, A, OTHER));
            assertThat(rig.session.standingProperty().get()).containsExactly(OTHER);
            assertThat(model(rig).of(A))
                    .hasValueSatisfying(one -> assertThat(one.reason()).isEqualTo("a test system"));
        }
    }

    private Rig rig(RaceWindow... windows) {
        Rig rig = new Rig(folder);
        rig.opener.open(List.of(rig.file("a.log", "10 u set k")));
        rig.session.setWindows(SomeWindows.list(0, windows));
        return rig;
    }

    private static SuppressViewModel model(Rig rig) {
        return new SuppressViewModel(
                rig.session, rig.editor::apply, new WindowsViewModel(rig.session, new QuietTimeline()));
    }
}
