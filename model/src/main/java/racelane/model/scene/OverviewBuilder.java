package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;

/** Builds the strip above the lanes: how dense the recording is, where its windows and notes are, what is in view. */
public final class OverviewBuilder {
    private static final int MOST_SAMPLES = 1_000_000;
    private static final double COLUMN = 3;

    private OverviewBuilder() {}

    /**
     * What the strip depends on.
     *
     * @param trace the events
     * @param whole the time the strip spans
     * @param view the time the lanes show
     * @param windows all windows
     * @param selected the selected one
     * @param notes all notes
     * @param left px left of the strip that stay empty, the gutter
     * @param width px, {@code left} included
     * @param height px
     */
    public record Request(
            Trace trace,
            TimeRange whole,
            TimeRange view,
            List<RaceWindow> windows,
            Optional<RaceWindow> selected,
            List<NoteMark> notes,
            double left,
            double width,
            double height) {}

    /** Builds the strip. Pure; looks at a million events of each source at most, evenly spread. */
    public static Scene build(Request request) {
        SceneSink sink = new SceneSink();
        TimeScale scale = TimeScale.fit(request.whole(), request.width() - request.left());
        density(request, scale, sink);
        view(request, scale, sink);
        for (RaceWindow window : request.windows()) {
            window(request, scale, window, sink);
        }
        for (NoteMark note : request.notes()) {
            double x = request.left() + scale.x(note.range().middle());
            sink.over.add(new Shape.Diamond(x, 5, 4, note.warning() ? ColorRole.WARNING : ColorRole.ACCENT));
            region(sink, x, request.height(), Hit.What.NOTE, note.id());
        }
        return new Scene(sink, request.width(), request.height(), request.height());
    }

    /** Returns how many events start in each of {@code columns} equal parts of {@code whole}; sampled beyond a million a source. */
    static int[] counts(Trace trace, TimeRange whole, int columns) {
        int[] counts = new int[columns];
        TimeScale scale = TimeScale.fit(whole, columns);
        for (EventTable table : trace.tables()) {
            int stride = table.size() / MOST_SAMPLES + 1;
            for (int row = 0; row < table.size(); row += stride) {
                int column = (int) Math.floor(scale.x(table.start(row)));
                if (column >= 0 && column <= columns) {
                    counts[Math.min(column, columns - 1)] += stride;
                }
            }
        }
        return counts;
    }

    private static void density(Request request, TimeScale scale, SceneSink sink) {
        int columns = (int) Math.max(1, (request.width() - request.left()) / COLUMN);
        int[] counts = counts(request.trace(), scale.range(columns * COLUMN), columns);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        double room = request.height() - 8;
        for (int i = 0; i < columns; i++) {
            if (counts[i] > 0) {
                double height = Math.max(2, room * Math.sqrt(counts[i] / (double) most));
                double x = request.left() + i * COLUMN;
                double y = request.height() - 2 - height;
                sink.under.add(new Shape.Box(x, y, COLUMN - 1, height, 0, ColorRole.DENSITY, null, 0));
            }
        }
    }

    private static void window(Request request, TimeScale scale, RaceWindow window, SceneSink sink) {
        double x = request.left() + scale.x(window.range().start());
        double width = Math.max(2, scale.width(window.range().duration()));
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
