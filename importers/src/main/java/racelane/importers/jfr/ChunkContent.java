package racelane.importers.jfr;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * What the events of a chunk are read with.
 *
 * @param metadata the types
 * @param constants what events name by keys
 * @param ticks the clock
 */
record ChunkContent(Metadata metadata, Constants constants, Ticks ticks) {
    /**
     * Opens a chunk.
     *
     * @param wanted the types whose constants somebody may ask for
     * @throws RuntimeException of some kind when its metadata are damaged
     */
    static ChunkContent of(RecordingBytes bytes, Chunk chunk, Predicate<TypeDef> wanted) throws IOException {
        return of(bytes, chunk, wanted, new RecentMetadata());
    }

    /**
     * As above, for one chunk after the other.
     *
     * @param recent the types of the chunks before
     */
    static ChunkContent of(RecordingBytes bytes, Chunk chunk, Predicate<TypeDef> wanted, RecentMetadata recent)
            throws IOException {
        Metadata metadata = recent.of(bytes.event(chunk.from() + chunk.metadata(), chunk.readTo()));
        return new ChunkContent(metadata, Constants.of(bytes, chunk, metadata, wanted), Ticks.of(chunk.header()));
    }

    /** Tells whether stack traces are not made of this type, the one kind of constant that nothing at import asks for. */
    static boolean noStackTrace(TypeDef type) {
        return !type.name().equals("jdk.types.StackTrace");
    }
}
