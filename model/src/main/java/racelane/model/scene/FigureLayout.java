package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import racelane.model.event.EventRef;
import racelane.model.scene.LaneArea.Bounds;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeScale;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Lays a figure out: title, axes, lanes, window, steps, notes, step table and footer, as one scene. Pure; any thread. */
public final class FigureLayout {
    private static final double TITLE = 26;
    private static final double SUBTITLE = 16;
    private static final double FOOTER = 13;
    private static final double PILL = 30;
    private static final double PADDING = 1.4;

    private final FigureRequest request;
    private final TextMeasure measure;
    private final SceneSink sink = new SceneSink();
    private final double left;
    private final double right;

    private FigureLayout(FigureRequest request, TextMeasure measure) {
        this.request = request;
        this.measure = measure;
        double margin = request.width() >= 1200 ? 48 : 24;
        this.left = margin;
        this.right = request.width() - margin;
    }

    /** Lays the figure out. Its height follows its content. */
    public static Scene layout(FigureRequest request, TextMeasure measure) {
        return new FigureLayout(request, measure).compose();
    }

    /** Returns the headline: the one asked for, or one made from the window. */
    public static String title(FigureRequest request) {
        return VisibleText.of(FigureWords.title(request));
    }

    /** Returns what the figure shows in a sentence, for those who cannot see it. */
    public static String description(FigureRequest request) {
        String window = request.focus().map(WindowShades::pillText).orElse("");
        String text =
                FigureWords.subtitle(request) + " " + window + " " + FigureWords.footer(request, range(request), "");
        return VisibleText.of(text.strip().replaceAll("\\s+", " "));
    }

    /** Returns the time that the figure shows when none is asked for: the window with room around it, within the recording. */
    public static TimeRange range(FigureRequest request) {
        if (request.range().isPresent()) {
            return request.range().get();
        }
        TimeRange extent = request.trace().extent().orElse(new TimeRange(0, 1_000_000));
        TimeRange shown = request.focus()
                .map(window -> window.range().padded(PADDING, 1_000))
                .map(wide -> wide.intersects(extent)
                        ? new TimeRange(Math.max(wide.start(), extent.start()), Math.min(wide.end(), extent.end()))
                        : wide)
                .orElse(extent);
        long before = Math.max(1, shown.duration() / 25);
        return new TimeRange(
                shown.start() - before, shown.end() + 3 * before); // room for the label of the last instant
    }

    private Scene compose() {
        double y = heading();
        TimeRange range = withLabelRoom(range(request));
        RowIndex rows = RowIndex.of(request.trace());
        FigureLanes lanes = FigureLanes.of(request, rows, range);
        LaneMetrics metrics = LaneMetrics.figure();
        LaneLayout layout = LaneLayout.of(lanes.plan().rows(), metrics, lanes.annotated());
        double lanesTop = y + FigureAxis.HEIGHT;
        double lanesEnd = lanesTop + layout.height();
        double timeLeft = left + gutter(lanes, metrics);
        Bounds bounds = new Bounds(left, timeLeft, right, lanesTop, lanesEnd, lanesTop);
        LaneArea area = new LaneArea(laneRequest(range, rows, lanes, timeLeft), layout, bounds);
        new FigureAxis(area, sink, range, request.zone(), y).draw();
        double end = lanes(area, lanesTop, lanesEnd);
        if (request.focus().isPresent()) {
            FigureTable table = new FigureTable(request, measure, sink, left, right);
            end = table.draw(request.focus().get(), end + 14);
        }
        double height = footer(end + 32, range, lanes.leftOut());
        return new Scene(sink, request.width(), Math.ceil(height), Math.ceil(height));
    }

    /** Makes room for the name of the last step when it is an instant near the right edge. */
    private TimeRange withLabelRoom(TimeRange range) {
        boolean hasSteps =
                request.focus().filter(window -> !window.roles().isEmpty()).isPresent();
        if (request.range().isPresent() || !hasSteps) {
            return range;
        }
        WindowRole last = request.focus().get().roles().getLast();
        String name = request.trace().at(last.event()).name();
        double wanted = measure.width(VisibleText.of(name), FontRole.MEDIUM, 14) + 72;
        double width = Math.max(200, (right - left) * 0.84);
        double share = Math.min(0.3, wanted / width);
        long end = last.time() + Math.round((last.time() - range.start()) * share / (1 - share));
        return last.endTime() > last.time() ? range : new TimeRange(range.start(), Math.max(range.end(), end));
    }

    private double heading() {
        double y = 36;
        for (String line : wrap(title(request), FontRole.SEMI_BOLD, TITLE, 3)) {
            write(left, y + TITLE * 0.92, line, FontRole.SEMI_BOLD, TITLE, ColorRole.TEXT);
            y += TITLE * 1.3;
        }
        y += 4;
        for (String line : wrap(FigureWords.subtitle(request), FontRole.REGULAR, SUBTITLE, 4)) {
            write(left, y + SUBTITLE, line, FontRole.REGULAR, SUBTITLE, ColorRole.TEXT_MUTED);
            y += SUBTITLE * 1.5;
        }
        return y + 22;
    }

    private List<String> wrap(String text, FontRole font, double size, int most) {
        return TextWrap.wrap(measure, text, new TextWrap.Cut(font, size), right - left, most);
    }

