package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
final class ReportCommand extends ConsoleCommand {
    private final SourceReader reader;

    private final InputOptions input = with(new InputOptions());

    private final Detection detection = with(new Detection());

    private final RedactionOptions redaction = with(new RedactionOptions());

    private final Given<Path> output = option("-o --output", Path.class, "OUT.html|OUT.md")
            .says("Where to write it.")
            .required();

    private final Given<Integer> top = option("--top", Integer.class, "N")
            .says("How many windows to show when the case pins none (default: ${DEFAULT-VALUE}).")
            .orElse(5);

    private final Given<String> title = option("--title", String.class, "TEXT")
            .says("Headline (default: the case's title).")
            .orElse("");

    ReportCommand(SourceReader reader) {
        super(
                "report",
                "Writes the RCA report as one HTML file, or as Markdown with its pictures beside it.",
                "From an investigation (*.racelane) it holds the whole reasoning; from sources alone it is a first report with"
                        + " the best windows.");
        this.reader = reader;
    }

    @Override
    public Integer call() {
        PrintWriter err = err();
        if (!ReportFile.hasKnownEnding(output.value())) {
            throw new UnusableInput(output.value() + ": reports are .html or .md; end the name so");
        }
        RedactionChoice choice = redaction.choice();
        Evidence evidence = detection.believing(Evidence.load(reader, input, err));
        if (evidence.trace().tables().isEmpty() && evidence.history().isEmpty()) {
            return Evidence.FAILED;
        }
        ReportInput report = input(evidence, detection.find(evidence.trace(), err));
        Redaction hidden = choice.of(report);
        write(report, hidden);
        out().println(output.value());
        if (!input.quiet.value()) {
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
                title.value(),
                Math.max(0, top.value()),
                "Racelane " + ProductVersion.text(),
                NoteMarks::of);
    }

    /** Returns what the report is about: the case, or its sources. */
    private String name(Evidence evidence) {
        if (evidence.history().isPresent()) {
            return input.files.value().stream()
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
                    .write(
                            ReportRedaction.report(report, hidden),
                            output.value().toAbsolutePath(),
                            Progress.none());
        } catch (IOException e) {
            throw new UnusableInput(
                    output.value() + ": cannot be written: " + e + "; choose a folder you may write to");
        }
    }
}
