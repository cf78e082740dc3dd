package racelane.app.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.time.TimeRange;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Verdict;

final class WindowFilterTest {
    private static final RaceWindow WINDOW = new RaceWindow(
            "w1",
            "stale-read",
            "Read inside set-to-invalidate window",
            "set → read → invalidate",
            "user:123",
            Verdict.UNCERTAIN,
            Evidence.WITNESSED,
            0.8,
            new TimeRange(0, 5),
            List.of(),
            1,
            true,
            "",
            "");

    @Test
    void everyWordMustOccurSomewhere() {
        assertThat(accepts("")).isTrue();
        assertThat(accepts("stale USER:123")).isTrue();
        assertThat(accepts("stale user:9")).isFalse();
        assertThat(accepts("invalidate witnessed")).isTrue();
    }

    @Test
    void aFieldLooksInOnePlaceOnly() {
        assertThat(accepts("key:user")).isTrue();
        assertThat(accepts("key:stale")).isFalse();
        assertThat(accepts("pattern:stale-read verdict:uncertain")).isTrue();
        assertThat(accepts("verdict:possible")).isFalse();
    }

    @Test
    void certainDoesNotMeanUncertain() {
        assertThat(accepts("certain")).isFalse();
        assertThat(accepts("verdict:certain")).isFalse();
    }

    @Test
    void aMinusTurnsAWordRound() {
        assertThat(accepts("-pattern:stale-read")).isFalse();
        assertThat(accepts("-double")).isTrue();
    }

    @Test
    void togglingAWordTwiceLeavesTheOthers() {
        WindowFilter filter = new WindowFilter("user:123").toggled("verdict:certain");
        assertThat(filter.has("verdict:certain")).isTrue();
        assertThat(filter.toggled("verdict:certain")).isEqualTo(new WindowFilter("user:123"));
    }

    private static boolean accepts(String text) {
        return new WindowFilter(text).accepts(WINDOW);
    }
}
