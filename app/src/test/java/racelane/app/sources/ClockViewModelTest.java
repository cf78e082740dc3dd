package racelane.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.Rig;
import racelane.app.session.Selection;
import racelane.model.event.EventRef;
import racelane.model.source.ClockMapping;

/** Setting the clock of a source by hand and by matched events. */
class ClockViewModelTest {
    @TempDir
    Path folder;

    @Test
    void whatIsTypedIsCheckedSetByAnEditAndUndone() {
        try (Rig rig = twoSources()) {
            ClockViewModel model = begun(rig);
            model.type("soon", "");
            assertThat(model.problemProperty().get()).contains("'soon' is no duration");
            assertThat(model.apply()).isFalse();
            model.type("+3.2 ms", "-12.5 ppm");
            assertThat(model.problemProperty().get()).isEmpty();
            assertThat(model.apply()).isTrue();
            assertThat(mapping(rig)).isEqualTo(new ClockMapping(3_200_000, -12_500_000, 1_007_000_000L));
            assertThat(rig.session.trace().at(new EventRef(1, 0)).start()).isEqualTo(1_010_200_000L);
            rig.editor.undo();
            assertThat(mapping(rig)).isEqualTo(ClockMapping.NONE);
            rig.editor.redo();
            assertThat(mapping(rig).offset()).isEqualTo(3_200_000);
        }
    }

    @Test
    void matchedEventsGiveOffsetAndDriftWithResidualsAndSurviveReopening() {
        Path saved = folder.resolve("mine.racelane");
        try (Rig rig = twoSources()) {
            ClockViewModel model = begun(rig);
            model.match(new EventRef(1, 0), new EventRef(0, 0), () -> {});
            assertThat(model.wordsProperty().get()).isEqualTo("-7 ms from one pair: nothing says how good it is");
            model.match(new EventRef(1, 1), new EventRef(0, 1), () -> {});
            assertThat(model.rows()).extracting(PairRow::residual).containsExactly("-500 µs", "+500 µs");
            model.match(new EventRef(1, 2), new EventRef(0, 2), () -> {});
            assertThat(model.settingProperty().get()).hasValueSatisfying(setting -> {
                assertThat(setting.mapping().drift()).isBetween(-1_100 * ClockMapping.PPM, -900 * ClockMapping.PPM);
                assertThat(setting.isBounded()).isTrue();
            });
            model.wantDrift(false);
            assertThat(model.settingProperty().get().orElseThrow().mapping().drift())
                    .isZero();
            assertThat(model.apply()).isTrue();
            assertThat(mapping(rig)).isEqualTo(ClockMapping.offset(-8_000_000));
            rig.editor.saveAs(saved);
            rig.until(() -> saved.equals(rig.editor.pathProperty().get()));
        }
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(saved));
            assertThat(rig.errors).isEmpty();
            assertThat(mapping(rig)).isEqualTo(ClockMapping.offset(-8_000_000));
            ClockViewModel again = begun(rig);
            assertThat(again.rows()).hasSize(3).allMatch(PairRow::used);
        }
    }

    @Test
    void proposalsAreGuessesUntilTheUserTakesThem() {
        try (Rig rig = twoSources()) {
            ClockViewModel model = begun(rig);
            model.propose();
            assertThat(model.rows()).hasSize(3).allMatch(PairRow::guess).noneMatch(PairRow::used);
            assertThat(model.fromPairs()).isFalse();
            model.use(model.rows().getFirst(), true);
            assertThat(model.fromPairs()).isTrue();
            assertThat(model.rows().getFirst().guess()).isFalse();
            model.remove(model.rows().getFirst());
            assertThat(model.fromPairs()).isFalse();
        }
    }

    @Test
    void rawTimesAreOneSwitchAwayAndKeepWhatIsSelected() {
        try (Rig rig = twoSources()) {
            ClockViewModel model = begun(rig);
            model.type("-7 ms", "");
            assertThat(model.apply()).isTrue();
            rig.session.select(new Selection.EventSelected(new EventRef(1, 0)));
            assertThat(rig.session.selectedEvent().orElseThrow().start()).isEqualTo(1_000_000_000L);
            rig.session.setRawTime(true);
            assertThat(rig.session.selectedEvent().orElseThrow().start()).isEqualTo(1_007_000_000L);
            assertThat(rig.session.corrected().at(new EventRef(1, 0)).start()).isEqualTo(1_000_000_000L);
            assertThat(new SourcesViewModel(rig.session).rows().get(1).line()).endsWith("raw times");
            rig.session.setRawTime(false);
            assertThat(rig.session.selectedEvent().orElseThrow().start()).isEqualTo(1_000_000_000L);
        }
    }

    @Test
    void anOffsetIsWrittenSoThatReadingGivesItBack() {
        for (long nanos : new long[] {0, 1, -7, 999, 3_200_001, -1_000_000_000L, 86_400_000_000_007L}) {
            String text = ClockViewModel.exact(nanos);
            long read = text.equals("0") ? 0 : racelane.model.time.DurationText.parse(text);
            assertThat(read).as(text).isEqualTo(nanos);
        }
    }

    private Rig twoSources() {
        Rig rig = new Rig(folder);
        rig.opener.open(List.of(
                rig.file("a.log", "1000 w set k1", "2000 w set k2", "3000 w set k3"),
                rig.file("b.log", "1007 x set k1", "2008 x set k2", "3009 x set k3")));
        assertThat(rig.session.trace().tables()).hasSize(2);
        return rig;
    }

    private static ClockViewModel begun(Rig rig) {
        ClockViewModel model = new ClockViewModel(rig.session, rig.jobs, rig.opener::setClock);
        model.begin(1);
        return model;
    }

    private static ClockMapping mapping(Rig rig) {
        return rig.session.trace().sources().get(1).mapping();
    }
}
