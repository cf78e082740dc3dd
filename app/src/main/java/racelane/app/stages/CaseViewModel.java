package racelane.app.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import racelane.app.fx.Texts;
import racelane.app.job.JobRunner;
import racelane.app.session.Anchors;
import racelane.app.session.CaseEditor;
import racelane.app.session.DraggedEvidence;
import racelane.app.session.PlaceFinder;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.app.session.WindowList;
import racelane.model.comparison.Comparison;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.CaseTemplate;
import racelane.model.investigation.Edit;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.History;
import racelane.model.investigation.Hypothesis;
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
    private static final Texts TEXTS = Texts.of(CaseViewModel.class);

    private final Session session;
    private final CaseEditor editor;
    private final JobRunner jobs;
    private final TimelineControls timeline;
    private final Pinning pinning;

    /** Creates the model of a session's case. */
    public CaseViewModel(Session session, CaseEditor editor, JobRunner jobs, TimelineControls timeline) {
        this.session = session;
        this.editor = editor;
        this.jobs = jobs;
        this.timeline = timeline;
        this.pinning = new Pinning(session, editor, jobs);
        new PlaceFinder(session, jobs);
    }

    /** Returns the case with all its edits, to follow it. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return session.historyProperty();
    }

    /** Returns the case as it is shown, to follow it: as it stands, or as it stood when one looks back. */
    public ReadOnlyObjectProperty<Investigation> shownProperty() {
        return session.caseShownProperty();
    }

    /** Returns the windows that were found, to follow them. */
    public ReadOnlyObjectProperty<WindowList> windowsProperty() {
        return session.windowsProperty();
    }

    /** Returns the case as it is shown. */
    public Investigation state() {
        return session.caseShownProperty().get();
    }

    /** Says who measures how exposed windows are; until then pins of windows say nothing of it. */
    public void setExposure(WindowExposure measure) {
        pinning.setExposure(measure);
    }

    /** Returns an id for something new in the case. */
    public String newId() {
        return editor.newId();
    }

    /** Does an edit of the case. Returns whether it was done. */
    public boolean apply(Edit edit) {
        return editor.apply(edit);
    }

    /** Returns a stage's second line: how far it is, and what it holds. */
    public String line(Stage stage) {
        Investigation state = state();
        String held = held(stage);
        String tail = held.isEmpty() ? "" : " · " + held;
        return switch (state.status(stage)) {
            case NOT_STARTED -> TEXTS.get("stage.begun.not");
            case IN_PROGRESS -> TEXTS.get("stage.progress") + tail;
            case COMPLETE -> TEXTS.get("stage.complete") + tail;
            case OUTDATED -> TEXTS.get("stage.outdated", state.stage(stage).outdatedBecause());
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

    /** Names the case. Returns whether it has the name now. */
    public boolean name(String title) {
        return state().title().equals(title.strip()) || editor.apply(new Edit.CaseTitled(title.strip()));
    }

    /** Keeps a stage's words, when they changed. Returns whether the case has them now. */
    public boolean write(Stage stage, String text) {
        return state().text(stage).equals(text) || editor.apply(new Edit.StageTextChanged(stage, text));
    }

    /** Keeps the answer to a stage's prompt, when it changed. Returns whether the case has it now. */
    public boolean answer(Stage stage, String prompt, String text) {
        return state().stage(stage).answer(prompt).equals(text.strip())
                || editor.apply(new Edit.AnswerWritten(stage, prompt, text.strip()));
    }

    /** Keeps the report of the bug, when it changed. Returns whether the case has it now. */
    public boolean report(BugReport report) {
        return state().report().equals(report) || editor.apply(new Edit.BugReported(report));
    }

    /** Chooses the questions that the stages put. */
    public void choose(CaseTemplate template) {
        if (!CaseTemplate.of(state().template()).equals(template)) {
            editor.apply(new Edit.TemplateChosen(template.id()));
        }
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

    /** Says what must be seen if a hypothesis holds. Returns whether the case took it. */
    public boolean predict(String hypothesis, String prediction) {
        return editor.apply(new Edit.PredictionStated(hypothesis, prediction.strip()));
    }

    /** Links a pin to a hypothesis, for or against it. */
    public void link(String hypothesis, String pin, boolean supports) {
        editor.apply(new Edit.EvidenceLinked(hypothesis, pin, supports));
    }

    /** Links what was dropped on a hypothesis, pinning it first; what is no longer there links nothing. */
    public void linkDropped(String hypothesis, String words, boolean supports) {
        DraggedEvidence.pinIn(words).ifPresent(pin -> link(hypothesis, pin, supports));
        DraggedEvidence.windowIn(words)
                .flatMap(id -> session.windowsProperty().get().windows().stream()
                        .filter(window -> window.id().equals(id))
                        .findFirst())
                .ifPresent(window -> pinning.window(window, pin -> link(hypothesis, pin, supports)));
    }

    /** Judges a hypothesis. Returns whether that could be. */
    public boolean judge(String hypothesis, HypothesisStatus status, String reason) {
        return editor.apply(new Edit.HypothesisJudged(hypothesis, status, reason.strip()));
    }

    /** Records runs that tried a hypothesis. Returns whether the case took them. */
    public boolean tried(String hypothesis, Experiment experiment) {
        return editor.apply(Edit.TrialRecorded.of(hypothesis, experiment));
    }

    /** Records runs of a stage itself: attempts to reproduce the bug, runs before and after the fix. Returns whether the case took them. */
    public boolean ran(Stage stage, Experiment experiment) {
        return editor.apply(new Edit.TrialRecorded(stage, "", experiment));
    }

    /** Returns the width of the first window that speaks for a hypothesis and the length of what fell in, ns; 0 when there is none. */
    public long reach(Hypothesis hypothesis) {
        return hypothesis.evidenceFor().stream()
                .flatMap(id -> state().pin(id).stream())
                .flatMap(pin -> session.windowsProperty().get().windows().stream()
                        .filter(window -> window.id().equals(pin.ref())))
                .findFirst()
                .map(RaceWindow::reach)
                .orElse(0L);
    }

    /** Cuts a pin's link to a hypothesis. */
    public void unlink(String hypothesis, String pin) {
        editor.apply(new Edit.EvidenceUnlinked(hypothesis, pin));
    }

    /** Tells whether there is something that can be pinned or linked. */
    public boolean hasEvidence() {
        return pinning.possible();
    }

    /** Returns the selected window's steps; empty when none is selected. */
    public String selectedWindowTitle() {
        RaceWindow window = session.selectedWindowProperty().get();
        return window == null ? "" : Pinning.title(window);
    }

    /** Pins what is selected as evidence. */
    public void pinSelected() {
        pinning.selected(pin -> {});
    }

    /** Pins a window as evidence. */
    public void pin(RaceWindow window) {
        pinning.window(window, pin -> {});
    }

    /** Pins a line of the log as evidence. */
    public void pinLine(EventRef event) {
        pinning.line(event);
    }

    /** Tells whether there is a cursor at which a state can be pinned. */
    public boolean hasCursor() {
        return session.cursorProperty().get() != null;
    }

    /** Pins what every lane did at the cursor. */
    public void pinState() {
        Long time = session.cursorProperty().get();
        if (time != null) {
            pinning.state(time, pin -> {});
        }
    }

    /** Keeps a comparison as evidence. */
    public void pin(Comparison comparison, TimeRange range) {
        pinning.comparison(comparison, range, pin -> {});
    }

    /** Links what is selected to a hypothesis, pinning it first. */
    public void linkSelected(String hypothesis, boolean supports) {
        pinning.selected(pin -> link(hypothesis, pin, supports));
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
        if (pin.kind().equals(Pin.LANE)) {
            session.trace().lanes().stream()
                    .filter(lane -> lane.name().name().equals(pin.ref()))
                    .findFirst()
                    .ifPresent(lane -> timeline.revealLane(lane.id()));
        }
        timeline.show(session.placesProperty().get().range(pin));
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
        Optional<EventRef> event = session.selection() instanceof Selection.EventSelected selected
                ? Optional.of(selected.ref())
                : Optional.empty();
        addNote(range, event, Optional.empty(), text, taken);
    }

    /** Returns the two selected events, the earlier first, between which an arrow can be drawn. */
    public Optional<List<EventRef>> arrowEnds() {
        if (session.selection() instanceof Selection.EventSelected events
                && events.all().size() == 2) {
            List<EventRef> ends = new ArrayList<>(events.all());
            ends.sort(Comparator.comparingLong(ref -> session.trace().at(ref).start()));
            return Optional.of(ends);
        }
        return Optional.empty();
    }

    /**
     * Draws an arrow from one event to another.
     *
     * @param taken told, maybe later, whether the case took it
     */
    public void addArrow(EventRef from, EventRef to, String text, Consumer<Boolean> taken) {
        long start = session.trace().at(from).start();
        long end = session.trace().at(to).end();
        addNote(TimeRange.between(start, end), Optional.of(from), Optional.of(to), text, taken);
    }

    private void addNote(
            TimeRange range, Optional<EventRef> from, Optional<EventRef> to, String text, Consumer<Boolean> taken) {
        Trace trace = session.trace();
        jobs.quietly(progress ->
                        List.of(from.map(ref -> Anchors.of(trace, ref)), to.map(ref -> Anchors.of(trace, ref))))
                .onDone(ends -> {
                    String id = editor.newId();
                    boolean done =
                            editor.apply(new Edit.NoteAdded(id, range, ends.getFirst(), ends.getLast(), text.strip()));
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
        timeline.show(range(note));
    }

    /** Returns where a note lies now. */
    TimeRange range(Note note) {
        List<Anchor> ends = new ArrayList<>();
        note.anchor().ifPresent(ends::add);
        note.to().ifPresent(ends::add);
        return session.placesProperty().get().range(ends, note.range());
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

    private String held(Stage stage) {
        Investigation state = state();
        List<String> parts = new ArrayList<>();
        if (stage == Stage.COLLECT_EVIDENCE) {
            count(parts, "stage.pins", state.pins().size());
            count(parts, "stage.notes", state.notes().size());
        } else if (stage == Stage.TEST_HYPOTHESES) {
            count(parts, "stage.hypotheses", state.hypotheses().size());
        }
        count(parts, "stage.trials", state.stage(stage).trials().size());
        return String.join(" · ", parts);
    }

    private static void count(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(TEXTS.count(key, count));
        }
    }
}
