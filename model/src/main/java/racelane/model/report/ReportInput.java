package racelane.model.report;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import racelane.model.event.Trace;
import racelane.model.investigation.History;
import racelane.model.investigation.Investigation;
import racelane.model.pattern.PatternSet;
import racelane.model.scene.NoteMark;
import racelane.model.window.RaceWindow;

/**
 * All that a report depends on; the same input gives the same report, whenever and wherever it is made.
 *
 * @param trace the events, on the case's clocks
 * @param windows the windows found, best first
 * @param total how many there are, the unlisted ones included
 * @param warnings what the search has to say
 * @param patterns the patterns that were searched for
 * @param history the case; empty when the report is made from sources alone
 * @param name what the report is about when the case has no title: a file's name
 * @param title the headline; empty for the case's own, or one made from the best window
 * @param best how many windows to show when none is pinned
 * @param tool who makes it: {@code Racelane 0.1.0}
 * @param notes makes call-outs of a case's notes
 */
public record ReportInput(
        Trace trace,
        List<RaceWindow> windows,
        long total,
        List<String> warnings,
        PatternSet patterns,
        Optional<History> history,
        String name,
        String title,
        int best,
        String tool,
        BiFunction<Investigation, Trace, List<NoteMark>> notes) {
    /** Copies the lists. */
    public ReportInput {
        windows = List.copyOf(windows);
        warnings = List.copyOf(warnings);
    }

    /** Returns the case as it stands; an empty one when there is none. */
    public Investigation state() {
        return history.map(History::state).orElse(Investigation.empty());
    }

    /** Returns the input with all words of the evidence put as {@code words} says; those of the case follow as they are read. */
    ReportInput reworded(UnaryOperator<String> words) {
        return new ReportInput(
                trace.reworded(words),
                windows.stream().map(window -> window.reworded(words)).toList(),
                total,
                warnings.stream().map(words).toList(),
                patterns,
                history,
                words.apply(name),
                words.apply(title),
                best,
                tool,
                notes);
    }
}
