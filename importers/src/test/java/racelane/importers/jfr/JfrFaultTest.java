package racelane.importers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.importers.Imported;
import racelane.model.source.Account;
import racelane.model.source.ImportProblem;
import racelane.model.spi.ImportException;

@Isolated("records the whole JVM")
class JfrFaultTest {
    private static final int EACH = 20;
    private static final int EVENTS_IN_CHUNK = 2 * (EACH + 1);

    @TempDir
    static Path folder;

    private static byte[][] chunks = {};

    @BeforeAll
    static void record() throws IOException {
        chunks = new byte[5][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = Recordings.chunk(folder, EACH);
        }
    }

    @Test
    void fiveSoundChunksLoseNothing() throws IOException, ImportException {
        Imported imported = read(Recordings.join(chunks));
        assertThat(account(imported))
                .isEqualTo(new Account.Chunked(5 * EVENTS_IN_CHUNK, 5 * EVENTS_IN_CHUNK, 0, 0, 5, 0));
        assertThat(imported.source().problems()).isEmpty();
        assertThat(imported.lanes()).hasSize(10).doesNotHaveDuplicates().contains("worker-1", "worker-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aBadChunkAnywhereLosesOnlyItself(int bad) throws IOException, ImportException {
        List<Consumer<byte[]>> damages = List.of(
                chunk -> Arrays.fill(chunk, chunk.length / 3, chunk.length / 3 + 512, (byte) 0),
                chunk -> Arrays.fill(chunk, ChunkHeader.SIZE, chunk.length, (byte) 0xff),
                chunk -> ByteBuffer.wrap(chunk).putLong(ChunkHeader.SIZE_AT, 0),
                chunk -> ByteBuffer.wrap(chunk).putLong(ChunkHeader.SIZE_AT, Long.MAX_VALUE),
                chunk -> ByteBuffer.wrap(chunk).putLong(ChunkHeader.SIZE_AT, chunk.length - 7),
                chunk -> ByteBuffer.wrap(chunk).putLong(ChunkHeader.CONSTANTS_AT, 70),
                chunk -> ByteBuffer.wrap(chunk).putShort(4, (short) 7),
                JfrFaultTest::overwrite);
        for (int damage = 0; damage < damages.size(); damage++) {
            byte[][] all = new byte[chunks.length][];
            for (int i = 0; i < all.length; i++) {
                all[i] = chunks[i].clone();
            }
            damages.get(damage).accept(all[bad]);
            Imported imported = read(Recordings.join(all));
            String what = "damage " + damage + " in chunk " + (bad + 1) + ": "
                    + imported.source().problems();
            assertThat(account(imported).chunksLost()).as(what).isEqualTo(1);
            assertThat(account(imported).imported()).as(what).isBetween(4L * EVENTS_IN_CHUNK, 5L * EVENTS_IN_CHUNK);
            assertThat(account(imported).addsUp()).as(what).isTrue();
            assertThat(imported.source().problems()).as(what).isNotEmpty();
            String place = "chunk " + (bad + 1) + " of ";
            assertThat(imported.source().problems())
                    .as(what)
                    .allSatisfy(problem ->
                            assertThat(problem.at()).startsWith(place).contains("bytes "));
        }
    }

    @Test
    void aCutLastChunkKeepsAllOthersAndIsSaid() throws IOException, ImportException {
        byte[] whole = Recordings.join(chunks[0], chunks[1], chunks[2]);
        int sound = chunks[0].length + chunks[1].length;
        for (int cut = 0; cut < 60; cut++) {
            int length = sound + 1 + (int) ((long) (chunks[2].length - 1) * cut / 60);
            Imported imported = read(Arrays.copyOf(whole, length));
            assertThat(account(imported).imported())
                    .as("cut at %d", length)
                    .isGreaterThanOrEqualTo(2L * EVENTS_IN_CHUNK);
            assertThat(account(imported).chunks()).isEqualTo(3);
            assertThat(account(imported).chunksLost()).isEqualTo(1);
            assertThat(imported.source().problems())
                    .extracting(ImportProblem::at)
                    .anySatisfy(at ->
                            assertThat(at).startsWith("chunk 3 of 3, bytes ").endsWith("-" + (length - 1)));
        }
    }

    @Test
    void aChunkLeftByAKilledJvmIsReadUpToItsLastFlush() throws IOException, ImportException {
        byte[] unfinished = chunks[0].clone();
        unfinished[ChunkHeader.STATE_AT] = 3;
        byte[] withTail = Recordings.join(chunks[1], unfinished, new byte[300]);
        Imported imported = read(withTail);
        assertThat(account(imported).imported()).isEqualTo(2L * EVENTS_IN_CHUNK);
        assertThat(account(imported).chunksLost()).isEqualTo(1);
        assertThat(imported.source().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at())
                    .isEqualTo("chunk 2 of 2, bytes " + (withTail.length - 300) + "-" + (withTail.length - 1));
            assertThat(problem.message()).contains("never finished", "300 bytes");
        });
    }

    @Test
    void aChunkWithoutASizeIsReadByWhatItHolds() throws IOException, ImportException {
        byte[] noSize = chunks[0].clone();
        ByteBuffer.wrap(noSize).putLong(ChunkHeader.SIZE_AT, 0).putLong(ChunkHeader.METADATA_AT, 0);
        Imported imported = read(noSize);
        assertThat(account(imported).imported()).isEqualTo(EVENTS_IN_CHUNK);
        assertThat(account(imported).chunksLost()).isEqualTo(1);
    }

    @Test
    void aRingOfCheckpointsDoesNotHang() throws IOException, ImportException {
        byte[] ring = chunks[0].clone();
        ChunkHeader header = ChunkHeader.parse(ByteBuffer.wrap(ring), 0);
        int at = (int) header.constants();
        for (int number = 0; number < 4; number++) { // size, type, time, duration
            while (ring[at++] < 0) {}
        }
        ring[at] = (byte) (ring[at] | 1); // a step forward, or to itself, or out of line
        Imported imported = read(Recordings.join(ring, chunks[1]));
        assertThat(account(imported).imported()).isGreaterThanOrEqualTo(EVENTS_IN_CHUNK);
    }

    @Test
    void theFormatOfJdk8IsRefusedByName() throws IOException {
        byte[] old = chunks[0].clone();
        ByteBuffer.wrap(old).putShort(4, (short) 0).putShort(6, (short) 9);
        assertThatThrownBy(() -> read(old))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("JFR format 0.9 of Oracle JDK 8")
                .hasMessageContaining("record with JDK 9");
    }

    @Test
    void aGzippedRecordingIsReadAndQuotedAsThePlainOne() throws IOException, ImportException {
        Imported plain = read(Recordings.join(chunks[0], chunks[1]));
        Imported zipped =
                new Imported(read(gzip(Recordings.join(chunks[0], chunks[1]))).table());
        assertThat(account(zipped)).isEqualTo(account(plain));
        assertThat(zipped.source().text().quote(60))
                .isEqualTo(plain.source().text().quote(60));
    }

    @Test
    void aCutGzipKeepsItsWholeChunks() throws IOException, ImportException {
        byte[] zipped = gzip(Recordings.join(chunks[0], chunks[1]));
        Imported imported = read(Arrays.copyOf(zipped, zipped.length - 200));
        assertThat(account(imported).imported()).isGreaterThanOrEqualTo(EVENTS_IN_CHUNK);
        assertThat(imported.source().problems())
                .extracting(ImportProblem::message)
                .anySatisfy(message -> assertThat(message).contains("gzip"));
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Path file = folder.resolve("bomb");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(chunks[0]);
            byte[] zeroes = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeroes);
            }
        }
        assertThatThrownBy(() -> Imported.from(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("200 times");
    }

    /** Leaves nothing but the magic. */
    private static void overwrite(byte[] chunk) {
        byte[] noise = new byte[chunk.length - Integer.BYTES];
        new Random(3).nextBytes(noise);
        System.arraycopy(noise, 0, chunk, Integer.BYTES, noise.length);
    }

    private static Imported read(byte[] content) throws IOException, ImportException {
        return Imported.from(Files.write(folder.resolve("recording-" + Arrays.hashCode(content)), content));
    }

    private static Account.Chunked account(Imported imported) {
        return (Account.Chunked) imported.source().account();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
