package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import racelane.app.export.RedactionChoice;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternSet;
import racelane.model.redaction.Redaction;
import racelane.model.spi.SourceReader;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.Verdict;

/** {@code racelane check}: a gate for continuous integration. */
final class CheckCommand extends ConsoleCommand {
    private static final int FOUND = 1;

    private final SourceReader reader;

    private final InputOptions input = with(new InputOptions());

    private final RedactionOptions redaction = with(new RedactionOptions());

    private final Detection detection = with(new Detection());

    private final Given<Verdict> leastSure = option("--min-verdict", Verdict.class, "VERDICT")
            .says("Fail as well for what is less sure: uncertain or possible (default: certain).")
            .orElse(Verdict.CERTAIN);

    private final Given<List<Path>> suppressionFiles = option("--suppress", Path.class, "FILE")
            .says("Windows that are known, each with a reason; repeat for several files.")
            .list();

    private final Given<@Nullable Path> sarif = option("--sarif", Path.class, "OUT")
            .says("Writes all windows as SARIF 2.1.0 too.")
            .orNull();

    private final Given<@Nullable Path> junit = option("--junit", Path.class, "OUT")
            .says("Writes the result as JUnit XML too, a test case a pattern.")
            .orNull();

    CheckCommand(SourceReader reader) {
        super(
                "check",
                "Fails when the evidence holds a certain window: exit code 1, or 0 when there is none, or 2 when it could not be told.",
                "Windows that a lock guards and those that are suppressed with a reason do not count.",
                "The files it writes are redacted; what it prints is not.");
        footer(
                "",
                "A file of suppressions has one a line, with the reason:",
                "  stale-read user:* the reader takes old names, see ADR 12",
                "  8e85c6eb86 looked at by hand");
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        List<Suppression> suppressions = suppressions();
        RedactionChoice choice = redaction.choice();
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        Findings findings = detection.find(evidence.trace(), err);
        List<Checked> checked = findings.windows().stream()
                .map(window -> Checked.of(window, leastSure.value(), suppressions))
                .toList();
        Redaction hidden = reports(evidence, checked).write(choice);
        if (!input.quiet.value()) {
            RedactionNote.tell(hidden, err);
        }
        List<RaceWindow> failing =
                checked.stream().filter(Checked::fails).map(Checked::window).toList();
        tell(out, evidence, checked, failing);
        return evidence.exitCode() != 0 ? evidence.exitCode() : failing.isEmpty() ? 0 : FOUND;
    }

    private CheckReports reports(Evidence evidence, List<Checked> checked) {
        CheckReports reports = new CheckReports();
        Trace trace = evidence.trace();
        PatternSet patterns = detection.library().patterns();
        Path sarifFile = sarif.value();
        if (sarifFile != null) {
            reports.add(
                    sarifFile,
                    (writer, words, said) -> new SarifReport(trace, patterns, words)
                            .write(writer, checked, evidence.exitCode() == 0, said));
        }
        Path junitFile = junit.value();
        if (junitFile != null) {
            reports.add(
                    junitFile,
                    (writer, words, said) -> new JUnitReport(trace, patterns, words).write(writer, checked, said));
        }
        return reports;
    }

    private void tell(PrintWriter out, Evidence evidence, List<Checked> checked, List<RaceWindow> failing) {
        WindowsText text = new WindowsText(out, evidence.trace(), input.zone.value());
        int rank = 1;
        for (RaceWindow window : failing) {
            text.window(rank++, window);
        }
        long suppressed =
                checked.stream().filter(one -> one.suppression() != null).count();
        out.printf(
                Locale.ROOT,
                "check %s: %d window%s of at least verdict %s; %d suppressed, %d other%n",
                failing.isEmpty() ? "passed" : "failed",
                failing.size(),
                failing.size() == 1 ? "" : "s",
                leastSure.value().word(),
                suppressed,
                checked.size() - failing.size() - suppressed);
        out.flush();
    }

    private List<Suppression> suppressions() {
        List<Suppression> all = new ArrayList<>();
        for (Path file : suppressionFiles.value()) {
            try {
                all.addAll(Suppression.parse(file.toString(), Files.readString(file)));
            } catch (PatternParseException e) {
                throw new UnusableInput(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UnusableInput(file + ": cannot be read as UTF-8 text: " + e.getMessage());
            }
        }
        return all;
    }
}
