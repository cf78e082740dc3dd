package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import racelane.app.session.Folders;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;
import racelane.model.progress.Progress;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.Source;
import racelane.model.time.DurationText;
import racelane.model.window.Findings;
import racelane.model.window.MatchOptions;
import racelane.model.window.Matcher;

/** The options that say what is looked for, and the search that they ask for. */
final class Detection extends OptionGroup {
    private final Given<List<Path>> patterns = option("--patterns", Path.class, "F.race")
            .says("Patterns of your own, beside the built-in ones; repeat for several files.")
            .list();

    private final Given<List<Path>> vocabularies = option("--vocabulary", Path.class, "F.race")
            .says("Classes of your own: your program's words for what the built-in patterns speak of.")
            .list();

    private final Given<List<Path>> links = option("--links", Path.class, "F.links")
            .says("Tables of related keys for the link clause: lines such as downstream: idea -> analyze, slice.")
            .list();

    private final Given<List<Skew>> skews = option("--skew", Skew.class, "[SOURCE=]5ms")
            .says("How far clocks of different names may be apart, either way, where neither matched pairs nor"
                    + " the case say more (default: 5ms); with a file's name before it, how far that one's clock may"
                    + " be apart from all others. Repeat for several.")
            .readBy(new SkewConverter())
            .list();

    private final Given<Set<String>> trusted = option("--trust-order", String.class, "SOURCE")
            .says("A log, by its file name, whose lines stand in the order in which they happened, even where"
                    + " times are equal: one process with one writer; repeat for several.")
            .set();

    /**
     * How far clocks may be apart.
     *
     * @param source the file whose clock it is, by its name; empty when it holds for all of which no more is said
     * @param nanos ns, either way
     */
    record Skew(String source, long nanos) {}

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
        warnOfUnknown("--trust-order", trusted.value(), trace, err);
        warnOfUnknown("--skew", skewOf().keySet(), trace, err);
        Findings findings = new Matcher().find(trace, library.patterns(), options(library), Progress.none());
        findings.warnings().forEach(warning -> err.println("racelane: note: " + warning));
        err.flush();
        return findings;
    }

    /** Returns what the search may assume, and the tables of {@code library}. */
    MatchOptions options(PatternLibrary library) {
        long skew = skews.value().stream()
                .filter(one -> one.source().isEmpty())
                .mapToLong(Skew::nanos)
                .reduce(MatchOptions.DEFAULT.skew(), (before, last) -> last);
        return MatchOptions.DEFAULT
                .withLinks(library.links().tables())
                .withSkew(skew)
                .withTrustedFileOrder(source -> trusted.value().contains(source.name()));
    }

    /** Returns what was read, its single sources believed as far as the options say; a case's own word gives way to them. */
    Evidence believing(Evidence evidence) {
        Map<String, Long> of = skewOf();
        List<ClockSetting> settings = evidence.trace().sources().stream()
                .map(source -> {
                    Long nanos = of.get(source.name());
                    ClockTrust trust = source.setting().trust();
                    return source.setting().withTrust(nanos == null ? trust : trust.withSkew(nanos));
                })
                .toList();
        return new Evidence(evidence.trace().withSettings(settings), evidence.unread(), evidence.history());
    }

    private Map<String, Long> skewOf() {
        Map<String, Long> of = new LinkedHashMap<>();
        skews.value().stream().filter(one -> !one.source().isEmpty()).forEach(one -> of.put(one.source(), one.nanos()));
        return of;
    }

    /** A name that no source has would else be believed to have been heard. */
    private static void warnOfUnknown(String option, Set<String> names, Trace trace, PrintWriter err) {
        List<String> known = trace.sources().stream().map(Source::name).toList();
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> err.println("racelane: note: " + option + " names no source: '" + name + "' (there is "
                        + String.join(", ", known) + ")"));
    }

    /**
     * Returns everything that is looked with: the built-in, the user's folder, then the files named on the command line.
     *
     * @throws UnusableInput when a file cannot be read or understood
     */
    PatternLibrary library() {
        List<Path> files = new ArrayList<>(vocabularies.value());
        files.addAll(links.value());
        files.addAll(patterns.value());
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

    /** Reads a duration that is not negative, with a file's name before it or without. */
    static final class SkewConverter implements ITypeConverter<Skew> {
        @Override
        public Skew convert(String value) {
            int equals = value.lastIndexOf('=');
            long nanos;
            try {
                nanos = DurationText.parse(value.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
            if (nanos < 0 || equals == 0) {
                throw new TypeConversionException(
                        "'" + value + "' is no skew; it holds either way, so write one like 5ms or gateway.jfr=5ms");
            }
            return new Skew(value.substring(0, Math.max(0, equals)), nanos);
        }
    }
}
