package racelane.model.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import racelane.model.source.ImportProblem;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;

/**
 * Collects the events of one source in arrival order and seals them into an {@link EventTable}. One thread at a time; dead
 * after {@link #seal}.
 */
public final class TraceBuilder implements EventSink {
    /** How many problems are kept word for word; the account counts them all. */
    public static final int MAX_PROBLEMS = 200;

    private final Names names;
    private final AttributeRows.Writer rows;
    private final List<LaneName> lanes = new ArrayList<>();
    private final Map<LaneName, Integer> laneIds = new HashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final LaneRuns runs = new LaneRuns();
    private final EventRows events = new EventRows();
    private final SideBuilder side = new SideBuilder();
    private long problemCount;
    private long cutWords;
    private long firstTime;
    private long lastTime;
    private long minTime = Long.MAX_VALUE;
    private long maxTime = Long.MIN_VALUE;
    private boolean sealed;
    private int[] firstLanes = new int[0];

    /** Creates an empty builder whose words go to {@code names}, which several builders may share. */
    public TraceBuilder(Names names) {
        this.names = names;
        this.rows = names.rows().new Writer();
    }

    @Override
    public int word(String text) {
        return names.intern(text.length() > MAX_WORD ? cut(text) : text);
    }

    @Override
    public String text(int word) {
        return names.text(word);
    }

    @Override
    public int lane(LaneName wanted) {
        LaneName name = fitting(wanted);
        Integer known = laneIds.get(name);
        if (known != null) {
            return known;
        }
        int id = lanes.size();
        lanes.add(name);
        laneIds.put(name, id);
        return id;
    }

    private LaneName fitting(LaneName wanted) {
        if (wanted.name().length() <= MAX_WORD && wanted.process().length() <= MAX_WORD) {
            return wanted;
        }
        return new LaneName(cut(wanted.name()), cut(wanted.process()), wanted.inferred());
    }

