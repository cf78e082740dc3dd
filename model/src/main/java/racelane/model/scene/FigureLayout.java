package racelane.model.scene;

import java.util.ArrayList;
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

/**
 * Lays a figure out: title, axes, lanes, window, steps, notes, step table, caption and footer, as one scene. Pure; any thread. Every text
 * passes one {@link Wording} on its way in.
 */
public final class FigureLayout {
    private static final double TITLE = 26;
    private static final double SUBTITLE = 16;
    private static final double CAPTION = 15;
    private static final double FOOTER = 13;
    private static final double PILL = 30;
    private static final double PADDING = 1.4;
    /** A wider table would part the quoted lines from their places by more than the eye follows. */
    private static final double WIDEST_TABLE = 2600;

    private final FigureRequest request;
    private final TextMeasure measure;
    private final Wording wording;
    private final SceneSink sink = new SceneSink();
    private final List<String> leftOut = new ArrayList<>();
    private final double left;
    private final double right;

    private FigureLayout(FigureRequest request, TextMeasure measure) {
        this.request = request;
        this.measure = measure;
        this.wording = new Wording(measure);
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
        String text = FigureWords.subtitle(request) + " " + window + " "
                + FigureWords.footer(request, range(request), "") + " "
                + request.style().caption();
        return VisibleText.of(text.strip().replaceAll("\\s+", " "));
    }

    /** Returns the time that the figure shows when none is asked for: the window with room around it, within the recording. */
    public static TimeRange range(FigureRequest request) {
        if (request.range().isPresent()) {
            return request.range().get();
        }
        TimeRange shown = activity(request);
        return withRoom(shown, shown.duration());
    }

    /** Returns the time that must be seen when none is asked for. */
    static TimeRange activity(FigureRequest request) {
        TimeRange extent = request.trace().extent().orElse(new TimeRange(0, 1_000_000));
        return request.focus()
                .map(window -> window.range().padded(PADDING, 1_000))
                .map(wide -> wide.intersects(extent)
                        ? new TimeRange(Math.max(wide.start(), extent.start()), Math.min(wide.end(), extent.end()))
                        : wide)
                .orElse(extent);
    }

    /** Returns a range with some room before it, and more after it for the name of the last instant. */
    static TimeRange withRoom(TimeRange shown, long drawn) {
        long before = Math.max(1, drawn / 25);
        return new TimeRange(shown.start() - before, shown.end() + 3 * before);
    }

    private Scene compose() {
        double y = Math.ceil(heading()); // whole px: what repeats from row to row is packed best when it begins on one
        RowIndex rows = RowIndex.of(request.trace());
        TimeRange wanted = withLabelRoom(range(request));
        FigureLanes lanes = FigureLanes.of(request, rows, wanted);
        leftOut.add(lanes.leftOut());
        LaneMetrics metrics = LaneMetrics.figure();
        LaneLayout layout = LaneLayout.of(lanes.plan().rows(), metrics, lanes.annotated());
        double lanesTop = y + FigureAxis.height(request.style());
        double lanesEnd = lanesTop + layout.height();
        double timeLeft = Math.ceil(left + gutter(lanes, metrics));
        Bounds bounds = new Bounds(left, timeLeft, right, lanesTop, lanesEnd, lanesTop);
        FigureFolds folds = FigureFolds.of(request, rows, lanes, wanted);
        TimeRange range = folds.range();
        TimeScale scale = folds.scale(right - timeLeft, FoldMarks.WIDTH);
        LaneArea area = new LaneArea(laneRequest(scale, rows, lanes, timeLeft), layout, bounds);
        new FigureAxis(area, sink, range, request, y).draw();
        double end = lanes(area, lanesTop, lanesEnd);
        if (request.focus().isPresent()) {
            FigureTable table = new FigureTable(request, wording, sink, left, Math.min(right, left + WIDEST_TABLE));
            end = table.draw(request.focus().get(), end + 14);
        }
        double height = footer(caption(end) + 32, range);
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
        double wanted = measure.width(wording.of(name), FontRole.MEDIUM, 14) + 72;
        double width = Math.max(200, (right - left) * 0.84);
        double share = Math.min(0.3, wanted / width);
        long end = last.time() + Math.round((last.time() - range.start()) * share / (1 - share));
        return last.endTime() > last.time() ? range : new TimeRange(range.start(), Math.max(range.end(), end));
    }

    private double heading() {
        double y = 36;
        for (String line : wrap(wording.of(FigureWords.title(request)), FontRole.SEMI_BOLD, TITLE, 4)) {
            write(y + TITLE * 0.92, line, FontRole.SEMI_BOLD, TITLE, ColorRole.TEXT);
            y += TITLE * 1.3;
        }
        y += 4;
        for (String line : wrap(wording.of(FigureWords.subtitle(request)), FontRole.REGULAR, SUBTITLE, 6)) {
            write(y + SUBTITLE, line, FontRole.REGULAR, SUBTITLE, ColorRole.TEXT_MUTED);
            y += SUBTITLE * 1.5;
        }
        return y + 22;
    }

    /** Writes what the user says of the figure; returns where that ends. */
    private double caption(double top) {
        String words = wording.lines(request.style().caption());
        double y = words.isBlank() ? top : top + 18;
        for (String line : wrap(words, FontRole.REGULAR, CAPTION, 40)) {
            write(y + CAPTION, line, FontRole.REGULAR, CAPTION, ColorRole.TEXT);
            y += CAPTION * 1.5;
        }
        return y;
    }

