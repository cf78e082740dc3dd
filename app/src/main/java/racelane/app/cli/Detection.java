package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import racelane.model.event.Trace;
import racelane.model.pattern.LinkTables;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;

/** The options that say what is looked for, and the search that they ask for. */
final class Detection {
    @Option(
            names = "--patterns",
            paramLabel = "F.race",
            description = "Patterns of your own, beside the built-in ones; repeat for several files.")
    private List<Path> patterns = List.of();

    @Option(
            names = "--links",
            paramLabel = "F.links",
            description =
                    "Tables of related keys for the link clause: lines such as downstream: idea -> analyze, slice.")
    private List<Path> links = List.of();

    /**
     * Finds the windows, and says on {@code err} what should be known of them.
     *
     * @throws UnusableInput when a pattern file or a table cannot be read or understood
     */
    Findings find(Trace trace, PrintWriter err) {
        Findings findings = new Matcher().find(trace, patterns(), options(), Progress.none());
        findings.warnings().forEach(warning -> err.println("racelane: note: " + warning));
        err.flush();
        return findings;
    }

    private PatternSet patterns() {
        PatternSet set = PatternSet.builtIn();
        for (Path file : patterns) {
            set = set.with(read(file, PatternParser::parse));
        }
        return set;
    }

    private MatchOptions options() {
        LinkTables tables = LinkTables.NONE;
        for (Path file : links) {
            tables = tables.with(read(file, LinkTables::parse));
        }
        return MatchOptions.DEFAULT.withLinks(tables.tables());
    }

    /** Makes something of a file's text. */
    private interface Parser<T> {
        T parse(String file, String text) throws PatternParseException;
    }

    private static <T> T read(Path file, Parser<T> parser) {
        try {
            return parser.parse(file.toString(), Files.readString(file));
        } catch (PatternParseException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be read as UTF-8 text: " + e.getMessage());
        }
    }
}
