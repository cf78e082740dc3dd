package racelane.importers.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;
import racelane.importers.io.WordTable;

/**
 * Sorts the named fields of a structured line into slots by their paths. Where a line has several fields for one slot the one
 * named first in the grammar wins; a field of no known name is an attribute under its own. One thread.
 */
final class FieldRoles {
    private static final int TIME = -2;
    private static final int MAX_NAMES = 4_096;

    /** The slot of a path and its rank among the paths of that slot, 0 the best. */
    private record Role(int slot, int rank) {}

    private final Map<String, Role> roles = new HashMap<>();
    private final List<Role> known = new ArrayList<>();
    private final WordTable paths = new WordTable(this::role, MAX_NAMES);
    private final Slots slots;
    private final TimeForm[] forms;
    private final int[] ranks = new int[Slots.MAX];
    private int timeRank;
    private int timeResult;

    FieldRoles(LogGrammar grammar, Slots slots) {
        this.slots = slots;
        List<String> said = grammar.own().times();
        forms = said.isEmpty()
                ? new TimeForm[] {
                    TimeForm.named("iso"), TimeForm.named("epoch"), TimeForm.named("yyyyMMdd'THHmmss[.f][Z]")
                }
                : said.stream().map(TimeForms::named).toArray(TimeForm[]::new);
        grammar.fields().forEach((slot, names) -> {
            int place = slot.equals("time") ? TIME : slots.of(slot);
            for (int i = 0; i < names.size(); i++) {
                roles.put(names.get(i), new Role(place, i));
            }
        });
    }

    private int role(String path) {
        Role role = roles.get(path);
        known.add(role != null ? role : new Role(slots.of(path), 0));
        return known.size() - 1;
    }

    /** Starts a line. */
    void begin() {
        Arrays.fill(ranks, Integer.MAX_VALUE);
        timeRank = Integer.MAX_VALUE;
        timeResult = LineMatcher.NO;
    }

    /** Returns what the line's time was: {@link LineMatcher#NO} while there is none. */
    int time() {
        return timeResult;
    }

    /** Returns the number of a field's path; -1 when there are too many. */
    int path(byte[] bytes, int from, int to) {
        return paths.id(bytes, from, to);
    }

    /** Takes a field. */
    void take(int path, byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        if (path < 0) {
            return;
        }
        Role role = known.get(path);
        if (role.slot == TIME) {
            if (role.rank < timeRank) {
                timeRank = role.rank;
                timeResult = read(bytes, from, to, clock);
                fields.time(from, to);
            }
        } else if (role.slot >= 0 && role.rank < ranks[role.slot] && to > from) {
            ranks[role.slot] = role.rank;
            fields.set(role.slot, bytes, from, to);
        }
    }

    private int read(byte[] bytes, int from, int to, LogClock clock) {
        for (TimeForm form : forms) {
            if (form.read(bytes, from, to, clock) > 0) {
                return LineMatcher.YES;
            }
        }
        return LineMatcher.BAD;
    }
}
