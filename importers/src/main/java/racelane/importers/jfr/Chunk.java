package racelane.importers.jfr;

/**
 * One chunk of a recording and how to read it.
 *
 * @param number position among the chunks, from 1
 * @param from first byte in the file
 * @param to the byte after the last one that belongs to it
 * @param readTo the byte after the last one to be read; {@code from} when nothing can be read
 * @param constants where its last checkpoint event lies, bytes from {@code from}
 * @param metadata where its metadata event lies, bytes from {@code from}
 * @param header its header as it stands in the file; all 0 where there is none
 * @param fault what is wrong with it, empty when nothing is
 */
record Chunk(
        int number, long from, long to, long readTo, long constants, long metadata, ChunkHeader header, String fault) {
    /** Tells whether there is nothing wrong with it, so that its bytes can be read as they stand. */
    boolean sound() {
        return fault.isEmpty();
    }

    /** Tells whether anything of it can be read. */
    boolean readable() {
        return readTo > from;
    }

    /** Returns the place as people look for it: {@code chunk 2 of 5, bytes 1024-4095}. */
    String place(int chunks) {
        return place(chunks, from, to);
    }

    /** Returns the place of the bytes that are not read. */
    String lostPlace(int chunks) {
        return place(chunks, readTo < to ? readTo : from, to);
    }

    private String place(int chunks, long first, long end) {
        return "chunk " + number + " of " + chunks + ", bytes " + first + "-" + (end - 1);
    }
}
