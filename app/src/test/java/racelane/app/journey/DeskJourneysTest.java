package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import racelane.app.session.SaveState;
import racelane.app.shell.Desk;
import racelane.app.shell.MainWindow;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;

/** The window is laid out, left, and comes back as it was; several windows live side by side. */
@SuppressWarnings("NullAway.Init") // begin() sets the field
final class DeskJourneysTest extends Journey {
    private Desk desk;

    @AfterEach
    void closeAll() {
        if (desk != null) {
            interact(desk::quit);
        }
    }

    @Test
    void theLastSessionComesBackAsItWas() throws IOException {
        Path log = Files.copy(CACHE_RACE, folder.resolve("of-mine.log"));
        begin(List.of(log));
        waitUntil(this::complete);
        interact(() -> {
            window.actions().get("detect.window.next").run();
            window.actions().get("view.panel.right").run();
            window.actions().get("view.tab.why").run();
        });
        sleep(600); // until the flight is over
        TimeRange seen = seen();
        interact(desk::quit);
        begin(List.of());
        assertThat(desk.windows()).hasSize(1);
        waitUntil(() -> complete() && session.selectedWindowProperty().get() != null);
        waitUntil(() -> seen().start() == seen.start());
        assertThat((double) seen().duration()).isCloseTo(seen.duration(), within(seen.duration() * 0.01));
        assertThat(tabs().getSelectionModel().getSelectedItem().getId()).isEqualTo("why");
        assertThat(part("#toggle-view-panel-right")).isPresent();
        assertThat(columns()).isEqualTo(1);
    }

    @Test
    void aWindowThatWasClosedIsForgottenWithItsEvidence() {
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        WeakReference<Trace> evidence = openLookAndClose();
        interact(() -> stage().requestFocus()); // the toolkit remembers the window that was active last
        waitUntil(() -> {
            System.gc();
            return evidence.refersTo(null);
        });
    }

    /** Opens a second window on other evidence, goes to its best window, closes it, and returns the evidence. */
    private WeakReference<Trace> openLookAndClose() {
        MainWindow stays = window;
        interact(window.actions().get("file.window.new")::run);
        work(desk.windows().getLast());
        interact(() -> window.open(List.of(SAMPLES.resolve("profile-race.log"))));
        waitUntil(this::complete);
        interact(window.actions().get("detect.window.next")::run);
        WeakReference<Trace> evidence = new WeakReference<>(session.trace());
        interact(() -> stage().hide());
        work(stays);
        return evidence;
    }

    @Test
    void aCaseComesBackWithItsEditsAlsoWhenItNeverGotAName() {
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        interact(() -> window.parts().caseModel().propose("the reader came too early", false));
        waitUntil(() -> window.parts().editor().savedProperty().get() instanceof SaveState.Saved
                && window.parts().editor().heldInProperty().get() != null);
        interact(desk::quit);
        begin(List.of());
        waitUntil(() -> complete() && !session.history().state().hypotheses().isEmpty());
        assertThat(session.history().state().hypotheses().getFirst().statement())
                .isEqualTo("the reader came too early");
    }

    @Test
    void inANarrowWindowTheColumnsLeaveTheTimelineRoomAndTheLogItsMessage() {
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        wide(1240);
        waitUntil(() -> column().getWidth() > 250);
        wide(1000);
        waitUntil(() -> column().getWidth() < 220);
        TableView<?> log = (TableView<?>) part("#log").orElseThrow();
        double columns = onFx(() -> log.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum());
        assertThat(columns).isLessThanOrEqualTo(log.getWidth());
        wide(1240);
        waitUntil(() -> column().getWidth() > 250);
    }

    @Test
    void aColumnThatWasDraggedKeepsItsWidthWhileTheWindowGrows() {
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        wide(1100);
        double usual = onFx(() -> column().getWidth());
        Node divider = divider();
        double x = onFx(() -> divider.localToScene(2, 0).getX());
        mouse(divider, MouseEvent.MOUSE_PRESSED, x);
        mouse(divider, MouseEvent.MOUSE_DRAGGED, x + 50);
        mouse(divider, MouseEvent.MOUSE_RELEASED, x + 50);
        waitUntil(() -> column().getWidth() > usual + 20);
        double dragged = onFx(() -> column().getWidth());
        wide(1240);
        assertThat(onFx(() -> column().getWidth())).isCloseTo(dragged, within(1.5));
    }

