package racelane.app.timeline;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import racelane.app.fx.Texts;
import racelane.app.session.LaneActs;
import racelane.model.lane.LaneRules;
import racelane.model.lane.RowsBy;
import racelane.model.scene.Hit;

/** The menu of a lane's or a group's head: everything in it can be done with a key as well. JavaFX thread. */
final class LaneMenu {
    private static final Texts TEXTS = Texts.of(LaneMenu.class);

    private final Region area;
    private final LaneActs acts;
    private final RowsBy rowsBy;
    private final ContextMenu menu = new ContextMenu();

    LaneMenu(Region area, LaneActs acts, RowsBy rowsBy) {
        this.area = area;
        this.acts = acts;
        this.rowsBy = rowsBy;
    }

    /** Shows the menu of what was pointed at, at a point of the screen. */
    void show(Hit hit, double screenX, double screenY) {
        boolean lane = hit.what() == Hit.What.LANE_NAME;
        if (lane) {
            acts.select(hit.laneId());
            ofLane(hit.laneId());
        }
        String group = lane ? acts.groupOf(hit.laneId()).orElse("") : hit.id();
        if (!group.isEmpty() && (!lane || acts.plan().headers())) {
            boolean folded = acts.plan().collapsed().contains(group);
            add(
                    folded ? TEXTS.get("menu.unfold", group) : TEXTS.get("menu.fold", group),
                    () -> acts.toggleGroup(group));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(order(), rows());
        add(TEXTS.get("menu.all"), acts::showAll);
        menu.show(area, screenX, screenY);
    }

    private void ofLane(int laneId) {
        add(acts.isPinned(laneId) ? TEXTS.get("menu.unpin") : TEXTS.get("menu.pin"), () -> acts.togglePin(laneId));
        add(TEXTS.get("menu.hide"), () -> acts.hide(laneId));
        add(TEXTS.get("menu.only"), () -> acts.only(laneId));
        add(TEXTS.get("menu.up"), () -> acts.move(laneId, -1));
        add(TEXTS.get("menu.down"), () -> acts.move(laneId, 1));
        add(TEXTS.get("menu.higher"), () -> acts.resize(laneId, 1));
        add(TEXTS.get("menu.lower"), () -> acts.resize(laneId, -1));
        add(TEXTS.get("menu.height"), () -> acts.resize(laneId, 0));
    }

    private Menu order() {
        Menu order = new Menu(TEXTS.get("menu.order"));
        order.getItems()
                .setAll(
                        item(TEXTS.get("menu.byName"), () -> acts.apply(LaneRules.byName())),
                        item(TEXTS.get("menu.byEvents"), acts::orderByEvents),
                        item(TEXTS.get("menu.byFirst"), () -> acts.apply(LaneRules.byAppearance())));
        return order;
    }

    private Menu rows() {
        Menu rows = new Menu(TEXTS.get("menu.rows"));
        for (RowsBy by : List.of(RowsBy.values())) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.get("rows.by." + by.name()));
            item.setSelected(by == rowsBy);
            item.setOnAction(event -> acts.rowsBy(by));
            rows.getItems().add(item);
        }
        return rows;
    }

    private void add(String title, Runnable act) {
        menu.getItems().add(item(title, act));
    }

    private static MenuItem item(String title, Runnable act) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> act.run());
        return item;
    }
}
