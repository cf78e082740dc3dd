package racelane.importers.jfr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventKind;
import racelane.model.event.LaneName;

/**
 * How the events of one type are imported, in one chunk after the other. Slots are numbers of the program's steps, -1 for none.
 *
 * @param program how its bytes are taken apart
 * @param name word id of the type's short name
 * @param waits whether the thread waits for the length of it
 * @param home the lane of events without a thread; made only when there is one
 * @param slots where time, thread and operation are found
 * @param threadType the type of the thread's constant, null when no thread owns such events
 * @param key where the key comes from
 * @param attributes what becomes attributes
 * @param counter how events become samples, null when they do not
 * @param links the fields that name another thread
 */
record TypePlan(
        EventProgram program,
        int name,
        boolean waits,
        LaneName home,
        Slots slots,
        @Nullable TypeDef threadType,
        KeyRule key,
        AttributePlan attributes,
        @Nullable CounterPlan counter,
        List<Handover> links) {
    /**
     * Where the values that every event may have are found.
     *
     * @param start ticks of the start
     * @param duration ticks that it lasts
     * @param thread key of its thread
     * @param operation word of what it does, by which it is named
     */
    record Slots(int start, int duration, int thread, int operation) {}

    /**
     * A field that names the thread that let this one go on.
     *
     * @param slot its slot
     * @param type its type
     * @param kind word id of the link
     */
    record Handover(int slot, TypeDef type, int kind) {}

    /** Turns to the next chunk, whose types are the same and whose constants are others. */
    void newChunk(ChunkContent content) {
        key.newChunk(content.constants());
        attributes.newChunk(content);
        if (counter != null) {
            counter.newChunk(content);
        }
    }

    /** Returns the kind of an event of this type. */
    EventKind kind(boolean lasts) {
        if (!lasts) {
            return EventKind.INSTANT;
        }
        return waits ? EventKind.WAIT : EventKind.SPAN;
    }
}
