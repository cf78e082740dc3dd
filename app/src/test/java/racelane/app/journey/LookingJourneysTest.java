package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import racelane.app.details.DetailsViewModel;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.session.Selection;
import racelane.app.timeline.DrawnEvents;
import racelane.app.timeline.TimelineView;
import racelane.model.event.EventRef;
import racelane.model.scene.Marks;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;

/** The eye moves: to windows, through time, from event to event, and by search. */
final class LookingJourneysTest extends Journey {
    private static final double FITTED = 1 / 2.4;

    @Test
    void theBracketFliesToTheWindowAndNumbersItsSteps() {
        open(CACHE_RACE);
        flyToTheFirstWindow();
        EventRef read = event(event -> event.name().equals("getCache"));
        waitUntil(() -> timeline().draws(read));
        TimelineView view = timeline().view();
        assertThat(onFx(() -> DrawnEvents.kind(view, read))).contains(Marks.Kind.INTRUDER);
        assertThat(lookup("#windows")
                        .queryAs(ListView.class)
                        .getSelectionModel()
                        .getSelectedIndex())
                .isZero();
        assertThat(lookup("#status-middle").queryLabeled().getText()).startsWith("selection 5 ms");
    }

    @Test
    void aWindowOfMillisecondsFillsTheViewAlsoBesideASourceHalfACenturyAway() {
        Path trace =
                file("since-boot.json", "[{\"ph\":\"X\",\"ts\":1000,\"dur\":5,\"pid\":1,\"tid\":1,\"name\":\"boot\"}]");
        open(CACHE_RACE, trace);
        long years = session.trace().extent().orElseThrow().duration() / (365L * 24 * 3600 * 1000 * MILLISECOND);
        assertThat(years).as("years between the sources").isGreaterThan(50);
        flyToTheFirstWindow();
        waitUntil(() -> timeline().draws(event(event -> event.name().equals("getCache"))));
    }

    @Test
    void zeroShowsAllFFocusesAndTwiceFFits() {
        open(PROFILE_RACE.toArray(Path[]::new));
        TimeRange range = flyToTheFirstWindow();
        write("0");
        TimeRange all = session.trace().extent().orElseThrow();
        waitUntil(() -> seen().start() <= all.start() && seen().end() >= all.end());
        waitUntil(() -> seen().duration() < all.duration() * 1.1);
        double zoom = zoom();
        write("f");
        waitUntil(() -> Math.abs(seen().middle() - range.middle()) < 2 * zoom);
        assertThat(zoom()).isEqualTo(zoom);
        write("ff");
        waitUntil(() -> Math.abs(share(range) - FITTED) < 0.01);
        write("0");
        waitUntil(() -> seen().duration() > all.duration());
        write("z");
        waitUntil(() -> Math.abs(share(range) - FITTED) < 0.01);
    }

    @Test
    void lettersZoomAndPanAndShiftMakesThemFast() {
        open(CACHE_RACE);
        double zoom = zoom();
        write("w");
        assertThat(zoom()).isCloseTo(zoom / 1.4, Percentage.withPercentage(0.1));
        write("s");
        assertThat(zoom()).isCloseTo(zoom, Percentage.withPercentage(0.1));
        write("W");
        assertThat(zoom()).isCloseTo(zoom / Math.pow(1.4, 4), Percentage.withPercentage(0.1));
        TimeRange before = seen();
        write("d");
        assertThat((double) (seen().start() - before.start()) / before.duration())
                .isCloseTo(0.12, within(0.001));
        write("a");
        type(KeyCode.LEFT);
        assertThat((double) (seen().start() - before.start()) / before.duration())
                .isCloseTo(-0.12, within(0.001));
        write("D");
        assertThat((double) (seen().start() - before.start()) / before.duration())
                .isCloseTo(0.36, within(0.001));
    }

    @Test
    void aKeyPressedInFlightTakesOver() {
        open(CACHE_RACE);
        interact(() -> {
            var controls = window.parts().timeline().controls();
            controls.show(session.windowsProperty().get().windows().getFirst().range());
            controls.zoom(1.4);
        });
        TimeRange seen = seen();
        sleep(400);
        assertThat(seen()).isEqualTo(seen);
    }

