package racelane.model.window;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.Role;

/** Finds what can play a role on one key: picks events, pairs openers with closers, follows states and rates. */
final class ItemFactory {
    private static final String SEPARATOR = "\0";

    private final KeyEvents events;
    private final Subject.One one = new Subject.One();
    private long unmatched;
    private long closers;

    ItemFactory(KeyEvents events) {
        this.events = events;
    }

    /** Returns how many events that should have closed a window with an open end closed nothing so far. */
    long unmatchedClosers() {
        return unmatched;
    }

    /** Returns how many events there were so far that should have closed such a window. */
    long closers() {
        return closers;
    }

    /**
     * Returns what can play {@code part} among those events.
     *
     * @param members indices of the events to choose from, in their order
     */
    Items items(Plan.Part part, int[] members) {
        return switch (part.role()) {
            case Role.Instant instant -> singles(part, members);
            case Role.Operation operation -> singles(part, members);
            case Role.Interval interval -> sorted(part, intervals(part, interval, members));
            case Role.Stray stray -> strays(part, members);
            case Role.Cycle cycle -> throw new IllegalArgumentException("cycles go from key to key");
            case Role.State state -> sorted(part, states(part, members));
            case Role.Rate rate -> sorted(part, RateWalk.of(rate, part, events, group(part, members), members));
        };
    }

    private Items singles(Plan.Part part, int[] members) {
        int[] found = new int[members.length];
        int count = 0;
        for (int event : members) {
            if ((events.mask(event) & part.opening()) != 0) {
                found[count++] = event;
            }
        }
        int[] all = Arrays.copyOf(found, count);
        return filtered(part, all, all);
    }

    private Items sorted(Plan.Part part, Pairs pairs) {
        int[] first = pairs.first();
        int[] last = pairs.last();
        long[] starts = new long[first.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Items.nominalStart(events, Shape.INTERVAL, first[i], last[i]);
        }
        int[] order = TimeSort.indices(starts, (a, b) -> after(first, last, a, b));
        int[] sortedFirst = new int[first.length];
        int[] sortedLast = new int[first.length];
        for (int i = 0; i < order.length; i++) {
            sortedFirst[i] = first[order[i]];
            sortedLast[i] = last[order[i]];
        }
        return filtered(part, sortedFirst, sortedLast);
    }

    private boolean after(int[] first, int[] last, int a, int b) {
        int tableA = events.table(first[a]);
        int tableB = events.table(first[b]);
        return tableA != tableB ? tableA > tableB : startLine(first[a], last[a]) > startLine(first[b], last[b]);
    }

    private int startLine(int first, int last) {
        return first == last ? events.line(first) : events.doneLine(first);
    }

    private Items filtered(Plan.Part part, int[] first, int[] last) {
        if (part.filters().isEmpty()) {
            return new Items(events, part.shape(), first, last, expiry(part, first));
        }
        int[] keptFirst = new int[first.length];
        int[] keptLast = new int[first.length];
        int count = 0;
        Alone alone = new Alone(events, first, last);
        for (int i = 0; i < first.length; i++) {
            alone.item = i;
            if (part.filters().stream().allMatch(filter -> filter.test(alone))) {
                keptFirst[count] = first[i];
                keptLast[count++] = last[i];
            }
        }
        int[] kept = Arrays.copyOf(keptFirst, count);
        return new Items(events, part.shape(), kept, Arrays.copyOf(keptLast, count), expiry(part, kept));
    }

    /** Returns for each opener when what it opened ends by itself; null when that is not asked for. */
    private long @Nullable [] expiry(Plan.Part part, int[] first) {
        if (part.expires().isEmpty()) {
            return null;
        }
        long[] ends = new long[first.length];
        for (int i = 0; i < first.length; i++) {
            one.ref = events.ref(first[i]);
            ends[i] = Expiry.end(events.done(first[i]), part.expires(), one);
        }
        return ends;
    }

    /** Opening and closing events; a closing event may be {@link Items#OPEN}. */
    record Pairs(int[] first, int[] last) {}

    private Pairer pair(Plan.Part part, boolean openEnd, Role.Pairing how, int[] members) {
        int[] sorted = byEffect(members, part.opening() | part.closing());
        Pairer pairer = new Pairer(events, part, how);
        pairer.run(sorted, group(part, sorted), openEnd);
        return pairer;
    }

