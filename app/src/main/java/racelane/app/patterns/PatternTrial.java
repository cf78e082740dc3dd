package racelane.app.patterns;

import java.util.List;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;
import racelane.model.progress.Progress;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;
import racelane.model.window.RaceWindow;

/**
 * What a pattern text finds in a trace.
 *
 * @param total how many windows there are
 * @param best the first of them, best first, at most {@value #SHOWN}
 * @param notes what the search warned of, one sentence each
 */
public record PatternTrial(long total, List<RaceWindow> best, List<String> notes) {
    /** What the text is called in messages. */
    static final String FILE = "text.race";

    /** How many windows a trial shows. */
    public static final int SHOWN = 5;

    /** Nothing was tried. */
    public static final PatternTrial NONE = new PatternTrial(0, List.of(), List.of());

    /** Copies the lists. */
    public PatternTrial {
        best = List.copyOf(best);
        notes = List.copyOf(notes);
    }

    /**
     * Runs only the patterns that {@code text} defines. Long; any thread.
     *
     * @param text a text without errors
     * @param base the built-in and own patterns, for the classes that the text speaks of
     * @throws PatternParseException when the text has errors after all
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    static PatternTrial of(String text, PatternLibrary base, Trace trace, Progress progress)
            throws PatternParseException {
        PatternLibrary all = base.withText(FILE, text);
        List<String> names = all.patterns().patterns().stream()
                .filter(pattern -> pattern.at().file().equals(FILE))
                .map(Pattern::name)
                .toList();
        if (names.isEmpty() || trace.size() == 0) {
            return NONE;
        }
        MatchOptions options = MatchOptions.DEFAULT.withLinks(all.links().tables());
        Findings found = new Matcher().find(trace, all.patterns().only(names), options, progress);
        List<RaceWindow> best = found.windows();
        return new PatternTrial(found.total(), best.subList(0, Math.min(SHOWN, best.size())), found.warnings());
    }
}
