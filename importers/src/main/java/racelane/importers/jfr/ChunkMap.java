package racelane.importers.jfr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Progress;

/**
 * Finds the chunks of a recording by their headers and judges each before a parser sees it: a size of 0 or a ring of
 * checkpoints would keep the JDK's reader busy for ever. Where a header lies, the next one is looked for byte by byte, so one
 * bad chunk never hides its neighbours.
 */
final class ChunkMap {
    private static final ChunkHeader NO_HEADER = new ChunkHeader(0, 0, 0, 0, 0, 0, 0, 1, 0);

    private final RecordingBytes bytes;
    private final EventWalk walk;
    private final List<Chunk> chunks = new ArrayList<>();

    private ChunkMap(RecordingBytes bytes) {
        this.bytes = bytes;
        this.walk = new EventWalk(bytes);
    }

    /** Returns all chunks in file order; together they cover every byte. */
    static List<Chunk> of(RecordingBytes bytes, Progress progress) throws IOException {
        ChunkMap map = new ChunkMap(bytes);
        long at = 0;
        while (at < bytes.size()) {
            progress.checkCancelled();
            at = map.add(at);
        }
        return List.copyOf(map.chunks);
    }

    /** Adds the chunk that starts at {@code from} and returns where the next one starts. */
    private long add(long from) throws IOException {
        ChunkHeader header = bytes.headerAt(from);
        if (header == null) {
            long to = next(from + 1, null);
            boolean cut = bytes.magicAt(from);
            lost(from, to, NO_HEADER, cut ? "the chunk is cut inside its header" : "these bytes belong to no chunk");
            return to;
        }
        long said = from + header.size();
        boolean inside = header.size() >= ChunkHeader.SIZE && header.size() <= bytes.size() - from;
        boolean anchored = inside && header.supported() && walk.anchored(from, header, said);
        if (anchored && header.state() == 0) {
            chunks.add(new Chunk(number(), from, said, said, header.constants(), header.metadata(), header, ""));
            return said;
        }
        long to = next(anchored ? said : from + 4, header.plausible() ? header : null);
        if (anchored) {
            unfinished(from, to, header);
        } else if (header.supported()) {
            salvage(from, to, header);
        } else {
            lost(from, to, header, "version " + header.version() + " of the format is not known");
        }
        return to;
    }

    /**
     * Returns where the next chunk at or after {@code from} starts; the end of the bytes when there is none.
     *
     * @param current the header of the chunk that is being left, a copy of which lies in its last checkpoint and does not
     *     count; null when it has none, and then only a chunk that is whole counts
     */
    private long next(long from, @Nullable ChunkHeader current) throws IOException {
        long at = bytes.nextMagic(from);
        while (at < bytes.size()) {
            ChunkHeader header = bytes.headerAt(at);
            if (header != null && header.plausible()) {
                boolean counts = current == null
                        ? header.size() <= bytes.size() - at && walk.anchored(at, header, at + header.size())
                        : !header.sameChunk(current);
                if (counts) {
                    return at;
                }
            }
            at = bytes.nextMagic(at + 1);
        }
        return bytes.size();
    }

    /**
     * A chunk whose header is good up to a flush, as a killed JVM leaves it. What it wrote after that flush stands behind in whole
     * events, and is read with what the last flush said of types and threads, or with what stands behind itself.
     */
    private void unfinished(long from, long to, ChunkHeader header) throws IOException {
        EventWalk.Found found = walk.from(from, to);
        long readTo = Math.max(found.end(), from + header.size());
        long constants = Math.max(found.constants() - from, header.constants());
        long metadata = Math.max(found.metadata() - from, header.metadata());
        String rest = readTo < to ? "; the " + (to - readTo) + " bytes after it are lost" : "";
        String fault = "the chunk was never finished (the JVM was killed?): read up to its last whole event" + rest;
        chunks.add(new Chunk(number(), from, to, readTo, constants, metadata, header, fault));
    }

    /** A chunk whose header does not hold: cut, or damaged. What is whole from its start on is read when it explains itself. */
    private void salvage(long from, long to, ChunkHeader header) throws IOException {
        EventWalk.Found found = walk.from(from, to);
        String cut = header.size() > to - from
                ? "the chunk is cut: " + (to - from) + " of " + header.size() + " bytes are there"
                : "the chunk's header is damaged";
        if (!found.selfContained()) {
            lost(from, to, header, cut + ", and without its type descriptions nothing of it can be read");
            return;
        }
        String rest = found.end() < to ? "; the last " + (to - found.end()) + " bytes are lost" : "";
        chunks.add(new Chunk(
                number(),
                from,
                to,
                found.end(),
                found.constants() - from,
                found.metadata() - from,
                header,
                cut + "; read what is whole" + rest));
    }

    private void lost(long from, long to, ChunkHeader header, String fault) {
        chunks.add(new Chunk(number(), from, to, from, 0, 0, header, fault + "; skipped"));
    }

    private int number() {
        return chunks.size() + 1;
    }
}
