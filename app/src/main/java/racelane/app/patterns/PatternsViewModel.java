package racelane.app.patterns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import racelane.app.drafts.Drafts;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Session;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParseException.Problem;

/**
 * The pattern text being written: checked at every change, tried on the open trace in the background, saved to the user's folder.
 * JavaFX thread.
 */
public final class PatternsViewModel {
    private static final Texts TEXTS = Texts.of(PatternsViewModel.class);

    /** What a new file begins with. */
    public static final String TEMPLATE = """
            # What one actor does between two steps of another one, on the same key.
            class my-open  = op == "cache.set"
            class my-close = op == "invalidateRelated"
            class my-use   = op ~ "^get"

            pattern my-pattern "Use inside open-to-close window" {
              severity 70
              bind key
              window W = my-open .. my-close by lane
              op U = my-use
              order W.start < U < W.end
              require U.lane != W.lane
            }
            """;

    private static final String DRAFT = "pattern";

    private final Session session;
    private final JobRunner jobs;
    private final PatternFolder folder;
    private final Runnable changed;
    private final Drafts drafts;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<PatternTrial> trial = new ReadOnlyObjectWrapper<>(PatternTrial.NONE);
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private @Nullable Job<PatternTrial> trying;

    /** What the text may speak of; read from the disk when the sheet is opened and when a file changed, not at every key. */
    private @Nullable PatternLibrary base;

    /**
     * Creates the model on a folder.
     *
     * @param drafts keeps a text that was not saved when the sheet is closed
     * @param changed called when the patterns in the folder have changed, so that the trace is searched anew
     */
    public PatternsViewModel(Session session, JobRunner jobs, PatternFolder folder, Drafts drafts, Runnable changed) {
        this.session = session;
        this.jobs = jobs;
        this.folder = folder;
        this.drafts = drafts;
        this.changed = changed;
    }

    /** Returns the names of the user's files. */
    public ObservableList<String> names() {
        return names;
    }

    /** Returns the folder in which they lie. */
    public PatternFolder folder() {
        return folder;
    }

    /** Returns the name of the file being written; empty for one that was never saved. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Returns the text being written. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Returns what is wrong with the text, in the order of its places. */
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Returns what the text finds in the open trace; what it found before while it is tried anew. */
    public ReadOnlyObjectProperty<PatternTrial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** Returns one line that says how the text stands: its first error, or what it finds. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Tells whether the text has errors. */
    public ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Tells whether the text differs from what is saved. */
    public boolean dirty() {
        return !text.get().equals(saved.get());
    }

    /** Begins: lists the files, and goes on with the text at hand or with the first file. */
    public void begin() {
        refresh();
        Map<String, String> draft = drafts.of(DRAFT);
        if (text.get().isEmpty() && draft.containsKey("text")) {
            takeUp(draft);
        } else if (text.get().isEmpty()) {
            if (names.isEmpty()) {
                write("", TEMPLATE);
            } else {
                open(names.getFirst());
            }
        } else {
            change(text.get());
        }
    }

    /** Goes on with what was left unsaved, over the file that it was begun from when that is still there. */
    private void takeUp(Map<String, String> draft) {
        String file = draft.getOrDefault("file", "");
        if (names.contains(file)) {
            open(file);
        }
        change(draft.getOrDefault("text", ""));
        session.say(TEXTS.get("draft"));
    }

    /** Returns the name that was given to a text that was not saved; empty when there is none. */
    public String draftName() {
        return dirty() ? drafts.of(DRAFT).getOrDefault("name", "") : "";
    }

    /** Keeps the text when the sheet is closed without saving it, also for the next start of the program. */
    public void left(String givenName) {
        if (dirty() && !text.get().equals(TEMPLATE)) {
            drafts.keep(DRAFT, Map.of("text", text.get(), "file", name.get(), "name", givenName));
        } else {
            drafts.drop(DRAFT);
        }
    }

    /** Takes a text that was never saved: a proposal, or the template. */
    public void write(String newName, String newText) {
        drafts.drop(DRAFT);
        name.set(newName);
        saved.set("");
        change(newText);
    }