    /** Returns the divider at the right of the left column. */
    private Node divider() {
        return onFx(() -> window.scene().getRoot().lookupAll(".split-pane-divider").stream()
                .min(Comparator.comparing(divider -> divider.localToScene(0, 0).getX()))
                .orElseThrow());
    }

    /** The headless platform's robot loses hold of a node that moves away under it. */
    private void mouse(Node on, EventType<MouseEvent> what, double x) {
        MouseButton button = MouseButton.PRIMARY;
        boolean down = what != MouseEvent.MOUSE_RELEASED;
        PickResult pick = new PickResult(on, x, 300);
        interact(() -> on.fireEvent(new MouseEvent(
                what, x, 300, x, 300, button, 1, false, false, false, false, down, false, false, true, false, true,
                pick)));
    }

    private void wide(double width) {
        interact(() -> {
            stage().setHeight(700); // the headless platform does not draw beyond its screen
            stage().setWidth(width);
        });
        waitUntil(() -> Math.abs(window.scene().getWidth() - width) < 10);
    }

    @Test
    void whatIsGoneIsSaidOnceAndTheRestComesBack() throws IOException {
        Path stays = Files.copy(CACHE_RACE, folder.resolve("stays.log"));
        Path goes = Files.copy(SAMPLES.resolve("profile-race.log"), folder.resolve("goes.log"));
        Path too = Files.copy(SAMPLES.resolve("profile-race.json"), folder.resolve("goes-too.json"));
        begin(List.of(stays, goes, too));
        waitUntil(() -> complete() && session.trace().tables().size() == 3);
        interact(desk::quit);
        Files.delete(goes);
        Files.delete(too);
        begin(List.of());
        waitUntil(() -> complete() && session.trace().tables().size() == 1);
        List<String> told = onFx(() -> all(".toast.error .label"));
        assertThat(told).singleElement().satisfies(one -> assertThat(one).contains("goes.log", "goes-too.json"));
    }

    @Test
    void aStartCanBeEmptyByWishAndByTheCommandLine() {
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        interact(desk::quit);
        interact(() -> {
            desk = new Desk(services());
            desk.begin(List.of(), false);
            work(desk.windows().getFirst());
        });
        assertThat(session.trace().tables()).isEmpty();
        interact(window.actions().get("file.session.restore")::run);
        interact(desk::quit);
        begin(List.of());
        sleep(300);
        assertThat(session.trace().tables()).isEmpty();
    }

