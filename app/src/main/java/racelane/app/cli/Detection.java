package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;

/** Runs the built-in patterns, and the user's, over the evidence of one command. */
final class Detection {
    private Detection() {}

    /**
     * Finds the windows.
     *
     * @param patternFiles the user's pattern files
     * @throws UnusableInput when a pattern file cannot be read or understood
     */
    static Findings find(Trace trace, List<Path> patternFiles, PrintWriter err) {
        PatternSet patterns = PatternSet.builtIn();
        for (Path file : patternFiles) {
            patterns = patterns.with(parse(file));
        }
        Findings findings = new Matcher().find(trace, patterns, MatchOptions.DEFAULT, Progress.none());
        findings.warnings().forEach(warning -> err.println("racelane: note: " + warning));
        err.flush();
        return findings;
    }

    private static PatternSet parse(Path file) {
        try {
            return PatternParser.parse(file.toString(), Files.readString(file));
        } catch (PatternParseException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnusableInput(file + ": the patterns cannot be read: " + e.getMessage());
        }
    }
}
