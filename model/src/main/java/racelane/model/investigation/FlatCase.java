package racelane.model.investigation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import racelane.model.format.FormatFile;
import racelane.model.source.ClockTrust;
import racelane.model.source.LanesBy;

/**
 * A case without its history: the fewest edits that make the same state. Ids of pins, notes, hypotheses and experiments stay, so that
 * what refers to them still does; who wrote a note, and when, stays with the note. Edits of newer versions stay as they are, but not in
 * what is shared without its sources.
 */
public final class FlatCase {
    private final String writer;
    private final String author;
    private final Instant at;
    private final UnaryOperator<String> words;
    private final boolean shared;
    private final List<EditRecord> records = new ArrayList<>();

    private FlatCase(String writer, History history, Instant at, UnaryOperator<String> words, boolean shared) {
        this.writer = writer;
        this.author = history.author();
        this.at = at;
        this.words = words;
        this.shared = shared;
    }

    /**
     * Returns the edits.
     *
     * @param writer the unique name of whoever writes them, as of an opening
     * @param at when
     */
    public static List<EditRecord> of(History history, String writer, Instant at) {
        return new FlatCase(writer, history, at, UnaryOperator.identity(), false).edits(history);
    }

    /**
     * Returns the edits of a case that goes to people without its sources: it says nothing of where they lay.
     *
     * @param words cleans what is quoted from the evidence, for example of secrets
     */
    public static List<EditRecord> forSharing(History history, String writer, Instant at, UnaryOperator<String> words) {
        return new FlatCase(writer, history, at, words, true).edits(history);
    }

    private List<EditRecord> edits(History history) {
        if (!shared) { // a newer version knows what they mean; whether they hold secrets, nobody here does
            history.records().stream()
                    .filter(record -> record.edit() instanceof Edit.Unknown)
                    .forEach(records::add);
        }
        Investigation state = history.state();
        add(new Edit.CaseTitled(state.title()), !state.title().isEmpty());
        add(new Edit.TemplateChosen(state.template()), !state.template().isEmpty());
        add(new Edit.BugReported(state.report()), !state.report().equals(BugReport.empty()));
        state.sources().forEach(link -> source(link, history));
        state.laneChoices().forEach(choice -> add(new Edit.LanesChosen(choice), true));
        state.pins().forEach(this::pin);
        state.notes().forEach(this::note);
        state.suppressions().forEach(each -> add(new Edit.WindowSuppressed(each), true));
        state.hypotheses().forEach(this::hypothesis);
        state.questions().forEach(this::question);
        state.stages().forEach(this::words);
        // At the end: what is said of a stage must not be taken for a change of it.
        state.stages().stream()
                .filter(StageState::completed)
                .forEach(stage -> add(new Edit.StageKept(stage.stage(), stage.outdatedBecause()), true));
        return List.copyOf(records);
    }

    private void source(SourceLink link, History history) {
        List<ClockPair> pairs = link.pairs().stream()
                .map(pair -> new ClockPair(anchor(pair.event()), anchor(pair.counterpart())))
                .toList();
        String path = shared ? link.name() : link.path();
        add(new Edit.SourceAdded(new SourceLink(path, link.sha256(), link.name(), link.setting(), pairs)), true);
        ClockTrust trust = link.setting().trust();
        add(new Edit.SourceTrustSet(link.sha256(), trust), !trust.isNone());
        Optional<LanesBy> rule = LaneRulesChosen.of(history, link.sha256());
        rule.ifPresent(by -> add(new Edit.SourceLanesChosen(link.sha256(), by), true));
        FormatFile format = FormatsChosen.of(history, link.sha256()).file();
        if (format != null) {
            add(FormatsChosen.edit(link.sha256(), format), true);
        }
    }

    private void pin(Pin pin) {
        add(
                new Edit.PinAdded(new Pin(
                        pin.id(),
                        pin.kind(),
                        pin.ref(),
                        words.apply(pin.title()),
                        pin.anchors().stream().map(this::anchor).toList(),
                        pin.range(),
                        pin.facts(),
                        words.apply(pin.body()))),
                true);
    }

    private Anchor anchor(Anchor it) {
        return new Anchor(
                it.sourceSha256(),
                it.sourceName(),
                it.lane(),
                it.origin(),
                it.start(),
                it.end(),
                words.apply(it.excerpt()));
    }

    private void note(Note note) {
        Edit edit = new Edit.NoteAdded(
                note.id(),
                note.range(),
                note.anchor().map(this::anchor),
                note.to().map(this::anchor),
                note.text());
        records.add(new EditRecord(nextId(), note.at().isAfter(at) ? at : note.at(), note.author(), edit));
    }

    private void hypothesis(Hypothesis it) {
        add(new Edit.HypothesisProposed(it.id(), it.label(), it.statement()), true);
        add(
                new Edit.PredictionStated(it.id(), it.prediction()),
                !it.prediction().isEmpty());
        it.evidenceFor().forEach(pin -> add(new Edit.EvidenceLinked(it.id(), pin, true), true));
        it.evidenceAgainst().forEach(pin -> add(new Edit.EvidenceLinked(it.id(), pin, false), true));
        it.experiments().forEach(each -> add(Edit.TrialRecorded.of(it.id(), each), true));
        add(
                new Edit.HypothesisJudged(it.id(), it.status(), it.reason()),
                it.status() != HypothesisStatus.OPEN || !it.reason().isEmpty());
    }

    private void question(Question question) {
        add(new Edit.QuestionAsked(question.id(), question.text()), true);
        add(new Edit.QuestionAnswered(question.id(), question.answer()), !question.isPending());
    }

    private void words(StageState stage) {
        add(
                new Edit.StageTextChanged(stage.stage(), stage.text()),
                !stage.text().isEmpty());
        stage.answers().forEach((prompt, text) -> add(new Edit.AnswerWritten(stage.stage(), prompt, text), true));
        stage.trials().forEach(each -> add(new Edit.TrialRecorded(stage.stage(), "", each), true));
    }

    private void add(Edit edit, boolean needed) {
        if (needed) {
            records.add(new EditRecord(nextId(), at, author, edit));
        }
    }

    private EditId nextId() {
        return new EditId(writer, records.size() + 1L);
    }
}
