package racelane.app.details;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
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
import racelane.model.event.Event;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.pattern.Attributes;
import racelane.model.scene.SourceLine;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** The lines of all sources in order of time, in step with the selection. */
public final class LogViewModel {
    private static final Texts TEXTS = Texts.of(LogViewModel.class);

    /** How far the lines are listed. */
    public enum Listing {
        /** All of them are, or there are none. */
        DONE,
        /** They are being listed. */
        RUNNING,
        /** The user stopped it, or it failed. */
        STOPPED
    }

    private final Session session;
    private final JobRunner jobs;
    private final TimelineControls timeline;
    private final Quotes quotes;
    private final ReadOnlyObjectWrapper<LogIndex> index = new ReadOnlyObjectWrapper<>(LogIndex.empty());
    private final ReadOnlyObjectWrapper<Set<SourceLine>> marked = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<LogFilter> filter = new ReadOnlyObjectWrapper<>(LogFilter.ALL);
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.DONE);
    private LogIndex all = LogIndex.empty();
    private @Nullable Job<LogIndex> indexing;
    private @Nullable Job<LogIndex> filtering;
    private int digits = 3;

    /** Creates the model of a session's log. */
    public LogViewModel(Session session, JobRunner jobs, TimelineControls timeline) {
        this.session = session;
        this.jobs = jobs;
        this.timeline = timeline;
        this.quotes = new Quotes(jobs, session::doubtFiles);
        session.traceProperty().addListener((property, before, now) -> build(now));
        session.selectedWindowProperty().addListener((property, before, now) -> mark(now));
        build(session.trace());
        mark(session.selectedWindowProperty().get());
    }

    /** Returns the lines; built anew, off the JavaFX thread, when the trace changes. */
    public ReadOnlyObjectProperty<LogIndex> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Returns how far the lines are listed. */
    public ReadOnlyObjectProperty<Listing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** Lists the lines again, after that was stopped. */
    public void list() {
        build(session.trace());
    }

    /** Returns how many lines there are without a filter. */
    public int size() {
        return all.size();
    }

    /** Returns which lines are shown. */
    public ReadOnlyObjectProperty<LogFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** Shows other lines; they are found off the JavaFX thread. */
    public void setFilter(LogFilter next) {
        if (!next.equals(filter.get())) {
            filter.set(next);
            sift();
        }
    }

    /** Shows only the lines of the lane of a line. */
    public void onlyLane(LogLine line) {
        if (valid(line)) {
            setFilter(filter.get().withLanes(Set.of(session.trace().laneId(line.event())), lane(line)));
        }
    }

    /** Shows only the lines of the lanes that the timeline shows now. */
    public void onlyLanesInTimeline(String words) {
        Set<Integer> shown = session.lanePlanProperty().get().visible().stream()
                .map(PlannedLane::laneId)
                .collect(Collectors.toSet());
        setFilter(filter.get().withLanes(shown, words));
    }

    /** Returns the key of the selected event, to show only its lines. */
    public Optional<String> selectedKey() {
        return session.selectedEvent().map(Event::key).filter(key -> !key.isEmpty());
    }

    /** Returns the line of the selected event, to show only its lane's. */
    public Optional<LogLine> selectedLine() {
        int index = selectedIndex();
        return index < 0 ? Optional.empty() : Optional.of(this.index.get().get(index));
    }

    /** Returns the level column's words; empty for an event without a level. */
    public String level(LogLine line) {
        if (!valid(line)) {
            return "";
        }
        EventTable table = session.trace().tables().get(line.event().table());
        int name = session.trace().names().find(Attributes.LEVEL);
        int tuple = table.attributes(line.event().row());
        String word = name < 0 || tuple == 0 ? null : session.trace().names().valueText(tuple, name);
        return word == null ? "" : word;
    }

    /** Returns the operation column's words. */
    public String operation(LogLine line) {
        if (!valid(line)) {
            return "";
        }
        EventTable table = session.trace().tables().get(line.event().table());
        return session.trace().names().text(table.name(line.event().row()));
    }

    /** Returns the key column's words. */
    public String key(LogLine line) {
        if (!valid(line)) {
            return "";
        }
        int key = session.trace()
                .tables()
                .get(line.event().table())
                .key(line.event().row());
        return key == 0 ? "" : session.trace().names().text(key);
    }

    /** Returns the duration column's words: the duration of a span. */
    public String duration(LogLine line) {
        if (!valid(line)) {
            return "";
        }
        EventTable table = session.trace().tables().get(line.event().table());
        int row = line.event().row();
        return table.kind(row).hasDuration() ? TimeText.duration(table.end(row) - table.start(row)) : "";
    }

    /** Returns the time since the line that is shown before this one; empty for the first. */
    public String gap(int index) {
        LogIndex lines = this.index.get();
        return index <= 0 || index >= lines.size()
                ? ""
                : "+"
                        + TimeText.duration(
                                lines.get(index).time() - lines.get(index - 1).time());
    }

    /** Returns the lines that tell the selected window's steps. */
    public ReadOnlyObjectProperty<Set<SourceLine>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** Returns a number that changes when quoted lines came in. */
    public ReadOnlyIntegerProperty quotesRevision() {
        return quotes.revision();
    }

    /** Returns the selection, to follow it. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return session.selectionProperty();
    }

    /** Returns the zone, to follow it. */
    public ReadOnlyObjectProperty<ZoneId> zoneProperty() {
        return session.zoneProperty();
    }

    /** Returns the time column's words. */
    public String time(LogLine line) {
        return TimeText.grouped(line.time(), session.zoneProperty().get(), digits);
    }

    /** Returns the lane column's words. */
    public String lane(LogLine line) {
        Trace trace = session.trace();
        return valid(line)
                ? trace.lanes().get(trace.laneId(line.event())).name().name()
                : "";
    }

    /** Returns the source column's words: {@code cache.log:17}. */
    public String place(LogLine line) {
        return valid(line)
                ? session.trace()
                        .tables()
                        .get(line.line().table())
                        .source()
                        .place(line.line().origin())
                : "";
    }

    /** Returns the line as it stands in its file, colours included; the operation until it was read. */
    public String message(LogLine line) {
        if (!valid(line)) {
            return "";
        }
        String quote = quotes.get(line.line());
        return quote == null || quote.isEmpty() ? summary(line) : quote;
    }

    /** Returns the words as they are said, without colours. */
    public String plainMessage(LogLine line) {
        return VisibleText.line(message(line));
    }

    /** Selects a line's event and brings it into view. */
    public void choose(LogLine line) {
        if (valid(line)) {
            session.select(new Selection.EventSelected(line.event()));
            timeline.reveal(line.event());
        }
    }

    /** Adds a line's event to the selected ones, or takes it out again. */
    public void toggle(LogLine line) {
        if (valid(line)) {
            session.select(session.selection().toggled(line.event()));
        }
    }

    /** Tells whether a line's event is one of several selected ones. */
    public boolean chosen(LogLine line) {
        return session.selection() instanceof Selection.EventSelected events
                && events.more().contains(line.event());
    }

    /** Returns the index of the line to show for the present selection; -1 when there is none. */
    public int selectedIndex() {
        LogIndex lines = index.get();
        return switch (session.selectionProperty().get()) {
            case Selection.EventSelected event ->
                event.ref().table() < session.trace().tables().size() && !lines.isEmpty()
                        ? lines.indexOf(event.ref())
                        : -1;
            case Selection.RangeSelected range ->
                lines.isEmpty() ? -1 : lines.firstFrom(range.range().start());
            case Selection.None none -> -1;
            case Selection.LaneSelected lane -> -1;
            case Selection.NoteSelected note -> -1;
        };
    }

    /** Returns the index of the first line of the selected window; -1 when there is none. */
    public int firstMarkedIndex() {
        RaceWindow window = session.selectedWindowProperty().get();
        LogIndex lines = index.get();
        return window == null || lines.isEmpty()
                ? -1
                : lines.firstFrom(window.range().start());
    }

    private String summary(LogLine line) {
        EventTable table = session.trace().tables().get(line.event().table());
        int row = line.event().row();
        String text = session.trace().names().text(table.name(row));
        return table.key(row) == 0 ? text : text + " " + session.trace().names().text(table.key(row));
    }

    private boolean valid(LogLine line) {
        List<EventTable> tables = session.trace().tables();
        return line.event().table() < tables.size()
                && line.event().row() < tables.get(line.event().table()).size();
    }

    private void build(Trace trace) {
        if (indexing != null) {
            indexing.cancel();
        }
        quotes.of(trace);
        boolean shrunk = trace.size() < all.size() / 2;
        if (shrunk || trace.size() == 0) {
            all = LogIndex.empty();
            index.set(all);
            filter.set(LogFilter.ALL); // lanes and keys are others now
        }
        if (trace.size() == 0) {
            listing.set(Listing.DONE);
            return;
        }
        listing.set(Listing.RUNNING);
        indexing = jobs.inTurn()
                .submit(TEXTS.get("log.listing"), progress -> LogIndex.of(trace, progress))
                .onDone(lines -> {
                    digits = trace.digits();
                    all = lines;
                    listing.set(Listing.DONE);
                    sift();
                })
                .onStopped(() -> stopped(trace));
    }

    /** Shows nothing rather than the lines of what was open before; a listing that another one replaces has nothing to say. */
    private void stopped(Trace trace) {
        if (trace == session.trace()) {
            listing.set(Listing.STOPPED);
            all = LogIndex.empty();
            sift();
        }
    }

    private void sift() {
        if (filtering != null) {
            filtering.cancel();
        }
        LogFilter now = filter.get();
        LogIndex from = all;
        if (now.isAll()) {
            index.set(from);
            return;
        }
        Trace trace = session.trace();
        filtering = jobs.<LogIndex>quietly(progress -> from.where(now.over(trace), progress))
                .onDone(index::set);
    }

    private void mark(@Nullable RaceWindow window) {
        Set<SourceLine> lines = new HashSet<>();
        if (window != null) {
            for (WindowRole role : window.roles()) {
                EventTable table = session.trace().tables().get(role.event().table());
                int row = role.event().row();
                boolean start = table.start(row) >= role.time() || table.endOrigin(row) == 0;
                boolean end = table.end(row) <= role.endTime() && table.endOrigin(row) > 0;
                if (start) {
                    lines.add(new SourceLine(role.event().table(), table.origin(row)));
                }
                if (end) {
                    lines.add(new SourceLine(role.event().table(), table.endOrigin(row)));
                }
            }
        }
        marked.set(Set.copyOf(lines));
    }
}
