package racelane.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternLibraryTest {
    @TempDir
    Path folder;

    @Test
    void aFoldersFilesAreReadByNameAndLaterOnesMaySpeakOfEarlierOnes() throws IOException, PatternParseException {
        Files.writeString(folder.resolve("a-words.race"), "class peek = words ~ \"^peek\"");
        Files.writeString(
                folder.resolve("b.race"),
                "pattern mine \"Mine\" { bind key event A = peek event B = set order A < B }");
        Files.writeString(folder.resolve("c.links"), "related: user:* -> related:*");
        Files.writeString(folder.resolve("notes.txt"), "not a pattern");
        PatternLibrary library = PatternLibrary.builtIn().withFolder(folder);
        assertThat(library.patterns().classes()).containsKeys("peek", "set");
        assertThat(library.patterns().patterns()).extracting(Pattern::name).contains("mine", "stale-read");
        assertThat(library.links().tables()).containsOnlyKeys("related");
        assertThat(library.withFolder(folder.resolve("none"))).isSameAs(library);
    }

    @Test
    void anErrorNamesItsFileAndPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.race"), "\nclass x = op = 1");
        assertThatThrownBy(() -> PatternLibrary.builtIn().withFile(file))
                .isInstanceOf(PatternParseException.class)
                .hasMessageStartingWith(file + ":2:");
    }

    @Test
    void theBuiltInFilesAreThereToBeReadAndReadTheSame() throws PatternParseException {
        PatternLibrary again = new PatternLibrary(PatternSet.EMPTY, LinkTables.NONE);
        for (var file : PatternSet.builtInFiles().entrySet()) {
            again = again.withText("built-in/" + file.getKey(), file.getValue());
        }
        assertThat(again.patterns().classes().keySet())
                .isEqualTo(PatternSet.builtIn().classes().keySet());
        assertThat(again.patterns().patterns())
                .hasSameSizeAs(PatternSet.builtIn().patterns());
    }

    @Test
    void conditionsAreWrittenAsTheyAreRead() throws PatternParseException {
        String text = "(op == \"a\" or not (v > 1.5 and w != \"x\")) and words ~ \"^b\" and n <= -2";
        EventClass type =
                PatternParser.parse("t.race", "class c = " + text).classes().get("c");
        assertThat(ConditionText.of(Objects.requireNonNull(type).condition())).isEqualTo(text);
    }
}
