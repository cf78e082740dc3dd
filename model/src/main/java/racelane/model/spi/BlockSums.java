package racelane.model.spi;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A checksum of every {@value #BLOCK} bytes of a file, made as the file is read and held against it when a part of it is read again:
 * 4 bytes a block, 64 kB for a gigabyte. CRC32C: it finds every change that happens by chance but one in four thousand million; it is
 * no proof against who forges evidence, for that there is the SHA-256. One thread writes; then any may read.
 */
final class BlockSums {
    /** The length of a block in bytes. */
    static final int BLOCK = 1 << 16;

    private final CRC32C sum = new CRC32C();
    private int[] sums = new int[16];
    private int blocks;
    private int filled;
    private long length;

    /** Takes the next bytes of the file. */
    void add(byte[] bytes, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            int part = Math.min(left, BLOCK - filled);
            sum.update(bytes, at, part);
            filled += part;
            at += part;
            left -= part;
            if (filled == BLOCK) {
                endBlock();
            }
        }
        length += count;
    }

    /** Ends the file. */
    void end() {
        if (filled > 0) {
            endBlock();
        }
    }

    /** Returns how many bytes were taken. */
    long length() {
        return length;
    }

    /** Returns how many blocks there are; all of {@value #BLOCK} bytes but the last. */
    int blocks() {
        return blocks;
    }

    /** Returns the length of a block in bytes. */
    int length(int block) {
        return (int) Math.min(BLOCK, length - (long) block * BLOCK);
    }

    /** Tells whether {@code bytes} begins with what the block was. */
    boolean matches(int block, byte[] bytes) {
        CRC32C now = new CRC32C();
        now.update(bytes, 0, length(block));
        return (int) now.getValue() == sums[block];
    }

    private void endBlock() {
        if (blocks == sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        sums[blocks++] = (int) sum.getValue();
        sum.reset();
        filled = 0;
    }
}
