package racelane.app.shell;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.Nodes;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;

/** Notifications in the lower right corner. News goes by itself; errors stay until they are closed. */
final class Toasts extends VBox implements Notifier {
    private static final Texts TEXTS = Texts.of(Toasts.class);

    private static final int MOST = 5;
    private static final Duration STAYS = Duration.seconds(4);

    private final Consumer<String> copy;

    /** Creates an empty corner; {@code copy} puts text on the clipboard. */
    Toasts(Consumer<String> copy) {
        this.copy = copy;
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    public void info(String text) {
        HBox toast = toast(text, "info", Feather.CHECK_CIRCLE);
        PauseTransition wait = new PauseTransition(STAYS);
        wait.setOnFinished(event -> getChildren().remove(toast));
        wait.play();
    }

    @Override
    public void error(String text, String details) {
        HBox toast = toast(text, "error", Feather.ALERT_TRIANGLE);
        if (!details.isEmpty()) {
            toast.getChildren()
                    .add(
                            toast.getChildren().size() - 1,
                            Nodes.link(TEXTS.get("toast.copy"), () -> copy.accept(text + "\n" + details)));
        }
    }

    @Override
    public void offer(String text, String action, Runnable body) {
        HBox toast = toast(text, "offer", Feather.INFO);
        toast.getChildren().add(toast.getChildren().size() - 1, Nodes.link(action, () -> {
            getChildren().remove(toast);
            body.run();
        }));
    }

    private HBox toast(String text, String kind, Feather icon) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add("sign");
        Label words = Nodes.paragraph(text);
        words.setMaxWidth(460);
        HBox toast = Nodes.row("toast", sign, words);
        toast.getStyleClass().add(kind);
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.getChildren()
                .add(Nodes.iconButton(
                        Feather.X, TEXTS.get("toast.close"), () -> getChildren().remove(toast)));
        getChildren().add(toast);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        return toast;
    }
}
