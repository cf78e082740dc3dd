package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;

/** Builds the strip above the lanes: how dense the recording is, where its windows and notes are, what is in view. */
public final class OverviewBuilder {
    private static final double COLUMN = 3;
    private static final double HIT = 4;

    private OverviewBuilder() {}

    /**
     * What the strip depends on.
     *
     * @param density how dense the recording is, and the time the strip spans; built once a trace
     * @param view the time the lanes show
     * @param windows all windows
     * @param selected the selected one
     * @param notes all notes
     * @param left px left of the strip that stay empty, the gutter
     * @param width px, {@code left} included
     * @param height px
     * @param scale maps time to the strip, x = 0 at {@code left}; it may draw gaps short
     * @param hits where the events lie that a search found
     */
    public record Request(
            OverviewDensity density,
            TimeRange view,
            List<RaceWindow> windows,
            Optional<RaceWindow> selected,
            List<NoteMark> notes,
            double left,
            double width,
            double height,
            TimeScale scale,
            Optional<OverviewDensity> hits) {
        /** Creates a request for all the time in which events were counted. */
        @SuppressWarnings("checkstyle:ParameterNumber")
        public Request(
                OverviewDensity density,
                TimeRange view,
                List<RaceWindow> windows,
                Optional<RaceWindow> selected,
                List<NoteMark> notes,
                double left,
                double width,
                double height) {
            this(
                    density,
                    view,
                    windows,
                    selected,
                    notes,
                    left,
                    width,
                    height,
                    TimeScale.fit(density.whole(), width - left),
                    Optional.empty());
        }
    }

    /** Builds the strip. Pure; any thread; looks at no event, so that it follows a dragged view at any size of recording. */
    public static Scene build(Request request) {
        SceneSink sink = new SceneSink();
        TimeScale scale = request.scale();
        density(request, sink);
        view(request, scale, sink);
        for (RaceWindow window : request.windows()) {
            window(request, scale, window, sink);
        }
        for (NoteMark note : request.notes()) {
            double x = request.left() + scale.x(note.range().middle());
            sink.over.add(new Shape.Diamond(x, 5, 4, note.warning() ? ColorRole.WARNING : ColorRole.ACCENT));
            region(sink, x, request.height(), Hit.What.NOTE, note.id());
        }
        request.hits().ifPresent(hits -> hits(request, hits, sink));
        return new Scene(sink, request.width(), request.height(), request.height());
    }

    private static void density(Request request, SceneSink sink) {
        double strip = Math.max(COLUMN, request.width() - request.left());
        int columns = (int) (strip / COLUMN);
        double[] counts = counts(request, request.density(), columns);
        double most = 1;
        for (double count : counts) {
            most = Math.max(most, count);
        }
        double room = request.height() - 8;
        for (int i = 0; i < columns; i++) {
            if (counts[i] > 0) {
                double height = Math.max(2, room * Math.sqrt(counts[i] / most));
                double x = request.left() + i * COLUMN;
                double y = request.height() - 2 - height;
                sink.under.add(new Shape.Box(x, y, COLUMN - 1, height, 0, ColorRole.DENSITY, null, 0));
            }
        }
    }

    private static double[] counts(Request request, OverviewDensity density, int columns) {
        double strip = Math.max(COLUMN, request.width() - request.left());
        return request.scale().folds().isEmpty()
                ? density.columns(columns, COLUMN / strip)
                : density.columns(columns, request.scale(), COLUMN);
    }

    /** Marks each column with a hit at the foot of the strip. */
    private static void hits(Request request, OverviewDensity hits, SceneSink sink) {
        int columns = (int) (Math.max(COLUMN, request.width() - request.left()) / COLUMN);
        double[] counts = counts(request, hits, columns);
        for (int i = 0; i < columns; i++) {
            if (counts[i] > 0) {
                double x = request.left() + i * COLUMN;
                sink.over.add(new Shape.Box(x, request.height() - HIT, COLUMN, HIT, 0, ColorRole.ACCENT, null, 0));
            }
        }
    }

    private static void window(Request request, TimeScale scale, RaceWindow window, SceneSink sink) {
        double x = request.left() + scale.x(window.range().start());
        double width =
                Math.max(2, scale.width(window.range().start(), window.range().end()));
        boolean chosen =
                request.selected().filter(one -> one.id().equals(window.id())).isPresent();
        double top = chosen ? 1 : request.height() * 0.2;
        double tall = request.height() - top - 1;
        if (width > 6) {
            sink.over.add(new Shape.Box(x, top, width, tall, 0, ColorRole.WINDOW_SHADE, null, 0));
            sink.over.add(new Shape.Box(x + width - 2, top, 2, tall, 0, ColorRole.WARNING, null, 0));
        }
        sink.over.add(new Shape.Box(x, top, 2, tall, 0, ColorRole.WARNING, null, 0));
        region(sink, x, request.height(), Hit.What.WINDOW, window.id());
    }

    private static void view(Request request, TimeScale scale, SceneSink sink) {
        double x1 =
                Math.max(request.left(), request.left() + scale.x(request.view().start()));
        double x2 = Math.min(
                request.width(), request.left() + scale.x(request.view().end()));
        double width = Math.max(4, x2 - x1);
        sink.under.add(
                new Shape.Box(x1, 1, width, request.height() - 2, 3, ColorRole.ACCENT_SHADE, ColorRole.ACCENT, 1.3));
    }

    private static void region(SceneSink sink, double x, double height, Hit.What what, String id) {
        sink.regions.add(new Scene.Region(x - 3, 0, 7, height, new Hit(what, Optional.empty(), 0, id, -1)));
    }
}
