package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import racelane.app.session.Folders;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;
import racelane.model.progress.Progress;
import racelane.model.source.Source;
import racelane.model.time.DurationText;
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

    @Option(
            names = "--skew",
            paramLabel = "5ms",
            converter = SkewConverter.class,
            description = "How far clocks of different names may be apart, either way, where no matched pairs say so"
                    + " (default: 5ms).")
    private long skew = MatchOptions.DEFAULT.skew();

    @Option(
            names = "--trust-order",
            paramLabel = "SOURCE",
            description = "A log, by its file name, whose lines stand in the order in which they happened, even where"
                    + " times are equal: one process with one writer; repeat for several.")
    private Set<String> trusted = Set.of();

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
        warnOfUnknown(trace, err);
        Findings findings = new Matcher().find(trace, library.patterns(), options(library), Progress.none());
        findings.warnings().forEach(warning -> err.println("racelane: note: " + warning));
        err.flush();
        return findings;
    }

    /** Returns what the search may assume, and the tables of {@code library}. */
    MatchOptions options(PatternLibrary library) {
        return MatchOptions.DEFAULT
                .withLinks(library.links().tables())
                .withSkew(skew)
                .withTrustedFileOrder(source -> trusted.contains(source.name()));
    }

    /** A name that no source has would else be believed to have been heard. */
    private void warnOfUnknown(Trace trace, PrintWriter err) {
        List<String> known = trace.sources().stream().map(Source::name).toList();
        trusted.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> err.println("racelane: note: --trust-order names no source: '" + name + "' (there is "
                        + String.join(", ", known) + ")"));
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
        } catch (NoSuchFileException e) {
            throw new UnusableInput(path + ": there is no such file");
        } catch (IOException e) {
            throw new UnusableInput(path + ": cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    /** Reads a duration that is not negative. */
    static final class SkewConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            long nanos;
            try {
                nanos = DurationText.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
            if (nanos < 0) {
                throw new TypeConversionException(
                        "'" + value + "' is no skew; it holds either way, so write one like 5ms");
            }
            return nanos;
        }
    }
}
