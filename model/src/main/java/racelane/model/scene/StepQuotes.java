package racelane.model.scene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** The source lines behind a window's steps, and their words. */
public final class StepQuotes {
    private StepQuotes() {}

    /**
     * Returns the line that speaks of a step: a step at an event's end is told by the line of the end. For a step that covers
     * time it is the line of its end, which has the result.
     */
    public static SourceLine last(Trace trace, WindowRole step) {
        EventTable table = trace.tables().get(step.event().table());
        int row = step.event().row();
        int end = table.endOrigin(row);
        boolean atEnd =
                step.endTime() > step.time() || (table.end(row) == step.time() && table.start(row) < table.end(row));
        return new SourceLine(step.event().table(), atEnd && end > 0 ? end : table.origin(row));
    }

    /** Returns where a step stands: {@code cache.log:3} or, when its start and its end have a line each, {@code cache.log:3–4}. */
    public static String place(Trace trace, WindowRole step) {
        SourceLine last = last(trace, step);
        EventTable table = trace.tables().get(last.table());
        int first = step.endTime() > step.time() ? table.origin(step.event().row()) : last.origin();
        String place = table.source().place(first);
        return first == last.origin() ? place : place + "–" + last.origin();
    }

    /**
     * Reads the words of the steps' lines. Reads the disk: never on the JavaFX thread. A line that cannot be read any more is
     * left out; the figure then names its place only.
     */
    public static Map<SourceLine, String> read(Trace trace, List<RaceWindow> windows) {
        Map<SourceLine, String> quotes = new HashMap<>();
        for (RaceWindow window : windows) {
            for (WindowRole step : window.roles()) {
                SourceLine line = last(trace, step);
                if (!quotes.containsKey(line)) {
                    try {
                        String words =
                                trace.tables().get(line.table()).source().text().quote(line.origin());
                        quotes.put(line, words);
                    } catch (IOException e) {
                        quotes.put(line, "(" + e.getMessage() + ")");
                    }
                }
            }
        }
        return quotes;
    }
}
