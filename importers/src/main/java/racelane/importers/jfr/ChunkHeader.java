package racelane.importers.jfr;

import java.nio.ByteBuffer;

/**
 * The fixed first bytes of a chunk, big-endian: magic, version, size, the places of constants and metadata, clock, state.
 *
 * @param major format version before the point: 1 (JDK 9, 10) or 2; 0 is the format of Oracle JDK 8
 * @param minor format version after the point
 * @param size length of the chunk in bytes, this header included
 * @param constants where the last checkpoint event lies, bytes from the chunk's start
 * @param metadata where the metadata event lies, bytes from the chunk's start
 * @param startNanos when the chunk begins, ns since the epoch
 * @param startTicks the same on the chunk's own clock
 * @param ticksPerSecond frequency of the chunk's clock
 * @param state 0 when the chunk was finished; a counter or 255 while a JVM was still writing it
 */
record ChunkHeader(
        int major,
        int minor,
        long size,
        long constants,
        long metadata,
        long startNanos,
        long startTicks,
        long ticksPerSecond,
        int state) {
    /** Length of the header in bytes. */
    static final int SIZE = 68;

    /** The first four bytes of every chunk: {@code FLR\0}. */
    static final int MAGIC = 0x464C_5200;

    static final int SIZE_AT = 8;
    static final int CONSTANTS_AT = 16;
    static final int METADATA_AT = 24;
    static final int STATE_AT = 64;
    private static final int START_NANOS_AT = 32;
    private static final int START_TICKS_AT = 48;
    private static final int TICKS_PER_SECOND_AT = 56;

    /** Reads the header that lies at {@code at}; the magic is not looked at. */
    static ChunkHeader parse(ByteBuffer bytes, int at) {
        return new ChunkHeader(
                bytes.getShort(at + 4),
                bytes.getShort(at + 6),
                bytes.getLong(at + SIZE_AT),
                bytes.getLong(at + CONSTANTS_AT),
                bytes.getLong(at + METADATA_AT),
                bytes.getLong(at + START_NANOS_AT),
                bytes.getLong(at + START_TICKS_AT),
                bytes.getLong(at + TICKS_PER_SECOND_AT),
                bytes.get(at + STATE_AT) & 0xff);
    }

    /** Tells whether chunks of this version can be read. */
    boolean supported() {
        return major == 1 || major == 2;
    }

    /** Tells whether these bytes can be a header at all, and not the magic met by chance inside an event. */
    boolean plausible() {
        return major >= 0 && major < 16 && minor >= 0 && minor < 100 && ticksPerSecond > 0;
    }

    /** Tells whether constants and metadata are said to lie inside the first {@code length} bytes of the chunk. */
    boolean pointsInside(long length) {
        return constants >= SIZE && constants < length && metadata >= SIZE && metadata < length;
    }

    /** Tells whether {@code other} begins the same chunk: a JVM keeps a copy of the header inside the chunk's last checkpoint. */
    boolean sameChunk(ChunkHeader other) {
        return startNanos == other.startNanos && startTicks == other.startTicks;
    }

    /** Returns the version as people write it: {@code 2.1}. */
    String version() {
        return major + "." + minor;
    }
}
