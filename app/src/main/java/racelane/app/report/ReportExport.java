package racelane.app.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import racelane.app.export.FigureExporter;
import racelane.app.export.RedactionChoice;
import racelane.app.export.ReportFile;
import racelane.app.fx.Notifier;
import racelane.app.fx.Sheets;
import racelane.app.fx.Texts;
import racelane.app.job.JobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.patterns.PatternFolder;
import racelane.app.session.Session;
import racelane.app.theme.Fonts;
import racelane.app.timeline.NoteMarks;
import racelane.model.investigation.History;
import racelane.model.pattern.PatternSet;
import racelane.model.redaction.RedactionHit;
import racelane.model.report.MarkdownReport;
import racelane.model.report.ReportInput;
import racelane.model.report.ReportRedaction;
import racelane.model.source.Source;
import racelane.model.window.RaceWindow;

/**
 * Makes the report of what a window shows: looks through it, shows what would be hidden, then writes it. All in jobs, from what the
 * session held when the report was asked for. JavaFX thread.
 */
public final class ReportExport {
    private static final Texts TEXTS = Texts.of(ReportExport.class);

    private static final int BEST = 5;

    private final Session session;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final FileDialogs dialogs;
    private final PatternFolder patterns;
    private final RedactionSetting redaction;
    private final Predicate<String> clipboard;
    private final String tool;

    /**
     * What is about to be written.
     *
     * @param input the report's input
     * @param hits everything that the rules find in it
     */
    record Ready(ReportInput input, List<RedactionHit> hits) {
        /** Copies the list. */
        Ready {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Creates the export of a session.
     *
     * @param clipboard puts text on the clipboard and tells whether it is there
     * @param tool who makes the report
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public ReportExport(
            Session session,
            JobRunner jobs,
            Notifier notifier,
            FileDialogs dialogs,
            PatternFolder patterns,
            RedactionSetting redaction,
            Predicate<String> clipboard,
            String tool) {
        this.session = session;
        this.jobs = jobs;
        this.notifier = notifier;
        this.dialogs = dialogs;
        this.patterns = patterns;
        this.redaction = redaction;
        this.clipboard = clipboard;
        this.tool = tool;
    }

    /** Returns what the user chose about redaction. */
    public RedactionSetting redaction() {
        return redaction;
    }

    /** Looks through the report and shows the sheet. */
    public void open(Sheets sheets) {
        Function<PatternSet, ReportInput> input = input();
        RedactionSetting.Wish wish = redaction.wish();
        jobs.submit(TEXTS.get("looking"), progress -> {
                    ReportInput ready = input.apply(patterns.load().library().patterns());
                    RedactionChoice all = wish.load().withRaw(false).withKept(Set.of());
                    return new Ready(ready, all.of(ready).hits());
                })
                .onDone(ready -> {
                    ReportSheet sheet = new ReportSheet(this, ready, sheets::close);
                    sheets.show(sheet, sheet.first());
                })
                .onFailed(error -> notifier.error(TEXTS.get("unmade", words(error)), error.toString()));
    }

    /** Asks where to, and writes the report there. */
    void save(ReportInput input) {
        String name = name(input);
        Optional<Path> chosen =
                dialogs.save(TEXTS.get("report"), name + ".html", TEXTS.get("kind"), List.of("html", "md"));
        RedactionSetting.Wish wish = redaction.wish();
        chosen.ifPresent(target -> jobs.submit(TEXTS.get("writing", target.getFileName()), progress -> {
                    var hidden = wish.load().of(input);
                    new ReportFile(new FigureExporter(Fonts.load()))
                            .write(ReportRedaction.report(input, hidden), target, progress);
                    return hidden.sentence();
                })
                .onDone(sentence -> notifier.info(TEXTS.get("saved", target.getFileName(), sentence)))
                .onFailed(error ->
                        notifier.error(TEXTS.get("unwritten", target.getFileName(), words(error)), error.toString())));
    }

    /** Puts the report on the clipboard as Markdown; its pictures are told in words. */
    void copy(ReportInput input) {
        RedactionSetting.Wish wish = redaction.wish();
        jobs.submit(TEXTS.get("making"), progress -> {
                    var hidden = wish.load().of(input);
                    return MarkdownReport.write(ReportRedaction.report(input, hidden), Map.of());
                })
                .onDone(text -> {
                    if (clipboard.test(text)) {
                        notifier.info(TEXTS.get("copied"));
                    } else {
                        notifier.error(TEXTS.get("clipboard.none"), "");
                    }
                })
                .onFailed(error -> notifier.error(TEXTS.get("unmade", words(error)), error.toString()));
    }

    /** Returns what the report will be made from, but for the patterns, which are read in the job. */
    private Function<PatternSet, ReportInput> input() {
        History history = session.history();
        List<RaceWindow> windows = session.windowsProperty().get().windows();
        long total = session.windowsProperty().get().total();
        List<String> notes = session.windowsProperty().get().notes();
        var trace = session.trace();
        Optional<History> worked = worked(history) ? Optional.of(history) : Optional.empty();
        String about = about(trace.sources());
        return patternSet ->
                new ReportInput(trace, windows, total, notes, patternSet, worked, about, "", BEST, tool, NoteMarks::of);
    }

    /** A case in which nothing but sources was opened is none yet. */
    private static boolean worked(History history) {
        var state = history.state();
        return !(state.report().isEmpty()
                && state.pins().isEmpty()
                && state.notes().isEmpty()
                && state.hypotheses().isEmpty()
                && state.stages().stream()
                        .allMatch(stage ->
                                stage.text().isBlank() && stage.trials().isEmpty() && !stage.completed()));
    }

    private static String about(List<Source> sources) {
        return sources.size() > 3
                ? sources.size() + " sources"
                : String.join(", ", sources.stream().map(Source::name).toList());
    }

    private static String name(ReportInput input) {
        return input.trace().sources().isEmpty()
                ? "report"
                : input.trace().sources().getFirst().name().replaceAll("\\.[A-Za-z0-9]+$", "") + "-report";
    }

    private static String words(Throwable error) {
        return switch (error) {
            case NoSuchFileException missing -> TEXTS.get("folder.none");
            case AccessDeniedException denied -> TEXTS.get("folder.denied");
            case IOException broken -> String.valueOf(broken.getMessage());
            default -> String.valueOf(error.getMessage());
        };
    }
}
