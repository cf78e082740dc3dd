package racelane.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import racelane.app.job.FxJobRunner;
import racelane.app.job.JobRunner;
import racelane.app.paint.GlyphMasks;
import racelane.app.paint.PixelPane;
import racelane.app.paint.ScenePainter;
import racelane.app.theme.Fonts;
import racelane.app.theme.Palette;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.lane.LanePlan;
import racelane.model.scene.LaneLayout;
import racelane.model.scene.LaneMetrics;
import racelane.model.scene.PixelColumns;
import racelane.model.scene.RowIndex;
import racelane.model.scene.SceneBuilder;
import racelane.model.scene.SceneRequest;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;

/**
 * The time from frame to frame while the lanes are dragged sideways or zoomed, 1600 by 900 px, drawn without a display: the scene is built
 * and painted anew for every frame, beside the JavaFX thread as the window does it. Next to it a canvas that draws a rectangle a span,
 * as anybody would at first.
 */
public final class FrameTimes {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final double GUTTER = 160;
    private static final long WARM_UP = 1_500_000_000L;
    private static final long MEASURED = 3_000_000_000L;
    private static final int LEAST_FRAMES = 20;
    private static final double ZOOM_STEPS = 200;

    /** With a heap of more bytes than this, fifty million events are tried as well: {@code -Dbench.heap=8g}. */
    private static final long HEAP_OF_50_M = 7L << 30;

    private final Stage stage;
    private final Fonts fonts = Fonts.load();
    private final Palette palette = Palette.of(Theme.DARK);
    private final JobRunner jobs = new FxJobRunner(Platform::runLater, Throwable::printStackTrace);

    private FrameTimes(Stage stage) {
        this.stage = stage;
    }

