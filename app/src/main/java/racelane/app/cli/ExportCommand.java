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
import racelane.model.scene.FigureRequest;
import racelane.model.scene.Theme;
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
            paramLabel = "OUT.png|OUT.svg",
            required = true,
            description = "Where to write it.")
    @SuppressWarnings("NullAway.Init") // required: picocli fills it before call()
    private Path output;

    @Option(
            names = "--window",
            paramLabel = "ID|RANK",
            description = "Which window to explain, by id or by rank from 1.")
    private @Nullable String window;

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "First instant: ISO-8601, a time of day, or +5ms from the start of the recording.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Last instant, written like --from.")
    private @Nullable String to;

    @Option(
            names = "--lanes",
            paramLabel = "GLOB",
            description = "Only lanes and counter tracks whose names match, such as 'http-*'.")
    private @Nullable String lanes;

    @Option(names = "--width", paramLabel = "PX", description = "Width in px (default: ${DEFAULT-VALUE}).")
    private int width = 1800;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Pixels of the file for each px (default: ${DEFAULT-VALUE}).")
    private double scale = 1;

    @Option(names = "--theme", paramLabel = "light|dark", description = "Colours (default: light).")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--title", paramLabel = "TEXT", description = "Headline (default: what the window shows).")
    private String title = "";

    @Mixin
    private final RedactionOptions redaction = new RedactionOptions();

    ExportCommand(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        FigureFile.requireKnownEnding(output);
        if (width < FigureRequest.MIN_WIDTH || width > FigureRequest.MAX_WIDTH) {
            throw new UnusableInput("--width " + width + " is out of range: give " + FigureRequest.MIN_WIDTH + " to "
                    + FigureRequest.MAX_WIDTH);
        }
        Evidence evidence = Evidence.load(reader, input, err);
        if (evidence.trace().tables().isEmpty()) {
            return Evidence.FAILED;
        }
        Findings findings = detection.find(evidence.trace(), err);
        FigureWish wish =
                new FigureWish(focus(findings), range(evidence), lanes, width, scale, theme, title, input.zone);
        new FigureFile(evidence.trace(), findings, redaction.choice()).write(wish, output);
        spec.commandLine().getOut().println(output);
        return evidence.exitCode();
    }

    private Optional<RaceWindow> focus(Findings findings) {
        if (window == null) {
            return findings.windows().stream().findFirst();
        }
        List<RaceWindow> all = findings.windows();
        if (window.matches("\\d{1,4}")) {
            int rank = Integer.parseInt(window);
            if (rank < 1 || rank > all.size()) {
                throw new UnusableInput(
                        "--window " + rank + ": there are " + all.size() + " windows; racelane windows lists them");
            }
            return Optional.of(all.get(rank - 1));
        }
        List<RaceWindow> named = new ArrayList<>(all);
        named.removeIf(one -> !one.id().startsWith(window.toLowerCase(Locale.ROOT)));
        if (named.size() != 1) {
            throw new UnusableInput("--window " + window + ": "
                    + (named.isEmpty() ? "no window has this id" : "several windows have ids that begin so")
                    + "; racelane windows lists them");
        }
        return Optional.of(named.getFirst());
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
