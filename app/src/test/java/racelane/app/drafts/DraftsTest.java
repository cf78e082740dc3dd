package racelane.app.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed and not saved outlives the form and the program. */
final class DraftsTest {
    @TempDir
    Path folder;

    @Test
    void aDraftIsThereAgainAtTheNextStart() {
        Drafts drafts = new Drafts(folder);
        drafts.keep("note", Map.of("words", "line one\nline two: é → ü"));
        drafts.keep("experiment:h1", Map.of("what", "widened", "runs", "100"));
        Drafts next = new Drafts(folder);
        assertThat(next.of("note")).containsExactly(Map.entry("words", "line one\nline two: é → ü"));
        assertThat(next.of("experiment:h1")).containsOnly(Map.entry("what", "widened"), Map.entry("runs", "100"));
        assertThat(next.of("experiment")).isEmpty();
    }

    @Test
    void keepingAgainReplacesAndDroppingLeavesNothing() {
        Drafts drafts = new Drafts(folder);
        drafts.keep("experiment:h1", Map.of("what", "widened", "runs", "100"));
        drafts.keep("experiment:h1", Map.of("what", "narrowed"));
        assertThat(drafts.of("experiment:h1")).containsExactly(Map.entry("what", "narrowed"));
        drafts.drop("experiment:h1");
        assertThat(new Drafts(folder).of("experiment:h1")).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNoReasonToFail() throws IOException {
        Files.writeString(folder.resolve("drafts.properties"), "note\\u12");
        Drafts drafts = new Drafts(folder);
        drafts.keep("note", Map.of("words", "anew"));
        assertThat(new Drafts(folder).of("note")).containsEntry("words", "anew");
    }
}
