package racelane.model.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import racelane.model.progress.Beside;
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
    private final Columns.Longs start = new Columns.Longs();
    private final Columns.Longs end = new Columns.Longs();
    private final Columns.Ints lane = new Columns.Ints();
    private final Columns.Ints name = new Columns.Ints();
    private final Columns.Ints key = new Columns.Ints();
    private final Columns.Ints attributes = new Columns.Ints();
    private final Columns.Ints origin = new Columns.Ints();
    private final Columns.Ints endOrigin = new Columns.Ints();
    private final Columns.Bytes kind = new Columns.Bytes();
    private final SideBuilder side = new SideBuilder();
    private int size;
    private long problemCount;
    private long cutWords;
    private long firstTime;
    private long lastTime;
    private long minTime = Long.MAX_VALUE;
    private long maxTime = Long.MIN_VALUE;
    private boolean sealed;

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
    public int attributes(int... namesAndValues) {
        return names.internTuple(namesAndValues);
    }

    @Override
    public int shape(int[] namesOfAttributes, ValueKind[] kinds) {
        return names.rows().shape(namesOfAttributes, kinds);
    }

    @Override
    public int attributeRow(int shape, long[] values, int from) {
        return rows.add(shape, values, from);
    }

    @Override
    public int append(EventKind kindOfEvent, int laneId, long startTime, long endTime, int nameId, int line) {
        checkOpen();
        int event = size++;
        start.add(event, startTime);
        end.add(event, Math.max(startTime, endTime));
        kind.put(event, (byte) kindOfEvent.ordinal());
        lane.put(event, laneId);
        name.put(event, nameId);
        origin.put(event, line);
        saw(startTime);
        if (endTime > maxTime) {
            maxTime = endTime;
        }
        return event;
    }

    private void checkOpen() {
        if (sealed) {
            throw new IllegalStateException("the table is sealed");
        }
        if (size == Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("a source can hold at most 2147483639 events; split the file");
        }
    }

    @Override
    public void key(int event, int keyId) {
        key.put(event, keyId);
    }

    @Override
    public void addAttributes(int event, int tuple) {
        int before = attributes.get(event);
        attributes.put(event, before == NONE ? tuple : names.merge(before, tuple));
    }

    @Override
    public void close(int event, long endTime, int endLine) {
        kind.put(event, (byte) EventKind.SPAN.ordinal());
        long notBefore = Math.max(start.get(event), endTime);
        end.set(event, notBefore);
        endOrigin.put(event, endLine);
        saw(notBefore);
    }

    @Override
    public void seenUntil(int event, long time) {
        if (end.get(event) < time) {
            end.set(event, time);
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
        return size;
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
     * Turns what was collected into an immutable table. Costs one column more than the table itself at its peak: each column is
     * moved to its place and freed before the next is touched.
     *
     * @throws IllegalStateException when called twice
     */
    public EventTable seal(Source source) {
        return seal(source, Runnable::run);
    }

    /**
     * As {@link #seal(Source)}, with columns moved by a helper meanwhile; then it costs two columns more at its peak.
     *
     * @param helper runs what can be done beside this thread; it may as well run it at once
     * @throws IllegalStateException when called twice
     */
    public EventTable seal(Source source, Executor helper) {
        if (sealed) {
            throw new IllegalStateException("the builder was sealed before");
        }
        sealed = true;
        int[] from = laneStarts();
        int[] place = lane.places(from, size);
        LaneOrder order = new LaneOrder(from, start.scatter(place));
        order.settle(place);
        FutureTask<int[][]> words = new FutureTask<>(() -> new int[][] {
            name.scatter(place),
            key.scatter(place),
            attributes.scatter(place),
            origin.scatter(place),
            endOrigin.scatter(place)
        });
        helper.execute(words);
        long[] starts = order.starts();
        long[] ends = end.scatter(place);
        byte[] kinds = kind.scatter(place);
        DurationColumn durations = DurationColumn.of(starts, ends);
        LaneDepth depth = LaneDepth.of(from, starts, ends);
        Source told = depth.folded() == 0
                ? source
                : source.assuming(depth.folded() + " events lie deeper than " + (LaneDepth.LAST + 1)
                        + " rows of their lane and are drawn in its last row.");
        SideColumns beside = side.seal(place, order, from, depth, ends, kinds);
        int[][] moved = Beside.join(words);
        return new EventTable(
                told,
                names,
                lanes,
                from,
                depth,
                new EventColumns(starts, durations, kinds, moved[0], moved[1], moved[2], moved[3], moved[4]),
                beside);
    }

    private int[] laneStarts() {
        int[] from = new int[lanes.size() + 1];
        lane.count(from, size);
        for (int i = 1; i < from.length; i++) {
            from[i] += from[i - 1];
        }
        return from;
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
