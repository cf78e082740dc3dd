package racelane.app.details;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Texts;
import racelane.app.session.Settings;

/** The columns of the log table; which of them are shown is remembered. */
final class LogColumns {
    private static final Texts TEXTS = Texts.of(LogColumns.class);
    private static final String SETTING = "log.columns";
    private static final String USUAL = "time,lane,source,message";
    private static final double WIDER = 1.3;
    private static final double NARROWER = 0.85;

    /** In a table of fewer px the columns give way to the message further. */
    private static final double NARROW = 640;

    private static final double NARROWEST = 0.6;

    private final LogViewModel model;
    private final Settings settings;
    private final List<TableColumn<LogLine, LogLine>> all = new ArrayList<>();
    private boolean wrapped;

    LogColumns(LogViewModel model, Settings settings, TableView<LogLine> table) {
        this.model = model;
        this.settings = settings;
        text("time", 190, "time-cell", model::time);
        gap();
        level();
        text("lane", 110, "lane-cell", model::lane);
        text("source", 150, "place-cell", model::place);
        text("operation", 140, "lane-cell", model::operation);
        text("key", 110, "key-cell", model::key);
        text("duration", 90, "time-cell", model::duration);
        column("message", 300, column -> new QuoteCell(model, () -> wrapped));
        List<String> shown = Arrays.asList(settings.value(SETTING, USUAL).split(","));
        for (TableColumn<LogLine, LogLine> column : all) {
            boolean last = column.getId().equals("message");
            if (!last) { // keeps it from taking room that the message needs when the window grows
                column.setMaxWidth(column.getPrefWidth() * WIDER);
            }
            column.setVisible(last || shown.contains(column.getId()));
            column.visibleProperty().subscribe((before, now) -> remember());
        }
        table.getColumns().setAll(all);
        table.widthProperty().subscribe(() -> fit(table.getWidth()));
        all.getLast().widthProperty().subscribe(() -> {
            if (wrapped) {
                table.refresh();
            }
        });
    }

    private void fit(double width) {
        double share = width < NARROW ? NARROWEST : NARROWER;
        all.forEach(column -> column.setMinWidth(column.getPrefWidth() * share));
    }

    /** Returns all columns but the message, which is always there. */
    List<TableColumn<LogLine, LogLine>> toChoose() {
        return all.subList(0, all.size() - 1);
    }

    /** Says whether long lines are shown whole. */
    void wrap(boolean wrap) {
        wrapped = wrap;
    }

    private void remember() {
        settings.set(
                SETTING,
                String.join(
                        ",",
                        all.stream()
                                .filter(TableColumn::isVisible)
                                .map(TableColumn::getId)
                                .toList()));
    }

    private void text(String id, double width, String style, Function<LogLine, String> words) {
        column(id, width, column -> new WordsCell(style, words));
    }

    private void gap() {
        column("gap", 84, column -> new TableCell<>() {
            {
                getStyleClass().add("time-cell");
            }

            @Override
            protected void updateItem(@Nullable LogLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : model.gap(getIndex()));
            }
        });
    }

    /** The level in words, and by colour for who looks for what failed. */
    private void level() {
        column("level", 64, column -> new WordsCell("lane-cell", model::level) {
            @Override
            protected void updateItem(@Nullable LogLine line, boolean empty) {
                super.updateItem(line, empty);
                String word = getText();
                LogLevel now = word == null || word.isEmpty() ? null : LogLevel.of(word);
                for (LogLevel level : LogLevel.values()) {
                    String name = level.name().toLowerCase(Locale.ROOT);
                    pseudoClassStateChanged(PseudoClass.getPseudoClass(name), level == now);
                }
            }
        });
    }

    private void column(
            String id, double width, Function<TableColumn<LogLine, LogLine>, TableCell<LogLine, LogLine>> cells) {
        TableColumn<LogLine, LogLine> column = new TableColumn<>(TEXTS.get("log.column." + id));
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(cells::apply);
        all.add(column);
    }

    /** A cell with some words of its line. */
    private static class WordsCell extends TableCell<LogLine, LogLine> {
        private final Function<LogLine, String> words;

        WordsCell(String style, Function<LogLine, String> words) {
            this.words = words;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : words.apply(line));
        }
    }
}
