package racelane.app.stages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import racelane.app.job.JobRunner;
import racelane.app.session.Anchors;
import racelane.app.session.CaseEditor;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.comparison.Comparison;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.Edit;
import racelane.model.investigation.Pin;
import racelane.model.investigation.RangeEnds;
import racelane.model.investigation.WindowFacts;
import racelane.model.progress.Progress;
import racelane.model.state.TraceState;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;
import racelane.model.window.Exposure;
import racelane.model.window.RaceWindow;

/** Makes pins of what is selected: windows with what detection says of them, events, ranges, lanes, lines, states, comparisons. */
final class Pinning {
    /** A pinned comparison holds the anchors of so many events, at most: enough to find both sides again. */
    private static final int ANCHORS_OF_A_COMPARISON = 40;

    private static final int DIFFERENCES = 12;

    private final Session session;
    private final CaseEditor editor;
    private final JobRunner jobs;
    private WindowExposure exposure = (trace, window, progress) -> Optional.empty();

    Pinning(Session session, CaseEditor editor, JobRunner jobs) {
        this.session = session;
        this.editor = editor;
        this.jobs = jobs;
    }

    void setExposure(WindowExposure measure) {
        exposure = measure;
    }

    boolean possible() {
        return session.selectedWindowProperty().get() != null
                || session.selection() instanceof Selection.EventSelected
                || session.selection() instanceof Selection.RangeSelected
                || session.selection() instanceof Selection.LaneSelected;
    }

    /** Pins what is selected and tells the pin's id, once it is there. */
    void selected(Consumer<String> then) {
        RaceWindow window = session.selectedWindowProperty().get();
        switch (session.selection()) {
            case Selection.EventSelected event -> events(Pin.EVENT, event.all(), then);
            case Selection.RangeSelected range -> range(range.range(), then);
            case Selection.LaneSelected lane -> lane(lane.laneId(), then);
            case Selection.None none -> windowOr(window, then);
            case Selection.NoteSelected note -> windowOr(window, then);
        }
    }

    /** Pins the events of a line of the log. */
    void line(EventRef event) {
        events(Pin.LINE, List.of(event), pin -> {});
    }

    void window(RaceWindow window, Consumer<String> then) {
        Optional<Pin> pinned = session.history().state().pins().stream()
                .filter(pin -> pin.kind().equals(Pin.WINDOW) && pin.ref().equals(window.id()))
                .findFirst();
        if (pinned.isPresent()) {
            then.accept(pinned.get().id());
            return;
        }
        Trace trace = session.trace();
        jobs.quietly(progress -> new Found(Evidence.anchors(trace, window), facts(trace, window, progress)))
                .onDone(found -> add(
                        new Pin(
                                editor.newId(),
                                Pin.WINDOW,
                                window.id(),
                                title(window),
                                found.anchors(),
                                window.range(),
                                Optional.of(found.facts()),
                                ""),
                        then));
    }

    /** Pins what every lane did at a time. */
    void state(long time, Consumer<String> then) {
        Trace trace = session.trace();
        String clock = TimeText.clock(time, session.zoneProperty().get(), 6);
        jobs.quietly(progress -> {
                    StatePin state = StatePin.of(trace, TraceState.at(trace, time, progress));
                    List<Anchor> anchors = state.events().stream()
                            .map(ref -> Anchors.of(trace, ref))
                            .toList();
                    return new Stated(anchors, state.text());
                })
                .onDone(stated -> add(
                        new Pin(
                                editor.newId(),
                                Pin.STATE,
                                "",
                                "state at " + clock,
                                stated.anchors(),
                                new TimeRange(time, time),
                                Optional.empty(),
                                stated.text()),
                        then));
    }

