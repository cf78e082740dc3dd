package racelane.app.formats;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;
import racelane.model.format.FieldMark;
import racelane.model.format.LinePreview.Kind;

/** A line of the log: its number, a mark for what it is, and its words coloured by field. */
final class FormatLineCell extends ListCell<FormatLine> {
    private static final Texts TEXTS = Texts.of(FormatLineCell.class);

    private static final int SHOWN = 300;

    private final Label number = Nodes.label("", "line-number");
    private final Region sign = new Region();
    private final HBox words = new HBox();
    private final HBox row = Nodes.row("format-line", sign, number, words);

    FormatLineCell() {
        number.setMinWidth(34);
        number.setAlignment(Pos.CENTER_RIGHT);
        words.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FormatLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        number.setText(String.valueOf(line.number()));
        sign.getStyleClass().setAll("line-sign", kind(line.preview().kind()));
        words.getChildren().clear();
        words.getStyleClass().setAll("line-words", kind(line.preview().kind()));
        String text = line.text().replace('\t', ' ');
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
        int at = 0;
        for (FieldMark mark : line.preview().fields()) {
            int from = Math.min(mark.from(), shown.length());
            int to = Math.min(mark.to(), shown.length());
            if (from >= at && from < to) {
                part(shown.substring(at, from), List.of());
                part(shown.substring(from, to), List.of("field-part", FormatField.style(mark.field())));
                at = to;
            }
        }
        part(shown.substring(at) + (text.length() > SHOWN ? "…" : ""), List.of());
        setGraphic(row);
        setAccessibleText(TEXTS.get("line", line.number(), line.word(), shown));
    }

    private void part(String text, List<String> styles) {
        if (!text.isEmpty()) {
            Label label = Nodes.label(text, "line-part");
            label.getStyleClass().addAll(styles);
            label.setMinWidth(Region.USE_PREF_SIZE);
            words.getChildren().add(label);
        }
    }

    private static String kind(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
