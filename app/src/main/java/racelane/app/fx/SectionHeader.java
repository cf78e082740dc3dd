package racelane.app.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The heading of a section in a side column: a small title, and something short at the right. */
public final class SectionHeader extends HBox {
    private final Label title;

    /** Creates a heading with {@code right} at its end. */
    public SectionHeader(String text, Node... right) {
        getStyleClass().add("section-header");
        title = Nodes.label(text.toUpperCase(java.util.Locale.ROOT), "section-title");
        getChildren().addAll(title, Nodes.spring());
        getChildren().addAll(right);
    }

    /** Names what the heading stands over, for screen readers. */
    public SectionHeader labelFor(Node node) {
        title.setLabelFor(node);
        return this;
    }
}
