package racelane.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.RowMenu;
import racelane.app.fx.Texts;
import racelane.model.source.LanesBy;

/** A row of the list of sources. Its menus are made when they are asked for: the first row comes with the first evidence, in a hurry. */
final class SourceCell extends ListCell<SourceRow> {
    private static final Texts TEXTS = Texts.of(SourcesView.class);

    private static final double BAR_HEIGHT = 44;
    private static final double GAP = 8;

    private final SourcesView.Commands commands;
    private final Region bar = new Region();
    private final Label name = Nodes.label("", "item-title");
    private final Label line = Nodes.label("", "item-note");
    private final Button act = new Button();
    private final HBox item;
    private final MenuButton lanes = new MenuButton();
    private final Label trust = Nodes.label("", "pill", "trust");
    private final HBox below = new HBox(GAP, lanes, trust);
    private final Tooltip account = new Tooltip();

    SourceCell(SourcesView.Commands commands) {
        this.commands = commands;
        bar.setMinHeight(BAR_HEIGHT);
        bar.setMaxHeight(BAR_HEIGHT);
        VBox words = new VBox(name, line, below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        item = Nodes.row("item", bar, Nodes.grow(words), act);
        item.setPrefWidth(0);
        act.getStyleClass().add("link-button");
        act.setMinWidth(Region.USE_PREF_SIZE);
        act.setOnAction(event -> {
            SourceRow row = getItem();
            if (row != null && row.notice() == SourceRow.Notice.ACCEPT) {
                commands.accept(row.table());
            } else if (row != null) {
                commands.importAgain(row.table());
            }
        });
        lanes.getStyleClass().add("lane-rule");
        lanes.setOnShowing(event -> lanes.getItems().setAll(rules()));
        below.setAlignment(Pos.CENTER_LEFT);
        trust.setMinWidth(Region.USE_PREF_SIZE);
        RowMenu.of(this, () -> Optional.ofNullable(getItem()).map(this::menu));
    }

    private ContextMenu menu(SourceRow row) {
        ContextMenu menu = new ContextMenu();
        if (row.lanes().log()) {
            String title = TEXTS.get(row.lanes().own() ? "sources.format.change" : "sources.format.new");
            menu.getItems().add(choice(title, commands::format));
        }
        if (hasRules(row)) {
            Menu by = new Menu(TEXTS.get("sources.lanes.by"));
            by.getItems().setAll(rules());
            menu.getItems().add(by);
        }
        menu.getItems()
                .addAll(
                        choice(TEXTS.get("sources.clock"), commands::clock),
                        choice(TEXTS.get("sources.again"), commands::importAgain),
                        choice(TEXTS.get("sources.remove"), commands::remove));
        return menu;
    }

    private MenuItem choice(String title, IntConsumer of) {
        MenuItem choice = new MenuItem(title);
        choice.setOnAction(event -> {
            if (getItem() != null) {
                of.accept(getItem().table());
            }
        });
        return choice;
    }

    private List<MenuItem> rules() {
        List<MenuItem> rules = new ArrayList<>();
        for (LanesBy rule : LanesBy.values()) {
            CheckMenuItem choice = new CheckMenuItem(rule.title() + "  ·  " + rule.words());
            choice.setId("lanes-" + rule.id());
            choice.setSelected(getItem() != null && getItem().lanes().by() == rule);
            choice.setOnAction(event -> {
                if (getItem() != null) {
                    commands.lanesBy(getItem().table(), rule);
                }
            });
            rules.add(choice);
        }
        return rules;
    }

    private static boolean hasRules(SourceRow row) {
        return !row.lanes().words().isEmpty();
    }

    @Override
    protected void updateItem(@Nullable SourceRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        bar.getStyleClass().setAll("colour-bar");
        bar.setStyle("-fx-background-color: -rl-source-" + row.colour());
        name.setText(row.name());
        line.setText(row.line());
        notice(row);
        Nodes.show(lanes, hasRules(row));
        Nodes.show(trust, !row.trust().isEmpty());
        Nodes.show(below, hasRules(row) || !row.trust().isEmpty());
        trust.setText(row.trust());
        lanes.setText(TEXTS.get("sources.lanes", row.lanes().words()));
        lanes.setAccessibleText(
                TEXTS.get("sources.lanes.name", row.name(), row.lanes().words()));
        account.setText(row.tip());
        setGraphic(item);
        setTooltip(account);
        setAccessibleText(row.name() + ", " + row.line()
                + (hasRules(row) ? ", " + TEXTS.get("sources.lanes", row.lanes().words()) : "")
                + (row.trust().isEmpty() ? "" : ", " + row.trust()));
    }

    private void notice(SourceRow row) {
        boolean told = row.notice() != SourceRow.Notice.NONE;
        Nodes.show(act, told && row.notice() != SourceRow.Notice.TELL);
        act.setText(TEXTS.get(row.notice() == SourceRow.Notice.ACCEPT ? "sources.accept" : "sources.again"));
        line.getStyleClass().removeAll("danger-text", "notice-text");
        if (told) {
            line.getStyleClass().add("notice-text");
        } else if (row.lossy()) {
            line.getStyleClass().add("danger-text");
        }
    }
}
