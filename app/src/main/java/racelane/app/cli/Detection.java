package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import racelane.app.session.Folders;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;
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
            names = "--vocabulary",
            paramLabel = "F.race",
            description = "Classes of your own: your program's words for what the built-in patterns speak of.")
    private List<Path> vocabularies = List.of();

    @Option(
            names = "--links",
            paramLabel = "F.links",
            description =
                    "Tables of related keys for the link clause: lines such as downstream: idea -> analyze, slice.")
    private List<Path> links = List.of();

    /** Returns the folder whose patterns, classes and tables are always used. */
    static Path folder() {
        return Folders.ofThisMachine().config().resolve("patterns");
    }

    /**
     * Finds the windows, and says on {@code err} what should be known of them.
     *
     * @throws UnusableInput when a pattern file or a table cannot be read or understood
     */
    Findings find(Trace trace, PrintWriter err) {
        PatternLibrary library = library();
        MatchOptions options = MatchOptions.DEFAULT.withLinks(library.links().tables());
        Findings findings = new Matcher().find(trace, library.patterns(), options, Progress.none());
        findings.warnings().forEach(warning -> err.println("racelane: note: " + warning));
        err.flush();
        return findings;
    }

    /**
     * Returns everything that is looked with: the built-in, the user's folder, then the files named on the command line.
     *
     * @throws UnusableInput when a file cannot be read or understood
     */
    PatternLibrary library() {
        List<Path> files = new ArrayList<>(vocabularies);
        files.addAll(links);
        files.addAll(patterns);
        PatternLibrary library = adding(folder(), PatternLibrary.builtIn()::withFolder);
        for (Path file : files) {
            library = adding(file, library::withFile);
        }
        return library;
    }

    /** Adds a file or a folder. */
    private interface Adder {
        PatternLibrary add(Path path) throws PatternParseException, IOException;
    }

    private static PatternLibrary adding(Path path, Adder adder) {
        try {
            return adder.add(path);
        } catch (PatternParseException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UnusableInput(path + ": cannot be read as UTF-8 text: " + e.getMessage());
        }
    }
}
