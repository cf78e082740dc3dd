package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.TextStream;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;

/**
 * Chooses the grammar of a file: the one asked for, or the one whose lines say most, the user's own before the built-in ones.
 * Remembers the file judged last; any number of threads.
 */
final class GrammarChooser {
    /** What a container holds is taken for a log when this share of its first lines says so. */
    private static final double MOSTLY = 0.3;

    private final List<LogGrammar> builtIn;
    private volatile @Nullable Judged last;
    private volatile @Nullable Ready ready;
    private volatile Own own = new Own(List.of(), List.of(), List.of());

    /** What a header was found to be; headers are compared by identity. */
    private record Judged(Header header, List<FormatFile> own, Optional<FormatDetector.Finding> finding) {}

    /** The user's own formats: as files, as grammars, and what is wrong with the others. */
    private record Own(List<FormatFile> files, List<LogGrammar> grammars, List<String> faults) {}

    /** What tells formats apart, the user's own and the built-in ones. */
    private record Ready(Own own, FormatDetector detector) {}

    GrammarChooser(List<LogGrammar> builtIn) {
        this.builtIn = List.copyOf(builtIn);
    }

    /** Returns the grammar that fits best, however little it fits. */
    Optional<FormatDetector.Finding> best(Header header, ImportOptions options) {
        Judged known = last;
        if (known == null || known.header != header || !known.own.equals(options.own())) {
            FormatDetector detector = detector(own(options.own()));
            known = new Judged(header, options.own(), detector.detect(TextStream.head(header), header.whole()));
            last = known;
        }
        return known.finding;
    }

    private FormatDetector detector(Own formats) {
        Ready known = ready;
        if (known == null || known.own != formats) {
            known = new Ready(
                    formats,
                    new FormatDetector(Stream.concat(formats.grammars.stream(), builtIn.stream())
                            .toList()));
            ready = known;
        }
        return known.detector;
    }

    /**
     * Returns the grammar to read a file with: the one asked for, else the one that fits best; empty when none does.
     *
     * @throws ImportException when the one asked for is not there or has faults
     */
    Optional<LogGrammar> choose(Header header, ImportOptions options) throws ImportException {
        FormatWish wish = options.format();
        FormatFile file = wish.file();
        Optional<LogGrammar> chosen = wish.any()
                ? best(header, options).map(FormatDetector.Finding::grammar)
                : Optional.of(file != null ? asked(file) : named(wish.name(), options.own()));
        return chosen.map(grammar -> grammar.container() ? opened(grammar, header, options) : grammar);
    }

    /** Returns a container's format that knows the format of what it holds, where that has one. */
    private LogGrammar opened(LogGrammar container, Header header, ImportOptions options) {
        byte[] held = FormatDetector.messages(container, TextStream.head(header));
        List<LogGrammar> plain = Stream.concat(own(options.own()).grammars.stream(), builtIn.stream())
                .filter(grammar -> !grammar.container())
                .toList();
        return new FormatDetector(plain)
                .detect(held, true)
                .filter(finding -> finding.score() >= MOSTLY * finding.lines())
                .map(finding -> container.holding(finding.grammar()))
                .orElse(container);
    }

    private LogGrammar named(String name, List<FormatFile> files) throws ImportException {
        for (FormatFile file : files) {
            if (file.isCalled(name)) {
                return asked(file);
            }
        }
        List<String> names = new ArrayList<>();
        for (LogGrammar grammar : builtIn) {
            String plain = grammar.name().replace(" {unit}", "");
            if (plain.equalsIgnoreCase(name)) {
                return grammar;
            }
            names.add(plain);
        }
        throw new ImportException("no format is called '" + name
                + "': it is none of your own, and the built-in ones are " + String.join(", ", names));
    }

    private static LogGrammar asked(FormatFile file) throws ImportException {
        GrammarReader.Result result = GrammarReader.own(file);
        LogGrammar grammar = result.grammar();
        if (grammar == null) {
            throw new ImportException("not read: the format " + file.origin() + ":"
                    + result.faults().getFirst());
        }
        return grammar;
    }

    /** Returns what keeps formats of the user's own from being used, one sentence each. */
    List<String> faults(ImportOptions options) {
        return options.format().any() ? own(options.own()).faults : List.of();
    }

    private Own own(List<FormatFile> files) {
        Own known = own;
        if (!known.files.equals(files)) {
            known = read(files);
            own = known;
        }
        return known;
    }

    private static Own read(List<FormatFile> files) {
        List<LogGrammar> grammars = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (FormatFile file : files) {
            GrammarReader.Result result = GrammarReader.own(file);
            LogGrammar grammar = result.grammar();
            if (grammar != null) {
                grammars.add(grammar);
            } else {
                FormatFault first = result.faults().getFirst();
                faults.add("Your format " + file.origin() + " is not used: " + first + ".");
            }
        }
        return new Own(files, List.copyOf(grammars), List.copyOf(faults));
    }
}