    @Test
    void dotAndCommaWalkALaneAndArrowsChangeIt() {
        open(CACHE_RACE);
        EventRef set = event(event -> event.name().equals("cache.set"));
        interact(() -> session.select(new Selection.EventSelected(set)));
        write(".");
        assertThat(session.selectedEvent().orElseThrow().name()).isEqualTo("invalidateRelated");
        write(",");
        assertThat(session.selection()).isEqualTo(new Selection.EventSelected(set));
        type(KeyCode.DOWN);
        assertThat(session.selectedEvent().orElseThrow().lane().name().name()).isEqualTo("getCache");
        type(KeyCode.UP);
        assertThat(session.selectedEvent().orElseThrow().lane().name().name()).isEqualTo("updateCache");
    }

    @Test
    void lettersTypedIntoTheSearchFieldAreTextAndNotCommands() {
        open(CACHE_RACE);
        TimeRange before = seen();
        type(KeyCode.SLASH);
        write("key:user:123 op:getCache");
        waitUntil(() -> session.hitsProperty().get().total() == 1);
        assertThat(lookup(".hits").queryLabeled().getText()).isEqualTo("1 event");
        assertThat(seen()).as("neither d nor a nor s moved the view").isEqualTo(before);
        assertThat(lookup(".floating-sheet").tryQuery()).isEmpty();
        type(KeyCode.ENTER);
        waitUntil(() -> session.selectedEvent().isPresent());
        assertThat(session.selectedEvent().orElseThrow().name()).isEqualTo("getCache");
        type(KeyCode.ESCAPE);
        write("w");
        assertThat(seen().duration()).as("Escape gives the keys back").isLessThan(before.duration());
    }

    @Test
    void theLookIsChosenInThePaletteAndTheTimelineFollows() {
        open(CACHE_RACE);
        assertThat(brightness()).isGreaterThan(0.8);
        chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        waitUntil(() -> lookup("#chooser-words").tryQuery().isPresent());
        write("look: dark");
        type(KeyCode.ENTER);
        waitUntil(() -> session.themeProperty().get() == Theme.DARK);
        assertThat(lookup("#chooser-words").tryQuery()).isEmpty();
        assertThat(brightness()).isLessThan(0.2);
        assertThat(window.actions().all()).extracting(action -> action.id()).doesNotHaveDuplicates();
        restart();
        assertThat(session.themeProperty().get()).as("the look is remembered").isEqualTo(Theme.DARK);
    }

    /** Returns how bright the timeline's lower right corner is, where nothing is drawn: 0 to 1. */
    private double brightness() {
        return onFx(() -> {
            TimelineView view = timeline().view();
            WritableImage image = view.snapshot(null, null);
            return image.getPixelReader()
                    .getColor((int) image.getWidth() - 4, (int) image.getHeight() - 4)
                    .getBrightness();
        });
    }

    private TimeRange flyToTheFirstWindow() {
        write("]");
        TimeRange range = session.windowsProperty().get().windows().getFirst().range();
        waitUntil(() -> Math.abs(share(range) - FITTED) < 0.01);
        assertThat(seen().contains(range.start()) && seen().contains(range.end()))
                .as("the whole window is in view")
                .isTrue();
        return range;
    }

    private double zoom() {
        return session.viewportProperty().get().scale().nanosPerPixel();
    }

    @Test
    void theDetailsOfASelectedWindowSayInWordsWhatItIs() {
        open(CACHE_RACE);
        write("]");
        waitUntil(() -> session.selectedWindowProperty().get() != null);
        DetailsViewModel details = onFx(() -> new DetailsViewModel(session, new SameThreadJobRunner()));
        assertThat(details.fieldsProperty().get())
                .extracting(DetailsViewModel.Field::name)
                .contains("what happened", "verdict", "evidence", "step 1", "step 3");
        assertThat(details.fieldsProperty().get())
                .anyMatch(
                        field -> field.name().equals("verdict") && field.value().startsWith("certain: "))
                .anyMatch(field ->
                        field.name().equals("evidence") && field.value().startsWith("witnessed: "));
        assertThat(details.entryProperty().get()).contains("cache-race.log:3").contains("[OLD]");
    }

    @Test
    void aboutOpensAndTellsTheVersion() {
        interact(() -> window.actions().get("help.about.about").run());
        assertThat(lookup("#version").queryLabeled().getText()).startsWith("Racelane 0.");
    }

    @Test
    void sourcesThatLieFarApartAreToldSo() {
        open(CACHE_RACE, PROFILE_RACE.getFirst());
        waitUntil(() -> lookup((Node node) -> node instanceof Labeled labeled
                        && String.valueOf(labeled.getText()).contains("may not belong together"))
                .tryQuery()
                .isPresent());
    }
}
