package racelane.model.scene;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/**
 * All that a figure depends on. Whoever redacts does so before, by {@link #reworded}: the title, the notes, the quotes and the trace are
 * drawn as given.
 *
 * @param trace the events
 * @param windows the windows to shade
 * @param focus the window that the figure explains with steps and arrows
 * @param range the time to show; when absent, the focus window with room around it, else the whole recording
 * @param lanes the lanes to show; empty for those with events in the range
 * @param notes call-outs
 * @param quotes the words of the steps' lines, see {@link StepQuotes#read}
 * @param width px before scaling, 480 to 32768
 * @param scale device px per px, 0.25 to 8
 * @param theme light or dark
 * @param title the headline; empty for one made from the window
 * @param zone the zone of the absolute axis
 * @param tool who made it, for the footer: {@code Racelane 0.1.0}; never with a date
 * @param counters the counter tracks to show, by their position in {@link Trace#counters()}; none unless they are asked for
 * @param style how it is furnished
 */
public record FigureRequest(
        Trace trace,
        List<RaceWindow> windows,
        Optional<RaceWindow> focus,
        Optional<TimeRange> range,
        Set<Integer> lanes,
        List<NoteMark> notes,
        Map<SourceLine, String> quotes,
        int width,
        double scale,
        Theme theme,
        String title,
        ZoneId zone,
        String tool,
        Set<Integer> counters,
        FigureStyle style) {
    /** The least width that has room for all text, px. */
    public static final int MIN_WIDTH = 480;

    /** The greatest width, px. */
    public static final int MAX_WIDTH = 32_768;

    /** Copies the collections and brings the numbers into their ranges. */
    public FigureRequest {
        windows = List.copyOf(windows);
        lanes = Set.copyOf(lanes);
        notes = List.copyOf(notes);
        quotes = Map.copyOf(quotes);
        counters = Set.copyOf(counters);
        width = Math.clamp(width, MIN_WIDTH, MAX_WIDTH);
        scale = Math.clamp(scale, 0.25, 8);
    }

    /** Creates a figure without counter tracks. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public FigureRequest(
            Trace trace,
            List<RaceWindow> windows,
            Optional<RaceWindow> focus,
            Optional<TimeRange> range,
            Set<Integer> lanes,
            List<NoteMark> notes,
            Map<SourceLine, String> quotes,
            int width,
            double scale,
            Theme theme,
            String title,
            ZoneId zone,
            String tool) {
        this(trace, windows, focus, range, lanes, notes, quotes, width, scale, theme, title, zone, tool, Set.of());
    }

    /** Creates a figure in the default style. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public FigureRequest(
            Trace trace,
            List<RaceWindow> windows,
            Optional<RaceWindow> focus,
            Optional<TimeRange> range,
            Set<Integer> lanes,
            List<NoteMark> notes,
            Map<SourceLine, String> quotes,
            int width,
            double scale,
            Theme theme,
            String title,
            ZoneId zone,
            String tool,
            Set<Integer> counters) {
        this(
                trace,
                windows,
                focus,
                range,
                lanes,
                notes,
                quotes,
                width,
                scale,
                theme,
                title,
                zone,
                tool,
                counters,
                FigureStyle.DEFAULT);
    }

    /** Returns the figure of one window with everything else by default: 1800 px wide, light, UTC. */
    public static FigureRequest of(Trace trace, RaceWindow window, Map<SourceLine, String> quotes) {
        return new FigureRequest(
                trace,
                List.of(window),
                Optional.of(window),
                Optional.empty(),
                Set.of(),
                List.of(),
                quotes,
                1800,
                1,
                Theme.LIGHT,
                "",
                ZoneOffset.UTC,
                "Racelane");
    }

    /** Returns the figure of a whole recording without a window. */
    public static FigureRequest of(Trace trace) {
        return new FigureRequest(
                trace,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Map.of(),
                1800,
                1,
                Theme.LIGHT,
                "",
                ZoneOffset.UTC,
                "Racelane");
    }

    /** Returns the figure at another size. */
    public FigureRequest withSize(int px, double factor) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, notes, quotes, px, factor, theme, title, zone, tool, counters,
                style);
    }

    /** Returns the figure in another theme. */
    public FigureRequest withTheme(Theme value) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, notes, quotes, width, scale, value, title, zone, tool, counters,
                style);
    }

    /** Returns the figure with call-outs. */
    public FigureRequest withNotes(List<NoteMark> value) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, value, quotes, width, scale, theme, title, zone, tool, counters,
                style);
    }

    /** Returns the figure of another range. */
    public FigureRequest withRange(TimeRange value) {
        return new FigureRequest(
                trace,
                windows,
                focus,
                Optional.of(value),
                lanes,
                notes,
                quotes,
                width,
                scale,
                theme,
                title,
                zone,
                tool,
                counters,
                style);
    }

    /** Returns the figure of these lanes only. */
    public FigureRequest withLanes(Set<Integer> value) {
        return new FigureRequest(
                trace, windows, focus, range, value, notes, quotes, width, scale, theme, title, zone, tool, counters,
                style);
    }

    /** Returns the figure with these counter tracks. */
    public FigureRequest withCounters(Set<Integer> value) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, notes, quotes, width, scale, theme, title, zone, tool, value,
                style);
    }

    /** Returns the figure with another headline; an empty one is made from the window. */
    public FigureRequest withTitle(String value) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, notes, quotes, width, scale, theme, value, zone, tool, counters,
                style);
    }

    /** Returns the figure furnished otherwise. */
    public FigureRequest withStyle(FigureStyle value) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, notes, quotes, width, scale, theme, title, zone, tool, counters,
                value);
    }

    /** Returns the figure with another maker in its footer. */
    public FigureRequest withTool(String value) {
        return new FigureRequest(
                trace, windows, focus, range, lanes, notes, quotes, width, scale, theme, title, zone, value, counters,
                style);
    }

    /**
     * Returns the figure with every word of it put as {@code words} says: trace, windows, notes, quotes, title. This is where redaction
     * comes in, see {@link FigureRedaction}.
     */
    public FigureRequest reworded(UnaryOperator<String> words) {
        Map<SourceLine, String> lines = new LinkedHashMap<>();
        quotes.forEach((line, quote) -> lines.put(line, words.apply(quote)));
        return new FigureRequest(
                trace.reworded(words),
                windows.stream().map(window -> window.reworded(words)).toList(),
                focus.map(window -> window.reworded(words)),
                range,
                lanes,
                notes.stream().map(note -> note.reworded(words)).toList(),
                lines,
                width,
                scale,
                theme,
                words.apply(title),
                zone,
                tool,
                counters,
                style.reworded(words));
    }
}
