package racelane.model.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.BugReport;
import racelane.model.investigation.Experiment;
import racelane.model.investigation.Hypothesis;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.Note;
import racelane.model.investigation.Pin;
import racelane.model.investigation.Question;
import racelane.model.investigation.SourceLink;
import racelane.model.investigation.StageState;
import racelane.model.window.Suppression;

/** Puts the words of a case as somebody says: this is where redaction reaches what the user wrote. Stateless; any thread. */
public final class CaseWords {
    private CaseWords() {}

    /** Returns the case in other words; ids, hashes, counts and times stay. */
    public static Investigation reworded(Investigation state, UnaryOperator<String> words) {
        return new Investigation(
                words.apply(state.title()),
                new BugReport(
                        words.apply(state.report().expected()),
                        words.apply(state.report().actual()),
                        words.apply(state.report().frequency())),
                all(state.sources(), one -> source(one, words)),
                all(state.pins(), one -> pin(one, words)),
                all(state.notes(), one -> note(one, words)),
                all(state.hypotheses(), one -> hypothesis(one, words)),
                all(state.suppressions(), one -> suppression(one, words)),
                all(state.stages(), one -> stage(one, words)),
                state.laneChoices(),
                all(state.questions(), one -> question(one, words)),
                state.template());
    }

    private static Question question(Question one, UnaryOperator<String> words) {
        return new Question(one.id(), words.apply(one.text()), words.apply(one.answer()));
    }

    private static <T> List<T> all(List<T> list, UnaryOperator<T> each) {
        return list.stream().map(each).toList();
    }

    private static SourceLink source(SourceLink link, UnaryOperator<String> words) {
        return new SourceLink(
                words.apply(link.path()), link.sha256(), words.apply(link.name()), link.setting(), List.of());
    }

    private static Pin pin(Pin pin, UnaryOperator<String> words) {
        return new Pin(
                pin.id(),
                pin.kind(),
                pin.ref(),
                words.apply(pin.title()),
                all(pin.anchors(), one -> anchor(one, words)),
                pin.range(),
                pin.facts(),
                words.apply(pin.body()));
    }

    private static Anchor anchor(Anchor anchor, UnaryOperator<String> words) {
        return new Anchor(
                anchor.sourceSha256(),
                words.apply(anchor.sourceName()),
                words.apply(anchor.lane()),
                anchor.origin(),
                anchor.start(),
                anchor.end(),
                words.apply(anchor.excerpt()));
    }

    private static Note note(Note note, UnaryOperator<String> words) {
        return new Note(
                note.id(),
                note.range(),
                note.anchor().map(one -> anchor(one, words)),
                note.to().map(one -> anchor(one, words)),
                words.apply(note.text()),
                note.at(),
                words.apply(note.author()));
    }

    private static Hypothesis hypothesis(Hypothesis one, UnaryOperator<String> words) {
        return new Hypothesis(
                one.id(),
                one.label(),
                words.apply(one.statement()),
                words.apply(one.prediction()),
                one.status(),
                words.apply(one.reason()),
                one.evidenceFor(),
                one.evidenceAgainst(),
                all(one.experiments(), trial -> experiment(trial, words)));
    }

    private static Experiment experiment(Experiment trial, UnaryOperator<String> words) {
        return new Experiment(trial.id(), words.apply(trial.title()), trial.runs(), trial.failures(), trial.widened());
    }

    private static Suppression suppression(Suppression one, UnaryOperator<String> words) {
        return new Suppression(one.window(), one.pattern(), words.apply(one.key()), words.apply(one.reason()));
    }

    private static StageState stage(StageState stage, UnaryOperator<String> words) {
        Map<String, String> answers = new LinkedHashMap<>();
        stage.answers().forEach((prompt, answer) -> answers.put(prompt, words.apply(answer)));
        return new StageState(
                stage.stage(),
                words.apply(stage.text()),
                answers,
                all(stage.trials(), trial -> experiment(trial, words)),
                stage.completed(),
                words.apply(stage.outdatedBecause()));
    }
}