    private Pairs intervals(Plan.Part part, Role.Interval interval, int[] members) {
        Pairer pairer = pair(part, interval.openEnd(), interval.pairing(), members);
        Pairs pairs = pairer.pairs();
        if (interval.openEnd()) {
            int strays = pairer.strays().length;
            unmatched += strays;
            closers += strays
                    + Arrays.stream(pairs.last())
                            .filter(last -> last != Items.OPEN)
                            .count();
        }
        return pairs;
    }

    /** Returns what each lane of a key took and gave back, and what it never gave back. */
    static Pairs byLane(KeyEvents events, long opening, long closing) {
        Plan.Part part = Plan.Part.byLane(opening, closing);
        return new ItemFactory(events)
                .pair(part, true, Role.Pairing.LIFO, events.of(opening | closing))
                .pairs();
    }

    private Items strays(Plan.Part part, int[] members) {
        int[] strays = pair(part, false, Role.Pairing.LIFO, members).strays();
        Arrays.sort(strays);
        return filtered(part, strays, strays);
    }

    private Pairs states(Plan.Part part, int[] members) {
        Check holds = Objects.requireNonNull(part.state());
        int[] sorted = byEffect(members, part.opening());
        int[] groups = group(part, sorted);
        Map<Integer, Integer> current = new HashMap<>();
        PairList found = new PairList(sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            if (groups[i] < 0) {
                continue;
            }
            one.ref = events.ref(sorted[i]);
            boolean now = holds.test(one);
            Integer since = current.get(groups[i]);
            if (now && since == null) {
                current.put(groups[i], sorted[i]);
            } else if (!now && since != null) {
                found.add(since, sorted[i]);
                current.remove(groups[i]);
            }
        }
        current.values().forEach(since -> found.add(since, Items.OPEN));
        return found.pairs();
    }

    /** Returns those of the classes in the order in which they took effect: spans at their end. */
    private int[] byEffect(int[] members, long classes) {
        int[] found = new int[members.length];
        int count = 0;
        boolean spans = false;
        for (int event : members) {
            if ((events.mask(event) & classes) != 0) {
                found[count++] = event;
                spans |= events.lasting(event);
            }
        }
        int[] kept = Arrays.copyOf(found, count);
        if (!spans) {
            return kept;
        }
        long[] done = new long[count];
        for (int i = 0; i < count; i++) {
            done[i] = events.done(kept[i]);
        }
        int[] order = TimeSort.indices(done, (a, b) -> effectAfter(kept[a], kept[b]));
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = kept[order[i]];
        }
        return sorted;
    }

    private boolean effectAfter(int a, int b) {
        return events.table(a) != events.table(b)
                ? events.table(a) > events.table(b)
                : events.doneLine(a) > events.doneLine(b);
    }

    /** Returns for each event the number of its group by the part's attributes; -1 where one is missing. */
    private int[] group(Plan.Part part, int[] members) {
        int[] groups = new int[members.length];
        if (part.by().isEmpty()) {
            for (int i = 0; i < members.length; i++) {
                groups[i] = part.byLane() ? events.lane(members[i]) : 0;
            }
            return groups;
        }
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            String id = identity(part, members[i]);
            groups[i] = id == null ? -1 : ids.computeIfAbsent(id, unknown -> ids.size());
        }
        return groups;
    }

    private @Nullable String identity(Plan.Part part, int event) {
        one.ref = events.ref(event);
        StringBuilder id = new StringBuilder(part.byLane() ? Integer.toString(events.lane(event)) : "");
        for (Term term : part.by()) {
            String value = term.of(one);
            if (value == null) {
                return null;
            }
            id.append(SEPARATOR).append(value);
        }
        return id.toString();
    }

    /** An item that stands alone before its filters. */
    private static final class Alone implements Subject {
        private final KeyEvents events;
        private final int[] first;
        private final int[] last;
        private int item;

        Alone(KeyEvents events, int[] first, int[] last) {
            this.events = events;
            this.first = first;
            this.last = last;
        }

        @Override
        public long first(int role) {
            return events.ref(first[item]);
        }

        @Override
        public long second(int role) {
            return last[item] == Items.OPEN ? Ref.NONE : events.ref(last[item]);
        }
    }
}
