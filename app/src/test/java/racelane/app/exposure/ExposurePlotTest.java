package racelane.app.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.app.CompositionRoot;
import racelane.app.paint.DrawingSurface;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.scene.ColorRole;
import racelane.model.scene.Shape;
import racelane.model.scene.Theme;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.window.ExposureSurvey;
import racelane.model.window.MatchOptions;

/** The charts as they are drawn: every stroke is recorded, none is painted. */
final class ExposurePlotTest {
    private static final double WIDTH = 330;
    private static final double HEIGHT = 160;
    private static final Fonts FONTS = Fonts.load();

    private final List<Shape.Label> labels = new ArrayList<>();
    private final List<Shape.Box> boxes = new ArrayList<>();
    private final List<Integer> boxColors = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();
    private final Palette palette = Palette.of(Theme.DARK);

    @Test
    void wordsLieWithinTheChartsAndNotOnEachOther() throws ImportException {
        Measures measures = measures();
        for (long extra : new long[] {0, 360_000, 100_000_000, 3_600_000_000_000L}) {
            plot().spread(measures.spread(), extra);
            assertTidy("spread", extra);
            plot().chances(measures, extra);
            assertTidy("chances", extra);
        }
    }

    @Test
    void missesThatWideningReachesAreDrawnAsWarnings() throws ImportException {
        Measures measures = measures();
        plot().spread(measures.spread(), 0);
        assertThat(boxColors).doesNotContain(palette.argb(ColorRole.WARNING)).contains(palette.argb(ColorRole.ACCENT));
        int bars = boxColors.size();
        plot().spread(measures.spread(), 1_000_000);
        assertThat(boxColors).hasSize(bars).contains(palette.argb(ColorRole.WARNING));
        plot().spread(measures.spread(), 3_600_000_000_000L);
        assertThat(boxColors).doesNotContain(palette.argb(ColorRole.WAIT_LINE));
    }

    @Test
    void theThoughtOfWideningStandsWhereTheSliderStands() throws ImportException {
        Measures measures = measures();
        long extra = measures.range().at(100);
        plot().chances(measures, extra);
        double expected = ExposurePlot.LEFT
                + measures.range().step(extra) / WhatIf.STEPS * (WIDTH - ExposurePlot.LEFT - ExposurePlot.RIGHT);
        assertThat(points).anySatisfy(point -> assertThat(point[0]).isEqualTo(expected));
        assertThat(labels)
                .extracting(Shape.Label::text)
                .contains("seen 43 %", ExposureWords.share(measures.exposure().predicted(extra)));
    }

    private void assertTidy(String chart, long extra) {
        for (Shape.Label label : labels) {
            assertThat(label.x()).as("%s %s: %s", chart, extra, label).isGreaterThanOrEqualTo(0);
            assertThat(label.x() + label.width())
                    .as("%s %s: %s", chart, extra, label)
                    .isLessThanOrEqualTo(WIDTH + 0.5);
            assertThat(label.y()).as("%s %s: %s", chart, extra, label).isBetween(10.0, HEIGHT);
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                Shape.Label a = labels.get(i);
                Shape.Label b = labels.get(j);
                boolean apart = a.x() + a.width() <= b.x()
                        || b.x() + b.width() <= a.x()
                        || Math.abs(a.y() - b.y()) >= a.size() * 0.8;
                assertThat(apart).as("%s %s: %s on %s", chart, extra, a, b).isTrue();
            }
        }
        boxes.forEach(box -> assertThat(box.x() >= 0
                        && box.x() + box.width() <= WIDTH
                        && box.y() >= 0
                        && box.y() + box.height() <= HEIGHT)
                .as("%s %s: %s", chart, extra, box)
                .isTrue());
    }

    private ExposurePlot plot() {
        labels.clear();
        boxes.clear();
        boxColors.clear();
        points.clear();
        return new ExposurePlot(new Recorder(), palette, FONTS, WIDTH, HEIGHT);
    }

    private static Measures measures() throws ImportException {
        Path samples = Path.of(System.getProperty("racelane.root"), "sample-logs");
        Trace trace = Trace.empty(new Names());
        for (String name : List.of("profile-race.log", "profile-race.jfr", "profile-race.json")) {
            trace = trace.with(CompositionRoot.reader()
                    .read(samples.resolve(name), ImportOptions.DEFAULT, trace.names(), Progress.none()));
        }
        return Measures.of(
                "user:*",
                ExposureSurvey.of(
                                trace,
                                PatternSet.builtIn(),
                                Set.of("stale-read"),
                                MatchOptions.DEFAULT,
                                Progress.none())
                        .getFirst(),
                trace);
    }

    /** Keeps what is drawn. */
    private final class Recorder implements DrawingSurface {
        @Override
        public void fillRects(float[] all, int count, int argb) {}

        @Override
        public void fillBox(Shape.Box box, int argb) {
            boxes.add(box);
            boxColors.add(argb);
        }

        @Override
        public void strokeBox(Shape.Box box, int argb) {}

        @Override
        public void strokeLine(Shape.Line line, int argb) {}

        @Override
        public void strokeCurve(double[] curve, int argb, double lineWidth) {}

        @Override
        public void strokePath(double[] path, int argb, double lineWidth) {}

        @Override
        public void fillPolygon(double[] polygon, int argb) {}

        @Override
        public void fillCircle(double x, double y, double radius, int argb) {
            points.add(new double[] {x, y});
        }

        @Override
        public void text(Shape.Label label, int argb) {
            labels.add(label);
        }
    }
}
