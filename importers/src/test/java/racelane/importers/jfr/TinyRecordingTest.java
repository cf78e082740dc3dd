package racelane.importers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.importers.Imported;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;

/** Small recordings written by hand: every form of value, and everything that can be wrong with them. */
class TinyRecordingTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final int EACH = 9;

    /** {@code -Djfr.mutations=50000} for the nightly figure, 500000 before a release. */
    private static final int MUTATIONS = Integer.getInteger("jfr.mutations", 2_000);

    @TempDir
    static Path folder;

    @Test
    void everyEncodingOfAStringIsRead() throws IOException, ImportException {
        TinyRecording recording = new TinyRecording()
                .step(1_010, 1, 0, "", 1)
                .step(1_020, 1, 1, "", 2)
                .step(1_030, 1, 2, "", 3)
                .step(1_040, 1, 3, "grün", 4)
                .step(1_050, 1, 4, "gr\u00fcn", 5)
                .step(1_060, 1, 5, "grün", 6)
                .step(1_070, 1, 4, "plain", 7)
                .step(1_080, 1, 5, "plain", 8)
                .step(1_090, 1, 3, "a text of more than sixteen bytes", 9);
        List<Event> events = read(recording.chunk(START)).events();
        assertThat(events)
                .extracting(event -> event.attributes().getOrDefault("text", ""))
                .containsExactly(
                        "",
                        "",
                        "a text from the pool",
                        "grün",
                        "grün",
                        "grün",
                        "plain",
                        "plain",
                        "a text of more than sixteen bytes");
        assertThat(events)
                .extracting(event -> event.attributes().get("seq"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void threadsKeysAndTimesAreThoseOfTheBytes() throws IOException, ImportException {
        Imported imported = read(new TinyRecording()
                .step(1_010, 2, 3, "x", Long.MIN_VALUE)
                .step(1_020, 1, 3, "x", Long.MAX_VALUE)
                .chunk(START));
        assertThat(imported.lanes()).containsExactly("worker", "main");
        Event first = imported.events().getFirst();
        assertThat(first.key()).isEqualTo("user:2");
        assertThat(first.kind()).isEqualTo(EventKind.SPAN);
        assertThat(first.start()).isEqualTo(START + 10);
        assertThat(first.end()).isEqualTo(START + 15);
        assertThat(first.attributes()).containsEntry("seq", Long.toString(Long.MIN_VALUE));
        assertThat(imported.source().text().quote(2))
                .isEqualTo("app.Step startTime=1020, duration=5, eventThread=\"main\" (id 1), key=\"user:1\","
                        + " text=\"x\", seq=9223372036854775807");
    }

    @Test
    void numbersOfAllKindsAreAttributes() throws IOException, ImportException {
        Event event = read(new TinyRecording()
                        .numbers(1_010, true, -7, 1.5f, 1e-300, 1, 2)
                        .chunk(START))
                .events()
                .getFirst();
        assertThat(event.attributes())
                .isEqualTo(Map.of("truth", "true", "whole", "-7", "small", "12", "single", "1.5", "real", "1.0E-300"));
    }

    @Test
    void eventsOfATypeThatNothingDescribesAreCountedAndSaid() throws IOException, ImportException {
        Imported imported = read(new TinyRecording()
                .step(1_010, 1, 3, "x", 1)
                .add(999, new TinyRecording.Bytes().number(5))
                .step(1_020, 1, 3, "x", 2)
                .chunk(START));
        assertThat(account(imported)).isEqualTo(new Account.Chunked(3, 2, 0, 1, 1, 0));
        assertThat(imported.source().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at()).startsWith("chunk 1 of 1, bytes 0-");
            assertThat(problem.message()).contains("1 events could not be read", "type 999 is not described");
        });
    }

    @Test
    void absurdLengthsCostNothing() throws IOException, ImportException {
        TinyRecording recording = new TinyRecording();
        for (long length : new long[] {Integer.MAX_VALUE, Long.MAX_VALUE, -1, 1L << 40}) {
            TinyRecording.Bytes text =
                    new TinyRecording.Bytes().number(1).number(1).number(1);
            recording.add(TinyRecording.STEP, text.raw((byte) 4).number(length));
            TinyRecording.Bytes array =
                    new TinyRecording.Bytes().number(1).raw((byte) 1).number(1).number(1);
            recording.add(TinyRecording.NUMBERS, array.real(1f).real(1d).number(length));
        }
        Imported imported = read(recording.step(1_010, 1, 3, "x", 1).chunk(START));
        assertThat(account(imported)).isEqualTo(new Account.Chunked(9, 1, 0, 8, 1, 0));
    }

    @Test
    void aBadDistanceBetweenCheckpointsLosesNoEvent() throws IOException, ImportException {
        byte[] chunk = new TinyRecording().step(1_010, 1, 3, "x", 1).chunk(START);
        int second = (int) ChunkHeader.parse(ByteBuffer.wrap(chunk), 0).constants();
        chunk[second + 4] = (byte) (chunk[second + 4] ^ 0x10); // size, type, two zeroes, and the distance
        Imported imported = read(chunk);
        assertThat(account(imported).imported()).isEqualTo(1);
        assertThat(imported.lanes()).containsExactly("main");
    }

    @Test
    void twoHundredCutsLoseNoWholeChunkAndAreAllSaid() throws IOException, ImportException {
        byte[] one = someChunk(START);
        byte[] all = Recordings.join(one, someChunk(START + 1_000), someChunk(START + 2_000));
        for (int cut = 0; cut < 200; cut++) {
            int length = 2 * one.length + 1 + (int) ((long) (one.length - 2) * cut / 199);
            Imported imported = read(Arrays.copyOf(all, length));
            assertThat(account(imported).imported()).as("cut at %d", length).isGreaterThanOrEqualTo(2L * EACH);
            assertThat(account(imported).chunksLost()).as("cut at %d", length).isEqualTo(1);
            assertThat(imported.source().problems())
                    .as("cut at %d", length)
                    .anySatisfy(problem -> assertThat(problem.at())
                            .startsWith("chunk 3 of 3, bytes ")
                            .endsWith("-" + (length - 1)));
        }
    }

    /** Whatever stands in a file, the importer answers: with events, or with one line that says why there are none. */
    @Test
    void mutatedRecordingsNeverEscapeTheImporter() throws IOException {
        byte[] one = someChunk(START);
        byte[] seed = Recordings.join(one, someChunk(START + 1_000), someChunk(START + 2_000));
        assertThat(seed.length).isLessThan(20_000);
        Path file = folder.resolve("mutated.jfr");
        int read = 0;
        for (int number = 0; number < MUTATIONS; number++) {
            byte[] mutated = mutated(seed, new SplittableRandom(number));
            Files.write(file, mutated);
            Instant before = Instant.now();
            try {
                Imported imported = Imported.from(file);
                assertThat(account(imported).addsUp()).as("mutation %d", number).isTrue();
                assertThatCode(() -> imported.source().text().entry(1))
                        .satisfiesAnyOf(
                                thrown -> assertThat(thrown).isNull(),
                                thrown -> assertThat(thrown).isInstanceOf(IOException.class));
                read++;
            } catch (ImportException e) {
                assertThat(e.getMessage())
                        .as("mutation %d", number)
                        .isNotBlank()
                        .doesNotContain("importer failed");
            }
            assertThat(Duration.between(before, Instant.now()))
                    .as("mutation %d", number)
                    .isLessThan(Duration.ofSeconds(10));
        }
        assertThat(read).as("recordings of which something was read").isGreaterThan(MUTATIONS / 2);
    }

    @Test
    void mutationsOfOneChunkLeaveTheOthersWhole() throws IOException, ImportException {
        byte[][] chunks = new byte[5][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = someChunk(START + i * 1_000L);
        }
        for (int number = 0; number < 200; number++) {
            int bad = number % chunks.length;
            byte[][] all = chunks.clone();
            all[bad] = flipped(chunks[bad], new SplittableRandom(number));
            Imported imported = read(Recordings.join(all));
            for (int i = 0; i < chunks.length; i++) {
                long from = START + i * 1_000L;
                if (i != bad) {
                    assertThat(imported.events().stream()
                                    .filter(event -> event.start() > from && event.start() <= from + 100)
                                    .count())
                            .as("chunk %d of mutation %d of chunk %d", i, number, bad)
                            .isGreaterThanOrEqualTo(EACH);
                }
            }
        }
    }

    private static byte[] someChunk(long start) {
        TinyRecording recording = new TinyRecording();
        for (int i = 0; i < EACH; i++) {
            if (i % 3 == 2) {
                recording.numbers(1_010 + i * 10, true, i, i, i, 1, 2);
            } else {
                recording.step(1_010 + i * 10, 1 + i % 2, 2 + i % 4, "step " + i, i);
            }
        }
        return recording.chunk(start);
    }

    /** Changes bytes, cuts, doubles, or writes a number with all its bits set somewhere. */
    private static byte[] mutated(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed.clone();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0, 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 9), (byte) 0xff);
                case 4 ->
                    bytes = bytes.length < 200 ? bytes : Arrays.copyOf(bytes, 100 + random.nextInt(bytes.length - 100));
                default ->
                    System.arraycopy(seed, random.nextInt(seed.length / 2), bytes, at, Math.min(bytes.length - at, 20));
            }
        }
        return bytes;
    }

    /** Changes one to three bytes behind the header, of which the magic and the times say where the chunk lies. */
    private static byte[] flipped(byte[] chunk, SplittableRandom random) {
        byte[] bytes = chunk.clone();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int at = ChunkHeader.SIZE + random.nextInt(bytes.length - ChunkHeader.SIZE);
            bytes[at] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static Imported read(byte[] content) throws IOException, ImportException {
        return Imported.from(Files.write(Files.createTempFile(folder, "tiny", ".jfr"), content));
    }

    private static Account.Chunked account(Imported imported) {
        return (Account.Chunked) imported.source().account();
    }
}
