package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.EventTable;
import racelane.model.source.ImportProblem;
import racelane.model.spi.ImportException;

/**
 * What each logger's lines become, held against the file {@code NAME.events} beside each {@code NAME.log} of the test resources:
 * format, clock and account, then the events, then what is assumed ({@code #}) and wrong ({@code !}). After a change that is meant,
 * {@code -Dracelane.samples=write} writes them anew, for a person to read the difference.
 */
class SampleLogsTest {
    private static final String BEGIN = "2024-01-01";

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        return Path.of(URI.create(Objects.requireNonNull(SampleLogsTest.class.getResource("samples"))
                .toString()));
    }

    @Test
    void thereAreSamplesOfAHundredLoggers() throws IOException {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLineOfALoggerIsTakenAsItsReaderWouldTakeIt(Path log) throws IOException {
        String said = String.join("\n", said(log)) + "\n";
        String name = log.getFileName().toString().replace(".log", ".events");
        if ("write".equals(System.getProperty("racelane.samples"))) {
            Path sources = Path.of(System.getProperty("racelane.root"), "importers/src/test/resources");
            Files.writeString(sources.resolve("racelane/importers/log/samples").resolve(name), said);
        } else {
            assertThat(said).isEqualTo(Files.readString(log.resolveSibling(name)));
        }
    }

    private static List<String> said(Path log) {
        List<String> lines = new ArrayList<>();
        try {
            EventTable table = LogFiles.read(log, BEGIN);
            lines.add(table.source().format() + " | " + table.source().clock() + " | " + LogFiles.account(table));
            lines.addAll(LogFiles.events(table));
            table.source().assumptions().forEach(sentence -> lines.add("# " + sentence));
            for (ImportProblem problem : table.source().problems()) {
                lines.add("! " + problem.at() + ": " + problem.message());
            }
        } catch (ImportException e) {
            lines.add("! " + e.getMessage());
        }
        return lines;
    }
}
