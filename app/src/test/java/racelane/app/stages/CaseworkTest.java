package racelane.app.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.report.RedactionSetting;
import racelane.app.session.Rig;
import racelane.app.session.SaveState;
import racelane.app.session.Selection;
import racelane.app.session.TimelineControls;
import racelane.model.comparison.Comparison;
import racelane.model.event.EventRef;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.CaseTemplate;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditText;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Pin;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;
import racelane.model.time.TimeRange;

/** A case is worked without a toolkit. */
final class CaseworkTest {
    private static final long MS = 1_000_000;

    @TempDir
    Path folder;

    /** A window's models over a rig. */
    private final class Desk implements AutoCloseable, QuestionsViewModel.Sources {
        final Rig rig = new Rig(folder);
        final Pointing timeline = new Pointing();
        final CaseViewModel model = new CaseViewModel(rig.session, rig.editor, rig.jobs, timeline);
        final QuestionsViewModel questions;
        final HistoryViewModel history;
        final List<SourceLink> located = new ArrayList<>();

        Desk() {
            questions = new QuestionsViewModel(rig.session, model, this);
            history = new HistoryViewModel(rig.session, rig.editor);
        }

        EventRef event(int row) {
            return new EventRef(0, row);
        }

        @Override
        public void importAgain(int table) {
            rig.opener.importAgain(table);
        }

        @Override
        public void accept(int table) {
            rig.opener.accept(table);
        }

        @Override
        public void locate(SourceLink link) {
            located.add(link);
        }

        @Override
        public void close() {
            rig.close();
        }
    }

    private static String[] log(int from, int lines) {
        return IntStream.range(from, from + lines)
                .mapToObj(i -> i + " t" + i % 3 + " op" + i % 5 + " key:" + i % 2)
                .toArray(String[]::new);
    }