    /** Pins a comparison with the events of both sides. */
    void comparison(Comparison comparison, TimeRange range, Consumer<String> then) {
        Trace trace = session.trace();
        List<EventRef> refs = java.util.stream.Stream.concat(
                        comparison.working().steps().stream().limit(ANCHORS_OF_A_COMPARISON / 2),
                        comparison.broken().steps().stream().limit(ANCHORS_OF_A_COMPARISON / 2))
                .map(step -> step.ref())
                .distinct()
                .toList();
        String title =
                comparison.working().title() + " beside " + comparison.broken().title();
        jobs.quietly(progress ->
                        refs.stream().map(ref -> Anchors.of(trace, ref)).toList())
                .onDone(anchors -> add(
                        new Pin(
                                editor.newId(),
                                Pin.COMPARISON,
                                "",
                                title,
                                anchors,
                                range,
                                Optional.empty(),
                                comparison.markdown(DIFFERENCES)),
                        then));
    }

    private record Found(List<Anchor> anchors, WindowFacts facts) {}

    private record Stated(List<Anchor> anchors, String text) {}

    private void windowOr(@Nullable RaceWindow window, Consumer<String> then) {
        if (window != null) {
            window(window, then);
        }
    }

    private void events(String kind, List<EventRef> refs, Consumer<String> then) {
        Trace trace = session.trace();
        TimeRange range = refs.stream()
                .map(trace::at)
                .map(event -> new TimeRange(event.start(), event.end()))
                .reduce(TimeRange::union)
                .orElseThrow();
        String title = title(trace.at(refs.getLast()), refs.size() - 1);
        jobs.quietly(progress ->
                        refs.stream().map(ref -> Anchors.of(trace, ref)).toList())
                .onDone(anchors -> add(pin(kind, "", title, anchors, range), then));
    }

    /** Pins a range with the events that begin nearest to its ends, so that it follows them. */
    private void range(TimeRange range, Consumer<String> then) {
        Trace trace = session.trace();
        String title = "range of " + TimeText.duration(range.duration());
        jobs.quietly(progress -> NearestEvents.of(trace, range)
                        .map(ends -> new Ends(
                                RangeEnds.of(
                                                range,
                                                trace.at(ends.first()).start(),
                                                trace.at(ends.last()).start())
                                        .ref(),
                                List.of(Anchors.of(trace, ends.first()), Anchors.of(trace, ends.last()))))
                        .orElse(new Ends("", List.of())))
                .onDone(ends -> add(pin(Pin.RANGE, ends.ref(), title, ends.anchors(), range), then));
    }

    private record Ends(String ref, List<Anchor> anchors) {}

    private void lane(int laneId, Consumer<String> then) {
        String name = session.trace().lanes().get(laneId).name().name();
        TimeRange seen = session.viewportProperty().get().range();
        add(pin(Pin.LANE, name, "lane " + name, List.of(), seen), then);
    }

    private Pin pin(String kind, String ref, String title, List<Anchor> anchors, TimeRange range) {
        return new Pin(editor.newId(), kind, ref, title, anchors, range);
    }

    private void add(Pin pin, Consumer<String> then) {
        if (editor.apply(new Edit.PinAdded(pin))) {
            then.accept(pin.id());
        }
    }

    private WindowFacts facts(Trace trace, RaceWindow window, Progress progress) {
        Optional<Exposure> measured = exposure.of(trace, window, progress);
        return new WindowFacts(
                window.verdict().name().toLowerCase(Locale.ROOT),
                window.evidence().name().toLowerCase(Locale.ROOT),
                window.score(),
                window.count(),
                window.countExact(),
                measured.map(Exposure::windows).orElse(0),
                measured.map(Exposure::hits).orElse(0L));
    }

    private static String title(Event event, int more) {
        String title = event.key() == null ? event.name() : event.name() + " " + event.key();
        return more == 0 ? title : title + " and " + more + " more";
    }

    static String title(RaceWindow window) {
        String length = TimeText.duration(window.range().duration());
        return window.steps() + (window.key().isEmpty() ? "" : ", " + window.key()) + ", " + length;
    }
}
