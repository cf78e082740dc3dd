package racelane.app.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.session.TimelineControls;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.window.Exposure;
import racelane.model.window.ExposureSurvey;
import racelane.model.window.MatchOptions;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowKind;

/**
 * How exposed the windows are that are like the selected one. Measured in the background, once a pattern and trace, and only while
 * somebody looks. JavaFX thread, or a test's.
 */
public final class ExposureViewModel {
    private static final Texts TEXTS = Texts.of(ExposureViewModel.class);

    private static final int OTHER_KINDS = 2;

    private final Session session;
    private final JobRunner jobs;
    private final TimelineControls timeline;
    private final Supplier<PatternSet> patterns;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.saying(""));
    private final ReadOnlyLongWrapper extra = new ReadOnlyLongWrapper();
    private final Map<String, List<Exposure>> surveys = new HashMap<>();
    private final Map<WindowKind, List<Measures>> measured = new HashMap<>();
    private @Nullable Trace measuredIn;
    private @Nullable Job<?> measuring;
    private boolean active;
    private int asked;

    /**
     * What is shown.
     *
     * @param message what to say instead, while there is nothing to show; else empty
     * @param title which windows these are
     * @param scopes those on keys like the selected window's, then on other keys, then all together; none while there is a message
     * @param chosen which of them is shown
     */
    record Shown(String message, String title, List<Measures> scopes, int chosen) {
        /** Copies the list. */
        Shown {
            scopes = List.copyOf(scopes);
        }

        static Shown saying(String message) {
            return new Shown(message, "", List.of(), 0);
        }

        /** Returns what is shown; nothing while there is a message. */
        Optional<Measures> measures() {
            return scopes.isEmpty() ? Optional.empty() : Optional.of(scopes.get(chosen));
        }
    }

    /**
     * Creates the exposure of a session's selected window, which follows it.
     *
     * @param patterns the patterns with which was searched; asked in the background
     */
    public ExposureViewModel(
            Session session, JobRunner jobs, TimelineControls timeline, Supplier<PatternSet> patterns) {
        this.session = session;
        this.jobs = jobs;
        this.timeline = timeline;
        this.patterns = patterns;
        session.selectedWindowProperty().subscribe(window -> show());
        session.windowsProperty().subscribe(list -> {
            if (list.running()) { // patterns or clocks may have changed
                forget();
            }
        });
        session.traceProperty().subscribe(trace -> forget());
    }

    /** Returns what is shown. */
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Returns by how many ns every window is thought wider. */
    public ReadOnlyLongProperty extraProperty() {
        return extra.getReadOnlyProperty();
    }

    /** Says whether somebody looks; measuring is not free. */
    public void setActive(boolean looks) {
        active = looks;
        if (looks) {
            show();
        }
    }

    /** Thinks every window wider by {@code nanos}. */
    public void widen(long nanos) {
        extra.set(Math.max(0, nanos));
    }

    /** Looks at another set of windows. */
    public void choose(int scope) {
        Shown now = shown.get();
        if (scope != now.chosen() && scope >= 0 && scope < now.scopes().size()) {
            shown.set(new Shown("", now.title(), now.scopes(), scope));
        }
    }

    /** Selects the event of a near miss and brings it into view. */
    void choose(Measures.Near near) {
        session.select(new Selection.EventSelected(near.event()));
        timeline.reveal(near.event());
    }

    /** Returns what widening the windows by {@link #extraProperty} does, one sentence; empty while nothing is shown. */
    public String prediction() {
        return shown.get()
                .measures()
                .map(one -> ExposureWords.widened(one.exposure(), extra.get()))
                .orElse("");
    }

    private void forget() {
        surveys.clear();
        measured.clear();
        measuredIn = null;
    }

    private void show() {
        int mine = ++asked;
        if (measuring != null) {
            measuring.cancel();
            measuring = null;
        }
        RaceWindow window = session.selectedWindowProperty().get();
        if (window == null) {
            shown.set(Shown.saying(TEXTS.get("none")));
            return;
        }
        if (!active) {
            return;
        }
        Trace trace = session.trace();
        if (trace != measuredIn) {
            forget();
            measuredIn = trace;
        }
        WindowKind like = like(window);
        List<Measures> known = measured.get(like);
        if (known != null) {
            show(window, known);
            return;
        }
        shown.set(Shown.saying(TEXTS.get("measuring")));
        List<Exposure> survey = surveys.get(window.pattern());
        measuring = jobs.quietly(progress -> measure(trace, like, survey, progress))
                .onDone(found -> {
                    if (mine == asked && trace == measuredIn) {
                        surveys.put(window.pattern(), found.survey());
                        measured.put(like, found.measures());
                        show(window, found.measures());
                    }
                })
                .onFailed(error -> {
                    if (mine == asked) {
                        shown.set(Shown.saying(TEXTS.get("failed", String.valueOf(error.getMessage()))));
                    }
                });
    }

    /** Returns what windows of one pattern on one kind of key have in common, wherever in the code they come from. */
    private static WindowKind like(RaceWindow window) {
        return new WindowKind(window.pattern(), List.of(), WindowKind.keysLike(window.key()));
    }

    /** What was measured of a pattern, and what is shown of it. */
    private record Measured(List<Exposure> survey, List<Measures> measures) {}

    /** Measures what the command line's {@code windows --exposure} measures, and all kinds of key together. */
    private Measured measure(Trace trace, WindowKind like, @Nullable List<Exposure> known, Progress progress) {
        List<Exposure> survey = known != null
                ? known
                : ExposureSurvey.of(trace, patterns.get(), Set.of(like.pattern()), MatchOptions.DEFAULT, progress);
        List<Exposure> some = new ArrayList<>(survey);
        some.sort(Comparator.comparing(one -> !one.keys().equals(like.keys())));
        List<Measures> all = new ArrayList<>();
        for (Exposure one : some.subList(0, Math.min(1 + OTHER_KINDS, some.size()))) {
            progress.checkCancelled();
            all.add(Measures.of(
                    one.keys().isEmpty() ? TEXTS.get("keys.none") : VisibleText.line(one.keys()), one, trace));
        }
        if (survey.size() > 1) {
            all.add(Measures.of(TEXTS.get("keys.all"), Exposure.together(survey), trace));
        }
        return new Measured(survey, all);
    }

    private void show(RaceWindow window, List<Measures> found) {
        if (found.isEmpty()) {
            String pattern = window.pattern().replace('-', ' ');
            shown.set(Shown.saying(TEXTS.get("shape", pattern)));
            return;
        }
        Shown before = shown.get();
        shown.set(new Shown("", window.steps(), found, before.scopes().equals(found) ? before.chosen() : 0));
    }
}
