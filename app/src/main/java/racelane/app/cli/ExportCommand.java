package racelane.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigureSubject;
import racelane.app.export.Figures;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeRange;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;

/** {@code racelane export}: the annotated picture, without a display. */
final class ExportCommand extends ConsoleCommand {
    private final SourceReader reader;

    private final InputOptions input = with(new InputOptions());

    private final Detection detection = with(new Detection());

    private final Given<Path> output = option("-o --output", Path.class, "OUT.png|OUT.svg|DIR")
            .says("Where to write it; with --all the folder for the figures.")
            .required();

    private final Given<Boolean> all = flag(
            "--all",
            "Writes an overview and a figure for each pinned window (of the best windows where nothing is"
                    + " pinned), numbered, into the folder named by -o.");

    private final Given<String> as = option("--as", String.class, "png|svg")
            .says("What the figures of --all are (default: ${DEFAULT-VALUE}).")
            .orElse("png");

    private final Given<@Nullable String> window = option("--window", String.class, "ID|RANK")
            .says("Which window to explain, by id or by rank from 1.")
            .orNull();

    private final Given<FigureOptions.Range> range = option(
                    "--range", FigureOptions.Range.class, "window|pinned|recording")
            .says("Which time: the window with room around it (default), the pinned evidence, or everything.")
            .orElse(FigureOptions.Range.WINDOW);

    private final Given<@Nullable String> from = option("--from", String.class, "T")
            .says("First instant: ISO-8601, a time of day, or +5ms from the start of the recording.")
            .orNull();

    private final Given<@Nullable String> to = option("--to", String.class, "T")
            .says("Last instant, written like --from.")
            .orNull();

    private final Given<@Nullable String> lanes = option("--lanes", String.class, "GLOB|involved")
            .says("Only lanes and counter tracks whose names match, such as 'http-*'; 'involved' for those of the"
                    + " window only.")
            .orNull();

    private final FigureArguments looks = with(new FigureArguments());

    private final RedactionOptions redaction = with(new RedactionOptions());

    ExportCommand(SourceReader reader) {
        super("export", "Writes the annotated picture of a window (the best one unless told otherwise) as PNG or SVG.");
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter err = err();
        if (!all.value()) {
            FigureFile.requireKnownEnding(output.value());
        }
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        if (evidence.trace().tables().isEmpty()) {
            return Evidence.FAILED;
        }
        Findings findings = detection.find(evidence.trace(), err);
        FigureFile file = new FigureFile(evidence.trace(), findings, evidence.placed(), redaction.choice());
        FigureOptions options = looks.options(evidence.investigation()).withRange(range.value());
        Optional<TimeRange> asked = range(evidence);
        if (asked.isPresent()) {
            options = options.withRange(FigureOptions.Range.SELECTION);
        }
        FigureSubject subject = file.subject(focus(findings, evidence), asked, lanes.value(), input.zone.value());
        Figures figures = new Figures(subject, file.options(options, lanes.value()));
        PrintWriter out = out();
        if (all.value()) {
            file.writeAll(figures, output.value(), as.value()).forEach(out::println);
        } else {
            file.write(figures.one(), output.value());
            out.println(output.value());
        }
        return evidence.exitCode();
    }

    /** Returns the window asked for, else the first one that is pinned, else the best. */
    private Optional<RaceWindow> focus(Findings findings, Evidence evidence) {
        String wanted = window.value();
        if (wanted == null) {
            return evidence.investigation().pins().stream()
                    .flatMap(pin ->
                            findings.windows().stream().filter(one -> one.id().equals(pin.ref())))
                    .findFirst()
                    .or(() -> findings.windows().stream().findFirst());
        }
        return Optional.of(named(findings, wanted));
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
        String since = from.value();
        String until = to.value();
        if ((since == null && until == null) || extent.isEmpty()) {
            return Optional.empty();
        }
        TimeArgument times = new TimeArgument(extent.get().start(), input.zone.value());
        long first = since == null ? extent.get().start() : times.parse("--from", since);
        long last = until == null ? extent.get().end() : times.parse("--to", until);
        if (last <= first) {
            throw new UnusableInput("--to must lie after --from");
        }
        return Optional.of(new TimeRange(first, last));
    }
}
