package racelane.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.action.Action;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** What the middle of the window says while nothing is open. */
final class EmptyState extends StackPane {
    private static final Texts TEXTS = Texts.of(EmptyState.class);

    EmptyState(Action open, Optional<Path> sample, Consumer<Path> openSample) {
        getStyleClass().add("empty-state");
        FontIcon icon = new FontIcon(Feather.GIT_MERGE);
        icon.getStyleClass().add("big");
        Button choose = new Button(TEXTS.get("file.open.open"));
        choose.getStyleClass().addAll("tool-button", "primary");
        choose.setOnAction(event -> open.run());
        HBox buttons = new HBox(8, choose);
        buttons.setAlignment(Pos.CENTER);
        sample.ifPresent(path -> {
            Button button = new Button(TEXTS.get("empty.sample"));
            button.setId("open-sample");
            button.getStyleClass().add("tool-button");
            button.setOnAction(event -> openSample.accept(path));
            buttons.getChildren().add(button);
        });
        VBox box = new VBox(
                icon,
                Nodes.label(TEXTS.get("empty.title"), "empty-title"),
                Nodes.label(TEXTS.get("empty.what"), "muted"),
                Nodes.label(TEXTS.get("empty.then"), "subtle"),
                buttons);
        box.getStyleClass().add("drop-box");
        VBox.setMargin(buttons, new javafx.geometry.Insets(10, 0, 0, 0));
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(box);
    }
}