    private double gutter(FigureLanes lanes, LaneMetrics metrics) {
        double widest = measure.width("from step 1", FontRole.REGULAR, 12.5);
        for (var lane : lanes.plan().lanes()) {
            widest = Math.max(widest, measure.width(lane.name(), FontRole.SEMI_BOLD, metrics.nameSize()));
            widest = Math.max(widest, measure.width(lane.caption(), FontRole.REGULAR, metrics.captionSize()));
        }
        for (var counter : lanes.plan().counters()) {
            double name = measure.width(counter.name(), FontRole.SEMI_BOLD, metrics.nameSize());
            widest = Math.max(widest, name + metrics.rangeRoom());
        }
        return Math.clamp(widest + 28, 120, Math.max(120, Math.min(280, (right - left) * 0.24)));
    }

    private SceneRequest laneRequest(TimeRange range, RowIndex rows, FigureLanes lanes, double timeLeft) {
        return new SceneRequest(
                request.trace(),
                rows,
                lanes.plan(),
                TimeScale.fit(range, right - timeLeft),
                request.width(),
                1,
                timeLeft - left,
                0,
                request.windows(),
                request.focus(),
                Set.of(),
                Optional.empty(),
                OptionalLong.empty(),
                request.notes(),
                LaneMetrics.figure(),
                measure);
    }

    /** Draws the lanes and what stands right below them; returns where that ends. */
    private double lanes(LaneArea area, double top, double end) {
        LaneGround ground = new LaneGround(area, sink);
        ground.grounds();
        sink.under.add(new Shape.Line(left, end, right, end, ColorRole.RULE, 1, false));
        WindowShades shades = new WindowShades(area, sink, top, end);
        shades.draw(request.windows());
        WindowSteps steps = new WindowSteps(area, sink);
        request.focus().ifPresent(steps::draw);
        new EventMarks(area, sink, Set.of()).draw();
        new CounterMarks(area, sink, OptionalLong.empty()).draw();
        if (request.focus().isPresent()) {
            new LinkArrows(area, sink, area.scale.range(area.bounds.timeWidth())).within();
        }
        NoteArrows.draw(request.notes(), area, sink);
        CallOuts callOuts = new CallOuts(area, sink, 14, 13.5, Math.min(320, (right - left) * 0.4));
        List<CallOuts.Measured> homeless = callOuts.draw(request.notes());
        ground.names(false);
        sink.frame.addAll(sink.counterRanges);
        double y = end + 14;
        y = pillAndLegend(area, shades, y);
        return homeless.isEmpty() ? y : notesBelow(area, callOuts, homeless, y + 8);
    }

    private double pillAndLegend(LaneArea area, WindowShades shades, double y) {
        Set<EventRef> steps = request.focus()
                .map(window -> window.roles().stream().map(WindowRole::event).collect(Collectors.toSet()))
                .orElse(Set.of());
        FigureLegend legend = new FigureLegend(sink.marks, steps, measure);
        double width = legend.width();
        double room = right - left - 16;
        if (request.focus().isEmpty()) {
            return width == 0 ? y : legend.draw(sink, left + 8, y + PILL / 2, room) + PILL / 2;
        }
        RaceWindow window = request.focus().get();
        double middle = (area.clampX(area.x(window.range().start()))
                        + area.clampX(area.x(window.range().end())))
                / 2;
        Rect pill = shades.pill(window, middle, y, PILL);
        if (width == 0) {
            return pill.bottom();
        }
        if (pill.x() - left - 8 > width + 24) {
            legend.draw(sink, left + 8, y + PILL / 2, room);
        } else if (right - pill.right() > width + 24) {
            legend.draw(sink, right - width, y + PILL / 2, room);
        } else {
            return legend.draw(sink, left + 8, pill.bottom() + 20, room) + 12;
        }
        return pill.bottom();
    }

    /** Notes for which the lanes had no free place stand below them, side by side. */
    private double notesBelow(LaneArea area, CallOuts callOuts, List<CallOuts.Measured> notes, double top) {
        double x = area.bounds.timeLeft();
        double y = top;
        double rowHeight = 0;
        for (CallOuts.Measured note : notes) {
            if (x + note.width() > right && x > left) {
                x = Math.max(left, Math.min(area.bounds.timeLeft(), right - note.width()));
                y += rowHeight + 12;
                rowHeight = 0;
            }
            callOuts.box(note, new Rect(x, y, note.width(), note.height()));
            x += note.width() + 12;
            rowHeight = Math.max(rowHeight, note.height());
        }
        return y + rowHeight;
    }

    private double footer(double top, TimeRange range, String lanesLeftOut) {
        sink.under.add(new Shape.Line(left, top, right, top, ColorRole.RULE, 1, false));
        String tool = VisibleText.of(request.tool());
        double toolWidth = measure.width(tool, FontRole.REGULAR, FOOTER);
        double baseline = top + 26;
        write(right - toolWidth, baseline, tool, FontRole.REGULAR, FOOTER, ColorRole.TEXT_FAINT);
        TextWrap.Cut cut = new TextWrap.Cut(FontRole.REGULAR, FOOTER);
        String words = FigureWords.footer(request, range, lanesLeftOut);
        for (String line : TextWrap.wrap(measure, words, cut, right - left - toolWidth - 40, 8)) {
            write(left, baseline, line, FontRole.REGULAR, FOOTER, ColorRole.TEXT_MUTED);
            baseline += FOOTER * 1.5;
        }
        return baseline + 12;
    }

    private void write(double x, double baseline, String text, FontRole font, double size, ColorRole color) {
        sink.over.add(new Shape.Label(x, baseline, measure.width(text, font, size), text, font, size, color));
    }
}
