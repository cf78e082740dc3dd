package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The JavaFX thread answers while a long log is imported, searched for windows and for words, and exported. {@code
 * -Dracelane.heartbeat=FILE} tries it on another log.
 */
final class HeartbeatJourneyTest extends Journey {
    /** 100 ms is the aim on a quiet machine; a shared one is allowed twice that, and what it held up a thread that wanted nothing. */
    private static final long ALLOWED_MILLIS = 200;

    private static final long MOST_SECONDS = 240;

    /** How long an answer took, how long the JavaFX thread computed before one, and how long the machine held up any thread. */
    private record Silence(long millis, long busyMillis, long heldUpMillis) {
        static Silence of(Pulse pulse) {
            return new Silence(pulse.longestMillis(), pulse.busiestMillis(), pulse.heldUpMillis());
        }

        @Override
        public String toString() {
            return millis + " ms, busy " + busyMillis + " ms, any thread held up for " + heldUpMillis + " ms";
        }
    }

    @Test
    void theJavaFxThreadAnswersAllTheWhile(TestReporter report) throws Exception {
        String other = System.getProperty("racelane.heartbeat", "");
        Path log = other.isEmpty()
                ? GeneratedLog.write(folder.resolve("long.log"), GeneratedLog.LINES_OF_30_MB)
                : Path.of(other);
        Map<String, Silence> silences = new LinkedHashMap<>();
        try (Pulse pulse = new Pulse()) {
            interact(() -> window.parts().opener().open(java.util.List.of(log)));
            await(() -> session.trace().size() > 0);
            silences.put("import", Silence.of(pulse));
            await(() -> !session.windowsProperty().get().running()
                    && lookup(".job-row").tryQuery().isEmpty());
            silences.put("detection", Silence.of(pulse));
            interact(() -> lookup("#search").queryAs(TextField.class).setText("op:*o*"));
            await(() -> session.hitsProperty().get().total() > 0
                    && !session.hitsProperty().get().running());
            silences.put("search", Silence.of(pulse));
            Path picture = folder.resolve("picture.png");
            nextSave = picture;
            interact(window.actions().get("file.export.now")::run);
            await(() -> Files.exists(picture) && lookup(".job-row").tryQuery().isEmpty());
            silences.put("export", Silence.of(pulse));
        }
        silences.forEach((phase, silence) -> report.publishEntry("longest silence in " + phase, silence.toString()));
        report.publishEntry("events", String.valueOf(session.trace().size()));
        assertThat(silences).as("longest silences").allSatisfy((phase, silence) -> {
            assertThat(silence.busyMillis()).as(phase).isLessThanOrEqualTo(ALLOWED_MILLIS);
            assertThat(silence.millis() - silence.heldUpMillis())
                    .as(phase + ", with what was waited for")
                    .isLessThanOrEqualTo(ALLOWED_MILLIS);
        });
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }
}
