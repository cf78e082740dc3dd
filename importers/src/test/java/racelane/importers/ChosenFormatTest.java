package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.source.SourceKind;
import racelane.model.spi.ImportException;

/** Which of all importers takes a file. */
class ChosenFormatTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0.005s][info][gc] Using G1\n[0.015s][info][gc] Pause Young 2M->1M\n",
                "[12] starting up\n[13] listening\n",
                "[1] 2024-01-01 10:00:00 INFO hello\n[1] 2024-01-01 10:00:01 INFO world\n",
                "[true] ready\n[false] not ready\n",
                "[1702500123450] updateCache START: user:123\n[1702500123460] updateCache COMPLETE: user:123\n"
            })
    void aLogWhoseLinesBeginWithABracketIsALog(String text) throws IOException, ImportException {
        Imported imported = read(text, StandardCharsets.UTF_8);

        assertThat(imported.source().kind()).isEqualTo(SourceKind.LOG);
        assertThat(imported.events()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithoutAMarkIsReadAsTheTextItIs(String charset) throws IOException, ImportException {
        String log = "[1702500123450] [http-1] updateCache START: user:123\n[1702500123460] [http-1] Grüße: user:123\n";
        Imported imported = read(log, Charset.forName(charset));

        assertThat(imported.source().kind()).isEqualTo(SourceKind.LOG);
        assertThat(imported.events()).hasSize(2);
        assertThat(imported.source().text().quote(1)).isEqualTo("[1702500123450] [http-1] updateCache START: user:123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [\n] ", "["})
    void anArrayWithoutElementsIsATraceWithoutEvents(String text) throws IOException, ImportException {
        Imported imported = read(text, StandardCharsets.UTF_8);

        assertThat(imported.source().kind()).isEqualTo(SourceKind.TRACE);
        assertThat(imported.events()).isEmpty();
    }

    @Test
    void anArrayOfNumbersIsNoTrace() throws IOException, ImportException {
        assertThat(read("[1, 2, 3]", StandardCharsets.UTF_8).source().kind()).isEqualTo(SourceKind.LOG);
    }

    private Imported read(String text, Charset charset) throws IOException, ImportException {
        return Imported.from(Files.write(Files.createTempFile(folder, "chosen", ""), text.getBytes(charset)));
    }
}
