package racelane.app.stages;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** A text area for Markdown with a button that shows it as it reads. */
final class MarkdownArea extends VBox {
    private static final Texts TEXTS = Texts.of(MarkdownArea.class);

    private final TextArea area = new TextArea();
    private final ToggleButton preview = new ToggleButton(TEXTS.get("area.preview"));
    private final MarkdownView read = new MarkdownView("");
    private final ScrollPane scroll = new ScrollPane(read);

    MarkdownArea(String title, String text, String prompt, int rows) {
        super(3);
        area.setText(text);
        area.setPromptText(prompt);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.setAccessibleText(title);
        preview.getStyleClass().add("link-button");
        preview.setFocusTraversable(false);
        preview.setAccessibleText(TEXTS.get("area.preview.of", title));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("markdown-preview");
        scroll.prefHeightProperty().bind(area.heightProperty());
        Nodes.show(scroll, false);
        preview.selectedProperty().addListener((property, before, now) -> {
            read.show(area.getText());
            Nodes.show(scroll, now);
            area.setVisible(!now);
            preview.setText(now ? TEXTS.get("area.edit") : TEXTS.get("area.preview"));
        });
        getChildren()
                .addAll(
                        new HBox(Nodes.label(title, "field-name"), Nodes.spring(), preview),
                        new StackPane(area, scroll));
    }

    TextArea area() {
        return area;
    }

    String text() {
        return area.getText();
    }
}
