package racelane.app.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;
import racelane.app.fx.CountText;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.session.CaseEditor;
import racelane.app.session.SaveState;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.model.event.Trace;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/** What is open, what is selected, whether the case is safe, how much memory is used. */
final class StatusBar extends StackPane {
    private static final Texts TEXTS = Texts.of(StatusBar.class);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long MEGABYTE = 1 << 20;

    private final Session session;
    private final CaseEditor editor;
    private final Label left = Nodes.label("");
    private final Label middle = Nodes.label("", "status-middle");
    private final Label right = Nodes.label("");

    StatusBar(Session session, CaseEditor editor) {
        this.session = session;
        this.editor = editor;
        getStyleClass().add("status-bar");
        left.setId("status-left");
        middle.setId("status-middle");
        right.setId("status-right");
        getChildren().addAll(left, middle, right);
        StackPane.setAlignment(left, Pos.CENTER_LEFT);
        StackPane.setAlignment(middle, Pos.CENTER);
        StackPane.setAlignment(right, Pos.CENTER_RIGHT);
        session.traceProperty().addListener((property, before, now) -> open(now));
        session.rawTimeProperty().addListener((property, before, now) -> open(session.trace()));
        session.selectionProperty().addListener((property, before, now) -> selected());
        session.selectedWindowProperty().addListener((property, before, now) -> selected());
        session.zoneProperty().addListener((property, before, now) -> selected());
        session.statusProperty().addListener((property, before, now) -> selected());
        editor.savedProperty().addListener((property, before, now) -> saved());
        Timeline heap = new Timeline(new KeyFrame(Duration.seconds(2), event -> saved()));
        heap.setCycleCount(Animation.INDEFINITE);
        ObservableValue<Boolean> shown = sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
        shown.subscribe(
                showing -> { // what runs on keeps a window that was closed, and all its evidence
                    if (showing) {
                        heap.play();
                    } else {
                        heap.stop();
                    }
                });
        open(session.trace());
        selected();
        saved();
    }

    private void open(Trace trace) {
        long lost = trace.sources().stream()
                .map(Source::account)
                .mapToLong(account -> account.lost())
                .sum();
        left.setText(
                trace.tables().isEmpty()
                        ? TEXTS.get("status.none")
                        : TEXTS.count("status.events", trace.size()) + " · "
                                + TEXTS.count("status.lanes", trace.lanes().size()) + " · "
                                + TEXTS.count("status.sources", trace.tables().size()) + " · "
                                + (lost == 0
                                        ? TEXTS.get("status.lost.none")
                                        : TEXTS.get("status.lost", CountText.of(lost)))
                                + (session.rawTimeProperty().get() ? " · " + TEXTS.get("status.raw") : ""));
        left.getStyleClass().remove("danger-text");
        if (lost > 0) {
            left.getStyleClass().add("danger-text");
        }
    }

    private void selected() {
        if (session.selection() instanceof Selection.None
                && session.selectedWindowProperty().get() == null) {
            middle.setText(session.statusProperty().get());
            return;
        }
        middle.setText(session.selectedRange().map(this::words).orElse(""));
    }

    private String words(TimeRange range) {
        ZoneId zone = session.zoneProperty().get();
        int exact = Math.max(digits(range.start()), digits(range.end()));
        boolean instant = range.duration() == 0;
        int needed = (TimeText.digitsFor(Math.max(1, range.duration() / 5.0)) + 2) / 3 * 3;
        int digits = instant ? exact : Math.clamp(needed, 3, exact);
        String from = TimeText.clock(range.start(), zone, digits);
        if (instant) {
            return TEXTS.get("status.selected", from);
        }
        return TEXTS.get(
                "status.selected",
                TimeText.duration(range.duration()) + " · " + from + " → " + TimeText.clock(range.end(), zone, digits));
    }

    /** Returns how many fraction digits tell {@code time} without loss: 3, 6 or 9. */
    private static int digits(long time) {
        return time % 1_000_000 == 0 ? 3 : time % 1_000 == 0 ? 6 : 9;
    }

    private void saved() {
        String text = switch (editor.savedProperty().get()) {
            case SaveState.Nothing nothing -> "";
            case SaveState.Saving saving -> TEXTS.get("status.saving") + " · ";
            case SaveState.Saved done ->
                TEXTS.get("status.saved", CLOCK.format(done.at().atZone(ZoneId.systemDefault()))) + " · ";
            case SaveState.Failed failed -> TEXTS.get("status.unsaved") + " · ";
        };
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        right.setText(text + TEXTS.get("status.heap", used));
        Path file = editor.heldInProperty().get();
        right.setTooltip(file == null ? null : new Tooltip(TEXTS.get("status.file", file)));
        right.getStyleClass().remove("danger-text");
        if (editor.savedProperty().get() instanceof SaveState.Failed) {
            right.getStyleClass().add("danger-text");
        }
    }
}
