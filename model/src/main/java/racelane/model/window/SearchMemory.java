package racelane.model.window;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.event.Trace;
import racelane.model.pattern.EventClass;

/**
 * What a search leaves to the next one, so that it need look only at what has changed. Holds on to the trace. Immutable; any thread.
 */
public final class SearchMemory {
    /** Nothing was searched before. */
    public static final SearchMemory NONE = new SearchMemory(null, Map.of(), null);

    private final @Nullable Ground ground;
    private final Map<String, Known> byPattern;
    private final @Nullable Symptoms symptoms;

    /** In what was searched. */
    record Ground(Trace trace, ClockOrder order) {}

    /** What a pattern found: {@code coarse} when its harvests do not say exactly which sources their keys speak of. */
    record Known(PatternBasis basis, List<Harvest> harvests, boolean coarse) {}

    /** What the program said of itself, by key, and the class by which it was known. */
    record Symptoms(EventClass type, Map<Integer, List<Long>> byKey) {}

    SearchMemory(@Nullable Ground ground, Map<String, Known> byPattern, @Nullable Symptoms symptoms) {
        this.ground = ground;
        this.byPattern = Map.copyOf(byPattern);
        this.symptoms = symptoms;
    }

    @Nullable
    Ground ground() {
        return ground;
    }

    @Nullable
    Known of(String pattern) {
        return byPattern.get(pattern);
    }

    @Nullable
    Symptoms symptoms() {
        return symptoms;
    }
}
