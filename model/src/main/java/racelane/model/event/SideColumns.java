package racelane.model.event;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a table holds beside its events. Nothing is allocated for a source that has none. */
record SideColumns(Links links, List<CounterColumns> counters) {
    static final SideColumns NONE = new SideColumns(Links.NONE, List.of());

    SideColumns {
        counters = List.copyOf(counters);
    }

    SideColumns reworded(UnaryOperator<String> words) {
        return new SideColumns(
                links, counters.stream().map(one -> one.reworded(words)).toList());
    }
}
