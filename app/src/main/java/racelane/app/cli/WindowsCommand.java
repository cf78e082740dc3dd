package racelane.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import racelane.model.pattern.PatternLibrary;
import racelane.model.progress.Progress;
import racelane.model.spi.SourceReader;
import racelane.model.window.ClassReport;
import racelane.model.window.Exposure;
import racelane.model.window.ExposureSurvey;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;

/** {@code racelane windows}: the windows found, best first. */
@Command(
        name = "windows",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        description = "Lists the overlap windows found, best first, each with its steps and their quoted lines.")
final class WindowsCommand implements Callable<Integer> {
    private final SourceReader reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private final RawOption raw = new RawOption();

    @Mixin
    private final Detection detection = new Detection();

    @Option(names = "--json", description = "One JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Only the best N (default: ${DEFAULT-VALUE}; 0 for all that are listed).")
    private int top = 20;

    @Option(
            names = "--min-verdict",
            paramLabel = "VERDICT",
            description = "Leave out what is less sure than certain, uncertain or possible (default: possible).")
    private Verdict leastSure = Verdict.POSSIBLE;

    @Option(
            names = "--explain",
            description = "Says as well which class of the vocabulary each operation fell into, and why.")
    private boolean explain;

    @Option(
            names = "--exposure",
            description =
                    "Says as well how exposed the windows are: widths, hits against chance, what widening would do.")
    private boolean exposure;

    WindowsCommand(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        Findings findings = detection.find(evidence.trace(), err);
        List<RaceWindow> sure = findings.windows().stream()
                .filter(window -> window.verdict().compareTo(leastSure) >= 0)
                .toList();
        long total = leastSure == Verdict.POSSIBLE ? findings.total() : sure.size();
        List<RaceWindow> shown = top <= 0 ? sure : sure.subList(0, Math.min(top, sure.size()));
        boolean truncated = findings.truncated() || shown.size() < sure.size();
        if (json) {
            Json.write(out, generator -> {
                new WindowsJson(generator, evidence.trace()).windows(shown, total, truncated);
                if (exposure) {
                    new ExposureReport(evidence.trace()).write(generator, exposures(evidence, shown));
                }
                if (explain) {
                    ClassesText.write(generator, classes(evidence));
                }
            });
        } else {
            new WindowsText(out, evidence.trace(), input.zone).windows(shown, total, findings.truncated());
            if (exposure) {
                new ExposureReport(evidence.trace()).write(out, exposures(evidence, shown));
            }
            if (explain) {
                ClassesText.write(out, classes(evidence));
            }
        }
        return evidence.exitCode();
    }

    /** Returns the exposure of the patterns that something was found of. */
    private List<Exposure> exposures(Evidence evidence, List<RaceWindow> shown) {
        Set<String> names = shown.stream().map(RaceWindow::pattern).collect(Collectors.toSet());
        PatternLibrary library = detection.library();
        return ExposureSurvey.of(
                evidence.trace(), library.patterns(), names, detection.options(library), Progress.none());
    }

    private ClassReport classes(Evidence evidence) {
        return ClassReport.of(evidence.trace(), detection.library().patterns(), Progress.none());
    }
}