    @Test
    void aDamagedSessionIsNoReasonToFail() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(
                folder.resolve("state").resolve("session.properties"),
                "0.case=\\u0000\n0.layout.x=one\n0.layout.y=-99999\n0.layout.width=1e9\n0.layout.height=NaN\n0.view.start=x\n0.zone=Mars/Base\n");
        begin(List.of());
        assertThat(desk.windows()).hasSize(1);
        assertThat(session.trace().tables()).isEmpty();
    }

    @Test
    void aSecondWindowHasASessionOfItsOwn() {
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        MainWindow first = window;
        interact(window.actions().get("file.window.new")::run);
        assertThat(desk.windows()).hasSize(2);
        MainWindow second = desk.windows().get(1);
        assertThat(second.parts().session().trace().tables()).isEmpty();
        interact(() -> second.open(List.of(SAMPLES.resolve("profile-race.log"))));
        work(second);
        waitUntil(this::complete);
        assertThat(first.parts().session().trace().sources().getFirst().name()).isEqualTo("cache-race.log");
        interact(desk::quit);
        begin(List.of());
        waitUntil(() -> desk.windows().size() == 2
                && desk.windows().stream()
                        .allMatch(one -> one.parts().session().trace().size() > 0));
        assertThat(desk.windows().stream()
                        .map(one -> one.parts()
                                .session()
                                .trace()
                                .sources()
                                .getFirst()
                                .name()))
                .containsExactly("cache-race.log", "profile-race.log");
    }

    @Test
    void aCaseThatAnotherWindowHasOpenIsBroughtToTheFrontAndNotOpenedTwice() {
        Path file = folder.resolve("one.racelane");
        begin(List.of(CACHE_RACE));
        waitUntil(this::complete);
        interact(() -> {
            window.parts().caseModel().propose("once", false);
            window.parts().editor().saveAs(file);
        });
        waitUntil(() -> file.equals(window.parts().editor().pathProperty().get()));
        interact(window.actions().get("file.window.new")::run);
        MainWindow second = desk.windows().get(1);
        interact(() -> second.open(List.of(file)));
        sleep(300);
        assertThat(second.parts().session().trace().tables()).isEmpty();
        assertThat(second.parts().editor().pathProperty().get()).isNull();
        assertThat(all(".toast.error")).isEmpty();
    }

    @Test
    void panelsAreHiddenAndShownByKeyAndKeepTheirWidth() {
        open(CACHE_RACE);
        interact(() -> window.parts().timeline().controls().requestFocus());
        double width = onFx(() -> column().getWidth());
        chord(KeyCode.CONTROL, KeyCode.B);
        waitUntil(() -> columns() == 1);
        chord(KeyCode.CONTROL, KeyCode.B);
        waitUntil(() -> columns() == 2 && Math.abs(column().getWidth() - width) < 3);
        chord(KeyCode.CONTROL, KeyCode.J);
        waitUntil(() -> lookup(".bottom").tryQuery().isEmpty());
        chord(KeyCode.CONTROL, KeyCode.DIGIT2);
        waitUntil(() -> lookup(".bottom").tryQuery().isPresent());
        assertThat(tabs().getSelectionModel().getSelectedItem().getId()).isEqualTo("details");
        chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        waitUntil(() -> columns() == 0);
        chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        waitUntil(() -> columns() == 2);
    }

    @Test
    void f6WalksTheKeyboardThroughThePartsOfTheWindow() {
        open(CACHE_RACE);
        interact(() -> window.parts().timeline().controls().requestFocus());
        Object timeline = onFx(() -> window.scene().getFocusOwner());
        for (int i = 0; i < 3; i++) {
            Object before = onFx(() -> window.scene().getFocusOwner());
            chord(KeyCode.F6);
            assertThat(onFx(() -> window.scene().getFocusOwner())).isNotSameAs(before);
        }
        chord(KeyCode.F6);
        assertThat(onFx(() -> window.scene().getFocusOwner())).isSameAs(timeline);
    }

    @Test
    void allTabsAreSeenInANarrowWindow() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(
                folder.resolve("state").resolve("session.properties"),
                "0.layout.x=0\n0.layout.y=0\n0.layout.width=900\n0.layout.height=600\n0.layout.maximised=false\n");
        begin(List.of(CACHE_RACE));
        waitUntil(() -> tabs().getTabs().get(2).getText().equals("State"));
        interact(() -> window.scene().getRoot().layout());
        Region more = (Region) tabs().lookup(".control-buttons-tab");
        assertThat(more == null || !more.isVisible() || more.getWidth() == 0)
                .as("no tab is hidden in a menu")
                .isTrue();
    }

    private void begin(List<Path> files) {
        interact(() -> {
            if (stage != null) {
                stage.hide();
            }
            desk = new Desk(services());
            desk.begin(files, true);
            work(desk.windows().getFirst());
        });
        targetWindow(stage());
    }

    private Stage stage() {
        return (Stage) window.scene().getWindow();
    }

    private boolean complete() {
        return session.trace().size() > 0
                && !session.windowsProperty().get().running()
                && session.windowsProperty().get().total() > 0
                && window.scene().getRoot().lookupAll(".job-row").isEmpty();
    }

    private TabPane tabs() {
        return (TabPane) window.scene().getRoot().lookup(".bottom");
    }

    private Region column() {
        return (Region) window.scene().getRoot().lookup(".side-column");
    }

    private int columns() {
        return window.scene().getRoot().lookupAll(".side-column").size();
    }

    private java.util.Optional<javafx.scene.Node> part(String id) {
        return java.util.Optional.ofNullable(window.scene().getRoot().lookup(id));
    }

    private List<String> all(String style) {
        return window.scene().getRoot().lookupAll(style).stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> !text.isBlank())
                .toList();
    }
}
