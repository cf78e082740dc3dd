package racelane.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
final class WindowsCommand extends ConsoleCommand {
    private final SourceReader reader;

    private final InputOptions input = with(new InputOptions());

    private final Detection detection = with(new Detection());

    private final Given<Boolean> json = flag("--json", "One JSON object instead of text.");

    private final Given<Integer> top = option("--top", Integer.class, "N")
            .says("Only the best N (default: ${DEFAULT-VALUE}; 0 for all that are listed).")
            .orElse(20);

    private final Given<Verdict> leastSure = option("--min-verdict", Verdict.class, "VERDICT")
            .says("Leave out what is less sure than certain, uncertain or possible (default: possible).")
            .orElse(Verdict.POSSIBLE);

    private final Given<Boolean> explain =
            flag("--explain", "Says as well which class of the vocabulary each operation fell into, and why.");

    private final Given<Boolean> exposure = flag(
            "--exposure",
            "Says as well how exposed the windows are: widths, hits against chance, what widening would do.");

    WindowsCommand(SourceReader reader) {
        super("windows", "Lists the overlap windows found, best first, each with its steps and their quoted lines.");
        with(new RawOption());
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        Findings findings = detection.find(evidence.trace(), err);
        List<RaceWindow> sure = findings.windows().stream()
                .filter(window -> window.verdict().compareTo(leastSure.value()) >= 0)
                .toList();
        long total = leastSure.value() == Verdict.POSSIBLE ? findings.total() : sure.size();
        List<RaceWindow> shown = top.value() <= 0 ? sure : sure.subList(0, Math.min(top.value(), sure.size()));
        boolean truncated = findings.truncated() || shown.size() < sure.size();
        if (json.value()) {
            Json.write(out, generator -> {
                new WindowsJson(generator, evidence.trace()).windows(shown, total, truncated);
                if (exposure.value()) {
                    new ExposureReport(evidence.trace()).write(generator, exposures(evidence, shown));
                }
                if (explain.value()) {
                    ClassesText.write(generator, classes(evidence));
                }
            });
        } else {
            new WindowsText(out, evidence.trace(), input.zone.value()).windows(shown, total, findings.truncated());
            if (exposure.value()) {
                new ExposureReport(evidence.trace()).write(out, exposures(evidence, shown));
            }
            if (explain.value()) {
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
