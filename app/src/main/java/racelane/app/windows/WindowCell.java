package racelane.app.windows;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import racelane.app.fx.CountText;
import racelane.app.fx.LinkDrag;
import racelane.app.fx.Nodes;
import racelane.app.fx.RowMenu;
import racelane.app.fx.Texts;
import racelane.app.session.DraggedEvidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;

/** A row of the list of windows: a window, a window that was set aside, or a group of windows seen together. */
final class WindowCell extends ListCell<WindowRow> {
    private static final Texts TEXTS = Texts.of(WindowCell.class);

    private final WindowsViewModel model;
    private final WindowsView.Commands commands;
    private final Region severity = new Region();
    private final FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
    private final StackPane sign = new StackPane(severity, chevron);
    private final Label steps = Nodes.label("", "item-title");
    private final Label line = Nodes.label("", "item-note");
    private final Label score = Nodes.label("", "item-score");
    private final HBox item;
    private final Tooltip tip = new Tooltip();

    WindowCell(WindowsViewModel model, WindowsView.Commands commands) {
        this.model = model;
        this.commands = commands;
        VBox words = new VBox(steps, line);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        score.setMinWidth(USE_PREF_SIZE);
        score.setMaxHeight(Double.MAX_VALUE);
        score.setAlignment(Pos.TOP_RIGHT);
        sign.setMinWidth(USE_PREF_SIZE);
        item = Nodes.row("item", sign, Nodes.grow(words), score);
        item.setPrefWidth(0);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        RowMenu.of(this, () -> Optional.ofNullable(getItem()).map(row -> new ContextMenu(choices())));
        LinkDrag.source(
                this,
                () -> Optional.ofNullable(getItem())
                        .map(row -> DraggedEvidence.window(row.window().id())));
        setAccessibleHelp(TEXTS.get("row.help"));
        setOnMouseClicked(event -> {
            WindowRow row = getItem();
            if (event.getButton() == MouseButton.PRIMARY && row != null) {
                WindowsView.open(row, model);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable WindowRow row, boolean empty) {
        super.updateItem(row, empty);
        item.getStyleClass().removeAll("suppressed", "grouped", "group");
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        boolean group = row instanceof WindowRow.Group;
        Nodes.show(severity, !group);
        Nodes.show(chevron, group);
        severity.getStyleClass().setAll("severity", WindowsViewModel.severity(row.window()));
        steps.setText(row.window().steps());
        switch (row) {
            case WindowRow.Group one -> group(one);
            case WindowRow.Found one -> found(one.window(), one);
        }
        setGraphic(item);
        setTooltip(tip);
    }

    private void group(WindowRow.Group group) {
        item.getStyleClass().add("group");
        chevron.setIconCode(group.expanded() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        line.setText(WindowsViewModel.line(group));
        score.setText("×" + CountText.of(group.count()));
        String together = TEXTS.count("group.together", group.count());
        String listed = group.count() > group.listed()
                ? TEXTS.get("group.listed", together, CountText.of(group.listed()))
                : together;
        String places = WindowsViewModel.places(group.kind());
        tip.setText(listed + (places.isEmpty() ? "" : "\n\n" + places));
        String state = group.expanded() ? TEXTS.get("group.open") : TEXTS.get("group.closed");
        setAccessibleText(state + ", " + group.window().steps() + ", " + WindowsViewModel.line(group) + ", "
                + TEXTS.count("windows", group.count()));
    }

    private void found(RaceWindow window, WindowRow.Found row) {
        Optional<Suppression> suppression = row.suppression();
        if (row.grouped()) {
            item.getStyleClass().add("grouped");
        }
        if (suppression.isPresent()) {
            item.getStyleClass().add("suppressed");
        }
        String own = WindowsViewModel.line(window);
        line.setText(suppression.map(Suppression::reason).orElse(own));
        score.setText(WindowsViewModel.score(window));
        String aside = suppression
                .map(one -> "\n" + TEXTS.get("row.suppressed.whole", one.target(), one.reason()))
                .orElse("");
        tip.setText(window.title() + "\n" + window.explanation() + "\n"
                + window.verdict().word() + ", " + window.evidence().word()
                + (window.holdsIf().isEmpty() ? "" : "; " + TEXTS.get("row.holds", window.holdsIf())) + aside);
        setAccessibleText(window.steps() + ", " + own + ", " + TEXTS.get("row.score", WindowsViewModel.score(window))
                + suppression
                        .map(one -> ", " + TEXTS.get("row.suppressed", one.reason()))
                        .orElse(""));
    }

    private MenuItem[] choices() {
        return switch (getItem()) {
            case null -> new MenuItem[0];
            case WindowRow.Group group -> ofGroup(group);
            case WindowRow.Found found -> ofFound(found.window(), found.suppression());
        };
    }

    private MenuItem[] ofGroup(WindowRow.Group group) {
        return new MenuItem[] {
            choice(
                    group.expanded() ? TEXTS.get("group.hide") : TEXTS.get("group.show"),
                    () -> model.expand(group.kind(), !group.expanded())),
            choice(TEXTS.get("row.suppress"), () -> commands.suppress(group.window()))
        };
    }

    private MenuItem[] ofFound(RaceWindow window, Optional<Suppression> suppression) {
        MenuItem aside = suppression
                .map(one -> choice(TEXTS.get("row.restore", one.target()), () -> commands.restore(one)))
                .orElseGet(() -> choice(TEXTS.get("row.suppress"), () -> commands.suppress(window)));
        return new MenuItem[] {
            choice(TEXTS.get("row.pin"), () -> commands.pin(window)),
            choice(TEXTS.get("row.link"), () -> commands.link(window)),
            new SeparatorMenuItem(),
            aside
        };
    }

    private static MenuItem choice(String title, Runnable body) {
        MenuItem choice = new MenuItem(title);
        choice.setMnemonicParsing(false);
        choice.setOnAction(event -> body.run());
        return choice;
    }
}
