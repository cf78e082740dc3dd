package racelane.model.investigation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import racelane.model.event.LaneChoice;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.window.Suppression;

/**
 * A case in the making: the one place that says what each edit does. Confined to one fold, so that replaying a long log does not
 * copy every list at every edit. An edit is either done wholly or refused before anything has changed.
 */
final class CaseDraft {
    private static final Optional<String> DONE = Optional.empty();

    private String title;
    private BugReport report;
    private final Map<String, SourceLink> sources = new LinkedHashMap<>();
    private final Map<String, Pin> pins = new LinkedHashMap<>();
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, Hypothesis> hypotheses = new LinkedHashMap<>();
    private final Map<String, Suppression> suppressions = new LinkedHashMap<>();
    private final List<StageState> stages;
    private final List<LaneChoice> laneChoices;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private String template;
    private final Set<String> labels = new HashSet<>();
    private final Set<String> trials = new HashSet<>();

    /** The hypotheses that a pin was linked to at some time; so that removing a pin need not look at all of them. */
    private final Map<String, Set<String>> linkedTo = new HashMap<>();

    CaseDraft(Investigation from) {
        title = from.title();
        report = from.report();
        from.sources().forEach(each -> sources.put(each.sha256(), each));
        from.pins().forEach(each -> pins.put(each.id(), each));
        from.notes().forEach(each -> notes.put(each.id(), each));
        from.hypotheses().forEach(each -> hypotheses.put(each.id(), each));
        from.suppressions().forEach(each -> suppressions.put(each.target(), each));
        stages = new ArrayList<>(from.stages());
        laneChoices = new ArrayList<>(from.laneChoices());
        from.questions().forEach(each -> questions.put(each.id(), each));
        template = from.template();
        from.hypotheses().forEach(each -> labels.add(each.label()));
        from.hypotheses().forEach(each -> each.evidenceFor().forEach(pin -> noteLink(pin, each.id())));
        from.hypotheses().forEach(each -> each.evidenceAgainst().forEach(pin -> noteLink(pin, each.id())));
        from.hypotheses().forEach(each -> each.experiments().forEach(trial -> trials.add(trial.id())));
        from.stages().forEach(each -> each.trials().forEach(trial -> trials.add(trial.id())));
    }

    Investigation build() {
        return new Investigation(
                title,
                report,
                List.copyOf(sources.values()),
                List.copyOf(pins.values()),
                List.copyOf(notes.values()),
                List.copyOf(hypotheses.values()),
                List.copyOf(suppressions.values()),
                stages,
                laneChoices,
                List.copyOf(questions.values()),
                template);
    }

    /** Does the edit, or says why it cannot be done. */
    Optional<String> apply(EditRecord record) {
        return switch (record.edit()) {
            case Edit.CaseTitled edit -> retitle(edit);
            case Edit.BugReported edit -> report(edit);
            case Edit.SourceAdded edit -> addSource(edit.source());
            case Edit.SourceOffsetChanged edit ->
                setClock(edit.sha256(), ClockSetting.typed(ClockMapping.offset(edit.offset())), List.of());
            case Edit.SourceClockSet edit -> setClock(edit.sha256(), edit.setting(), edit.pairs());
            case Edit.SourceTrustSet edit -> trust(edit);
            case Edit.SourceReplaced edit -> replaceSource(edit);
            case Edit.LanesChosen edit -> chooseLanes(edit.choice());
            case Edit.SourceLanesChosen edit -> changedIn(edit.sha256(), "the lanes of ", " were changed");
            case Edit.SourceFormatChosen edit -> changedIn(edit.sha256(), "", " was read by another format");
            case Edit.NoteAdded edit -> addNote(edit, record);
            case Edit.NoteChanged edit -> changeNote(edit, record);
            case Edit.NoteRemoved edit -> removeNote(edit);
            case Edit.PinAdded edit -> addPin(edit.pin());
            case Edit.PinRemoved edit -> removePin(edit);
            case Edit.HypothesisProposed edit -> propose(edit);
            case Edit.HypothesisChanged edit -> restate(edit);
            case Edit.PredictionStated edit ->
                onHypothesis(edit.id(), "given a prediction", old -> old.predicting(edit.text()));
            case Edit.HypothesisJudged edit -> judge(edit);
            case Edit.EvidenceLinked edit -> link(edit);
            case Edit.EvidenceUnlinked edit -> unlink(edit);
            case Edit.TrialRecorded edit -> recordTrial(edit);
            case Edit.StageTextChanged edit -> changeText(edit);
            case Edit.AnswerWritten edit -> answer(edit);
            case Edit.TemplateChosen edit -> chooseTemplate(edit);
            case Edit.QuestionAsked edit ->
                need(
                        questions.putIfAbsent(edit.id(), new Question(edit.id(), edit.text(), "")) == null,
                        "the case has a question " + edit.id() + " already");
            case Edit.QuestionAnswered edit -> settle(edit);
            case Edit.StageKept edit -> keepStage(edit);
            case Edit.StageCompleted edit -> complete(edit.stage());
            case Edit.StageReopened edit -> reopen(edit.stage());
            case Edit.WindowSuppressed edit -> suppress(edit.suppression());
            case Edit.WindowRestored edit ->
                need(suppressions.remove(edit.target()) != null, "no window is suppressed as " + edit.target());
            case Edit.Reverted edit -> Optional.of("only the history can undo " + edit.of());
            case Edit.Restored edit -> Optional.of("only the history can redo " + edit.of());
            case Edit.Unknown edit -> DONE;
        };
    }

