package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logs that other people wrote, with facts that were found without Racelane. */
class LogCorpusTest {
    /**
     * The files that differ from the facts; the list may only shrink. The facts of strace count the last call as over when it began.
     */
    private static final Set<String> WRONG = Set.of("lnav-strace-multi.log");

    @Test
    void everyFileOfTheCorpusIsReadTrulyButThoseKnown() throws Exception {
        assumeTrue(
                Files.exists(LogCorpus.folder().resolve("MANIFEST.tsv")),
                "the corpus is not beside the project: " + LogCorpus.folder());
        List<String> surprises = new ArrayList<>();
        for (Map<String, String> row : LogCorpus.rows()) {
            String file = row.getOrDefault("file", "");
            List<String> wrong = LogCorpus.differences(row);
            assertThat(wrong).as(file).noneMatch(difference -> difference.startsWith("account"));
            if (wrong.isEmpty() == WRONG.contains(file)) {
                surprises.add(file + ": " + (wrong.isEmpty() ? "is right now" : wrong));
            }
        }
        assertThat(surprises).isEmpty();
    }
}
