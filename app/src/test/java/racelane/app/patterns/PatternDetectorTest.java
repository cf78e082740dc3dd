package racelane.app.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.session.Rig;
import racelane.app.session.WindowList;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.window.Searched;

/** The detector looks again only with what has changed in the user's folder. */
final class PatternDetectorTest {
    @TempDir
    Path folder;

    @Test
    void afterAFileOfPatternsIsSavedOnlyItsPatternIsSearched() throws IOException {
        PatternFolder patterns = new PatternFolder(folder.resolve("patterns"));
        PatternDetector detector = new PatternDetector(patterns);
        try (Rig rig = new Rig(folder)) {
            rig.opener.open(List.of(rig.file(
                    "a.log",
                    "10 updater cache.set user:123",
                    "20 http-2 getCache user:123",
                    "40 updater invalidateRelated user:123")));
            Trace trace = rig.session.trace();
            List<WindowList> early = new ArrayList<>();
            WindowList first = detector.detect(trace, Progress.none(), early::add);
            assertThat(last(detector).patterns()).contains("stale-read");
            assertThat(first.windows()).hasSize(1);
            patterns.write("mine", PatternsViewModel.TEMPLATE);
            early.clear();
            WindowList second = detector.detect(trace, Progress.none(), early::add);
            assertThat(last(detector).patterns()).containsExactly("my-pattern");
            assertThat(last(detector).keysSearched()).isEqualTo(1);
            assertThat(second.windows()).hasSize(2);
            assertThat(early.getFirst().windows())
                    .as("what still holds is there before anything is searched")
                    .containsExactlyElementsOf(first.windows());
            detector.forget();
            detector.detect(trace, Progress.none(), early::add);
            assertThat(last(detector).patterns()).contains("stale-read", "my-pattern");
        }
    }

    private static Searched last(PatternDetector detector) {
        return Objects.requireNonNull(detector.last(), "a search");
    }
}