    boolean hasStanding() {
        return stages.stream().anyMatch(StageState::stands);
    }

    void undercut(Stage stage) {
        put(state(stage).undercut());
    }

    /** Returns what is missing before the stage can be completed. */
    Optional<String> missing(Stage stage) {
        for (Stage earlier : Stage.values()) {
            if (earlier.ordinal() < stage.ordinal() && !state(earlier).stands()) {
                return Optional.of("\"" + earlier.title() + "\" has to be complete first");
            }
        }
        return ownNeeds(stage);
    }

    String nextLabel() {
        int number = hypotheses.size() + 1;
        while (labels.contains("H" + number)) {
            number++;
        }
        return "H" + number;
    }

    private Optional<String> ownNeeds(Stage stage) {
        return switch (stage) {
            case COLLECT_EVIDENCE ->
                need(!pins.isEmpty() || !notes.isEmpty(), "pin a window, an event or a range, or write a note");
            case ISOLATE_VARIABLES ->
                need(
                        state(stage).hasWords()
                                || pins.values().stream()
                                        .anyMatch(pin -> pin.kind().equals(Pin.COMPARISON)),
                        "write down what tells the failing case from the working one, or compare the two");
            case TEST_HYPOTHESES ->
                need(
                        hypotheses.values().stream().anyMatch(each -> each.status() == HypothesisStatus.CONFIRMED),
                        "a hypothesis has to be confirmed by an experiment");
            case VERIFY_FIX -> runsAfterTheFix(state(stage).trials());
        };
    }

    private static Optional<String> runsAfterTheFix(List<Experiment> trials) {
        if (trials.isEmpty() || !trials.getLast().hasResult()) {
            return Optional.of("record the runs after the fix");
        }
        Experiment last = trials.getLast();
        return need(
                last.failures() == 0,
                "the last runs still failed " + last.failures() + " of " + last.runs() + " times");
    }

    private Optional<String> retitle(Edit.CaseTitled edit) {
        title = edit.title();
        return DONE;
    }

    private Optional<String> report(Edit.BugReported edit) {
        report = edit.report();
        return changed(Stage.COLLECT_EVIDENCE, "the bug report was changed");
    }

    private Optional<String> addSource(SourceLink source) {
        if (sources.putIfAbsent(source.sha256(), source.withTrust(ClockTrust.NONE)) != null) {
            return Optional.of("the case has the source " + source.name() + " already");
        }
        return changed(Stage.COLLECT_EVIDENCE, "the source ", source.name(), " was added");
    }

    private Optional<String> setClock(String sha256, ClockSetting setting, List<ClockPair> pairs) {
        sources.computeIfPresent(sha256, (hash, old) -> old.withClock(setting, pairs));
        return changedIn(sha256, "the clock of ", " was changed");
    }

    private Optional<String> trust(Edit.SourceTrustSet edit) {
        sources.computeIfPresent(edit.sha256(), (sha256, old) -> old.withTrust(edit.trust()));
        return changedIn(edit.sha256(), "the times of ", " are believed otherwise");
    }

    private Optional<String> changedIn(String sha256, String before, String after) {
        SourceLink source = sources.get(sha256);
        return source == null ? noSource(sha256) : changed(Stage.COLLECT_EVIDENCE, before, source.name(), after);
    }

    /** Puts the new content in the old one's place, and lets what was chosen about its lanes hold for it. */
    private Optional<String> replaceSource(Edit.SourceReplaced edit) {
        SourceLink next = edit.source();
        if (!sources.containsKey(edit.sha256())) {
            return noSource(edit.sha256());
        }
        if (sources.containsKey(next.sha256())) {
            return Optional.of("the case has the source " + next.name() + " already");
        }
        List<SourceLink> links = new ArrayList<>(sources.values());
        links.replaceAll(link -> link.sha256().equals(edit.sha256())
                ? next.withTrust(link.setting().trust())
                : link);
        sources.clear();
        links.forEach(link -> sources.put(link.sha256(), link));
        laneChoices.replaceAll(choice -> choice.moved(edit.sha256(), next.sha256()));
        return changed(Stage.COLLECT_EVIDENCE, "the source ", next.name(), " was imported again");
    }

