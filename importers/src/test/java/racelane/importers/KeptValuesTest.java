package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.spi.ImportException;

/** Which values of attributes patterns get to see. */
class KeptValuesTest {
    private static final int MANY = 3_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"log", "jsonl", "chrome", "zipkin"})
    void everyShortValueIsKeptHoweverManyThereAre(String format) throws IOException, ImportException {
        Imported imported = read(content(format, i -> String.valueOf(100_000 + i)));

        assertThat(imported.events()).hasSize(MANY);
        assertThat(imported.events().stream()
                        .map(event -> event.attributes().get("base"))
                        .distinct())
                .doesNotContainNull()
                .hasSize(MANY);
        assertThat(imported.source().assumptions()).noneMatch(said -> said.contains("different values"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "chrome", "zipkin"})
    void whatIsLeftToTheTextIsSaidByNameAndCount(String format) throws IOException, ImportException {
        String prose = "x".repeat(80);
        Imported imported = read(content(format, i -> prose + i).replace("base", "detail"));

        assertThat(imported.events().stream()
                        .map(event -> event.attributes().get("detail"))
                        .filter(value -> value != null))
                .hasSize(1_000);
        assertThat(imported.source().assumptions())
                .contains("Attribute \"detail\": its first 1000 different values are kept; " + (MANY - 1_000)
                        + " time(s) another one was left to the text, where patterns do not see it.");
    }

    @Test
    void aMessagesNameEndsBeforeItsFirstPair() throws IOException, ImportException {
        Imported imported = read("""
                2024-01-01 10:00:00.000 [w-1] INFO q.Queue - msg delivered key=q:1 seq=5
                2024-01-01 10:00:00.001 [w-1] INFO q.Queue - msg delivered (seq=6, key=q:1)
                2024-01-01 10:00:00.002 [w-1] INFO q.Queue - seq=7 key=q:1 at last
                """);

        assertThat(imported.events().stream().map(event -> event.name()))
                .containsExactly("msg delivered", "msg delivered", "seq=# key=q:# at last");
        assertThat(imported.events().get(1).attributes()).containsEntry("seq", "6");
        assertThat(imported.events().get(1).key()).isEqualTo("q:1");
    }

    private static String content(String format, IntFunction<String> value) {
        return switch (format) {
            case "log" ->
                lines(
                        "",
                        "",
                        "",
                        i -> "2024-01-01T10:00:00.%03dZ [w-%d] commit: doc:1 base=%s\n"
                                .formatted(i % 1_000, i % 2, value.apply(i)));
            case "jsonl" ->
                lines(
                        "",
                        "",
                        "",
                        i -> "{\"ts\":\"2024-01-01T10:00:00Z\",\"thread\":\"w\",\"op\":\"commit\",\"base\":\"%s\"}\n"
                                .formatted(value.apply(i)));
            case "chrome" ->
                lines(
                        "[",
                        ",",
                        "]",
                        i ->
                                "{\"ph\":\"i\",\"name\":\"commit\",\"pid\":1,\"tid\":1,\"ts\":%d,\"args\":{\"base\":\"%s\"}}"
                                        .formatted(i, value.apply(i)));
            default ->
                lines(
                        "[",
                        ",",
                        "]",
                        i ->
                                "{\"traceId\":\"a\",\"id\":\"b\",\"name\":\"commit\",\"timestamp\":1704103200000000,\"duration\":5,\"tags\":{\"base\":\"%s\"}}"
                                        .formatted(value.apply(i)));
        };
    }

    private static String lines(String start, String between, String end, IntFunction<String> line) {
        return IntStream.range(0, MANY).mapToObj(line).collect(Collectors.joining(between, start, end));
    }

    private Imported read(String text) throws IOException, ImportException {
        return Imported.from(Files.writeString(Files.createTempFile(folder, "values", ""), text));
    }
}
