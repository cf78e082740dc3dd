package racelane.model.event;

import java.util.List;

/** What a table holds beside its events. Nothing is allocated for a source that has none. */
record SideColumns(Links links, List<CounterColumns> counters) {
    static final SideColumns NONE = new SideColumns(Links.NONE, List.of());

    SideColumns {
        counters = List.copyOf(counters);
    }
}