    private Optional<String> chooseLanes(LaneChoice choice) {
        laneChoices.add(choice);
        String what = switch (choice) {
            case LaneChoice.Joined joined -> "the lane " + joined.lane().name() + " was joined";
            case LaneChoice.Parted parted -> "the lane " + parted.lane().name() + " was split";
        };
        return changed(Stage.COLLECT_EVIDENCE, what);
    }

    private static Optional<String> noSource(String sha256) {
        return Optional.of("the case has no source with the hash " + sha256);
    }

    private Optional<String> addNote(Edit.NoteAdded edit, EditRecord record) {
        Note note =
                new Note(edit.id(), edit.range(), edit.anchor(), edit.to(), edit.text(), record.at(), record.author());
        if (notes.putIfAbsent(note.id(), note) != null) {
            return Optional.of("the case has a note " + note.id() + " already");
        }
        return changed(Stage.COLLECT_EVIDENCE, "a note was added");
    }

    private Optional<String> changeNote(Edit.NoteChanged edit, EditRecord record) {
        Note old = notes.get(edit.id());
        if (old == null) {
            return Optional.of("the note " + edit.id() + " is no longer there");
        }
        notes.put(old.id(), old.worded(edit.text(), record.at(), record.author()));
        return changed(Stage.COLLECT_EVIDENCE, "a note was changed");
    }

    private Optional<String> removeNote(Edit.NoteRemoved edit) {
        if (notes.remove(edit.id()) == null) {
            return Optional.of("the note " + edit.id() + " is no longer there");
        }
        return changed(Stage.COLLECT_EVIDENCE, "a note was removed");
    }

    private Optional<String> addPin(Pin pin) {
        if (pins.putIfAbsent(pin.id(), pin) != null) {
            return Optional.of("the case has a pin " + pin.id() + " already");
        }
        return changed(Stage.COLLECT_EVIDENCE, "the pin \"", pin.title(), "\" was added");
    }

    private Optional<String> suppress(Suppression suppression) {
        if (suppression.reason().isBlank()) {
            return Optional.of("say why the window is suppressed");
        }
        return need(
                suppressions.putIfAbsent(suppression.target(), suppression) == null,
                suppression.target() + " is suppressed already");
    }

    private Optional<String> removePin(Edit.PinRemoved edit) {
        Pin gone = pins.remove(edit.id());
        if (gone == null) {
            return Optional.of("the pin " + edit.id() + " is no longer there");
        }
        for (String id : linkedTo.getOrDefault(gone.id(), Set.of())) {
            hypotheses.computeIfPresent(id, (same, hypothesis) -> hypothesis.unlinked(gone.id()));
        }
        return changed(Stage.COLLECT_EVIDENCE, "the pin \"", gone.title(), "\" was removed");
    }

    private Optional<String> propose(Edit.HypothesisProposed edit) {
        if (hypotheses.containsKey(edit.id())) {
            return Optional.of("the case has a hypothesis " + edit.id() + " already");
        }
        String label = edit.label().isBlank() || labels.contains(edit.label()) ? nextLabel() : edit.label();
        labels.add(label);
        hypotheses.put(edit.id(), Hypothesis.open(edit.id(), label, edit.statement()));
        return changed(Stage.TEST_HYPOTHESES, label, " was proposed");
    }

    private Optional<String> restate(Edit.HypothesisChanged edit) {
        return onHypothesis(edit.id(), "worded anew", old -> old.stated(edit.statement()));
    }

    private Optional<String> judge(Edit.HypothesisJudged edit) {
        Hypothesis old = hypotheses.get(edit.id());
        if (old != null && edit.status() == HypothesisStatus.CONFIRMED && !old.wasTried()) {
            return Optional.of(
                    old.label() + " can be confirmed only by an experiment with a result: record runs first");
        }
        return onHypothesis(edit.id(), "judged", each -> each.judged(edit.status(), edit.reason()));
    }

    private Optional<String> link(Edit.EvidenceLinked edit) {
        if (!pins.containsKey(edit.pin())) {
            return Optional.of("the pin " + edit.pin() + " is no longer there");
        }
        noteLink(edit.pin(), edit.hypothesis());
        return onHypothesis(edit.hypothesis(), "given evidence", old -> old.linked(edit.pin(), edit.supports()));
    }

