package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import racelane.app.export.FigureExporter;
import racelane.app.export.RedactionChoice;
import racelane.app.export.ReportFile;
import racelane.app.theme.Fonts;
import racelane.app.timeline.NoteMarks;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.redaction.Redaction;
import racelane.model.report.ReportInput;
import racelane.model.report.ReportRedaction;
import racelane.model.source.Source;
import racelane.model.spi.SourceReader;
import racelane.model.window.Findings;

/** {@code racelane report}: the RCA report of an investigation, or a first one from sources alone. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.Provider.class,
        description = {
            "Writes the RCA report as one HTML file, or as Markdown with its pictures beside it.",
            "From an investigation (*.racelane) it holds the whole reasoning; from sources alone it is a first report with"
                    + " the best windows."
        })
final class ReportCommand implements Callable<Integer> {
    private final SourceReader reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private CommandSpec spec;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final Detection detection = new Detection();

    @Mixin
    private final RedactionOptions redaction = new RedactionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.html|OUT.md",
            required = true,
            description = "Where to write it.")
    @SuppressWarnings("NullAway.Init") // required: picocli fills it before call()
    private Path output;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many windows to show when the case pins none (default: ${DEFAULT-VALUE}).")
    private int top = 5;

    @Option(names = "--title", paramLabel = "TEXT", description = "Headline (default: the case's title).")
    private String title = "";

    ReportCommand(SourceReader reader) {
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!ReportFile.hasKnownEnding(output)) {
            throw new UnusableInput(output + ": reports are .html or .md; end the name so");
        }
        RedactionChoice choice = redaction.choice();
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        if (evidence.trace().tables().isEmpty() && evidence.history().isEmpty()) {
            return Evidence.FAILED;
        }
        ReportInput report = input(evidence, detection.find(evidence.trace(), err));
        Redaction hidden = choice.of(report);
        write(report, hidden);
        spec.commandLine().getOut().println(output);
        if (!input.quiet) {
            RedactionNote.tell(hidden, err);
        }
        return evidence.exitCode();
    }

    private ReportInput input(Evidence evidence, Findings findings) {
        return new ReportInput(
                evidence.trace(),
                findings.windows(),
                findings.total(),
                findings.warnings(),
                detection.library().patterns(),
                evidence.history(),
                name(evidence),
                title,
                Math.max(0, top),
                "Racelane " + ProductVersion.text(),
                NoteMarks::of);
    }

    /** Returns what the report is about: the case, or its sources. */
    private String name(Evidence evidence) {
        if (evidence.history().isPresent()) {
            return input.files.stream()
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".racelane"))
                    .findFirst()
                    .orElse("the case");
        }
        Trace trace = evidence.trace();
        List<String> names = trace.sources().stream().map(Source::name).toList();
        return names.size() > 3 ? names.size() + " sources" : String.join(", ", names);
    }

    private void write(ReportInput report, Redaction hidden) {
        try {
            new ReportFile(new FigureExporter(Fonts.load()))
                    .write(ReportRedaction.report(report, hidden), output.toAbsolutePath(), Progress.none());
        } catch (IOException e) {
            throw new UnusableInput(output + ": cannot be written: " + e + "; choose a folder you may write to");
        }
    }
}
