package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import racelane.model.event.Trace;
import racelane.model.window.RaceWindow;

/** The pictures of the cache race, line by line. Run with {@code -Dracelane.golden.update=true} to write them anew, then read the diff. */
class SceneGoldenTest {
    private final Trace trace = SceneSamples.cacheRace();
    private final RaceWindow window = SceneSamples.cacheRaceWindow();
    private final NoteMark note = new NoteMark(
            "n1", "H1 supported", "Async set and invalidate open a window.", window.range(), OptionalInt.of(1), true);

    @Test
    void theWindowShowsTheCacheRace() throws IOException {
        SceneRequest plain = SceneSamples.request(trace, window.range().padded(1.2, 0), 900, 300);
        expect("cache-race-window.txt", SceneBuilder.build(SceneSamples.explained(plain, window, List.of(note))));
    }

    @Test
    void theFigureShowsTheCacheRace() throws IOException {
        Map<SourceLine, String> quotes = StepQuotes.read(trace, List.of(window));
        FigureRequest request = FigureRequest.of(trace, window, quotes).withNotes(List.of(note));
        expect("cache-race-figure.txt", FigureLayout.layout(request, SceneSamples.sixPixels()));
    }

    @Test
    void theSameRequestGivesTheSameScene() {
        FigureRequest request = FigureRequest.of(SceneSamples.busy(1, 5, 30));
        String first = FigureLayout.layout(request, SceneSamples.sixPixels()).dump();
        assertThat(FigureLayout.layout(request, SceneSamples.sixPixels()).dump())
                .isEqualTo(first);
    }

    private static void expect(String file, Scene scene) throws IOException {
        Path golden = Path.of(
                        System.getProperty("racelane.root", ".."), "model/src/test/resources/racelane/model/scene")
                .resolve(file);
        if (Boolean.getBoolean("racelane.golden.update")) {
            Files.writeString(golden, scene.dump());
        }
        assertThat(scene.dump()).isEqualTo(Files.readString(golden));
    }
}
