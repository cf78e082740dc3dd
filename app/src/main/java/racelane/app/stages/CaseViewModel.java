package racelane.app.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import racelane.app.job.JobRunner;
import racelane.app.session.Anchors;
import racelane.app.session.CaseEditor;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.Edit;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.History;
import racelane.model.investigation.HypothesisStatus;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.investigation.Stage;
import racelane.model.investigation.StageStatus;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** What the user can do to the case. Every act is an edit; what is shown is derived from the case after it. */
public final class CaseViewModel {
    private final Session session;
    private final CaseEditor editor;
    private final JobRunner jobs;
    private final TimelineControls timeline;

    /** Creates the model of a session's case. */
    public CaseViewModel(Session session, CaseEditor editor, JobRunner jobs, TimelineControls timeline) {
        this.session = session;
        this.editor = editor;
        this.jobs = jobs;
        this.timeline = timeline;
    }

    /** Returns the case with all its edits, to follow it. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return session.historyProperty();
    }

    /** Returns the case as it stands. */
    public Investigation state() {
        return session.history().state();
    }

    /** Returns a stage's second line: how far it is, and what it holds. */
    public String line(Stage stage) {
        Investigation state = state();
        String held = held(stage);
        String tail = held.isEmpty() ? "" : " · " + held;
        return switch (state.status(stage)) {
            case NOT_STARTED -> "not started";
            case IN_PROGRESS -> "in progress" + tail;
            case COMPLETE -> "complete" + tail;
            case OUTDATED -> "outdated: " + state.stage(stage).outdatedBecause();
        };
    }

    /** Returns the stage at which the work is: the last that is under way. */
    public Optional<Stage> current() {
        Investigation state = state();
        return List.of(Stage.values()).reversed().stream()
                .filter(stage -> state.status(stage) == StageStatus.IN_PROGRESS)
                .findFirst();
    }

    /** Completes a stage, or confirms an outdated one. Returns whether it could be. */
    public boolean complete(Stage stage) {
        return editor.apply(new Edit.StageCompleted(stage));
    }

    /** Takes a complete stage up again. */
    public void reopen(Stage stage) {
        editor.apply(new Edit.StageReopened(stage));
    }

    /** Keeps a stage's words, when they changed. Returns whether the case has them now. */
    public boolean write(Stage stage, String text) {
        return state().text(stage).equals(text) || editor.apply(new Edit.StageTextChanged(stage, text));
    }

    /** Proposes a hypothesis and links the selected window to it, when {@code withWindow}. Returns whether the case took it. */
    public boolean propose(String statement, boolean withWindow) {
        String id = editor.newId();
        boolean taken = editor.apply(new Edit.HypothesisProposed(id, state().nextLabel(), statement.strip()));
        if (taken && withWindow) {
            linkSelected(id, true);
        }
        return taken;
    }

    /** Words a hypothesis anew. Returns whether the case took it. */
    public boolean reword(String hypothesis, String statement) {
        return editor.apply(new Edit.HypothesisChanged(hypothesis, statement.strip()));
    }

    /** Judges a hypothesis. */
    public void judge(String hypothesis, HypothesisStatus status, String reason) {
        editor.apply(new Edit.HypothesisJudged(hypothesis, status, reason.strip()));
    }

    /** Records runs that tried a hypothesis. Returns whether the case took them. */
    public boolean tried(String hypothesis, String title, int runs, int failures) {
        Experiment experiment = new Experiment(editor.newId(), title.strip(), runs, failures);
        return editor.apply(Edit.TrialRecorded.of(hypothesis, experiment));
    }

    /** Cuts a pin's link to a hypothesis. */
    public void unlink(String hypothesis, String pin) {
        editor.apply(new Edit.EvidenceUnlinked(hypothesis, pin));
    }

    /** Tells whether there is something that can be pinned or linked. */
    public boolean hasEvidence() {
        return session.selectedWindowProperty().get() != null
                || session.selectionProperty().get() instanceof Selection.EventSelected
                || session.selectionProperty().get() instanceof Selection.RangeSelected;
    }

    /** Returns the selected window's steps; empty when none is selected. */
    public String selectedWindowTitle() {
        RaceWindow window = session.selectedWindowProperty().get();
        return window == null ? "" : title(window);
    }

    /** Pins what is selected as evidence. */
    public void pinSelected() {
        withPin(pin -> {});
    }

    /** Pins a window as evidence. */
    public void pin(RaceWindow window) {
        pinWindow(window, pin -> {});
    }

    /** Links what is selected to a hypothesis, pinning it first. */
    public void linkSelected(String hypothesis, boolean supports) {
        withPin(pin -> editor.apply(new Edit.EvidenceLinked(hypothesis, pin, supports)));
    }

    /** Takes a pin away. */
    public void unpin(String pin) {
        editor.apply(new Edit.PinRemoved(pin));
    }

    /** Shows a pin's evidence in the timeline. */
    public void show(Pin pin) {
        session.windowsProperty().get().windows().stream()
                .filter(window -> window.id().equals(pin.ref()))
                .findFirst()
                .ifPresent(session::selectWindow);
        timeline.show(pin.range());
    }

    /** Returns the time that a note would speak of: the mark, the selection, or the window; nothing when there is none. */
    public Optional<TimeRange> noteRange() {
        Optional<TimeRange> mark = Optional.ofNullable(session.markProperty().get());
        return session.selection() instanceof Selection.None
                ? mark.or(session::selectedRange)
                : session.selectedRange();
    }

