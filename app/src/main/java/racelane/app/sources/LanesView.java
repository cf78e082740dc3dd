package racelane.app.sources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.Pulses;
import racelane.app.fx.RowMenu;
import racelane.app.fx.SectionHeader;
import racelane.app.fx.Texts;
import racelane.model.lane.LanePlan;
import racelane.model.lane.PlanRow.PlannedLane;

/** The lanes by group, each with a check box. */
public final class LanesView extends VBox {
    private static final Texts TEXTS = Texts.of(LanesView.class);

    private final LanesViewModel model;
    private final Commands commands;
    private final ContextMenu menu;
    private final MenuItem split = new MenuItem(TEXTS.get("lanes.split"));

    /** The lane whose menu was opened last. */
    private int asked;

    private static final double LEAST_TREE = 110;
    private static final double ROW_HEIGHT = 22;
    private static final int ROWS_A_PULSE = 3;

    /** The first lanes come some pulses after the timeline that shows them, and after the sources. */
    private static final int LATER = 2;

    private final TreeView<LaneNode> tree = new TreeView<>(new TreeItem<>());
    private final Label count = Nodes.label("", "section-note");
    private final Label guessed = Nodes.label(TEXTS.get("lanes.assumed"), "pill", "assumed");
    private List<LaneNode> shape = List.of();
    private Map<String, List<PlannedLane>> groups = Map.of();
    private Set<Integer> hidden = Set.of();

    /** What the view asks for. */
    public interface Commands {
        /** Brings a lane into view in the timeline. */
        void reveal(int laneId);

        /** Asks with which lane to join a lane. */
        void join(int laneId);

        /** Asks which part of a lane to split off. */
        void split(int laneId);
    }

    /**
     * Creates the view.
     *
     * @param commands what it asks for
     */
    public LanesView(LanesViewModel model, Commands commands) {
        this.commands = commands;
        this.model = model;
        this.menu = menu();
        getStyleClass().addAll("section", "last");
        tree.setId("lanes");
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW_HEIGHT);
        tree.setAccessibleText(TEXTS.get("lanes"));
        tree.setCellFactory(view -> new Cell());
        RowMenu.ofSelected(tree);
        tree.setOnMouseClicked(event -> {
            TreeItem<LaneNode> item = tree.getSelectionModel().getSelectedItem();
            if (event.getButton() == MouseButton.PRIMARY
                    && item != null
                    && !item.getValue().group()) {
                model.select(item.getValue().laneId());
                commands.reveal(item.getValue().laneId());
            }
        });
        tree.setPrefHeight(LEAST_TREE); // it grows into what the lists above leave
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(new SectionHeader(TEXTS.get("lanes"), guessed, count).labelFor(tree), tree);
        model.planProperty().addListener((property, before, now) -> show(now));
        show(model.planProperty().get());
    }

    private void show(LanePlan plan) {
        groups = plan.groups();
        Set<Integer> nowHidden = new HashSet<>();
        plan.lanes().stream().filter(PlannedLane::hidden).forEach(lane -> nowHidden.add(lane.laneId()));
        hidden = nowHidden;
        count.setText(model.count());
        String assumed = model.assumptions();
        Nodes.show(guessed, !assumed.isEmpty());
        guessed.setTooltip(assumed.isEmpty() ? null : new Tooltip(assumed));
        List<LaneNode> next = new ArrayList<>();
        groups.forEach((group, lanes) -> {
            next.add(new LaneNode(-1, group, false));
            lanes.forEach(lane -> next.add(node(lane)));
        });
        if (next.equals(shape)) {
            tree.refresh();
            return;
        }
        shape = next;
        List<TreeItem<LaneNode>> items = new ArrayList<>();
        groups.forEach((group, lanes) -> {
            TreeItem<LaneNode> item = new TreeItem<>(new LaneNode(-1, group, false));
            item.setExpanded(true);
            item.getChildren()
                    .setAll(lanes.stream()
                            .map(lane -> new TreeItem<>(node(lane)))
                            .toList());
            items.add(item);
        });
        List<TreeItem<LaneNode>> shown = tree.getRoot().getChildren();
        if (shown.isEmpty() && !items.isEmpty()) {
            Pulses.after(LATER, () -> Pulses.unroll(tree, ROWS_A_PULSE * ROW_HEIGHT, () -> fill(next, items)));
        } else {
            fill(next, items);
        }
    }

    private void fill(List<LaneNode> as, List<TreeItem<LaneNode>> items) {
        if (as.equals(shape)) {
            tree.getRoot().getChildren().setAll(items);
        }
    }

    /** Makes the menu of a lane; one for all rows, for each menu has a scene of its own. */
    private ContextMenu menu() {
        ContextMenu made = new ContextMenu();
        MenuItem join = new MenuItem(TEXTS.get("lanes.join"));
        join.setOnAction(event -> commands.join(asked));
        split.setOnAction(event -> commands.split(asked));
        made.getItems().addAll(join, split);
        return made;
    }

    private ContextMenu menuOf(int laneId) {
        asked = laneId;
        split.setDisable(model.parts(laneId).size() < 2);
        return menu;
    }

    private static LaneNode node(PlannedLane lane) {
        return new LaneNode(lane.laneId(), lane.name(), lane.caption().startsWith("inferred"));
    }

    private final class Cell extends TreeCell<LaneNode> {
        private final CheckBox box = new CheckBox();
        private final Label name = Nodes.label("", "item-title");
        private final Label guess = Nodes.label(TEXTS.get("lanes.inferred"), "section-note");
        private final HBox row = Nodes.row("lane-row", box, name, guess);

        Cell() {
            RowMenu.of(
                    this,
                    () -> Optional.ofNullable(getItem())
                            .filter(node -> !node.group())
                            .map(node -> menuOf(node.laneId())));
            box.setFocusTraversable(false);
            box.setOnAction(event -> {
                LaneNode node = getItem();
                if (node == null) {
                    return;
                }
                if (node.group()) {
                    model.showGroup(node.name(), box.isSelected());
                } else {
                    model.show(node.laneId(), box.isSelected());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable LaneNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                return;
            }
            name.setText(node.name());
            Nodes.show(guess, node.inferred());
            name.getStyleClass().remove("muted");
            if (node.group()) {
                name.getStyleClass().add("muted");
                List<PlannedLane> lanes = groups.getOrDefault(node.name(), List.of());
                long shown = lanes.stream()
                        .filter(lane -> !hidden.contains(lane.laneId()))
                        .count();
                box.setIndeterminate(shown > 0 && shown < lanes.size());
                box.setSelected(shown == lanes.size());
            } else {
                box.setIndeterminate(false);
                box.setSelected(!hidden.contains(node.laneId()));
            }
            box.setAccessibleText(TEXTS.get("lanes.show", node.name()));
            setGraphic(row);
        }
    }
}