    private List<String> wrap(String text, FontRole font, double size, int most) {
        return TextWrap.wrap(measure, text, new TextWrap.Cut(font, size), right - left, most);
    }

    private double gutter(FigureLanes lanes, LaneMetrics metrics) {
        double widest = measure.width(FigureAxis.offsetName(request), FontRole.REGULAR, 12.5);
        for (var lane : lanes.plan().lanes()) {
            widest = Math.max(widest, measure.width(wording.of(lane.name()), FontRole.SEMI_BOLD, metrics.nameSize()));
            widest = Math.max(
                    widest, measure.width(wording.of(lane.caption()), FontRole.REGULAR, metrics.captionSize()));
        }
        for (var counter : lanes.plan().counters()) {
            double name = measure.width(wording.of(counter.name()), FontRole.SEMI_BOLD, metrics.nameSize());
            widest = Math.max(widest, name + metrics.rangeRoom());
        }
        return Math.clamp(widest + 28, 120, Math.max(120, Math.min(280, (right - left) * 0.24)));
    }

    private SceneRequest laneRequest(TimeScale scale, RowIndex rows, FigureLanes lanes, double timeLeft) {
        return new SceneRequest(
                request.trace(),
                rows,
                lanes.plan(),
                scale,
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
        new FoldMarks(area, sink).draw();
        WindowShades shades = new WindowShades(area, sink, top, end);
        shades.draw(request.windows());
        WindowSteps steps = new WindowSteps(area, sink);
        request.focus().ifPresent(steps::draw);
        sink.columns = new EventMarks(area, sink, Set.of(), Optional.empty(), PixelColumns.none()).draw();
        outlineIntruders();
        new CounterMarks(area, sink, OptionalLong.empty()).draw();
        long links = new LinkArrows(area, sink, area.scale.range(area.bounds.timeWidth())).within();
        leftOut.add(links == 0 ? "" : links + (links == 1 ? " more link is" : " more links are") + " not drawn.");
        NoteArrows.draw(request.notes(), area, sink);
        FigureNotes notes = new FigureNotes(request, area, sink, wording);
        notes.among();
        int outside = FigureNotes.outside(request, area);
        leftOut.add(outside == 0 ? "" : outside + (outside == 1 ? " note lies" : " notes lie") + " outside this time.");
        ground.names(false);
        sink.frame.addAll(sink.counterRanges);
        FigureWindows windows = new FigureWindows(request, area, sink);
        double y = notes.letters(windows.numbers(end));
        double texts = notes.texts(pillAndLegend(area, shades, y + 14) + 8);
        return windows.list(texts);
    }

    /** Gives intruders an outline, so that they are told from other bars where there is no colour. */
    private void outlineIntruders() {
        Marks marks = sink.marks;
        for (int i = 0; i < marks.size(); i++) {
            if (marks.kind(i) == Marks.Kind.INTRUDER && marks.width(i) >= 6) {
                sink.torn.add(new Shape.Box(
                        marks.x(i), marks.y(i), marks.width(i), marks.height(i), 3, null, ColorRole.TEXT, 1.5));
            }
        }
    }

    private double pillAndLegend(LaneArea area, WindowShades shades, double y) {
        Set<EventRef> steps = request.focus()
                .map(window -> window.roles().stream().map(WindowRole::event).collect(Collectors.toSet()))
                .orElse(Set.of());
        FigureLegend legend = new FigureLegend(sink, steps, FoldMarks.any(area), measure);
        double width = request.style().legend() ? legend.width() : 0;
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

    private double footer(double top, TimeRange range) {
        sink.under.add(new Shape.Line(left, top, right, top, ColorRole.RULE, 1, false));
        String number = request.style().number();
        String tool = wording.of(request.tool() + (number.isEmpty() ? "" : " · " + number));
        double toolWidth = measure.width(tool, FontRole.REGULAR, FOOTER);
        boolean beside = toolWidth < (right - left) * 0.25;
        double baseline = top + 26;
        if (beside) {
            line(right - toolWidth, baseline, tool, FontRole.REGULAR, FOOTER, ColorRole.TEXT_FAINT);
        }
        TextWrap.Cut cut = new TextWrap.Cut(FontRole.REGULAR, FOOTER);
        String sentences = leftOut.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" "));
        String words = wording.of(FigureWords.footer(request, range, sentences));
        double room = right - left - (beside ? toolWidth + 40 : 0);
        for (String line : TextWrap.wrap(measure, words, cut, room, 400)) {
            write(baseline, line, FontRole.REGULAR, FOOTER, ColorRole.TEXT_MUTED);
            baseline += FOOTER * 1.5;
        }
        if (!beside) {
            write(
                    baseline,
                    measure.shortened(tool, FontRole.REGULAR, FOOTER, right - left),
                    FontRole.REGULAR,
                    FOOTER,
                    ColorRole.TEXT_FAINT);
            baseline += FOOTER * 1.5;
        }
        return baseline + 12;
    }

    private void write(double baseline, String text, FontRole font, double size, ColorRole color) {
        line(left, baseline, text, font, size, color);
    }

    private void line(double x, double baseline, String text, FontRole font, double size, ColorRole color) {
        sink.over.add(new Shape.Label(x, baseline, measure.width(text, font, size), text, font, size, color));
    }
}
