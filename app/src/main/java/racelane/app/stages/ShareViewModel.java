package racelane.app.stages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;
import racelane.app.job.JobRunner;
import racelane.app.report.RedactionSetting;
import racelane.app.session.Session;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.FlatCase;
import racelane.model.investigation.History;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.investigation.file.FileListener;
import racelane.model.investigation.file.FileSetup;
import racelane.model.investigation.file.InvestigationFile;
import racelane.model.redaction.Redaction;

/** Writes copies of the case for others. The case itself stays where it is. JavaFX thread. */
public final class ShareViewModel {
    private static final Texts TEXTS = Texts.of(ShareViewModel.class);

    private final Session session;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final RedactionSetting redactions;

    /** Creates the copies of a session's case; what is hidden in them is what is hidden in the window's reports. */
    public ShareViewModel(Session session, JobRunner jobs, Notifier notifier, RedactionSetting redactions) {
        this.session = session;
        this.jobs = jobs;
        this.notifier = notifier;
        this.redactions = redactions;
    }

    /** Writes the case as it stands, without what led to it. */
    public void withoutHistory(Path target) {
        History history = session.history();
        FileSetup setup = FileSetup.of(history.author(), FileListener.none());
        write(target, "copy.saved", progress -> {
            String writer = InvestigationFile.newWriter();
            InvestigationFile.write(
                    target, FlatCase.of(history, writer, setup.clock().instant()), setup);
            return 0L;
        });
    }

    /**
     * Writes the case as it stands, to be read without its sources: with the lines that it quotes, with what the window's setting
     * hides hidden in them, and without the folders in which the sources lay.
     */
    public void bundle(Path target) {
        History history = session.history();
        FileSetup setup = FileSetup.of(history.author(), FileListener.none());
        RedactionSetting.Wish wish = redactions.wish();
        write(target, wish.raw() ? "copy.shared.raw" : "copy.shared", progress -> {
            Redaction redaction = wish.load().of(texts(history));
            String writer = InvestigationFile.newWriter();
            InvestigationFile.write(
                    target, FlatCase.forSharing(history, writer, setup.clock().instant(), redaction::clean), setup);
            return redaction.count();
        });
    }

    private void write(Path target, String key, racelane.app.job.JobBody<Long> body) {
        jobs.submit(TEXTS.get("copy.writing", target.getFileName()), body)
                .onDone(hidden -> notifier.info(TEXTS.get(key, target.getFileName())
                        + (hidden > 0 ? "; " + TEXTS.count("copy.hidden", hidden) : "")))
                .onFailed(error -> notifier.error(
                        TEXTS.get("copy.failed", target.getFileName(), error.getMessage()), error.toString()));
    }

    /** Returns all that is quoted from the evidence, in the order of the case. */
    private static List<String> texts(History history) {
        List<String> texts = new ArrayList<>();
        for (Pin pin : history.state().pins()) {
            texts.add(pin.title());
            texts.add(pin.body());
            pin.anchors().stream().map(Anchor::excerpt).forEach(texts::add);
        }
        for (Note note : history.state().notes()) {
            note.anchor().map(Anchor::excerpt).ifPresent(texts::add);
            note.to().map(Anchor::excerpt).ifPresent(texts::add);
        }
        return texts;
    }
}
