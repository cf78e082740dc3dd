package racelane.importers.jfr;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the events of a chunk in file order, a page of bytes at a time. Metadata and checkpoints are passed over. An event
 * that is too large for the memory there is is passed over and counted; one whose size cannot be right ends the walk.
 */
final class EventPages {
    private static final int PAGE = 1 << 20;
    private static final int LONGEST_NUMBER = 9;
    /** So many bytes behind the last one may be looked at. */
    private static final int SLACK = 32;

    private static final byte[] NOTHING = {};

    private final Source bytes;
    private final ByteCursor in;
    private final long end;
    private byte[] page = NOTHING;
    private long pageFrom;
    private int filled;
    private long next;
    private long place;
    private long type;
    private int eventEnd;
    private long tooLarge;
    private @Nullable String fault;

    /** Where pages come from. */
    @FunctionalInterface
    interface Source {
        /** Reads {@code count} bytes from {@code at} into {@code target}. */
        void read(long at, byte[] target, int from, int count) throws IOException;
    }

    /**
     * Starts before the first event of a chunk.
     *
     * @param in is set on each event
     * @param from where to start: the first byte of an event
     */
    EventPages(Source bytes, Chunk chunk, long from, ByteCursor in) {
        this.bytes = bytes;
        this.in = in;
        this.end = chunk.readTo();
        this.next = from;
        this.pageFrom = from;
    }

    /** Goes to the next event, of which the cursor then stands after the type; returns false when there is none. */
    boolean next() throws IOException {
        while (next < end) {
            int at = (int) (next - pageFrom);
            if (at + 2 * LONGEST_NUMBER > filled && pageFrom + filled < end) {
                at = fill(at, PAGE);
            }
            in.on(page, at, filled);
            long size = size();
            if (size < 0) {
                return false;
            }
            if (at + size > filled) {
                if (size > RecordingBytes.MOST_KEPT) {
                    tooLarge++;
                    next += size;
                    pageFrom = next;
                    filled = 0;
                    continue;
                }
                int header = in.at() - at;
                at = fill(at, (int) Math.max(PAGE, size));
                in.on(page, at + header, filled);
            }
            place = next;
            next += size;
            eventEnd = at + (int) size;
            if (type != EventWalk.METADATA && type != EventWalk.CHECKPOINT) {
                in.on(page, in.at(), eventEnd);
                return true;
            }
        }
        return false;
    }

    /** Reads size and type; returns the size, or -1 when it cannot be one. */
    private long size() {
        try {
            int at = in.at();
            long size = in.number();
            type = in.number();
            in.checkInside();
            if (size >= in.at() - at && size <= end - next) {
                return size;
            }
            fault = "an event at byte " + next + " says it is " + size + " bytes long";
        } catch (RuntimeException e) {
            fault = "an event at byte " + next + " is cut inside its first numbers";
        }
        return -1;
    }

    /** Returns the type id of the event. */
    long type() {
        return type;
    }

    /** Returns the event's first byte in the file. */
    long place() {
        return place;
    }

    /** Returns where the next event starts. */
    long position() {
        return next;
    }

    /** Returns how many events were too large to be read. */
    long tooLarge() {
        return tooLarge;
    }

    /** Returns what ended the walk before the end of the chunk, or null. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Brings the byte that is at {@code at} now to the start of the page, and what follows it; returns its new index. */
    private int fill(int at, int wanted) throws IOException {
        long from = pageFrom + at;
        int length = (int) Math.min(wanted, end - from);
        int kept = Math.max(0, Math.min(filled - at, length));
        byte[] target = page.length >= length + SLACK ? page : new byte[length + SLACK];
        if (kept > 0) {
            System.arraycopy(page, at, target, 0, kept);
        }
        bytes.read(from + kept, target, kept, length - kept);
        page = target;
        pageFrom = from;
        filled = length;
        return 0;
    }
}
