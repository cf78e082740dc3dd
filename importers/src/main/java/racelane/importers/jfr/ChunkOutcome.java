package racelane.importers.jfr;

/**
 * What came of a chunk.
 *
 * @param chunk the chunk
 * @param before how many events the chunks before it hold
 * @param events how many it holds, those that could not be read included
 * @param rejected how many of them could not be read
 * @param firstRejection why the first of those could not; empty when there is none
 * @param trouble what stopped it before its end, or is wrong with its constants; else empty
 * @param clockDisagrees whether an event lies more than a day before its start
 */
record ChunkOutcome(
        Chunk chunk,
        int before,
        int events,
        int rejected,
        String firstRejection,
        String trouble,
        boolean clockDisagrees) {
    /** Returns the first thing that is wrong with the chunk, or the empty text. */
    String fault() {
        return chunk.fault().isEmpty() ? trouble : chunk.fault();
    }
}
