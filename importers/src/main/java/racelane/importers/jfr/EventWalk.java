package racelane.importers.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps through the events of a chunk by their sizes alone. Each event is {@code size, type, …} in variable-length integers of
 * 7 bits a byte, the ninth byte carrying 8 (as {@code jdk.jfr.internal.consumer.RecordingInput} reads them).
 */
final class EventWalk {
    /** The type of the event that describes the types. */
    static final long METADATA = 0;

    /** The type of events that hold constants. */
    static final long CHECKPOINT = 1;

    private static final int LONGEST_NUMBER = 9;

    private final RecordingBytes bytes;
    private long at;

    EventWalk(RecordingBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * What stands between a chunk's header and the first thing that is no event.
     *
     * @param end the byte after the last whole event
     * @param constants where the last checkpoint event starts, 0 when there is none
     * @param metadata where the last metadata event starts, 0 when there is none
     */
    record Found(long end, long constants, long metadata) {
        /** Tells whether types and constants are there, without which no event can be understood. */
        boolean selfContained() {
            return constants > 0 && metadata > 0;
        }
    }

    /** Walks the chunk at {@code from} as far as its events are whole, at most up to {@code to}. */
    Found from(long from, long to) throws IOException {
        long end = from + ChunkHeader.SIZE;
        long constants = 0;
        long metadata = 0;
        while (end < to) {
            at = end;
            long size = number(to);
            long type = number(to);
            if (size < at - end || size > to - end || type < 0) {
                break;
            }
            if (type == METADATA) {
                metadata = end;
            } else if (type == CHECKPOINT) {
                constants = end;
            }
            end += size;
        }
        return new Found(Math.min(end, to), constants, metadata);
    }

    /** Returns where the checkpoints of a chunk start, the last one first; by their chain, or one by one where that is broken. */
    List<Long> checkpoints(Chunk chunk) throws IOException {
        List<Long> starts = new ArrayList<>();
        long checkpoint = chunk.from() + chunk.constants();
        while (startsEvent(checkpoint, CHECKPOINT, chunk.readTo())) {
            starts.add(checkpoint);
            number(chunk.readTo()); // time
            number(chunk.readTo()); // duration
            long back = number(chunk.readTo());
            if (back == 0) {
                return starts;
            }
            if (back > 0 || checkpoint + back < chunk.from() + ChunkHeader.SIZE) {
                break;
            }
            checkpoint += back;
        }
        starts.clear();
        long end = chunk.from() + ChunkHeader.SIZE;
        while (end < chunk.readTo()) {
            at = end;
            long size = number(chunk.readTo());
            long type = number(chunk.readTo());
            if (size < at - end || type < 0) {
                break;
            }
            if (type == CHECKPOINT) {
                starts.addFirst(end);
            }
            end += size;
        }
        return starts;
    }

    /** Tells whether the header at {@code from} points to a metadata event and to a chain of checkpoints that ends. */
    boolean anchored(long from, ChunkHeader header, long to) throws IOException {
        if (!header.pointsInside(to - from) || !startsEvent(from + header.metadata(), METADATA, to)) {
            return false;
        }
        long checkpoint = from + header.constants();
        while (startsEvent(checkpoint, CHECKPOINT, to)) {
            number(to); // time
            number(to); // duration
            long back = number(to);
            if (back == 0) {
                return true;
            }
            if (back > 0 || checkpoint + back < from + ChunkHeader.SIZE) {
                return false;
            }
            checkpoint += back;
        }
        return false;
    }

    private boolean startsEvent(long start, long wantedType, long to) throws IOException {
        at = start;
        long size = number(to);
        return size > 0 && size <= to - start && number(to) == wantedType;
    }

    /** Reads the number at {@link #at} and steps over it; -1 when it runs past {@code to}. */
    private long number(long to) throws IOException {
        int room = (int) Math.min(LONGEST_NUMBER, to - at);
        ByteBuffer buffer = room <= 0 ? null : bytes.at(at, room);
        if (buffer == null) {
            return -1;
        }
        int index = bytes.indexOf(at);
        long value = 0;
        for (int i = 0; i < room; i++) {
            byte next = buffer.get(index + i);
            if (i == LONGEST_NUMBER - 1) {
                value |= (next & 0xffL) << 56;
            } else {
                value |= (next & 0x7fL) << (7 * i);
            }
            if (next >= 0 || i == LONGEST_NUMBER - 1) {
                at += i + 1;
                return value;
            }
        }
        return -1;
    }
}