    /** Returns the first part of a word, no character torn in two. */
    private String cut(String text) {
        if (text.length() <= MAX_WORD) {
            return text;
        }
        cutWords++;
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_WORD - 1)) ? MAX_WORD - 1 : MAX_WORD);
    }

    /** Returns what was done to the words of this source, one sentence each; mostly nothing. */
    public List<String> remarks() {
        return cutWords == 0
                ? List.of()
                : List.of("Names, keys or lanes of more than " + MAX_WORD + " characters are cut there (" + cutWords
                        + " time(s)): those that begin alike are one.");
    }

    @Override
    public void rename(int laneId, LaneName given) {
        LaneName wanted = fitting(given);
        Integer holder = laneIds.putIfAbsent(wanted, laneId);
        if (holder != null && holder != laneId) {
            throw new IllegalArgumentException("another lane is called " + wanted + " already");
        }
        LaneName before = lanes.set(laneId, wanted);
        if (!before.equals(wanted)) {
            laneIds.remove(before);
        }
    }

    @Override
    public void arrange(int[] first) {
        firstLanes = first.clone();
    }

    @Override
    public int attributes(int... namesAndValues) {
        return names.internTuple(namesAndValues);
    }

    @Override
    public int shape(int[] namesOfAttributes, ValueKind[] kinds, int[] fixed) {
        return names.rows().shape(namesOfAttributes, kinds, fixed);
    }

    @Override
    public int attributeRow(int shape, long[] values, int from) {
        return rows.add(shape, values, from);
    }

    @Override
    public int append(EventKind kindOfEvent, int laneId, long startTime, long endTime, int nameId, int line) {
        if (sealed) {
            throw new IllegalStateException("the table is sealed");
        }
        int event = runs.add(laneId);
        long duration = endTime > startTime ? DurationColumn.between(startTime, endTime) : 0;
        events.append(event, kindOfEvent, startTime, duration, nameId, line);
        saw(startTime);
        if (endTime > maxTime) {
            maxTime = endTime;
        }
        return event;
    }

    @Override
    public int appendAll(EventBlock block, int from, int to) {
        if (sealed) {
            throw new IllegalStateException("the table is sealed");
        }
        int last = -1;
        for (int at = from; at < to; ) {
            int lane = block.lane(at);
            int count = runs.room(lane, block.run(at, to) - at);
            int event = runs.add(lane, count);
            events.appendAll(event, block, at, count);
            last = event + count - 1;
            at += count;
        }
        if (to > from) {
            saw(block.start(from));
            saw(block.start(to - 1));
            minTime = Math.min(minTime, block.earliest(from, to));
            maxTime = Math.max(maxTime, block.latest(from, to));
        }
        return last;
    }

    @Override
    public void key(int event, int keyId) {
        events.key(event, keyId);
    }

    @Override
    public void addAttributes(int event, int tuple) {
        int before = events.attributes(event);
        events.attributes(event, before == NONE ? tuple : names.merge(before, tuple));
    }

    @Override
    public void close(int event, long endTime, int endLine) {
        saw(events.close(event, endTime, endLine));
    }

    @Override
    public void seenUntil(int event, long time) {
        if (events.extend(event, time)) {
            maxTime = Math.max(maxTime, time);
        }
    }

    @Override
    public void link(LinkEnd from, LinkEnd to, int kindWord) {
        side.link(from, to, kindWord);
    }

    @Override
    public int counterTrack(CounterName wanted) {
        return side.track(wanted);
    }

    @Override
    public void renameCounter(int track, CounterName wanted) {
        side.rename(track, wanted);
    }

    @Override
    public void sample(int track, long time, double value, int line) {
        side.counted(track).add(time, value, line);
        saw(time);
    }

    @Override
    public void sample(int track, long time, long value, int line) {
        side.counted(track).add(time, value, line);
        saw(time);
    }

    @Override
    public void problem(String at, String message) {
        problemCount++;
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new ImportProblem(at, message));
        }
    }

    /** Returns how many events there are so far. */
    public int size() {
        return runs.size();
    }

    /** Returns how many counter samples there are so far. */
    public long samples() {
        return side.samples();
    }

    /** Returns the problems kept so far, at most {@link #MAX_PROBLEMS}, and a last line that counts the rest. */
    public List<ImportProblem> problems() {
        if (problemCount <= problems.size()) {
            return List.copyOf(problems);
        }
        List<ImportProblem> all = new ArrayList<>(problems);
        all.add(new ImportProblem("further on", (problemCount - problems.size()) + " more problems, not listed"));
        return List.copyOf(all);
    }

    /** Returns the time of the first event or sample in file order, ns since the epoch; 0 when there is none. */
    public long firstTime() {
        return firstTime;
    }

    /** Returns the time of the last start or end in file order, ns since the epoch; 0 when there is none. */
    public long lastTime() {
        return lastTime;
    }

    /** Returns all times; 0 to 0 when there is neither event nor sample. */
    public TimeRange extent() {
        return minTime > maxTime ? new TimeRange(0, 0) : new TimeRange(minTime, maxTime);
    }

    /**
     * Turns what was collected into an immutable table. At its peak what was collected is there as well, 32 bytes an event.
     *
     * @throws IllegalStateException when called twice
     */
    public EventTable seal(Source source) {
        return seal(source, Runnable::run);
    }

    /**
     * As {@link #seal(Source)}, with half of the work done by a helper.
     *
     * @param helper runs what can be done beside this thread; it may as well run it at once
     * @throws IllegalStateException when called twice
     */
    public EventTable seal(Source source, Executor helper) {
        if (sealed) {
            throw new IllegalStateException("the builder was sealed before");
        }
        sealed = true;
        int[] arranged = arranged();
        LaneRuns.Plan plan = runs.plan(arranged);
        Sealing sealing = new Sealing(events, plan, helper);
        EventColumns columns = sealing.columns();
        LaneDepth depth = sealing.depth();
        Source told = depth.folded() == 0
                ? source
                : source.assuming(depth.folded() + " events lie deeper than " + (LaneDepth.LAST + 1)
                        + " rows of their lane and are drawn in its last row.");
        SideColumns beside = side.seal(plan, sealing.order(), arranged, depth, columns.duration(), columns.kind());
        return new EventTable(told, names, inOrder(arranged), plan.from(), depth, columns, beside);
    }

    /** Returns the lanes in the order in which they will stand. */
    private int[] arranged() {
        return IntStream.concat(IntStream.of(firstLanes), IntStream.range(0, lanes.size()))
                .distinct()
                .toArray();
    }

    private List<LaneName> inOrder(int[] arranged) {
        return IntStream.of(arranged).mapToObj(lanes::get).toList();
    }

    private void saw(long time) {
        if (minTime > maxTime) {
            firstTime = time;
        }
        lastTime = time;
        minTime = Math.min(minTime, time);
        maxTime = Math.max(maxTime, time);
    }
}
