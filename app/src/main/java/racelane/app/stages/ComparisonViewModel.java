package racelane.app.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.comparison.Comparison;
import racelane.model.comparison.Example;
import racelane.model.comparison.Example.Choice;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/** A working example beside a broken one: what can be chosen for each, and the two lined up. JavaFX thread. */
public final class ComparisonViewModel {
    private static final int MOST_KEYS = 300;
    private static final int MOST_WINDOWS = 30;

    private final Session session;
    private final JobRunner jobs;
    private final CaseViewModel model;
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private @Nullable Choice working;
    private @Nullable Choice broken;
    private @Nullable Job<?> comparing;

    /** What the two examples are. */
    public enum Kind {
        /** Two stretches of time. */
        RANGES,
        /** Two keys over one stretch of time. */
        KEYS,
        /** Two sources, each whole. */
        SOURCES
    }

    /** Creates the comparison of a session's evidence. */
    public ComparisonViewModel(Session session, JobRunner jobs, CaseViewModel model) {
        this.session = session;
        this.jobs = jobs;
        this.model = model;
    }

    /** Returns the two lined up; null until both are chosen and read. */
    public ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Returns what fits as an example, the likeliest first. */
    public List<Choice> choices(Kind kind) {
        return switch (kind) {
            case RANGES -> ranges();
            case KEYS -> keys();
            case SOURCES -> sources();
        };
    }

    /** Returns the kind to begin with: ranges when something is marked or selected, else sources or keys where there are two. */
    public Kind likely() {
        if (session.markProperty().get() != null || session.selection() instanceof Selection.RangeSelected) {
            return Kind.RANGES;
        }
        return session.trace().tables().size() > 1 && keys().size() < 2 ? Kind.SOURCES : Kind.KEYS;
    }

    /** Chooses both examples, either of which may be missing still, and lines them up. */
    public void choose(@Nullable Choice works, @Nullable Choice fails) {
        working = works;
        broken = fails;
        if (comparing != null) {
            comparing.cancel();
        }
        if (works == null || fails == null) {
            comparison.set(null);
            return;
        }
        Trace trace = session.trace();
        comparing = jobs.quietly(progress -> Comparison.of(Example.of(trace, works), Example.of(trace, fails)))
                .onDone(comparison::set);
    }

    /** Keeps the comparison with the case, as a pin. */
    public void keep() {
        Comparison now = comparison.get();
        if (now != null && working != null && broken != null) {
            model.pin(now, working.range().union(broken.range()));
        }
    }

    private List<Choice> ranges() {
        List<Choice> choices = new ArrayList<>();
        TimeRange mark = session.markProperty().get();
        if (mark != null && mark.duration() > 0) {
            choices.add(Choice.of("marked, " + words(mark), mark));
        }
        session.selectedRange()
                .filter(range -> range.duration() > 0 && !range.equals(mark))
                .ifPresent(range -> choices.add(Choice.of("selected, " + words(range), range)));
        model.state().pins().stream()
                .filter(pin -> pin.range().duration() > 0)
                .forEach(pin -> choices.add(Choice.of(pin.title(), pin.range())));
        model.state().notes().stream()
                .filter(note -> note.range().duration() > 0)
                .forEach(note -> choices.add(
                        Choice.of("note: " + note.text().lines().findFirst().orElse(""), note.range())));
        session.windowsProperty().get().windows().stream()
                .limit(MOST_WINDOWS)
                .forEach(window -> choices.add(Choice.of(Pinning.title(window), window.range())));
        choices.add(
                Choice.of("what is in view", session.viewportProperty().get().range()));
        return choices;
    }

    private String words(TimeRange range) {
        return TimeText.clock(range.start(), session.zoneProperty().get(), 3) + ", "
                + TimeText.duration(range.duration());
    }

    /** Returns the keys with the most events; that of the selected window before all. */
    private List<Choice> keys() {
        Trace trace = session.trace();
        Map<Integer, Long> counts = new HashMap<>();
        for (EventTable table : trace.tables()) {
            for (int row = 0; row < table.size(); row++) {
                if (table.key(row) != 0) {
                    counts.merge(table.key(row), 1L, Long::sum);
                }
            }
        }
        var window = session.selectedWindowProperty().get();
        TimeRange all = trace.extent().orElse(new TimeRange(0, 0));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> trace.names().text(entry.getKey())))
                .limit(MOST_KEYS)
                .map(entry -> trace.names().text(entry.getKey()))
                .sorted(Comparator.comparing(
                        key -> window == null || !window.key().equals(key)))
                .map(key -> new Choice(key, all, Optional.of(key), OptionalInt.empty()))
                .toList();
    }

    private List<Choice> sources() {
        Trace trace = session.trace();
        List<Choice> choices = new ArrayList<>();
        for (int table = 0; table < trace.tables().size(); table++) {
            var events = trace.tables().get(table);
            if (events.size() > 0) {
                TimeRange own = events.source().range();
                choices.add(new Choice(events.source().name(), own, Optional.empty(), OptionalInt.of(table)));
            }
        }
        return choices;
    }
}
