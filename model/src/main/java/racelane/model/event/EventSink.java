package racelane.model.event;

/**
 * The write side of the store: what an importer pushes its events into, in the order of its file. One thread at a time; but
 * while one adds events, samples and links, another may ask for the ids of words, lanes, shapes, tuples and tracks, as long as ids pass
 * from the one to the other in an orderly way. Attribute rows are added by one of the two, and always by the same.
 *
 * <p>Words become ids once and are then cheap to repeat. An event is named by the handle that {@link #append} returned until
 * the table is sealed, so that an end which comes a thousand lines later can still close its start.
 */
public interface EventSink {
    /** The id of "no key", "no attributes" and the empty word. */
    int NONE = 0;

    /** How long a word or a lane's name may be, in characters; what is longer is cut there, and the source says so. */
    int MAX_WORD = 1_024;

    /** Returns the id of a word: an operation, a key, an attribute's name or value. */
    int word(String text);

    /** Returns the word with this id, as it is kept. */
    String text(int word);

    /** Returns the id of a lane, making the lane when it is new. */
    int lane(LaneName name);

    /**
     * Gives a lane another name, for files that name their threads after their events.
     *
     * @param lane id from {@link #lane}
     * @param name a name that no other lane of this source has
     * @throws IllegalArgumentException when another lane has the name already
     */
    void rename(int lane, LaneName name);

    /**
     * Returns the id of an attribute tuple.
     *
     * @param namesAndValues word ids: name, value, name, value …
     */
    int attributes(int... namesAndValues);

    /**
     * Returns the number of a shape of attribute rows: rows hold numbers as numbers and cost a few bytes where tuples of words
     * that never repeat cost hundreds.
     *
     * @param names word ids of the attributes
     * @param kinds how each value is held
     */
    default int shape(int[] names, ValueKind[] kinds) {
        return shape(names, kinds, new int[names.length]);
    }

    /**
     * Returns the number of a shape of which some attributes have the same word in all rows, and take no room in them.
     *
     * @param names word ids of the attributes
     * @param kinds how each value is held
     * @param fixed of each attribute the word that all rows share, {@link #NONE} where they differ
     */
    int shape(int[] names, ValueKind[] kinds, int[] fixed);

    /**
     * Returns the id of a new attribute row, to be given to {@link #addAttributes} like that of a tuple.
     *
     * @param shape number from {@link #shape}
     * @param values word ids, numbers, or the bits of numbers, in the order of the shape's names; those that are fixed and further ones are
     *     not looked at
     */
    default int attributeRow(int shape, long[] values) {
        return attributeRow(shape, values, 0);
    }

    /**
     * Returns the id of a new attribute row whose values stand in a longer array.
     *
     * @param shape number from {@link #shape}
     * @param values as above, from {@code from} on
     */
    int attributeRow(int shape, long[] values, int from);

    /**
     * Says in which order lanes stand in the table. Those that are not named follow in the order in which they were asked for, as all
     * do unless this is called.
     *
     * @param first ids of lanes, none twice
     */
    void arrange(int[] first);

    /**
     * Adds an event.
     *
     * @param kind what it is
     * @param lane id from {@link #lane}
     * @param start ns since the epoch
     * @param end ns since the epoch; equals {@code start} for instants, counters and spans still open; never before it
     * @param name word id of the operation
     * @param origin line or record number, from 1
     * @return the event's handle, 0 or more; handles of a lane ascend, those of different lanes come in no order
     * @throws IllegalStateException when the source has more than 2^31 - 1 events
     */
    int append(EventKind kind, int lane, long start, long end, int name, int origin);

    /**
     * Adds the events of a block from {@code from} to {@code to} (exclusive), with their keys and attributes, as if one by one.
     *
     * @return the handle of the last of them, -1 when there is none
     * @throws IllegalStateException when the source has more than 2^31 - 1 events
     */
    int appendAll(EventBlock block, int from, int to);

    /** Gives an event its key, a word id. */
    void key(int event, int key);

    /** Adds attributes to an event, a tuple id; where a name is there already the new value wins. */
    void addAttributes(int event, int attributes);

    /**
     * Ends an {@link EventKind#OPEN} event: it becomes a {@link EventKind#SPAN}.
     *
     * @param event its handle
     * @param end ns since the epoch; an end before the start is moved to the start
     * @param endOrigin line or record number of the end, 0 when it has none of its own
     */
    void close(int event, long end, int endOrigin);

    /** Says that an open event was still running at {@code time} (ns since the epoch); it stays open. */
    void seenUntil(int event, long time);

    /**
     * Links two events of this source, with an arrow from the first to the second.
     *
     * @param fromEvent handle of the event that the link leaves
     * @param toEvent handle of the event at which it arrives
     * @param kind word id of what the link means: {@code flow}, {@code child}, {@code follows from}, {@code previous owner}
     */
    default void link(int fromEvent, int toEvent, int kind) {
        link(LinkEnd.event(fromEvent), LinkEnd.event(toEvent), kind);
    }

    /**
     * Links two ends of this source of which one or both may be known by lane and time only.
     *
     * @param kind word id of what the link means
     */
    void link(LinkEnd from, LinkEnd to, int kind);

    /** Returns the id of a counter track, making the track when it is new. */
    int counterTrack(CounterName name);

    /**
     * Gives a counter track another name, for files that name their processes after their counters.
     *
     * @param track id from {@link #counterTrack}
     * @param name a name that no other track of this source has
     * @throws IllegalArgumentException when another track has the name already
     */
    void renameCounter(int track, CounterName name);

    /**
     * Adds a sample to a counter track. Samples are no events: they lie on no lane and have no handle. They may come in any order.
     *
     * @param track id from {@link #counterTrack}
     * @param time ns since the epoch
     * @param value the value from {@code time} on, kept exactly as long as all values of the track are whole numbers; NaN for none
     * @param origin line or record number, from 1
     */
    void sample(int track, long time, double value, int origin);

    /** Adds a sample that is a whole number, all 64 bits of it; see {@link #sample(int, long, double, int)}. */
    void sample(int track, long time, long value, int origin);

    /**
     * Records something that could not be read. The importer goes on.
     *
     * @param at the place: {@code line 17}, {@code chunk 2, bytes 1024-4096}
     * @param message what is wrong and what was done about it
     */
    void problem(String at, String message);
}
