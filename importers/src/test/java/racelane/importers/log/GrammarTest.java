package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.EventTable;

class GrammarTest {
    @TempDir
    Path folder;

    static List<GrammarSamples.Sample> samples() {
        return GrammarSamples.ALL;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFormatIsRecognisedByItsLinesAndReadExactly(GrammarSamples.Sample sample) throws Exception {
        EventTable table = LogFiles.read(folder, "apache.log", sample.text());

        assertThat(table.source().format()).isEqualTo(sample.format());
        assertThat(LogFiles.events(table)).isEqualTo(sample.events());
        assertThat(table.source().problems()).isEmpty();
    }

    @Test
    void aGrammarOfOnesOwnIsASmallText() throws Exception {
        LogGrammar grammar = GrammarLoader.parse("""
                # ours
                name: ours
                line: <{time:iso}> {thread:word} {operation:name} {phase:word} {key:word}
                """);

        assertThat(grammar.name()).isEqualTo("ours");
        assertThatThrownBy(() -> GrammarLoader.parse("nome: x\n")).hasMessageContaining("nome");
    }
}
