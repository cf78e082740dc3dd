package racelane.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Stage;
import racelane.app.action.KeyBook;
import racelane.app.drafts.Drafts;
import racelane.app.formats.FormatViewModel;
import racelane.app.fx.FxThread;
import racelane.app.fx.Notifier;
import racelane.app.job.JobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.open.Opener;
import racelane.app.patterns.PatternFolder;
import racelane.app.report.RedactionSetting;
import racelane.app.report.ReportExport;
import racelane.app.session.CaseEditor;
import racelane.app.session.Folders;
import racelane.app.session.Session;
import racelane.app.session.Settings;
import racelane.app.stages.CaseViewModel;
import racelane.model.format.FormatFolder;
import racelane.model.time.TimeRange;

/**
 * What a window needs from outside, to be replaced in tests.
 *
 * @param folders where settings and untitled cases lie
 * @param jobs makes the runner, given what hears of errors that nobody took
 * @param tools reads sources and finds windows
 * @param timeline makes the timeline
 * @param dialogs makes the file dialogs of a window
 * @param clipboard takes text and pictures
 * @param ui runs something on the JavaFX thread later
 * @param author who edits
 * @param product name and version
 * @param sample a file to try the program with
 */
public record Services(
        Folders folders,
        Function<Notifier, JobRunner> jobs,
        Opener.Tools tools,
        TimelineMaker timeline,
        Function<Stage, FileDialogs> dialogs,
        PictureClipboard clipboard,
        Executor ui,
        String author,
        String product,
        Optional<Path> sample) {
    /** Puts a window together on {@code stage}; does not show it. JavaFX thread. */
    public MainWindow assemble(Stage stage) {
        WindowFonts.load();
        Toasts toasts = new Toasts(text -> clipboard.put(text));
        JobRunner runner = jobs.apply(toasts);
        Session session = new Session(FxThread::check, CaseEditor.fresh(author));
        Settings settings = new Settings(folders.config());
        session.setThemeChoice(settings.theme());
        CaseEditor editor = new CaseEditor(session, runner, toasts, folders.untitled(), author, ui);
        Opener opener = new Opener(session, editor, runner, toasts, settings, tools);
        AtomicReference<Consumer<TimeRange>> noteRange = new AtomicReference<>(range -> {});
        TimelinePart part =
                timeline.make(session, runner, range -> noteRange.get().accept(range));
        CaseViewModel caseModel = new CaseViewModel(session, editor, runner, part.controls());
        FileDialogs files = dialogs.apply(stage);
        PictureExport picture = new PictureExport(
                session, runner, toasts, new PictureExport.Outlets(files, clipboard), settings, product);
        RedactionSetting redaction = new RedactionSetting(folders.config());
        picture.setCleaning(redaction::clean);
        Optional<FormatViewModel> formats = formats(opener, runner, toasts);
        PatternFolder patterns = new PatternFolder(folders.patterns());
        caseModel.setExposure(new KindExposure(() -> patterns.load().library()));
        ReportExport report = new ReportExport(
                session, runner, toasts, files, patterns, redaction, text -> clipboard.put(text), product);
        Drafts drafts = new Drafts(folders.state());
        Parts parts = new Parts(
                session,
                editor,
                opener,
                caseModel,
                runner,
                toasts,
                files,
                settings,
                picture,
                report,
                part,
                patterns,
                drafts,
                new KeyBook(folders.config()),
                formats);
        MainWindow window = new MainWindow(stage, parts, toasts, product, sample);
        noteRange.set(window::noteOn);
        return window;
    }

    private Optional<FormatViewModel> formats(Opener opener, JobRunner runner, Notifier notifier) {
        return tools.reader()
                .formats()
                .map(known -> new FormatViewModel(
                        new FormatViewModel.Tools(
                                known,
                                new FormatFolder(folders.formats()),
                                tools.options().zone(),
                                opener::importBy),
                        runner,
                        notifier));
    }
}
