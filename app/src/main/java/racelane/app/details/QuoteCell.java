package racelane.app.details;

import java.util.function.BooleanSupplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.AnsiText;

/** A quoted line with the colours in which a terminal would show it; cut to one row, or whole on several. */
final class QuoteCell extends TableCell<LogLine, LogLine> {
    private static final double MARGIN = 18;

    private final LogViewModel model;
    private final BooleanSupplier wrapped;
    private final Lines flow = new Lines();

    QuoteCell(LogViewModel model, BooleanSupplier wrapped) {
        this.model = model;
        this.wrapped = wrapped;
        getStyleClass().add("message-cell");
    }

    @Override
    protected void updateItem(@Nullable LogLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        boolean wrap = wrapped.getAsBoolean();
        String words = model.message(line);
        if (!wrap && !AnsiText.hasColour(words)) {
            setGraphic(null);
            setContentDisplay(ContentDisplay.TEXT_ONLY);
            setText(words);
            return;
        }
        flow.getChildren()
                .setAll(AnsiText.runs(words).stream().map(QuoteCell::text).toList());
        flow.width = wrap ? Math.max(MARGIN, getTableColumn().getWidth() - MARGIN) : 0;
        setText(model.plainMessage(line)); // for screen readers
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(flow);
    }

    /** Text on as many rows as it needs in some width; a row of a table asks its cells for their height without naming one. */
    private static final class Lines extends TextFlow {
        double width; // px; 0 for one row

        @Override
        protected double computePrefHeight(double asked) {
            return super.computePrefHeight(width > 0 ? width : asked);
        }

        @Override
        protected double computePrefWidth(double height) {
            return width > 0 ? width : super.computePrefWidth(height);
        }
    }

    private static Text text(AnsiText.Run run) {
        Text text = new Text(run.text());
        text.getStyleClass().add("quote-text");
        if (run.colour() != AnsiText.PLAIN) {
            text.getStyleClass().add("ansi-" + run.colour());
        }
        if (run.bold()) {
            text.getStyleClass().add("ansi-bold");
        }
        return text;
    }
}
