package racelane.importers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import racelane.importers.Corpus;
import racelane.model.progress.Progress;
import racelane.model.spi.Header;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.ImportRequest;

/** Holds our reader against the JDK's, event by event and field by field. */
@Isolated("records the whole JVM")
class ReaderDifferentialTest {
    private static final int DEPTH = 4;

    @TempDir
    static Path folder;

    @Test
    void recordingsOfThisJvmAreReadAsTheJdkReadsThem() throws IOException, ImportException {
        assertThat(compare(Recordings.chunk(folder, 40))).isEqualTo(2 * 41);
        for (String type :
                List.of("jdk.JavaMonitorEnter", "jdk.GCHeapSummary", "jdk.ThreadStart", "jdk.GCPhasePause")) {
            byte[] bytes = Recordings.record(folder, type, () -> {
                Recordings.contend(new Object(), "waiter");
                System.gc();
            });
            assertThat(compare(bytes)).as(type).isPositive();
        }
    }

    @Test
    void recordingsOfTheCorpusAreReadAsTheJdkReadsThem() throws IOException, ImportException {
        Path corpus = Corpus.folder("jfr");
        long events = 0;
        for (Corpus.Row row : Corpus.manifest("jfr")) {
            boolean confusesTheJdk =
                    row.text("file").equals("jmc-pid1.jfr"); // no start in front; jfr print fails as well
            if (row.text("jfr_version").startsWith("0") || confusesTheJdk) {
                continue;
            }
            Path file = corpus.resolve(row.text("file"));
            byte[] bytes = row.text("container").equals("gzip")
                    ? new java.util.zip.GZIPInputStream(Files.newInputStream(file)).readAllBytes()
                    : Files.readAllBytes(file);
            for (Chunk chunk : chunks(bytes)) {
                events += compare(Arrays.copyOfRange(bytes, (int) chunk.from(), (int) chunk.to()));
            }
        }
        assertThat(events).isGreaterThan(50_000);
    }

    /** Compares all events of one chunk and returns how many there are. */
    private static long compare(byte[] chunkBytes) throws IOException, ImportException {
        Path file = Files.write(Files.createTempFile(folder, "chunk", ".jfr"), chunkBytes);
        long count = 0;
        try (RecordingBytes bytes = open(file, chunkBytes);
                RecordingFile theirs = new RecordingFile(file)) {
            Chunk chunk = ChunkMap.of(bytes, Progress.none()).getFirst();
            ChunkContent content = ChunkContent.of(bytes, chunk, type -> true);
            ByteCursor in = new ByteCursor();
            EventPages pages = new EventPages(bytes, chunk, chunk.from() + ChunkHeader.SIZE, in);
            while (theirs.hasMoreEvents()) {
                RecordedEvent expected = theirs.readEvent();
                assertThat(pages.next()).as("event %d is there", count).isTrue();
                TypeDef type = content.metadata().type(pages.type());
                assertThat(type).as("type of event %d", count).isNotNull();
                compare(expected, ValueReader.struct(Objects.requireNonNull(type), in), content);
                count++;
            }
            assertThat(pages.next()).isFalse();
        }
        Files.delete(file);
        return count;
    }

    private static void compare(RecordedEvent expected, Struct event, ChunkContent content) {
        assertThat(event.type().name()).isEqualTo(expected.getEventType().getName());
        long start = ((Number) Objects.requireNonNull(event.values().getFirst())).longValue();
        Ticks ticks = content.ticks();
        assertThat(Instant.ofEpochSecond(0, ticks.nanos(start))).isEqualTo(expected.getStartTime());
        if (event.get("duration") instanceof Long duration) {
            assertThat(Instant.ofEpochSecond(0, ticks.nanos(start + duration))).isEqualTo(expected.getEndTime());
        }
        fields(expected, event, content, event.type().name(), DEPTH);
    }

    private static void fields(RecordedObject expected, Struct got, ChunkContent content, String path, int depth) {
        List<ValueDescriptor> fields = expected.getFields();
        assertThat(got.type().fields()).extracting(FieldDef::name).as(path).containsExactlyElementsOf(names(fields));
        for (int i = 0; i < fields.size() && depth > 0; i++) {
            String name = fields.get(i).getName();
            Object value = got.values().get(i);
            if (!(expected instanceof RecordedEvent) || i > 0) { // the JDK keeps the start as a time
                value(expected.getValue(name), value, content, path + "." + name, depth - 1);
            }
        }
    }

    private static List<String> names(List<ValueDescriptor> fields) {
        return fields.stream().map(ValueDescriptor::getName).toList();
    }

    private static void value(
            @Nullable Object expected, @Nullable Object held, ChunkContent content, String path, int depth) {
        Object got = content.constants().resolve(held);
        if (expected instanceof RecordedObject object) {
            assertThat(got).as(path).isInstanceOf(Struct.class);
            fields(object, (Struct) Objects.requireNonNull(got), content, path, depth);
        } else if (expected instanceof Object[] array) {
            assertThat(got).as(path).isInstanceOf(List.class);
            List<?> list = new ArrayList<>((List<?>) Objects.requireNonNull(got));
            assertThat(list).as(path).hasSameSizeAs(array);
            for (int i = 0; i < array.length; i++) {
                value(array[i], list.get(i), content, path + "[" + i + "]", depth);
            }
        } else {
            assertThat(got).as(path).isEqualTo(expected);
        }
    }

    private static List<Chunk> chunks(byte[] content) throws IOException, ImportException {
        Path file = Files.write(Files.createTempFile(folder, "whole", ".jfr"), content);
        try (RecordingBytes bytes = open(file, content)) {
            return ChunkMap.of(bytes, Progress.none());
        }
    }

    private static RecordingBytes open(Path file, byte[] content) throws IOException, ImportException {
        Header header = new Header(file, Arrays.copyOf(content, Math.min(content.length, Header.SIZE)), false, false);
        return RecordingBytes.open(
                new ImportRequest(file, header, content.length, ImportOptions.DEFAULT), Progress.none());
    }
}
