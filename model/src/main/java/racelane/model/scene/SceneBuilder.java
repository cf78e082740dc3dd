package racelane.model.scene;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import racelane.model.scene.LaneArea.Bounds;

/** Turns a request into the scene of the lanes. Pure; any thread; the cost follows the pixels and not the events. */
public final class SceneBuilder {
    /** The least room between two ticks, px. */
    static final double TICK_ROOM = 90;

    private SceneBuilder() {}

    /** Builds the lanes with their events, windows, steps, notes and selection, as seen through the request's view. */
    public static Scene build(SceneRequest request) {
        return build(request, PixelColumns.none());
    }

    /**
     * Builds the same scene, faster where it has columns in common with the one before it.
     *
     * @param before the {@link Scene#columns} of that one
     */
    public static Scene build(SceneRequest request, PixelColumns before) {
        SceneSink sink = new SceneSink(before.size() + before.size() / 8);
        LaneLayout layout = request.layout();
        Bounds bounds = new Bounds(0, request.gutter(), request.width(), 0, request.height(), -request.scrollY());
        LaneArea area = new LaneArea(request, layout, bounds);
        double lanesEnd = Math.min(request.height(), bounds.originY() + layout.height());
        LaneGround ground = new LaneGround(area, sink);
        ground.grounds();
        grid(request, area, sink, lanesEnd);
        WindowShades shades = new WindowShades(area, sink, 0, lanesEnd);
        WindowSteps steps = new WindowSteps(area, sink);
        shades.draw(request.windows());
        area.focus.ifPresent(steps::draw);
        area.focus.ifPresent(window -> {
            double middle = (area.clampX(area.x(window.range().start()))
                            + area.clampX(area.x(window.range().end())))
                    / 2;
            boolean inView = window.range().intersects(request.view());
            if (inView) {
                shades.pill(window, middle, Math.min(lanesEnd + 6, request.height() - 26), 20);
            }
        });
        new FoldMarks(area, sink).draw();
        sink.columns = new EventMarks(area, sink, request.selection(), request.emphasis(), before).draw();
        new CounterMarks(area, sink, request.cursor()).draw();
        LinkArrows links = new LinkArrows(area, sink, request.view());
        if (request.allLinks()) {
            links.inView(request.selection(), Math.min(request.height(), lanesEnd));
        }
        request.selection().forEach(links::of);
        NoteArrows.draw(request.notes(), area, sink);
        CallOuts callOuts = new CallOuts(area, sink, 12.5, 11.5, 240);
        flags(area, sink, callOuts.draw(request.notes()));
        overlays(request, area, sink);
        ground.names(true);
        sink.frame.addAll(sink.counterRanges);
        return new Scene(sink, request.width(), request.height(), layout.height());
    }

    private static void grid(SceneRequest request, LaneArea area, SceneSink sink, double bottom) {
        long origin = request.ticksFrom()
                .orElse(TickLadder.origin(area.scale.range(area.bounds.timeWidth()), ZoneOffset.UTC));
        long step = TickLadder.step(TICK_ROOM * area.scale.nanosPerPixel());
        for (long tick : TickLadder.ticks(area.scale, area.bounds.timeWidth(), step, origin)) {
            double x = area.x(tick);
            sink.under.add(new Shape.Line(x, 0, x, bottom, ColorRole.GRID, 1, false));
        }
    }

    /** A note that found no place keeps a flag at the top, so that it never disappears. */
    private static void flags(LaneArea area, SceneSink sink, List<CallOuts.Measured> notes) {
        for (CallOuts.Measured note : notes) {
            double x = area.clampX(area.x(note.note().range().middle()));
            ColorRole ink = note.note().warning() ? ColorRole.WARNING : ColorRole.ACCENT;
            sink.over.add(new Shape.Line(x, 0, x, 14, ink, 1.3, false));
            sink.over.add(new Shape.Diamond(x, 5, 5, ink));
            sink.regions.addFirst(new Scene.Region(
                    x - 6,
                    0,
                    12,
                    14,
                    new Hit(Hit.What.NOTE, Optional.empty(), 0, note.note().id(), -1)));
        }
    }

    private static void overlays(SceneRequest request, LaneArea area, SceneSink sink) {
        request.selectedRange().ifPresent(range -> {
            double left = area.clampX(area.x(range.start()));
            double right = area.clampX(area.x(range.end()));
            if (right > left) {
                sink.over.add(
                        new Shape.Box(left, 0, right - left, request.height(), 0, ColorRole.ACCENT_SHADE, null, 0));
            }
        });
        request.cursor().ifPresent(time -> {
            double x = area.x(time);
            if (area.inTime(x)) {
                sink.over.add(new Shape.Line(x, 0, x, request.height(), ColorRole.ACCENT, 1.5, false));
            }
        });
    }
}
