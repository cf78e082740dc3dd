package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.format.FormatFile;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Every example of docs/formats.md is what happens. */
class FormatsDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("racelane.root"), "docs", "formats.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```format\\n(.*?)```\\n```log\\n(.*?)```\\n```events\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    /** A format, a log, and what becomes of it. */
    record Example(String format, String log, List<String> events) {
        @Override
        public String toString() {
            return new FormatFile("", format).name();
        }
    }

    static List<Example> examples() throws Exception {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(DOCUMENT).replace("\r", ""));
        while (matcher.find()) {
            examples.add(new Example(
                    matcher.group(1), matcher.group(2), matcher.group(3).lines().toList()));
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatHappens(Example example) throws Exception {
        Path log = Files.writeString(folder.resolve(example.toString() + ".log"), example.log());
        EventTable table = new SourceReader(List.of(new LogImporter()))
                .read(
                        log,
                        ImportOptions.DEFAULT.withOwn(List.of(new FormatFile("x.format", example.format()))),
                        new Names(),
                        Progress.none());
        assertThat(table.source().assumptions()).noneMatch(said -> said.contains("is not used"));
        assertThat(table.source().format()).isEqualTo(example.toString());
        assertThat(LogFiles.events(table)).isEqualTo(example.events());
    }

    @Test
    void everyWordOfAFormatFileHasAnExample() throws Exception {
        List<String> lines =
                examples().stream().flatMap(example -> example.format().lines()).toList();
        assertThat(GrammarReader.words())
                .allSatisfy(word -> assertThat(lines).anyMatch(line -> line.startsWith(word + ": ")));
    }
}