    private Optional<String> unlink(Edit.EvidenceUnlinked edit) {
        Hypothesis old = hypotheses.get(edit.hypothesis());
        if (old != null && old.equals(old.unlinked(edit.pin()))) {
            return Optional.of("the pin " + edit.pin() + " is not linked to " + old.label());
        }
        return onHypothesis(edit.hypothesis(), "stripped of evidence", each -> each.unlinked(edit.pin()));
    }

    private Optional<String> recordTrial(Edit.TrialRecorded edit) {
        Experiment trial = edit.experiment();
        boolean ofHypothesis = !edit.hypothesis().isEmpty();
        if (trials.contains(trial.id())) {
            return Optional.of("the runs " + trial.id() + " are recorded already");
        }
        if (ofHypothesis && !hypotheses.containsKey(edit.hypothesis())) {
            return Optional.of("the hypothesis " + edit.hypothesis() + " is no longer there");
        }
        trials.add(trial.id());
        if (ofHypothesis) {
            return onHypothesis(edit.hypothesis(), "tried", old -> old.tried(trial));
        }
        put(state(edit.stage()).withTrial(trial));
        return changed(edit.stage(), "the runs \"", trial.title(), "\" were recorded");
    }

    private Optional<String> changeText(Edit.StageTextChanged edit) {
        put(state(edit.stage()).withText(edit.text()));
        return changed(edit.stage(), "\"", edit.stage().title(), "\" was rewritten");
    }

    private Optional<String> answer(Edit.AnswerWritten edit) {
        String title = CaseTemplate.of(template)
                .prompt(edit.prompt())
                .map(Prompt::title)
                .orElse(edit.prompt());
        put(state(edit.stage()).withAnswer(edit.prompt(), edit.text()));
        return changed(edit.stage(), "\"", title, "\" was rewritten");
    }

    private Optional<String> chooseTemplate(Edit.TemplateChosen edit) {
        template = edit.template();
        return DONE;
    }

    private Optional<String> settle(Edit.QuestionAnswered edit) {
        Question old = questions.get(edit.id());
        if (old == null || edit.answer().isBlank()) {
            return Optional.of(
                    old == null ? "the question " + edit.id() + " is no longer there" : "say what came of it");
        }
        questions.put(old.id(), new Question(old.id(), old.text(), edit.answer()));
        return DONE;
    }

    private Optional<String> keepStage(Edit.StageKept edit) {
        put(state(edit.stage()).marked(true, edit.outdatedBecause()));
        return DONE;
    }

    private Optional<String> complete(Stage stage) {
        if (state(stage).stands()) {
            return Optional.of("\"" + stage.title() + "\" is complete already");
        }
        Optional<Question> pending =
                questions.values().stream().filter(Question::isPending).findFirst();
        if (pending.isPresent()) {
            return Optional.of("a question is pending: " + pending.get().text());
        }
        Optional<String> missing = missing(stage);
        if (missing.isEmpty()) {
            put(state(stage).complete());
        }
        return missing;
    }

    private Optional<String> reopen(Stage stage) {
        if (!state(stage).completed()) {
            return Optional.of("\"" + stage.title() + "\" is not complete");
        }
        put(state(stage).reopened());
        return changed(stage, "\"", stage.title(), "\" was taken up again");
    }

    private Optional<String> onHypothesis(String id, String what, UnaryOperator<Hypothesis> change) {
        Hypothesis old = hypotheses.get(id);
        if (old == null) {
            return Optional.of("the hypothesis " + id + " is no longer there");
        }
        hypotheses.put(id, change.apply(old));
        return changed(Stage.TEST_HYPOTHESES, old.label(), " was ", what);
    }

    /** The invalidation cascade: what was completed after {@code stage} rests on it, and has to be confirmed again. */
    private Optional<String> changed(Stage stage, String... because) {
        for (int later = stage.ordinal() + 1; later < stages.size(); later++) {
            if (stages.get(later).stands()) {
                put(stages.get(later)
                        .outdated(String.join("", because))); // hardly ever, and a long log is full of edits
            }
        }
        if (state(stage).stands()) {
            ownNeeds(stage).ifPresent(missing -> put(state(stage).outdated(missing)));
        }
        return DONE;
    }

    private void noteLink(String pin, String hypothesis) {
        linkedTo.computeIfAbsent(pin, none -> new HashSet<>()).add(hypothesis);
    }

    private StageState state(Stage stage) {
        return stages.get(stage.ordinal());
    }

    private void put(StageState next) {
        stages.set(next.stage().ordinal(), next);
    }

    private static Optional<String> need(boolean met, String otherwise) {
        return met ? DONE : Optional.of(otherwise);
    }
}
