package racelane.app.stages;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import racelane.app.fx.Markdown;
import racelane.app.fx.Nodes;
import racelane.app.fx.VisibleText;

/** Sets Markdown as it reads. */
final class MarkdownView extends VBox {
    MarkdownView(String text) {
        getStyleClass().add("markdown");
        show(text);
    }

    /** Shows other words. */
    void show(String text) {
        List<Markdown.Block> blocks = Markdown.parse(VisibleText.raw(text));
        getChildren().setAll(blocks.stream().map(MarkdownView::block).toList());
        if (blocks.isEmpty()) {
            getChildren().add(Nodes.label("Nothing written yet", "subtle"));
        }
    }

    private static Node block(Markdown.Block block) {
        return switch (block.kind()) {
            case PARAGRAPH -> flow(block, "");
            case HEADING -> flow(block, "markdown-heading");
            case ITEM -> {
                Label mark = Nodes.label(block.mark(), "subtle");
                mark.setMinWidth(18);
                yield new HBox(mark, Nodes.grow(flow(block, "")));
            }
            case QUOTE -> {
                TextFlow flow = flow(block, "markdown-quote");
                flow.setPadding(new Insets(0, 0, 0, 10));
                yield flow;
            }
            case CODE -> {
                Label code = Nodes.label(block.pieces().getFirst().text(), "markdown-code");
                code.setMaxWidth(Double.MAX_VALUE);
                yield code;
            }
        };
    }

    private static TextFlow flow(Markdown.Block block, String style) {
        TextFlow flow = new TextFlow();
        if (!style.isEmpty()) {
            flow.getStyleClass().add(style);
        }
        for (Markdown.Piece piece : block.pieces()) {
            Text text = new Text(piece.text());
            text.getStyleClass()
                    .addAll(
                            "markdown-text",
                            switch (piece.style()) {
                                case PLAIN -> "markdown-plain";
                                case STRONG -> "markdown-strong";
                                case EMPHASIS -> "markdown-emphasis";
                                case CODE -> "markdown-inline-code";
                            });
            flow.getChildren().add(text);
        }
        return flow;
    }
}
