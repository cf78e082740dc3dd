package racelane.app.sources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import racelane.app.fx.Nodes;
import racelane.app.fx.SectionHeader;
import racelane.model.lane.LanePlan;
import racelane.model.lane.PlanRow.PlannedLane;

/** The lanes by group, each with a check box. */
public final class LanesView extends VBox {
    private final LanesViewModel model;
    private final TreeView<LaneNode> tree = new TreeView<>(new TreeItem<>());
    private final Label count = Nodes.label("", "section-note");
    private List<LaneNode> shape = List.of();
    private Map<String, List<PlannedLane>> groups = Map.of();
    private Set<Integer> hidden = Set.of();

    /**
     * Creates the view.
     *
     * @param reveal brings a lane into view in the timeline
     */
    public LanesView(LanesViewModel model, IntConsumer reveal) {
        this.model = model;
        getStyleClass().addAll("section", "last");
        tree.setId("lanes");
        tree.setShowRoot(false);
        tree.setFixedCellSize(22);
        tree.setAccessibleText("Lanes");
        tree.setCellFactory(view -> new Cell());
        tree.setOnMouseClicked(event -> {
            TreeItem<LaneNode> item = tree.getSelectionModel().getSelectedItem();
            if (event.getButton() == MouseButton.PRIMARY
                    && item != null
                    && !item.getValue().group()) {
                model.select(item.getValue().laneId());
                reveal.accept(item.getValue().laneId());
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(new SectionHeader("Lanes", count).labelFor(tree), tree);
        model.planProperty().addListener((property, before, now) -> show(now));
        show(model.planProperty().get());
    }

    private void show(LanePlan plan) {
        groups = plan.groups();
        Set<Integer> nowHidden = new HashSet<>();
        plan.lanes().stream().filter(PlannedLane::hidden).forEach(lane -> nowHidden.add(lane.laneId()));
        hidden = nowHidden;
        count.setText(model.count());
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
        tree.getRoot().getChildren().setAll(items);
    }

    private static LaneNode node(PlannedLane lane) {
        return new LaneNode(lane.laneId(), lane.name(), lane.caption().endsWith("inferred"));
    }

    private final class Cell extends TreeCell<LaneNode> {
        private final CheckBox box = new CheckBox();
        private final Label name = Nodes.label("", "item-title");
        private final Label guess = Nodes.label("inferred", "section-note");
        private final HBox row = Nodes.row("lane-row", box, name, guess);

        Cell() {
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
            box.setAccessibleText("Show " + node.name());
            setGraphic(row);
        }
    }
}
