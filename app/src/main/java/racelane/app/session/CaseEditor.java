package racelane.app.session;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.file.FileListener;
import racelane.model.investigation.file.FileSetup;
import racelane.model.investigation.file.InvestigationFile;
import racelane.model.investigation.file.Opened;
import racelane.model.source.Source;

/**
 * The one way to change the case: an edit goes into the session's history and, before "saved" is shown, onto the disk. A case without
 * a file gets an untitled one at its first edit. JavaFX thread.
 */
public final class CaseEditor {
    private static final Texts TEXTS = Texts.of(CaseEditor.class);

    private final Session session;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final Path untitledFolder;
    private final String author;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable Path> path = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> heldIn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SaveState> saved = new ReadOnlyObjectWrapper<>(new SaveState.Nothing());
    private volatile @Nullable InvestigationFile file;
    private boolean untitled = true;
    private int opening;

    /**
     * Creates an editor.
     *
     * @param untitledFolder where cases without a name are kept
     * @param author who edits
     * @param ui runs something on the JavaFX thread later
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public CaseEditor(
            Session session, JobRunner jobs, Notifier notifier, Path untitledFolder, String author, Executor ui) {
        this.session = session;
        this.jobs = jobs;
        this.notifier = notifier;
        this.untitledFolder = untitledFolder;
        this.author = author;
        this.ui = ui;
    }

    /** Returns a case in which nothing was done, as {@code author} begins it. */
    public static History fresh(String author) {
        return History.empty(InvestigationFile.newWriter(), author, InstantSource.system());
    }

    /** Returns the file that holds an untitled case's edits; null before the first of them is on the disk, and for a case with a name. */
    public ReadOnlyObjectProperty<@Nullable Path> heldInProperty() {
        return heldIn.getReadOnlyProperty();
    }

    /** Returns where the case lies; null while it has no file of its own name. */
    public ReadOnlyObjectProperty<@Nullable Path> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /** Returns whether the case is safe on the disk. */
    public ReadOnlyObjectProperty<SaveState> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Does an edit; when it cannot be, says why in the window and changes nothing. Returns whether it was done. */
    public boolean apply(Edit edit) {
        if (!mayEdit()) {
            return false;
        }
        linkSources();
        return take(session.history().edit(edit));
    }

    private boolean mayEdit() {
        InvestigationFile now = file;
        if (now != null && now.readOnly()) {
            notifier.error(TEXTS.get("case.readonly"), "");
            return false;
        }
        if (session.isLookingBack()) {
            notifier.error(TEXTS.get("case.past"), "");
            return false;
        }
        return true;
    }

    /** Returns a name for a new note, pin, hypothesis or experiment; good for the very next edit. */
    public String newId() {
        linkSources();
        return session.history().newId();
    }

    /** Tells whether there is an edit of the user's own to undo; that a source was opened is not undone by a key. */
    public boolean canUndo() {
        return nextUndone().isPresent();
    }

    /** Undoes the last edit, also where a source was opened since. */
    public void undo() {
        Optional<EditRecord> last = nextUndone();
        if (last.isPresent() && mayEdit()) {
            take(session.history().edit(new Edit.Reverted(last.get().id())));
        }
    }

    private Optional<EditRecord> nextUndone() {
        return session.history().nextUndone(edit -> !(edit instanceof Edit.SourceAdded));
    }

    /** Does the last undone edit again. */
    public void redo() {
        if (session.history().canRedo() && mayEdit()) {
            take(session.history().redo());
        }
    }

    /** Adds the open sources to a case that has edits, so that it finds them again. */
    public void sourcesOpened() {
        if (!session.history().records().isEmpty()) {
            linkSources();
        }
    }

    /** Closes the case and begins a new one. */
    public void begin() {
        begin(fresh(author));
    }

    private void begin(History history) {
        close();
        opening++;
        untitled = true;
        file = null;
        path.set(null);
        heldIn.set(null);
        saved.set(new SaveState.Nothing());
        session.setHistory(history);
    }

    /**
     * Closes the case and goes on, in an untitled one, from where it stood after its first {@code edits} edits; the sources stay open. The
     * case that is left keeps all its edits.
     */
    public void branch(int edits) {
        History now = session.history();
        List<EditRecord> kept = now.records().subList(0, edits);
        begin(History.of(InvestigationFile.newWriter(), author, InstantSource.system(), kept));
        keepAll();
    }

    /** Opens a case file in a job; the returned job's result is the case, which is in the session by then. */
    public Job<Opened> open(Path caseFile) {
        begin();
        int mine = opening;
        return jobs.submit(
                        TEXTS.get("case.opening", caseFile.getFileName()),
                        progress -> InvestigationFile.open(caseFile, setup(mine)))
                .onDone(opened -> {
                    file = opened.file();
                    untitled = caseFile.toAbsolutePath().startsWith(untitledFolder.toAbsolutePath());
                    path.set(untitled ? null : caseFile);
                    session.setHistory(opened.history());
                    saved.set(new SaveState.Saved(InstantSource.system().instant()));
                    say(opened, caseFile);
                });
    }

