package racelane.model.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import racelane.model.event.Names;
import racelane.model.pattern.LinkTables;

/** The rows of a user's table of related keys, as far as a trace has events on both; stars are filled in with the trace's keys. */
final class LinkRows {
    private final Names names;
    private final KeyIndex index;

    /** Two related keys, as word ids. */
    record Row(int from, int to) {}

    LinkRows(Names names, KeyIndex index) {
        this.names = names;
        this.index = index;
    }

    /** Returns each pair of keys once, by row and then by key. */
    List<Row> of(Map<String, Set<String>> table) {
        Set<Row> rows = new LinkedHashSet<>();
        table.forEach((from, all) -> {
            if (from.indexOf('*') < 0) {
                all.forEach(to -> add(rows, names.find(from), names.find(to)));
            } else {
                fill(rows, from, all);
            }
        });
        return new ArrayList<>(rows);
    }

    private void fill(Set<Row> rows, String template, Set<String> all) {
        for (int key = 1; key < index.keys(); key++) {
            String star = index.count(key) == 0 ? null : LinkTables.star(template, names.text(key));
            if (star != null) {
                for (String to : all) {
                    add(rows, key, names.find(to.replace("*", star)));
                }
            }
        }
    }

    private void add(Set<Row> rows, int from, int to) {
        if (from > 0 && to > 0 && from != to && inside(from) && inside(to)) {
            rows.add(new Row(from, to));
        }
    }

    private boolean inside(int key) {
        return key < index.keys() && index.count(key) > 0;
    }
}
