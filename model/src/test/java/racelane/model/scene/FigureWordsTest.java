package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.time.TimeRange;

class FigureWordsTest {
    private static final long DAY = 86_400_000_000_000L;

    @Test
    void theRoomAroundTheEvidenceAddsNoDays() {
        Trace trace = SceneSamples.cacheRace();
        var window = SceneSamples.cacheRaceWindow();
        FigureRequest request = FigureRequest.of(trace, window, StepQuotes.read(trace, List.of(window)));
        TimeRange extent = trace.extent().orElseThrow();
        TimeRange wide = new TimeRange(extent.start() - DAY, extent.end() + DAY);
        assertThat(FigureWords.footer(request, wide, "")).contains("Times UTC, 2023-12-13.");
        TimeRange before = new TimeRange(extent.start() - 3 * DAY, extent.start() - 2 * DAY);
        assertThat(FigureWords.footer(request, before, "")).contains("Times UTC, 2023-12-10 to 2023-12-11.");
    }
}
