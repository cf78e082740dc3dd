package racelane.app.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.Reading;
import racelane.model.window.Why;
import racelane.model.window.WindowRole;

/** Explains the selected window: its steps with their lines, and every clause of its pattern. JavaFX thread; lines are read in the background. */
public final class WhyViewModel {
    private static final Texts TEXTS = Texts.of(WhyViewModel.class);

    private final Session session;
    private final JobRunner jobs;
    private final TimelineControls timeline;
    private final Supplier<PatternSet> patterns;
    private final ReadOnlyObjectWrapper<Explained> explained = new ReadOnlyObjectWrapper<>(Explained.NOTHING);
    private int asked;

    /**
     * One step of the window.
     *
     * @param number from 1
     * @param intruder whether it is the operation that fell inside
     * @param what time, lane and operation
     * @param place file and line
     * @param quote the line as it stands in the file
     * @param event the event
     */
    public record Step(int number, boolean intruder, String what, String place, String quote, EventRef event) {}

    /**
     * A window explained.
     *
     * @param title what it is; empty when no window is selected
     * @param summary what happened, one or two sentences
     * @param verdict how sure it is and whether harm was seen, one sentence each
     * @param steps its steps in order of time
     * @param readings its pattern's clauses; none when the pattern is not there any more
     */
    public record Explained(
            String title, String summary, List<String> verdict, List<Step> steps, List<Reading> readings) {
        static final Explained NOTHING = new Explained("", "", List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Explained {
            verdict = List.copyOf(verdict);
            steps = List.copyOf(steps);
            readings = List.copyOf(readings);
        }
    }

    /**
     * Creates the explanation of a session's selected window, which follows it.
     *
     * @param patterns the patterns with which was searched; asked in the background
     */
    public WhyViewModel(Session session, JobRunner jobs, TimelineControls timeline, Supplier<PatternSet> patterns) {
        this.session = session;
        this.jobs = jobs;
        this.timeline = timeline;
        this.patterns = patterns;
        session.selectedWindowProperty().subscribe(window -> show());
        session.zoneProperty().addListener((property, before, now) -> show());
    }

    /** Returns the explanation. */
    public ReadOnlyObjectProperty<Explained> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** Selects a step's event and brings it into view. */
    public void choose(Step step) {
        session.select(new Selection.EventSelected(step.event()));
        timeline.reveal(step.event());
    }

    private void show() {
        int mine = ++asked;
        RaceWindow window = session.selectedWindowProperty().get();
        if (window == null) {
            explained.set(Explained.NOTHING);
            return;
        }
        Trace trace = session.trace();
        jobs.<Explained>quietly(progress -> explain(window, trace)).onDone(found -> {
            if (mine == asked) {
                explained.set(found);
            }
        });
    }

    private Explained explain(RaceWindow window, Trace trace) {
        List<Reading> readings = patterns.get().patterns().stream()
                .filter(pattern -> pattern.name().equals(window.pattern()))
                .findFirst()
                .map((Pattern pattern) -> Why.of(window, pattern, trace))
                .orElse(List.of());
        List<Step> steps = new ArrayList<>();
        for (WindowRole role : window.roles()) {
            steps.add(step(steps.size() + 1, role, trace));
        }
        return new Explained(window.title(), VisibleText.line(window.explanation()), verdict(window), steps, readings);
    }

    private Step step(int number, WindowRole role, Trace trace) {
        Event event = trace.at(role.event());
        boolean ends = role.role().endsWith(".end") && event.endOrigin() > 0 && role.time() >= event.end();
        int origin = ends ? event.endOrigin() : event.origin();
        String what = TimeText.clock(role.time(), session.zoneProperty().get(), 6) + "  "
                + trace.lanes().get(role.laneId()).name().name() + "  " + event.name();
        return new Step(
                number,
                role.intruder(),
                VisibleText.line(what),
                event.source().place(origin),
                quote(event, origin),
                role.event());
    }

    private static String quote(Event event, int origin) {
        try {
            return VisibleText.line(event.source().text().quote(origin));
        } catch (IOException e) {
            return TEXTS.get("why.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> verdict(RaceWindow window) {
        List<String> words = new ArrayList<>();
        words.add(
                switch (window.verdict()) {
                    case CERTAIN -> TEXTS.get("why.certain");
                    case UNCERTAIN -> TEXTS.get("why.uncertain");
                    case POSSIBLE -> TEXTS.get("why.possible");
                });
        if (!window.holdsIf().isEmpty()) {
            words.add(TEXTS.get("why.holds.if", window.holdsIf()));
        }
        if (window.guarded()) {
            words.add(TEXTS.get("why.guarded", window.guard()));
        }
        if (!window.symptoms().isEmpty()) {
            words.add(TEXTS.count("why.symptoms", window.symptoms().size()));
        }
        return words;
    }
}
