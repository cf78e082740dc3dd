package racelane.app.stages;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.model.report.Inline;
import racelane.model.report.Markdown;

/** Sets Markdown as it reads. */
final class MarkdownView extends VBox {
    private static final Texts TEXTS = Texts.of(MarkdownView.class);

    MarkdownView(String text) {
        getStyleClass().add("markdown");
        show(text);
    }

    /** Shows other words. */
    void show(String text) {
        List<Markdown.Part> blocks = Markdown.parse(VisibleText.raw(text));
        getChildren().setAll(blocks.stream().map(MarkdownView::block).toList());
        if (blocks.isEmpty()) {
            getChildren().add(Nodes.label(TEXTS.get("area.empty"), "subtle"));
        }
    }

    private static Node block(Markdown.Part block) {
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
                Label code = Nodes.label(((Inline.Code) block.words().getFirst()).text(), "markdown-code");
                code.setMaxWidth(Double.MAX_VALUE);
                yield code;
            }
        };
    }

    private static TextFlow flow(Markdown.Part block, String style) {
        TextFlow flow = new TextFlow();
        if (!style.isEmpty()) {
            flow.getStyleClass().add(style);
        }
        block.words().forEach(words -> add(flow, words, "markdown-plain"));
        return flow;
    }

    /** What stands in bold or is stressed keeps that style, but for code inside it. */
    private static void add(TextFlow flow, Inline words, String style) {
        switch (words) {
            case Inline.Text text -> flow.getChildren().add(text(text.text(), style));
            case Inline.Code code -> flow.getChildren().add(text(code.text(), "markdown-inline-code"));
            case Inline.Strong strong -> strong.parts().forEach(inner -> add(flow, inner, "markdown-strong"));
            case Inline.Emphasis stressed -> stressed.parts().forEach(inner -> add(flow, inner, "markdown-emphasis"));
            default -> throw new IllegalStateException("not of a user's words: " + words);
        }
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("markdown-text", style);
        return text;
    }
}
