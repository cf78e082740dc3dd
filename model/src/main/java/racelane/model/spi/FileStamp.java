package racelane.model.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What a file system says of a file without reading it.
 *
 * @param size length in bytes
 * @param modified when it was last written, ns since the epoch
 * @param key which file it is, where the file system says so: device and inode; else empty
 */
record FileStamp(long size, long modified, String key) {
    /** As long, in ns, a file system may go on showing the same time for several writes: FAT counts in two seconds. */
    private static final long COARSEST = 2_000_000_000L;

    /** Looks at a file. */
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = found.fileKey();
        return new FileStamp(
                found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS), key == null ? "" : key.toString());
    }

    /** As a record's own; written out, for what makes those at run time costs every start 30 ms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FileStamp stamp
                && size == stamp.size
                && modified == stamp.modified
                && key.equals(stamp.key);
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(size) * 31 + Long.hashCode(modified)) * 31 + key.hashCode();
    }

    /** Tells whether a write after {@code time} (ns since the epoch) is sure to show in the stamp. */
    boolean tellsWritesAfter(long time) {
        return modified < time - COARSEST;
    }
}
