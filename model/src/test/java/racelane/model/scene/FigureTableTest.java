package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;

class FigureTableTest {
    @Test
    void aNarrowFigureShortensNamesOfFilesButNotTheLines() {
        Trace trace = SceneSamples.cacheRace();
        var window = SceneSamples.cacheRaceWindow();
        FigureRequest request = FigureRequest.of(trace, window, StepQuotes.read(trace, List.of(window)))
                .withSize(380, 1);
        Scene scene = FigureLayout.layout(request, SceneSamples.sixPixels());
        List<String> places = scene.over().stream()
                .filter(shape -> shape instanceof Shape.Label)
                .map(shape -> ((Shape.Label) shape).text())
                .filter(text -> text.matches("cache-.*:(2|3–4|5)"))
                .toList();
        assertThat(places).hasSize(3).anySatisfy(place -> assertThat(place).endsWith("…:3–4"));
    }
}
