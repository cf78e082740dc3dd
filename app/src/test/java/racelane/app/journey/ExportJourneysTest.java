package racelane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racelane.app.export.FigureOptions;
import racelane.app.session.Settings;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;

final class ExportJourneysTest extends Journey {
    @Test
    void theSheetShowsWhatWillBeSavedAndFollowsEveryChoice() throws Exception {
        open(CACHE_RACE);
        interact(window.actions().get("detect.window.next")::run);
        interact(window.actions().get("file.export.png")::run);
        waitUntil(() -> shown() != null);
        assertThat(ground()).isEqualTo(0xFFFFFFFF);
        interact(() -> this.<Theme>box("#export-theme").setValue(Theme.DARK));
        waitUntil(() -> ground() != 0xFFFFFFFF);
        Image dark = shown();
        interact(() -> lookup("#export-title").queryAs(TextField.class).setText("Nobody holds the lock"));
        waitUntil(() -> shown() != dark);
        interact(() -> this.<FigureOptions.Lanes>box("#export-lanes").setValue(FigureOptions.Lanes.INVOLVED));
        interact(() -> lookup("#preset-column").queryButton().fire());
        assertThat(onFx(() -> lookup("#export-width").queryAs(TextField.class).getText()))
                .isEqualTo("1");
        nextSave = folder.resolve("race.svg");
        Path target = nextSave;
        interact(() -> lookup("#export-save").queryButton().fire());
        waitUntil(() -> Files.exists(target) && lookup(".job-row").tryQuery().isEmpty());
        assertThat(Files.readString(target)).contains("Nobody holds the lock", "width=\"84.00mm\"", "#14161a");
        Settings kept = new Settings(folder.resolve("config"));
        assertThat(FigureOptions.remembered(kept.figure()).theme()).isEqualTo(Theme.DARK);
        assertThat(FigureOptions.remembered(kept.figure()).lanes()).isEqualTo(FigureOptions.Lanes.INVOLVED);
    }

    @Test
    void theTimelineStaysUsableAndThePreviewFollowsIt() {
        open(CACHE_RACE);
        interact(window.actions().get("file.export.png")::run);
        interact(() -> this.<FigureOptions.Range>box("#export-range").setValue(FigureOptions.Range.VIEW));
        waitUntil(() -> shown() != null);
        TimeRange before = seen();
        Image image = shown();
        interact(() -> timeline().view().requestFocus());
        push(KeyCode.W);
        waitUntil(() -> seen().duration() < before.duration() && shown() != image);
        interact(() -> lookup("#export-legend").queryAs(CheckBox.class).requestFocus());
        push(KeyCode.ESCAPE);
        assertThat(onFx(() -> lookup(".export-sheet").tryQuery().isEmpty())).isTrue();
    }

    @Test
    void allFiguresOfACaseGoIntoOneFolder() throws Exception {
        open(CACHE_RACE);
        interact(window.actions().get("detect.window.next")::run);
        interact(() -> window.parts()
                .caseModel()
                .pin(session.windowsProperty().get().windows().getFirst()));
        interact(() -> window.parts()
                .caseModel()
                .addNote(session.windowsProperty().get().windows().getFirst().range(), "read in between", taken -> {}));
        interact(window.actions().get("file.export.png")::run);
        nextSave = Files.createDirectory(folder.resolve("figures"));
        Path target = nextSave;
        interact(() -> lookup("#export-all").queryButton().fire());
        waitUntil(() -> Files.exists(target.resolve("02-stale-read-user-123.png"))
                && lookup(".job-row").tryQuery().isEmpty());
        byte[] png = Files.readAllBytes(target.resolve("01-overview.png"));
        assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    }

    private @Nullable Image shown() {
        Node preview = lookup("#export-preview").tryQuery().orElse(null);
        return preview instanceof ScrollPane scroll && scroll.getContent() instanceof ImageView view
                ? view.getImage()
                : null;
    }

    private int ground() {
        Image image = shown();
        return image == null ? 0 : image.getPixelReader().getArgb(2, 2);
    }

    private <T> ComboBox<T> box(String id) {
        return lookup(id).queryComboBox();
    }
}