    /** Opens a file of the folder. */
    public void open(String file) {
        try {
            String read = folder.read(file);
            name.set(file);
            saved.set(read);
            change(read);
        } catch (IOException e) {
            fault(TEXTS.get("unread", file, String.valueOf(e.getMessage())));
        }
    }

    /** Changes the text, checks it and tries it. */
    public void change(String newText) {
        text.set(newText);
        if (trying != null) {
            trying.cancel();
        }
        try {
            var unused = base().withText(PatternTrial.FILE, newText);
            problems.set(List.of());
            wrong.set(false);
            tryOut(newText);
        } catch (PatternParseException e) {
            problems.set(e.problems());
            wrong.set(true);
            trial.set(PatternTrial.NONE);
            verdict.set(words(e.problems()));
        }
    }

    /**
     * Saves the text under a name and searches the trace anew.
     *
     * @return whether it was saved; if not, {@link #verdictProperty} says why
     */
    public boolean save(String newName) {
        refresh();
        if (!newName.strip().equals(name.get()) && names.contains(newName.strip())) {
            fault(TEXTS.get("name.taken", newName.strip()));
            return false;
        }
        try {
            folder.write(newName.strip(), text.get());
        } catch (IOException e) {
            fault(String.valueOf(e.getMessage()));
            return false;
        }
        name.set(newName.strip());
        saved.set(text.get());
        drafts.drop(DRAFT);
        refresh();
        changed.run();
        return true;
    }

    /** Keeps the text at hand as a file beside the patterns that is not read as one, so that nothing typed is lost. */
    public void keepDraft() {
        try {
            Path draft = folder.keep(name.get().isEmpty() ? "draft" : name.get(), text.get());
            session.say(TEXTS.get("kept", draft.getFileName()));
        } catch (IOException e) {
            fault(TEXTS.get("kept.failed", String.valueOf(e.getMessage())));
        }
    }

    /** Puts the file at hand aside; its text stays to be saved again. */
    public void remove() {
        if (name.get().isEmpty()) {
            return;
        }
        try {
            var aside = folder.putAside(name.get());
            session.say(TEXTS.get("aside.done", aside.getFileName()));
            name.set("");
            saved.set("");
            refresh();
            changed.run();
        } catch (IOException e) {
            fault(TEXTS.get("aside.failed", name.get(), String.valueOf(e.getMessage())));
        }
    }

    private PatternLibrary base() {
        PatternLibrary known = base == null ? folder.load().library() : base;
        base = known;
        return known;
    }

    private void refresh() {
        try {
            names.setAll(folder.names());
            base = folder.load().library();
        } catch (IOException e) {
            fault(TEXTS.get("unread", folder.path(), String.valueOf(e.getMessage())));
        }
    }

    private void tryOut(String tried) {
        var trace = session.trace();
        if (trace.size() == 0) {
            trial.set(PatternTrial.NONE);
            verdict.set(TEXTS.get("fine.open"));
            return;
        }
        verdict.set(TEXTS.get("fine.looking"));
        PatternLibrary known = base();
        trying = jobs.<PatternTrial>quietly(progress -> PatternTrial.of(tried, known, trace, progress))
                .onDone(this::show)
                .onFailed(error -> fault(TEXTS.get("trial.failed", String.valueOf(error.getMessage()))));
    }

    private void show(PatternTrial found) {
        trial.set(found);
        String notes = found.notes().isEmpty() ? "" : " " + String.join(" ", found.notes());
        verdict.set(TEXTS.count("fine", found.total()) + notes);
    }

    private void fault(String line) {
        verdict.set(line);
    }

    private static String words(List<Problem> problems) {
        Problem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : "  " + TEXTS.get("problem.more", problems.size() - 1);
        String hint = first.hint().isEmpty() ? "" : ": " + first.hint();
        return TEXTS.get("problem", first.at().line(), first.at().column(), first.message() + hint + more);
    }
}
