package racelane.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.progress.CancelledException;
import racelane.model.progress.Progress;

/** The hash is that of the file at open, however little, however often and however oddly it is read. */
class ContentHashTest {
    private static final int SIZE = 700_001; // several blocks and a bit

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private byte[] bytes = new byte[0];

    @BeforeEach
    void write() throws Exception {
        bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("a.bin"), bytes);
    }

    @Test
    void aFileReadWholeIsHashedOnTheWay() throws Exception {
        ContentHash hash = new ContentHash(file, SIZE);
        try (InputStream in = hash.open()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        Files.delete(file); // nothing is left to be read
        assertThat(hash.finish(Progress.none())).isEqualTo(sha256(bytes));
    }

    @Test
    void whatIsSkippedOrLeftUnreadCounts() throws Exception {
        ContentHash hash = new ContentHash(file, SIZE);
        try (InputStream in = hash.open()) {
            in.skipNBytes(3);
            assertThat(in.read()).isEqualTo(bytes[3] & 0xff);
            assertThat(in.skip(70_000)).isPositive();
            assertThat(in.readNBytes(10)).hasSize(10);
        }
        assertThat(hash.finish(Progress.none())).isEqualTo(sha256(bytes));
    }

    @Test
    void whoReadsAtLeisureHashesWhatItReadsAndTheRestIsHashedAfterIt() throws Exception {
        for (int read : new int[] {0, 1, 300_001, SIZE}) {
            int[] helped = {0};
            ContentHash hash = new ContentHash(file, SIZE, new BlockSums(), task -> {
                helped[0]++;
                task.run();
            });
            try (InputStream in = hash.open(true)) {
                assertThat(in.readNBytes(read)).isEqualTo(Arrays.copyOf(bytes, read));
            }
            assertThat(helped[0]).as("asked for help while reading").isZero();
            assertThat(hash.finish(Progress.none())).isEqualTo(sha256(bytes));
        }
    }

    @Test
    void aFileThatNobodyOpensIsReadForItself() throws Exception {
        assertThat(new ContentHash(file, SIZE).finish(Progress.none())).isEqualTo(sha256(bytes));
    }

    @Test
    void onlyTheFirstStreamIsHashed() throws Exception {
        ContentHash hash = new ContentHash(file, SIZE);
        try (InputStream first = hash.open();
                InputStream second = hash.open()) {
            first.skipNBytes(100);
            second.skipNBytes(5_000);
            first.skipNBytes(100);
        }
        assertThat(hash.finish(Progress.none())).isEqualTo(sha256(bytes));
        try (InputStream later = hash.open()) {
            assertThat(later.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void whatTheFileGrewByDoesNotCount() throws Exception {
        ContentHash read = new ContentHash(file, SIZE);
        ContentHash unread = new ContentHash(file, SIZE);
        Files.write(file, new byte[300_000], StandardOpenOption.APPEND);
        try (InputStream in = read.open()) {
            assertThat(in.readAllBytes()).hasSize(SIZE + 300_000);
        }
        assertThat(read.finish(Progress.none())).isEqualTo(sha256(bytes));
        assertThat(unread.finish(Progress.none())).isEqualTo(sha256(bytes));
    }

    @Test
    void aFileThatShrankIsHashedAsFarAsItGoes() throws Exception {
        ContentHash hash = new ContentHash(file, SIZE);
        Files.write(file, Arrays.copyOf(bytes, 1_000));
        assertThat(hash.finish(Progress.none())).isEqualTo(sha256(Arrays.copyOf(bytes, 1_000)));
    }

    @Test
    void hashingTheRestCanBeCancelled() throws IOException {
        ContentHash hash = new ContentHash(file, SIZE);
        Progress cancelled = new Progress() {
            @Override
            public void advance(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> hash.finish(cancelled)).isInstanceOf(CancelledException.class);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
