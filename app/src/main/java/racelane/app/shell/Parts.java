package racelane.app.shell;

import java.util.Optional;
import racelane.app.action.KeyBook;
import racelane.app.drafts.Drafts;
import racelane.app.formats.FormatViewModel;
import racelane.app.fx.Notifier;
import racelane.app.job.JobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.open.Opener;
import racelane.app.patterns.PatternFolder;
import racelane.app.report.ReportExport;
import racelane.app.session.CaseEditor;
import racelane.app.session.Session;
import racelane.app.session.Settings;
import racelane.app.stages.CaseViewModel;

/**
 * What the main window is put together from.
 *
 * @param session what is shown
 * @param editor changes the case
 * @param opener opens files
 * @param caseModel what can be done to the case
 * @param jobs runs what is long
 * @param notifier says what happened
 * @param dialogs asks for files
 * @param settings what is remembered
 * @param picture exports pictures
 * @param report writes reports
 * @param timeline the timeline
 * @param patterns the user's own patterns
 * @param drafts what was typed and not saved
 * @param keys the user's own keys
 * @param formats makes log formats; empty when no importer can be taught any
 */
public record Parts(
        Session session,
        CaseEditor editor,
        Opener opener,
        CaseViewModel caseModel,
        JobRunner jobs,
        Notifier notifier,
        FileDialogs dialogs,
        Settings settings,
        PictureExport picture,
        ReportExport report,
        TimelinePart timeline,
        PatternFolder patterns,
        Drafts drafts,
        KeyBook keys,
        Optional<FormatViewModel> formats) {}
