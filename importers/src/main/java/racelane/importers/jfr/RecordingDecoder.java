package racelane.importers.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;

/**
 * Takes the chunks of a recording apart, one after the other, a tape of events at a time. Asks the sink for ids of words, lanes and
 * tracks and gives it attribute rows; events it leaves to the tape's writer. One thread at a time.
 */
final class RecordingDecoder {
    private static final long DAY = 86_400_000_000_000L;
    private static final int MAX_EVENTS = Integer.MAX_VALUE - 8;

    private final RecordingBytes bytes;
    private final EventPages.Source onward;
    private final List<Chunk> chunks;
    private final EventMapper mapper;
    private final ByteCursor in = new ByteCursor();
    private final RecentMetadata metadata = new RecentMetadata();
    private int begun;
    private @Nullable Chunk chunk;
    private @Nullable ChunkContent content;
    private @Nullable EventPages pages;
    private int records;
    private int before;
    private int rejected;
    private String firstRejection = "";

    /**
     * Starts before the first chunk.
     *
     * @param onward gives the pages, which are asked for in the order of the file
     */
    RecordingDecoder(RecordingBytes bytes, EventPages.Source onward, List<Chunk> chunks, EventSink sink) {
        this.bytes = bytes;
        this.onward = onward;
        this.chunks = chunks;
        this.mapper = new EventMapper(sink);
    }

    /** Says which values were left to the text, one sentence each; after the last tape. */
    List<String> leftOut() {
        return mapper.leftOut();
    }

    /**
     * Empties a tape and fills it with what comes next.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    void fill(EventTape tape) {
        tape.clear();
        try {
            while (!tape.full()) {
                Chunk open = chunk;
                if (open != null) {
                    String trouble = events(open, tape);
                    if (trouble != null) {
                        end(open, trouble, tape);
                    }
                } else if (begun == chunks.size()) {
                    tape.endAll();
                } else {
                    begin(chunks.get(begun++), tape);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(Chunk next, EventTape tape) {
        before = records;
        rejected = 0;
        firstRejection = "";
        pages = null;
        chunk = next;
        if (!next.readable()) {
            end(next, "", tape);
        }
    }

    private void end(Chunk open, String trouble, EventTape tape) {
        boolean clockDisagrees =
                open.readable() && mapper.earliest() < open.header().startNanos() - DAY;
        tape.readTo(open.to());
        tape.end(new ChunkOutcome(open, before, records - before, rejected, firstRejection, trouble, clockDisagrees));
        chunk = null;
        content = null;
        pages = null;
    }

    /** Reads events until the tape is full; returns null then, else what stopped it before the chunk's end, or the empty text. */
    private @Nullable String events(Chunk open, EventTape tape) throws IOException {
        try {
            EventPages walk = pages;
            if (walk == null) {
                mapper.forget();
                content = ChunkContent.of(bytes, open, ChunkContent::noStackTrace, metadata);
                mapper.newChunk(content);
                walk = new EventPages(onward, open, open.from() + ChunkHeader.SIZE, in);
                pages = walk;
            }
            while (walk.next()) {
                if (records == MAX_EVENTS) {
                    return stopped(
                            "a recording can hold at most " + MAX_EVENTS + " events; split it with 'jfr disassemble'");
                }
                add(walk.type(), tape);
                if (tape.full()) {
                    tape.readTo(walk.position());
                    return null;
                }
            }
            return trouble(walk);
        } catch (RuntimeException | StackOverflowError e) {
            return stopped(Fault.of(e));
        }
    }

    private void add(long type, EventTape tape) {
        records++;
        try {
            mapper.add(type, in, records, tape);
        } catch (RuntimeException e) {
            rejected++;
            firstRejection = rejected == 1 ? Fault.of(e) : firstRejection;
        }
    }

    private String stopped(String why) {
        return "stopped after " + (records - before) + " events: " + why + "; the rest of the chunk is lost";
    }

    private String trouble(EventPages walk) {
        String fault = walk.fault();
        if (fault != null) {
            return stopped(fault);
        }
        if (walk.tooLarge() > 0) {
            return walk.tooLarge() + " events are larger than the memory there is allows, and were left out";
        }
        ChunkContent known = content;
        String constants = known == null ? null : known.constants().fault();
        return constants == null ? "" : constants;
    }
}