    /** Runs all of it and prints a line a measurement. */
    public static void main(String[] arguments) throws Exception {
        CompletableFuture<FrameTimes> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(new FrameTimes(new Stage())));
        FrameTimes frames = started.get();
        Trace small = trace(100_000);
        frames.plain(small);
        frames.lanes(small);
        frames.lanes(trace(1_000_000));
        frames.lanes(trace(10_000_000));
        if (Runtime.getRuntime().maxMemory() > HEAP_OF_50_M) {
            frames.lanes(trace(50_000_000));
        }
        Platform.exit();
    }

    private static Trace trace(int events) {
        EventTable table = Workload.store(events);
        return Trace.of(table.names(), List.of(table));
    }

    private static TimeScale scale(Trace trace, int zoom) {
        long half = trace.tables().getFirst().size() * Workload.STEP / 2;
        long middle = Workload.BASE + half;
        return TimeScale.fit(new TimeRange(middle - half / zoom, middle + half / zoom), WIDTH - GUTTER);
    }

    /** A rectangle a span, the colour set for each. */
    private void plain(Trace trace) throws Exception {
        EventTable table = trace.tables().getFirst();
        TimeScale scale = scale(trace, 1);
        LaneLayout layout =
                LaneLayout.of(LanePlan.of(trace).rows(), LaneMetrics.window(), Map.of());
        double squeeze = HEIGHT / layout.height();
        Color[] colors = {Color.TEAL, Color.ORANGE, Color.STEELBLUE, Color.OLIVE};
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        measure("a rectangle a span, " + table.size() + " spans, all lanes", canvas, (shift, shown) -> {
            graphics.clearRect(0, 0, WIDTH, HEIGHT);
            for (LaneSlice slice : table.slices()) {
                double top = layout.lane(slice.index()).orElseThrow().y();
                for (int row = slice.from(); row < slice.to(); row++) {
                    double x = GUTTER + scale.x(table.start(row)) - shift;
                    double width = Math.max(1, scale.width(table.end(row) - table.start(row)));
                    graphics.setFill(colors[table.name(row) & 3]);
                    graphics.fillRect(x, (top + 7 + 22 * table.depth(row)) * squeeze, width, 19 * squeeze);
                }
            }
            shown.run();
        });
    }

    private void lanes(Trace trace) throws Exception {
        LanePlan plan = LanePlan.of(trace);
        RowIndex rows = RowIndex.of(trace);
        PixelPane pane = new PixelPane(fonts, new GlyphMasks(fonts));
        pane.resize(WIDTH, HEIGHT);
        for (int zoom : new int[] {1, 10, 100, 10_000}) {
            TimeScale scale = scale(trace, zoom);
            String what = "Racelane, " + trace.size() + " spans, " + zoom + " times, ";
            Frames frames = new Frames(pane, next -> request(trace, rows, plan, next));
            measure(what + "dragged", pane, (step, shown) -> frames.draw(scale.panned(step), shown));
            measure(
                    what + "zoomed",
                    pane,
                    (step, shown) -> frames.draw(scale.zoomed(1 + step / ZOOM_STEPS, WIDTH / 2), shown));
            System.out.println("    " + frames.marks() + " marks");
        }
    }

    /** Frames that follow each other, built and painted as the window does it. */
    private final class Frames {
        private final PixelPane pane;
        private final Function<TimeScale, SceneRequest> requests;
        private PixelColumns columns = PixelColumns.none();
        private int marks;

        Frames(PixelPane pane, Function<TimeScale, SceneRequest> requests) {
            this.pane = pane;
            this.requests = requests;
        }

        void draw(TimeScale scale, Runnable shown) {
            PixelPane.Sheet sheet = pane.sheet(WIDTH, HEIGHT);
            SceneRequest request = requests.apply(scale);
            PixelColumns before = columns;
            jobs.quietly(progress -> {
                        racelane.model.scene.Scene scene = SceneBuilder.build(request, before);
                        sheet.paint(surface -> ScenePainter.paint(scene, surface, palette, fonts));
                        return scene;
                    })
                    .onDone(scene -> {
                        columns = scene.columns();
                        marks = scene.marks().size();
                        sheet.show();
                        shown.run();
                    });
        }

        int marks() {
            return marks;
        }
    }

    private SceneRequest request(Trace trace, RowIndex rows, LanePlan plan, TimeScale scale) {
        return new SceneRequest(
                trace,
                rows,
                plan,
                scale,
                WIDTH,
                HEIGHT,
                GUTTER,
                0,
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                LaneMetrics.window(),
                fonts);
    }

    /** Draws one frame and says when it is there to be shown. */
    private interface Frame {
        void draw(double shift, Runnable shown);
    }

    private void measure(String what, Node node, Frame frame) throws Exception {
        CompletableFuture<double[]> done = new CompletableFuture<>();
        Platform.runLater(() -> start(node, frame, done));
        double[] millis = done.get();
        double processor = millis[millis.length - 1];
        Arrays.sort(millis, 0, millis.length - 1);
        int frames = millis.length - 1;
        System.out.printf(
                "%s: median %.2f ms, p95 %.2f ms, processor %.2f ms a frame, %d frames%n",
                what, millis[frames / 2], millis[frames * 95 / 100], processor, frames);
    }

    /** What all threads of this program have used, ns: says more than a clock on a machine that has other things to do. */
    private static long processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Draws until there are enough frames; answers with ms from frame to frame, and last the processor's ms a frame. */
    private void start(Node node, Frame frame, CompletableFuture<double[]> done) {
        stage.setScene(new Scene(new Group(node), WIDTH, HEIGHT));
        stage.show();
        long begin = System.nanoTime();
        double[] millis = new double[100_000];
        new AnimationTimer() {
            private long last = begin;
            private long processor;
            private int count;
            private int drawn;
            private boolean shown = true;

            @Override
            public void handle(long ignored) {
                if (!shown) {
                    return;
                }
                long now = System.nanoTime();
                boolean warm = drawn > LEAST_FRAMES / 2 && last - begin > WARM_UP;
                if (warm) {
                    processor = count == 0 ? processorTime() : processor;
                    millis[count++] = (now - last) / 1e6;
                }
                last = now;
                boolean enough = count >= LEAST_FRAMES && now - begin > WARM_UP + MEASURED;
                if (enough) {
                    stop();
                    millis[count] = (processorTime() - processor) / 1e6 / (count - 1);
                    done.complete(Arrays.copyOf(millis, count + 1));
                } else {
                    shown = false;
                    frame.draw(drawn++ % 40, () -> shown = true);
                }
            }
        }.start();
    }
}