    /** Saves the case under a name and goes on there. */
    public void saveAs(Path target) {
        InvestigationFile now = file == null ? keepAll() : file;
        int mine = opening;
        now.saveAs(target)
                .whenComplete((done, error) -> onUi(mine, () -> {
                    if (error != null) {
                        notifier.error(
                                TEXTS.get("case.unwritten", target.getFileName(), String.valueOf(error.getMessage())),
                                error.toString());
                    } else {
                        named(done);
                    }
                }));
    }

    /** Writes what is queued and frees the file. Waits for the disk two seconds at most. Any thread: a program that is ended calls it. */
    public void close() {
        InvestigationFile now = file;
        if (now != null) {
            now.close();
        }
    }

    private void say(Opened opened, Path caseFile) {
        if (opened.readOnly()) {
            String name = String.valueOf(caseFile.getFileName());
            notifier.error(
                    opened.heldBy().isEmpty()
                            ? TEXTS.get("case.held", name)
                            : TEXTS.get("case.held.by", name, opened.heldBy()),
                    "");
        }
        if (!opened.damages().isEmpty()) {
            notifier.error(
                    TEXTS.get(
                            "case.damaged",
                            caseFile.getFileName(),
                            opened.damages().getFirst()),
                    String.join("\n", opened.damages()));
        }
    }

    private void linkSources() {
        List<SourceLink> linked = session.history().state().sources();
        for (Source source : session.corrected().sources()) {
            boolean other = session.otherThanSavedProperty().get().containsKey(source.sha256());
            if (!other && linked.stream().noneMatch(link -> link.sha256().equals(source.sha256()))) {
                String where = source.file().toAbsolutePath().toString();
                take(session.history()
                        .edit(new Edit.SourceAdded(
                                new SourceLink(where, source.sha256(), source.name(), source.setting(), List.of()))));
            }
        }
    }

    private boolean take(HistoryStep step) {
        switch (step) {
            case HistoryStep.Refused refused -> {
                notifier.error(sentence(refused.reason()), "");
                return false;
            }
            case HistoryStep.Taken taken -> {
                session.setHistory(taken.history());
                keep(taken.record());
                return true;
            }
        }
    }

    private void keep(EditRecord record) {
        InvestigationFile now = file;
        if (now == null) {
            keepAll();
        } else {
            saved.set(new SaveState.Saving());
            write(now, record, opening);
        }
    }

    /** Begins an untitled file with every edit there is. Returns at once: its writer makes it, so whoever closes it waits for all of it. */
    private InvestigationFile keepAll() {
        saved.set(new SaveState.Saving());
        untitled = true;
        InvestigationFile begun = InvestigationFile.beginUntitled(untitledFolder, session.history(), setup(opening));
        file = begun;
        return begun;
    }

    private void write(InvestigationFile to, EditRecord record, int mine) {
        to.append(record)
                .whenComplete((count, error) -> onUi(mine, () -> {
                    if (error != null) {
                        failed(TEXTS.get("case.unsaved", String.valueOf(error.getMessage())));
                    } else if (to.durable() == to.appended()) {
                        saved.set(new SaveState.Saved(InstantSource.system().instant()));
                    }
                }));
    }

    private FileSetup setup(int mine) {
        return FileSetup.of(author, new FileListener() {
            @Override
            public void durable(long edits) {
                onUi(mine, () -> {
                    InvestigationFile now = file;
                    if (now != null && now.durable() == now.appended()) {
                        saved.set(new SaveState.Saved(InstantSource.system().instant()));
                        heldIn.set(untitled ? now.path() : null);
                    }
                });
            }

            @Override
            public void failed(String message, long unwritten) {
                onUi(mine, () -> CaseEditor.this.failed(message));
            }

            @Override
            public void foreign(List<EditRecord> records) {
                onUi(mine, () -> session.setHistory(session.history().merge(records)));
            }

            @Override
            public void damaged(String message) {
                onUi(mine, () -> notifier.error(message, ""));
            }
        });
    }

    private void onUi(int mine, Runnable body) {
        ui.execute(() -> {
            if (mine == opening) {
                body.run();
            }
        });
    }

    private void failed(String message) {
        boolean told = saved.get() instanceof SaveState.Failed;
        saved.set(new SaveState.Failed(message));
        if (!told) {
            notifier.error(message, "");
        }
    }

    private void named(Path where) {
        untitled = false;
        path.set(where);
        heldIn.set(null);
        notifier.info(TEXTS.get("case.saved", where.getFileName()));
    }

    private static String sentence(String reason) {
        return reason.isEmpty() ? reason : Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }
}