    /**
     * Writes a note on what is selected.
     *
     * @param taken told, maybe later, whether the case took it
     */
    public void addNote(TimeRange range, String text, Consumer<Boolean> taken) {
        Trace trace = session.trace();
        Optional<EventRef> event = session.selection() instanceof Selection.EventSelected selected
                ? Optional.of(selected.ref())
                : Optional.empty();
        jobs.quietly(progress -> event.map(ref -> Anchors.of(trace, ref))).onDone(anchor -> {
            String id = editor.newId();
            boolean done = editor.apply(new Edit.NoteAdded(id, range, anchor, text.strip()));
            taken.accept(done);
            if (done) {
                session.setMark(null);
                session.select(new Selection.NoteSelected(id));
            }
        });
    }

    /** Words a note anew. Returns whether the case took it. */
    public boolean rewordNote(String id, String text) {
        return editor.apply(new Edit.NoteChanged(id, text.strip()));
    }

    /** Takes a note away. */
    public void removeNote(String id) {
        if (session.selection().equals(new Selection.NoteSelected(id))) {
            session.select(Selection.NONE);
        }
        editor.apply(new Edit.NoteRemoved(id));
    }

    /** Returns the selected note. */
    public Optional<Note> selectedNote() {
        return session.selection() instanceof Selection.NoteSelected selected
                ? state().note(selected.noteId())
                : Optional.empty();
    }

    /** Selects a note and shows its time. */
    public void show(Note note) {
        session.select(new Selection.NoteSelected(note.id()));
        timeline.show(note.range());
    }

    /**
     * Goes to the note after or before the selected one, in order of time.
     *
     * @param direction 1 or -1
     */
    public void stepNote(int direction) {
        List<Note> notes = new ArrayList<>(state().notes());
        notes.sort(Comparator.comparingLong(note -> note.range().start()));
        if (notes.isEmpty()) {
            return;
        }
        int at = selectedNote().map(notes::indexOf).orElse(-1);
        int next = at < 0 ? (direction > 0 ? 0 : notes.size() - 1) : Math.floorMod(at + direction, notes.size());
        show(notes.get(next));
    }

    private void withPin(Consumer<String> then) {
        RaceWindow window = session.selectedWindowProperty().get();
        Trace trace = session.trace();
        switch (session.selection()) {
            case Selection.EventSelected event ->
                jobs.quietly(progress -> event.all().stream()
                                .map(ref -> Anchors.of(trace, ref))
                                .toList())
                        .onDone(anchors -> add(
                                "event",
                                "",
                                title(trace, event),
                                anchors,
                                session.selectedRange().orElseThrow(),
                                then));
            case Selection.RangeSelected range -> add("range", "", "range", List.of(), range.range(), then);
            case Selection.None none -> pinWindowOr(window, then);
            case Selection.LaneSelected lane -> pinWindowOr(window, then);
            case Selection.NoteSelected note -> pinWindowOr(window, then);
        }
    }

    private void pinWindowOr(@org.jspecify.annotations.Nullable RaceWindow window, Consumer<String> then) {
        if (window != null) {
            pinWindow(window, then);
        }
    }

    private void pinWindow(RaceWindow window, Consumer<String> then) {
        Optional<Pin> pinned = state().pins().stream()
                .filter(pin -> pin.kind().equals("window") && pin.ref().equals(window.id()))
                .findFirst();
        if (pinned.isPresent()) {
            then.accept(pinned.get().id());
            return;
        }
        Trace trace = session.trace();
        jobs.quietly(progress -> Evidence.anchors(trace, window))
                .onDone(anchors -> add("window", window.id(), title(window), anchors, window.range(), then));
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private void add(
            String kind, String ref, String title, List<Anchor> anchors, TimeRange range, Consumer<String> then) {
        String id = editor.newId();
        if (editor.apply(new Edit.PinAdded(new Pin(id, kind, ref, title, anchors, range)))) {
            then.accept(id);
        }
    }

    private static String title(Trace trace, Selection.EventSelected chosen) {
        var found = trace.at(chosen.ref());
        String title = found.key() == null ? found.name() : found.name() + " " + found.key();
        return chosen.more().isEmpty() ? title : title + " and " + chosen.more().size() + " more";
    }

    private static String title(RaceWindow window) {
        String length = racelane.model.time.TimeText.duration(window.range().duration());
        return window.steps() + (window.key().isEmpty() ? "" : ", " + window.key()) + ", " + length;
    }

    private String held(Stage stage) {
        Investigation state = state();
        List<String> parts = new ArrayList<>();
        if (stage == Stage.COLLECT_EVIDENCE) {
            count(parts, state.pins().size(), "pin");
            count(parts, state.notes().size(), "note");
        } else if (stage == Stage.TEST_HYPOTHESES) {
            int count = state.hypotheses().size();
            if (count > 0) {
                parts.add(count == 1 ? "1 hypothesis" : count + " hypotheses");
            }
        }
        count(parts, state.stage(stage).trials().size(), "trial");
        return String.join(" · ", parts);
    }

    private static void count(List<String> parts, int count, String noun) {
        if (count > 0) {
            parts.add(racelane.app.fx.CountText.of(count, noun));
        }
    }
}
