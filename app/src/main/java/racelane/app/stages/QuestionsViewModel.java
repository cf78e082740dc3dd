package racelane.app.stages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import racelane.app.fx.Texts;
import racelane.app.session.Session;
import racelane.model.investigation.Edit;
import racelane.model.investigation.Question;
import racelane.model.investigation.SourceLink;
import racelane.model.source.FileState;
import racelane.model.source.Source;

/**
 * What has to be settled before any stage can be completed: questions in the case itself, and what the evidence asks: a file that changed on
 * disk, a source that is not what the case was made with, one that is missing. JavaFX thread.
 */
public final class QuestionsViewModel {
    private static final Texts TEXTS = Texts.of(QuestionsViewModel.class);

    private final Session session;
    private final CaseViewModel model;
    private final Sources evidence;
    private final ReadOnlyObjectWrapper<List<Asked>> asked = new ReadOnlyObjectWrapper<>(List.of());
    private final Set<String> leftAsIs = new HashSet<>();

    /** What can be done about evidence. */
    public interface Sources {
        /** Reads a source's file anew. */
        void importAgain(int table);

        /** Takes a source as it is in the place of what the case was made with. */
        void accept(int table);

        /** Asks where a missing source is. */
        void locate(SourceLink link);
    }

    /**
     * One question.
     *
     * @param text the question, one sentence
     * @param answers what can be done about it
     */
    public record Asked(String text, List<Answer> answers) {
        /** Copies the list. */
        public Asked {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer.
     *
     * @param title what is done
     * @param run does it
     */
    public record Answer(String title, Runnable run) {}

    /** Creates the questions of a session, which follow it. */
    public QuestionsViewModel(Session session, CaseViewModel model, Sources evidence) {
        this.session = session;
        this.model = model;
        this.evidence = evidence;
        session.traceProperty().addListener((property, before, now) -> refresh());
        session.historyProperty().addListener((property, before, now) -> refresh());
        session.fileStatesProperty().addListener((property, before, now) -> refresh());
        session.otherThanSavedProperty().addListener((property, before, now) -> refresh());
        session.missingProperty().addListener((property, before, now) -> refresh());
        refresh();
    }

    /** Returns the pending questions. */
    public ReadOnlyObjectProperty<List<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Returns why no stage can be completed now, one sentence; empty when nothing stands in the way. */
    public Optional<String> blocking() {
        return asked.get().stream().findFirst().map(first -> TEXTS.get("questions.first", first.text()));
    }

    /** Puts a question into the case. */
    public void ask(String text) {
        model.apply(new Edit.QuestionAsked(model.newId(), text.strip()));
    }

    /** Settles a question of the case. Returns whether that could be. */
    public boolean answer(String id, String answer) {
        return model.apply(new Edit.QuestionAnswered(id, answer.strip()));
    }

    /** Returns the questions of the case itself that wait for an answer. */
    public List<Question> ofTheCase() {
        return session.history().state().questions().stream()
                .filter(Question::isPending)
                .toList();
    }

    private void refresh() {
        List<Asked> next = new ArrayList<>();
        changed(next);
        missing(next);
        ofTheCase().forEach(question -> next.add(new Asked(question.text(), List.of())));
        asked.set(next);
    }

    private void changed(List<Asked> next) {
        List<Source> sources = session.corrected().sources();
        Map<String, FileState> states = session.fileStatesProperty().get();
        for (int i = 0; i < sources.size(); i++) {
            int table = i;
            Source source = sources.get(i);
            FileState state = states.getOrDefault(source.sha256(), FileState.SAME);
            boolean other = session.otherThanSavedProperty().get().containsKey(source.sha256());
            boolean anew = state.kind() != FileState.Kind.SAME && state.kind() != FileState.Kind.GONE;
            String about = source.sha256() + " " + state.kind() + " " + state.words();
            if (anew && !leftAsIs.contains(about)) {
                next.add(new Asked(
                        TEXTS.get("questions.changed", source.name()),
                        List.of(
                                new Answer(TEXTS.get("questions.again"), () -> evidence.importAgain(table)),
                                new Answer(TEXTS.get("questions.keep"), () -> leave(about, kept(source))))));
            } else if (other) {
                next.add(new Asked(
                        TEXTS.get("questions.other", source.name()),
                        List.of(new Answer(TEXTS.get("questions.accept"), () -> evidence.accept(table)))));
            }
        }
    }

    private static String kept(Source source) {
        return "kept what was imported of " + source.name() + " (sha-256 "
                + source.sha256().substring(0, Math.min(12, source.sha256().length())) + "…)";
    }

    private void missing(List<Asked> next) {
        Set<String> open = new HashSet<>();
        session.corrected().sources().forEach(source -> open.add(source.sha256()));
        session.otherThanSavedProperty().get().forEach((found, saved) -> open.add(saved));
        for (SourceLink link : session.missingProperty().get()) {
            String about = "missing " + link.sha256();
            if (!open.contains(link.sha256()) && !leftAsIs.contains(about)) {
                next.add(new Asked(
                        TEXTS.get("questions.missing", link.name()),
                        List.of(
                                new Answer(TEXTS.get("questions.locate"), () -> evidence.locate(link)),
                                new Answer(TEXTS.get("questions.excerpts"), () -> leave(about, excerpts(link))))));
            }
        }
    }

    private static String excerpts(SourceLink link) {
        return link.name() + " was not there; worked from its excerpts";
    }

    /** What was decided about the evidence is part of the case: it is written down as a question with its answer. */
    private void leave(String about, String answer) {
        String id = model.newId();
        leftAsIs.add(about);
        if (model.apply(new Edit.QuestionAsked(id, "Which evidence counts?"))) {
            answer(id, answer);
        }
        refresh();
    }
}
