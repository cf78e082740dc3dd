package racelane.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigureSubject;
import racelane.app.export.Figures;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeRange;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;

/** {@code racelane export}: the annotated picture, without a display. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        description = "Writes the annotated picture of a window (the best one unless told otherwise) as PNG or SVG.")
final class ExportCommand implements Callable<Integer> {
    private final SourceReader reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final Detection detection = new Detection();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.png|OUT.svg|DIR",
            required = true,
            description = "Where to write it; with --all the folder for the figures.")
    @SuppressWarnings("NullAway.Init") // required: picocli fills it before call()
    private Path output;

    @Option(
            names = "--all",
            description = "Writes an overview and a figure for each pinned window (of the best windows where nothing is"
                    + " pinned), numbered, into the folder named by -o.")
    private boolean all;

    @Option(
            names = "--as",
            paramLabel = "png|svg",
            description = "What the figures of --all are (default: ${DEFAULT-VALUE}).")
    private String as = "png";

    @Option(
            names = "--window",
            paramLabel = "ID|RANK",
            description = "Which window to explain, by id or by rank from 1.")
    private @Nullable String window;

    @Option(
            names = "--range",
            paramLabel = "window|pinned|recording",
            description = "Which time: the window with room around it (default), the pinned evidence, or everything.")
    private FigureOptions.Range range = FigureOptions.Range.WINDOW;

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "First instant: ISO-8601, a time of day, or +5ms from the start of the recording.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Last instant, written like --from.")
    private @Nullable String to;

    @Option(
            names = "--lanes",
            paramLabel = "GLOB|involved",
            description =
                    "Only lanes and counter tracks whose names match, such as 'http-*'; 'involved' for those of the"
                            + " window only.")
    private @Nullable String lanes;

    @Mixin
    private final FigureArguments looks = new FigureArguments();

    @Mixin
    private final RedactionOptions redaction = new RedactionOptions();

    ExportCommand(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!all) {
            FigureFile.requireKnownEnding(output);
        }
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        if (evidence.trace().tables().isEmpty()) {
            return Evidence.FAILED;
        }
        Findings findings = detection.find(evidence.trace(), err);
        FigureFile file = new FigureFile(evidence.trace(), findings, evidence.placed(), redaction.choice());
        FigureOptions options = looks.options(evidence.investigation()).withRange(range);
        Optional<TimeRange> asked = range(evidence);
        if (asked.isPresent()) {
            options = options.withRange(FigureOptions.Range.SELECTION);
        }
        FigureSubject subject = file.subject(focus(findings, evidence), asked, lanes, input.zone);
        Figures figures = new Figures(subject, file.options(options, lanes));
        PrintWriter out = spec.commandLine().getOut();
        if (all) {
            file.writeAll(figures, output, as).forEach(out::println);
        } else {
            file.write(figures.one(), output);
            out.println(output);
        }
        return evidence.exitCode();
    }

    /** Returns the window asked for, else the first one that is pinned, else the best. */
    private Optional<RaceWindow> focus(Findings findings, Evidence evidence) {
        if (window == null) {
            return evidence.investigation().pins().stream()
                    .flatMap(pin ->
                            findings.windows().stream().filter(one -> one.id().equals(pin.ref())))
                    .findFirst()
                    .or(() -> findings.windows().stream().findFirst());
        }
        return Optional.of(named(findings, window));
    }

    private static RaceWindow named(Findings findings, String window) {
        List<RaceWindow> windows = findings.windows();
        if (window.matches("\\d{1,4}")) {
            int rank = Integer.parseInt(window);
            if (rank < 1 || rank > windows.size()) {
                throw new UnusableInput(
                        "--window " + rank + ": there are " + windows.size() + " windows; racelane windows lists them");
            }
            return windows.get(rank - 1);
        }
        List<RaceWindow> named = new ArrayList<>(windows);
        named.removeIf(one -> !one.id().startsWith(window.toLowerCase(Locale.ROOT)));
        if (named.size() != 1) {
            throw new UnusableInput("--window " + window + ": "
                    + (named.isEmpty() ? "no window has this id" : "several windows have ids that begin so")
                    + "; racelane windows lists them");
        }
        return named.getFirst();
    }

    private Optional<TimeRange> range(Evidence evidence) {
        Optional<TimeRange> extent = evidence.trace().extent();
        if ((from == null && to == null) || extent.isEmpty()) {
            return Optional.empty();
        }
        TimeArgument times = new TimeArgument(extent.get().start(), input.zone);
        long first = from == null ? extent.get().start() : times.parse("--from", from);
        long last = to == null ? extent.get().end() : times.parse("--to", to);
        if (last <= first) {
            throw new UnusableInput("--to must lie after --from");
        }
        return Optional.of(new TimeRange(first, last));
    }
}
