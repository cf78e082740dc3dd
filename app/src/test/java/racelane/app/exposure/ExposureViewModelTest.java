package racelane.app.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.CompositionRoot;
import racelane.app.cli.RacelaneCommand;
import racelane.app.session.QuietTimeline;
import racelane.app.session.Rig;
import racelane.app.session.Selection;
import racelane.app.session.WindowList;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.window.Exposure;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;
import racelane.model.window.RaceWindow;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The exposure of the selected window's like: the figures of the command line, and what widening would do. */
final class ExposureViewModelTest {
    private static final Path SAMPLES = Path.of(System.getProperty("racelane.root"), "sample-logs");
    private static final List<Path> PROFILE_RACE = List.of(
            SAMPLES.resolve("profile-race.log"),
            SAMPLES.resolve("profile-race.jfr"),
            SAMPLES.resolve("profile-race.json"));

    @TempDir
    Path folder;

    private Rig rig;
    private QuietTimeline timeline;
    private ExposureViewModel model;
    private List<RaceWindow> windows;

    @BeforeEach
    void open() throws ImportException {
        rig = new Rig(folder);
        SourceReader reader = CompositionRoot.reader();
        Trace trace = Trace.empty(new Names());
        for (Path file : PROFILE_RACE) {
            trace = trace.with(reader.read(file, ImportOptions.DEFAULT, trace.names(), Progress.none()));
        }
        rig.session.setTrace(trace);
        windows = new Matcher()
                .find(trace, PatternSet.builtIn(), MatchOptions.DEFAULT, Progress.none())
                .windows();
        rig.session.setWindows(new WindowList(windows, windows.size(), false));
        timeline = new QuietTimeline();
        model = new ExposureViewModel(rig.session, rig.jobs, timeline, PatternSet::builtIn);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nothingIsMeasuredBeforeSomebodyLooks() {
        rig.session.selectWindow(windows.getFirst());
        assertThat(model.shownProperty().get().measures()).isEmpty();
        model.setActive(true);
        assertThat(model.shownProperty().get().measures()).isPresent();
    }

    @Test
    void theFiguresAreThoseOfTheCommandLine() throws Exception {
        Exposure shown = looked().measures().orElseThrow().exposure();
        assertThat(shown.keys()).isEqualTo("user:*");
        List<Double> numbers = numbersOfTheCommandLine();
        assertThat(numbers)
                .as("windows, widths, duty, rate, dwell, hits, share seen, expected and its band")
                .startsWith(
                        (double) shown.windows(),
                        (double) shown.width(0.05),
                        (double) shown.width(0.5),
                        (double) shown.width(0.95),
                        (double) shown.width(1),
                        shown.duty(),
                        shown.rate(),
                        (double) Math.round(shown.dwell()),
                        (double) shown.hits(),
                        shown.observed().low(),
                        shown.observed().high(),
                        shown.expected(),
                        shown.expectedBand().low(),
                        shown.expectedBand().high());
        model.widen(100_000_000L);
        assertThat(model.prediction()).isEqualTo("Wider by 100 ms, 100 % would be hit (100 to 100 %)");
    }

    @Test
    void otherKeysAndAllTogetherCanBeLookedAt() {
        ExposureViewModel.Shown shown = looked();
        assertThat(shown.scopes()).extracting(Measures::title).containsExactly("user:*", "related:*", "all keys");
        model.choose(2);
        Measures all = model.shownProperty().get().measures().orElseThrow();
        assertThat(all.exposure().windows())
                .isEqualTo(shown.scopes().get(0).exposure().windows()
                        + shown.scopes().get(1).exposure().windows());
        rig.session.selectWindow(windows.stream()
                .filter(window -> window.key().startsWith("related"))
                .findFirst()
                .orElseThrow());
        assertThat(model.shownProperty().get().measures().orElseThrow().title()).isEqualTo("related:*");
    }

    @Test
    void wideningNeverPredictsFewerHitsAndItsBandHoldsIt() {
        Measures measures = looked().measures().orElseThrow();
        Curve curve = measures.curve();
        for (int i = 1; i < curve.points(); i++) {
            assertThat(curve.share()[i]).isGreaterThanOrEqualTo(curve.share()[i - 1]);
            assertThat(curve.share()[i]).isBetween(curve.low()[i] - 1e-12, curve.high()[i] + 1e-12);
        }
        assertThat(curve.share()[0]).isCloseTo(measures.exposure().predicted(0), within(1e-12));
        assertThat(curve.share()[curve.points() - 1]).isGreaterThan(0.98);
    }

    @Test
    void aNearMissLeadsToItsEvent() {
        Measures.Near near = looked().measures().orElseThrow().near().getFirst();
        assertThat(near.words()).startsWith("75 µs before the window of profile-race.log:28: GET by http-1");
        model.choose(near);
        assertThat(rig.session.selection()).isEqualTo(new Selection.EventSelected(near.event()));
        assertThat(timeline.revealed).containsExactly(near.event());
    }

    @Test
    void sentencesSayWhatTheFiguresMean() {
        assertThat(looked().measures().orElseThrow().sentences())
                .containsExactly(
                        "7 such windows were open on user:*, half of them for less than 2.1 ms.",
                        "Something of another actor fell into 3, where chance alone would hit about 4.5.",
                        "That is as chance has it: whoever comes at the wrong moment falls in.");
    }

    private ExposureViewModel.Shown looked() {
        model.setActive(true);
        rig.session.selectWindow(windows.getFirst());
        return model.shownProperty().get();
    }

    /** Returns the numbers of the first exposure that {@code windows --json --exposure} writes, in their order. */
    private static List<Double> numbersOfTheCommandLine() throws Exception {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("windows", "--json", "--exposure"));
        PROFILE_RACE.forEach(file -> arguments.add(file.toString()));
        int code = RacelaneCommand.run(
                arguments,
                CompositionRoot.reader(),
                (files, options, restore, window, errors) -> 2,
                new PrintWriter(out),
                new PrintWriter(new StringWriter()));
        assertThat(code).isZero();
        String json = out.toString();
        List<Double> numbers = new ArrayList<>();
        try (JsonParser parser = new JsonFactory()
                .createParser(
                        ObjectReadContext.empty(), json.substring(json.indexOf("[", json.indexOf("\"exposure\""))))) {
            for (JsonToken token = parser.nextToken();
                    token != null && numbers.size() < 14;
                    token = parser.nextToken()) {
                if (token.isNumeric()) {
                    numbers.add(parser.getDoubleValue());
                }
            }
        }
        return numbers;
    }
}