    @Test
    void aCaseGoesFromTheReportToTheVerifiedFix() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", log(1, 10))));
            CaseViewModel model = desk.model;
            model.choose(CaseTemplate.of("stale-read"));
            model.report(new BugReport("new", "old", "8 of 100"));
            assertThat(model.complete(Stage.COLLECT_EVIDENCE)).isFalse();
            assertThat(desk.rig.errors.getLast()).startsWith("Pin a window");
            desk.rig.session.select(new Selection.EventSelected(desk.event(3)));
            model.pinSelected();
            assertThat(model.complete(Stage.COLLECT_EVIDENCE)).isTrue();
            assertThat(model.answer(Stage.ISOLATE_VARIABLES, "differences", "one step, not two"))
                    .isTrue();
            assertThat(model.complete(Stage.ISOLATE_VARIABLES)).isTrue();
            model.propose("old because two steps", false);
            String h1 = model.state().hypotheses().getFirst().id();
            model.link(h1, model.state().pins().getFirst().id(), true);
            model.predict(h1, "a wider window fails more often");
            assertThat(model.judge(h1, HypothesisStatus.CONFIRMED, "it does")).isFalse();
            model.tried(h1, new Experiment(model.newId(), "widened to 100 ms", 100, 67));
            assertThat(model.judge(h1, HypothesisStatus.CONFIRMED, "67 of 100")).isTrue();
            assertThat(model.complete(Stage.TEST_HYPOTHESES)).isTrue();
            model.ran(Stage.VERIFY_FIX, new Experiment(model.newId(), "before", 100, 8));
            assertThat(model.complete(Stage.VERIFY_FIX)).isFalse();
            assertThat(desk.rig.errors.getLast()).contains("still failed 8 of 100");
            model.ran(Stage.VERIFY_FIX, new Experiment(model.newId(), "after", 1000, 0));
            assertThat(model.complete(Stage.VERIFY_FIX)).isTrue();
            assertThat(model.state().hypotheses().getFirst().prediction()).startsWith("a wider");
            assertThat(model.state().unanswered(Stage.COLLECT_EVIDENCE))
                    .extracting(prompt -> prompt.id())
                    .contains("expected-write");
        }
    }

    @Test
    void whatChangesInAnEarlierStageMakesTheLaterOnesOutdatedUntilTheyAreConfirmed() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", log(1, 10))));
            desk.rig.session.select(new Selection.EventSelected(desk.event(1)));
            desk.model.pinSelected();
            desk.rig.session.select(new Selection.EventSelected(desk.event(2)));
            desk.model.pinSelected();
            desk.model.complete(Stage.COLLECT_EVIDENCE);
            desk.model.write(Stage.ISOLATE_VARIABLES, "it differs");
            desk.model.complete(Stage.ISOLATE_VARIABLES);
            desk.model.unpin(desk.model.state().pins().getFirst().id());
            assertThat(desk.model.state().status(Stage.ISOLATE_VARIABLES)).isEqualTo(StageStatus.OUTDATED);
            assertThat(desk.model.line(Stage.ISOLATE_VARIABLES)).contains("was removed");
            assertThat(desk.model.complete(Stage.ISOLATE_VARIABLES)).isTrue();
            assertThat(desk.model.state().status(Stage.ISOLATE_VARIABLES)).isEqualTo(StageStatus.COMPLETE);
        }
    }

    @Test
    void whileAQuestionIsPendingNothingIsCompleted() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", log(1, 10))));
            desk.rig.session.select(new Selection.EventSelected(desk.event(1)));
            desk.model.pinSelected();
            desk.questions.ask("Was the clock stepped?");
            assertThat(desk.questions.blocking())
                    .hasValueSatisfying(text -> assertThat(text).contains("Was the clock stepped?"));
            assertThat(desk.model.complete(Stage.COLLECT_EVIDENCE)).isFalse();
            assertThat(desk.questions.answer(
                            desk.questions.ofTheCase().getFirst().id(), "no"))
                    .isTrue();
            assertThat(desk.questions.blocking()).isEmpty();
            assertThat(desk.model.complete(Stage.COLLECT_EVIDENCE)).isTrue();
        }
    }

    @Test
    void aMissingSourceIsAskedForAndItsQuotesStandInForIt() throws IOException {
        Path saved = folder.resolve("case.racelane");
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", log(1, 10))));
            desk.rig.session.select(new Selection.EventSelected(desk.event(1)));
            desk.model.pinSelected();
            desk.rig.editor.saveAs(saved);
            desk.rig.until(() -> saved.equals(desk.rig.editor.pathProperty().get()));
        }
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("moved.log");
        Files.move(folder.resolve("a.log"), elsewhere);
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(saved));
            assertThat(desk.rig.session.trace().tables()).isEmpty();
            assertThat(desk.questions.blocking()).isPresent();
            QuestionsViewModel.Asked asked =
                    desk.questions.askedProperty().get().getFirst();
            assertThat(asked.text()).startsWith("Where is a.log?");
            asked.answers().getFirst().run().run();
            desk.rig.opener.locate(desk.located.getFirst(), elsewhere);
            assertThat(desk.rig.session.trace().size()).isEqualTo(10);
            assertThat(desk.questions.blocking()).isEmpty();
            Anchor anchor = desk.model.state().pins().getFirst().anchors().getFirst();
            assertThat(desk.rig.session.placesProperty().get().event(anchor)).isPresent();
            assertThat(anchor.excerpt()).isNotBlank();
        }
    }

    @Test
    void aPinIsFoundAgainInALogThatWasPrefixedAndOneWhoseLineIsGoneIsAnOrphan() throws IOException {
        Path saved = folder.resolve("case.racelane");
        Path file = folder.resolve("a.log");
        pinThree(saved);
        List<String> lines = new ArrayList<>(List.of(log(1, 1000)));
        lines.addAll(Files.readAllLines(file));
        Files.write(file, lines);
        List<Anchor> anchors;
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(saved));
            anchors = desk.model.state().pins().stream()
                    .flatMap(pin -> pin.anchors().stream())
                    .toList();
            assertThat(anchors)
                    .hasSize(3)
                    .noneMatch(desk.rig.session.placesProperty().get()::isOrphan);
            assertThat(desk.rig
                            .session
                            .trace()
                            .at(desk.rig
                                    .session
                                    .placesProperty()
                                    .get()
                                    .event(anchors.getFirst())
                                    .orElseThrow())
                            .origin())
                    .isEqualTo(anchors.getFirst().origin() + 1000);
            desk.model.show(desk.model.state().pins().getFirst());
            assertThat(desk.timeline.shown.getLast().start())
                    .isEqualTo(anchors.getFirst().start());
        }
        lines.removeIf(line -> line.equals(anchors.get(1).excerpt()));
        assertThat(lines).hasSize(1029);
        Files.write(file, lines);
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(saved));
            assertThat(anchors.stream().filter(desk.rig.session.placesProperty().get()::isOrphan))
                    .containsExactly(anchors.get(1));
            assertThat(desk.model.state().pins())
                    .as("an orphan is never dropped")
                    .hasSize(3);
        }
    }

    /** Saves a case with three pins on a log of 30 lines. */
    private void pinThree(Path saved) {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", log(2001, 30))));
            for (int row : new int[] {3, 12, 21}) {
                desk.rig.session.select(new Selection.EventSelected(desk.event(row)));
                desk.model.pinSelected();
            }
            desk.rig.editor.saveAs(saved);
            desk.rig.until(() -> saved.equals(desk.rig.editor.pathProperty().get()));
        }
    }

    @Test
    void theHistoryIsFilteredLookedBackIntoAndBranched() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", log(1, 10))));
            desk.model.write(Stage.COLLECT_EVIDENCE, "first");
            desk.model.write(Stage.COLLECT_EVIDENCE, "second");
            desk.model.propose("because", false);
            assertThat(desk.history.rows()).hasSize(4);
            desk.history.filter("H1");
            assertThat(desk.history.rows())
                    .extracting(row -> desk.history.words(row))
                    .containsExactly("H1 proposed");
            desk.history.filter("tester stage");
            assertThat(desk.history.rows()).as("who and what").hasSize(2);
            desk.history.lookBack(2);
            assertThat(desk.model.state().text(Stage.COLLECT_EVIDENCE)).isEqualTo("first");
            assertThat(desk.model.state().hypotheses()).isEmpty();
            assertThat(desk.model.propose("not now", false)).isFalse();
            assertThat(desk.rig.errors.getLast()).contains("as it stood");
            desk.history.backToNow();
            assertThat(desk.model.state().hypotheses()).hasSize(1);
            desk.history.lookBack(2);
            desk.history.branch();
            assertThat(desk.history.isLookingBack()).isFalse();
            assertThat(desk.history.edits()).isEqualTo(2);
            assertThat(desk.rig.session.trace().size())
                    .as("the sources stay open")
                    .isEqualTo(10);
            assertThat(desk.model.propose("another cause", false)).isTrue();
            desk.rig.until(() -> desk.rig.editor.savedProperty().get() instanceof SaveState.Saved);
        }
    }

    @Test
    void anArrowGoesFromTheEarlierOfTwoSelectedEventsToTheLater() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", "1 a set", "5 b get", "9 a del")));
            assertThat(desk.model.arrowEnds()).isEmpty();
            EventRef del = desk.event(1); // the second event of lane a
            EventRef get = desk.event(2);
            desk.rig.session.select(new Selection.EventSelected(get, List.of(del)));
            List<EventRef> ends = desk.model.arrowEnds().orElseThrow();
            assertThat(ends).containsExactly(get, del);
            desk.model.addArrow(ends.getFirst(), ends.getLast(), "too early\nby 4 ms", taken -> {});
            var note = desk.model.state().notes().getFirst();
            assertThat(note.isArrow()).isTrue();
            assertThat(note.range()).isEqualTo(new TimeRange(5 * MS, 9 * MS));
            desk.model.stepNote(1);
            assertThat(desk.timeline.shown.getLast()).isEqualTo(note.range());
            assertThat(desk.model.rewordNote(note.id(), "too early")).isTrue();
        }
    }

    @Test
    void lanesLinesAndStatesArePinnedToo() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", "1 a set k", "5 b get k", "9 a del k")));
            desk.rig.session.select(new Selection.LaneSelected(1));
            assertThat(desk.model.hasEvidence()).isTrue();
            desk.model.pinSelected();
            desk.model.pinLine(desk.event(0));
            desk.rig.session.select(new Selection.RangeSelected(new TimeRange(6 * MS, 8 * MS)));
            desk.model.pinState();
            assertThat(desk.model.state().pins()).extracting(Pin::kind).containsExactly(Pin.LANE, Pin.LINE, Pin.STATE);
            assertThat(desk.model.state().pins().get(0).ref()).isEqualTo("b");
            assertThat(desk.model.state().pins().get(2).body())
                    .contains("- **a** idle after set k, 5 ms")
                    .contains("- **b** idle after get k, 1 ms")
                    .contains("- `k` get, 1 ms before");
        }
    }

    @Test
    void twoKeysAreComparedAndTheComparisonIsKept() {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file(
                    "a.log",
                    "1 w set good",
                    "2 w del good",
                    "4 r get good",
                    "11 w set bad",
                    "12 r get bad",
                    "20 w del bad")));
            ComparisonViewModel comparing = new ComparisonViewModel(desk.rig.session, desk.rig.jobs, desk.model);
            assertThat(comparing.likely()).isEqualTo(ComparisonViewModel.Kind.KEYS);
            var keys = comparing.choices(ComparisonViewModel.Kind.KEYS);
            assertThat(keys).extracting(choice -> choice.title()).containsExactly("bad", "good");
            comparing.choose(keys.get(1), keys.get(0));
            Comparison found = comparing.comparisonProperty().get();
            assertThat(Optional.ofNullable(found)
                            .orElseThrow()
                            .differences()
                            .getFirst()
                            .text())
                    .contains("where it fails, and");
            comparing.keep();
            Pin pin = desk.model.state().pins().getFirst();
            assertThat(pin.kind()).isEqualTo(Pin.COMPARISON);
            assertThat(pin.anchors()).hasSize(6);
            assertThat(pin.body()).contains("**Works:** good").contains("**Fails:** bad");
            assertThat(desk.model.state().status(Stage.ISOLATE_VARIABLES)).isEqualTo(StageStatus.IN_PROGRESS);
        }
    }

    @Test
    void aCopyWithoutHistoryAndOneToShareHoldWhatTheySay() throws IOException {
        try (Desk desk = new Desk()) {
            desk.rig.opener.open(List.of(desk.rig.file("a.log", "1 a set bob@example.com", "5 b get k")));
            desk.rig.session.select(new Selection.EventSelected(desk.event(0)));
            desk.model.pinSelected();
            desk.model.write(Stage.COLLECT_EVIDENCE, "hunter2 by mistake");
            desk.model.write(Stage.COLLECT_EVIDENCE, "as it is");
            ShareViewModel share =
                    new ShareViewModel(desk.rig.session, desk.rig.jobs, desk.rig, new RedactionSetting(folder));
            Path flat = folder.resolve("flat.racelane");
            Path bundle = folder.resolve("bundle.racelane");
            share.withoutHistory(flat);
            share.bundle(bundle);
            assertThat(desk.rig.errors).isEmpty();
            assertThat(Files.readString(flat))
                    .contains("as it is", "bob@example.com", folder.toString())
                    .doesNotContain("hunter2");
            assertThat(Files.readString(bundle))
                    .contains("as it is")
                    .doesNotContain("hunter2", "bob@example.com", folder.toString());
        }
        try (Desk desk = new Desk()) {
            Files.delete(folder.resolve("a.log"));
            desk.rig.opener.open(List.of(folder.resolve("bundle.racelane")));
            assertThat(desk.model.state().pins()).hasSize(1);
            assertThat(desk.questions.blocking()).isPresent();
        }
    }

    /** Remembers what it was asked to show. */
    private static final class Pointing implements TimelineControls {
        final List<TimeRange> shown = new ArrayList<>();

        @Override
        public void zoom(double factor) {}

        @Override
        public void pan(double fraction) {}

        @Override
        public void showAll() {}

        @Override
        public void fitSelection() {}

        @Override
        public void focusSelection() {}

        @Override
        public void show(TimeRange range) {
            shown.add(range);
        }

        @Override
        public void reveal(EventRef event) {}

        @Override
        public void revealLane(int laneId) {}

        @Override
        public void stepEvent(int direction) {}

        @Override
        public void stepLane(int direction) {}

        @Override
        public void followLink(int direction) {}

        @Override
        public void toggleAllLinks() {}

        @Override
        public void requestFocus() {}
    }

    @Test
    void anEditThatIsUnknownHereIsSaidToBe() {
        try (Desk desk = new Desk()) {
            assertThat(EditText.of(new Edit.Unknown("later", "{}"), desk.model.state()))
                    .contains("newer version: later");
        }
    }
}
