package racelane.app.details;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.CountText;
import racelane.app.fx.Nodes;
import racelane.app.fx.Texts;

/** What is shown of the log, at the right end of its heads: the filter in words, how to take it away, and a menu to change it. */
final class LogTools extends HBox {
    private static final Texts TEXTS = Texts.of(LogTools.class);

    private final LogViewModel model;
    private final LogColumns columns;
    private final LogView view;
    private final Label words = Nodes.label("", "muted", "small");
    private final MenuButton menu = new MenuButton();

    LogTools(LogViewModel model, LogColumns columns, LogView view) {
        this.model = model;
        this.columns = columns;
        this.view = view;
        getStyleClass().add("log-tools");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        words.setId("log-filter");
        var clear = Nodes.iconButton(Feather.X, TEXTS.get("log.all"), view::showAll);
        clear.setId("log-filter-clear");
        menu.setGraphic(new FontIcon(Feather.SLIDERS));
        menu.setId("log-menu");
        menu.getStyleClass().addAll("icon-button", "log-menu");
        menu.setAccessibleText(TEXTS.get("log.tools"));
        menu.setTooltip(new javafx.scene.control.Tooltip(TEXTS.get("log.tools")));
        menu.getItems().setAll(new MenuItem(TEXTS.get("log.tools")));
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        getChildren().addAll(words, clear, menu);
        model.filterProperty().subscribe(filter -> {
            Nodes.show(words, !filter.isAll());
            Nodes.show(clear, !filter.isAll());
            say();
        });
        model.indexProperty().subscribe(this::say);
    }

    /** Opens the menu. */
    void open() {
        menu.requestFocus();
        menu.show();
    }

    private void say() {
        LogFilter filter = model.filterProperty().get();
        List<String> parts = new ArrayList<>();
        LogLevel least = filter.atLeast();
        if (least != null) {
            parts.add(TEXTS.get("log.level." + least.name()));
        }
        if (filter.lanes() != null) {
            parts.add(filter.laneWords());
        }
        if (!filter.key().isEmpty()) {
            parts.add(filter.key());
        }
        String counts =
                TEXTS.get("log.count", CountText.of(model.indexProperty().get().size()), CountText.of(model.size()));
        words.setText(String.join(" · ", parts) + "  " + counts);
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(levels());
        items.add(lanes());
        items.add(keys());
        items.add(new SeparatorMenuItem());
        CheckMenuItem wrap = new CheckMenuItem(TEXTS.get("log.wrap"));
        wrap.setSelected(view.isWrapped());
        wrap.setOnAction(event -> view.toggleWrap());
        items.add(wrap);
        Menu shown = new Menu(TEXTS.get("log.columns"));
        for (TableColumn<LogLine, LogLine> column : columns.toChoose()) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setSelected(column.isVisible());
            item.selectedProperty().subscribe((before, now) -> column.setVisible(now));
            shown.getItems().add(item);
        }
        items.add(shown);
        return items;
    }

    private Menu levels() {
        Menu menu = new Menu(TEXTS.get("log.levels"));
        ToggleGroup group = new ToggleGroup();
        level(menu, group, null);
        for (LogLevel level : LogLevel.values()) {
            if (level != LogLevel.TRACE) {
                level(menu, group, level);
            }
        }
        return menu;
    }

    private void level(Menu menu, ToggleGroup group, @Nullable LogLevel level) {
        RadioMenuItem item = radio(TEXTS.get("log.level." + (level == null ? "ALL" : level.name())), group);
        item.setSelected(model.filterProperty().get().atLeast() == level);
        item.setOnAction(event -> model.setFilter(model.filterProperty().get().withLevel(level)));
        menu.getItems().add(item);
    }

    private Menu lanes() {
        Menu menu = new Menu(TEXTS.get("log.lanes"));
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem all = radio(TEXTS.get("log.lanes.all"), group);
        all.setSelected(model.filterProperty().get().lanes() == null);
        all.setOnAction(event -> model.setFilter(model.filterProperty().get().withLanes(null, "")));
        RadioMenuItem shown = radio(TEXTS.get("log.lanes.shown"), group);
        shown.setOnAction(event -> model.onlyLanesInTimeline(TEXTS.get("log.lanes.shown.short")));
        menu.getItems().addAll(all, shown);
        model.selectedLine().ifPresent(line -> {
            RadioMenuItem one = radio(TEXTS.get("log.lanes.one", model.lane(line)), group);
            one.setOnAction(event -> model.onlyLane(line));
            menu.getItems().add(one);
        });
        return menu;
    }

    private Menu keys() {
        Menu menu = new Menu(TEXTS.get("log.keys"));
        ToggleGroup group = new ToggleGroup();
        RadioMenuItem all = radio(TEXTS.get("log.keys.all"), group);
        String now = model.filterProperty().get().key();
        all.setSelected(now.isEmpty());
        all.setOnAction(event -> model.setFilter(model.filterProperty().get().withKey("")));
        menu.getItems().add(all);
        model.selectedKey().ifPresent(key -> {
            RadioMenuItem one = radio(TEXTS.get("log.keys.one", key), group);
            one.setSelected(now.equals(key));
            one.setOnAction(
                    event -> model.setFilter(model.filterProperty().get().withKey(key)));
            menu.getItems().add(one);
        });
        return menu;
    }

    private static RadioMenuItem radio(String text, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        return item;
    }
}
