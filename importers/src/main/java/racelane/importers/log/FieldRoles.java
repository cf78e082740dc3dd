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
    private static final int NANO = -3;
    private static final int MAX_NAMES = 4_096;

    /** The slot of a path and its rank among the paths of that slot, 0 the best. */
    private record Role(int slot, int rank, int attribute) {}

    private final Map<String, Role> roles = new HashMap<>();
    private final List<Role> known = new ArrayList<>();
    private final WordTable paths = new WordTable(this::role, MAX_NAMES);
    private final Slots slots;
    private final TimeForm[] forms;
    private final int[] ranks = new int[Slots.MAX];
    private int timeRank;
    private int timeResult;
    private long nano;

    FieldRoles(LogGrammar grammar, Slots slots) {
        this.slots = slots;
        List<String> said = grammar.own().times();
        forms = said.isEmpty()
                ? new TimeForm[] {
                    TimeForm.named("iso"), TimeForm.named("epoch"), TimeForm.named("yyyyMMdd'THHmmss[.f][Z]")
                }
                : said.stream().map(TimeForms::named).toArray(TimeForm[]::new);
        grammar.fields().forEach((slot, names) -> {
            int place = slot.equals("time") ? TIME : slot.equals("nano") ? NANO : slots.of(slot);
            for (int i = 0; i < names.size(); i++) {
                roles.put(names.get(i), new Role(place, i, -1));
            }
        });
    }

    private int role(String path) {
        Role role = roles.get(path);
        if (role == null) {
            role = new Role(slots.of(path), 0, -1);
        } else if (role.slot
                == Slots.REQUEST) { // it makes the lane of entries without a thread, and is an attribute of all
            role = new Role(role.slot, role.rank, slots.of(path));
        }
        known.add(role);
        return known.size() - 1;
    }

    /** Starts a line. */
    void begin() {
        Arrays.fill(ranks, Integer.MAX_VALUE);
        timeRank = Integer.MAX_VALUE;
        timeResult = LineMatcher.NO;
        nano = -1;
    }

    /** Returns the number of a field's path; -1 when there are too many. */
    int path(byte[] bytes, int from, int to) {
        return paths.id(bytes, from, to);
    }

    /** Tells whether a field may be the message of its line. */
    boolean isMessage(int path) {
        return path >= 0 && known.get(path).slot == Slots.MESSAGE;
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
        } else if (role.slot == NANO) {
            nano(bytes, from, to);
        } else if (role.slot >= 0 && role.rank < ranks[role.slot] && to > from) {
            ranks[role.slot] = role.rank;
            fields.set(role.slot, bytes, from, to);
            if (role.attribute >= 0) {
                fields.set(role.attribute, bytes, from, to);
            }
        }
    }

    /** Notes the nanoseconds of a time whose seconds stand in a field of their own. */
    private void nano(byte[] bytes, int from, int to) {
        nano = 0;
        for (int i = from; i < to && to - from <= 9; i++) {
            nano = bytes[i] < '0' || bytes[i] > '9' ? -1 : nano < 0 ? nano : nano * 10 + (bytes[i] - '0');
        }
    }

    /** Ends a line; returns what its time was. */
    int finish(LogClock clock) {
        if (timeResult == LineMatcher.YES && nano >= 0) {
            clock.addNanos(nano);
        }
        return timeResult;
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
