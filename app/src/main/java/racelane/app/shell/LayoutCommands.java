package racelane.app.shell;

import static racelane.app.action.Key.chord;
import static racelane.app.action.Key.plain;
import static racelane.app.action.Key.shifted;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import racelane.app.action.ActionGroup;
import racelane.app.details.LogView;
import racelane.app.fx.RowMenu;
import racelane.app.shell.Panels.Place;

/** The commands that lay the window out and move the keyboard between its parts. */
final class LayoutCommands {
    private final CommandContext context;
    private final Panels panels;
    private final TabPane tabs;

    LayoutCommands(CommandContext context, Panels panels, TabPane tabs) {
        this.context = context;
        this.panels = panels;
        this.tabs = tabs;
    }

    void fill() {
        Registrar menu = context.menu(ActionGroup.VIEW);
        menu.add("panel.left", () -> toggle(Place.LEFT), chord("Shortcut+B"));
        menu.add("panel.right", () -> toggle(Place.RIGHT), chord("Shortcut+Shift+B"));
        menu.add("panel.bottom", () -> toggle(Place.BOTTOM), chord("Shortcut+J"));
        menu.add("panel.all", panels::toggleAll, chord("Shortcut+Shift+J"));
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int index = i;
            menu.add("tab." + tabs.getTabs().get(i).getId(), () -> showTab(index), chord("Shortcut+" + (i + 1)));
        }
        LogView log = (LogView) tabs.getTabs().getFirst().getContent();
        menu.add("log.tools", () -> {
            showTab(0);
            log.openTools();
        });
        menu.add("log.wrap", log::toggleWrap);
        menu.add("log.all", log::showAll);
        menu.add("focus.next", () -> step(1), plain(KeyCode.F6));
        menu.add("focus.previous", () -> step(-1), shifted(KeyCode.F6));
        menu.add("focus.menu", this::askForMenu, shifted(KeyCode.F10), plain(KeyCode.CONTEXT_MENU));
        menu.add("screen.full", context.window()::toggleFullScreen, plain(KeyCode.F11));
    }

    private void toggle(Place place) {
        boolean hides = panels.shown(place).get();
        boolean inside = hides && holdsFocus(panels.content(place));
        panels.shown(place).set(!hides);
        if (inside) {
            context.parts().timeline().controls().requestFocus();
        }
    }

    private void showTab(int index) {
        panels.shown(Place.BOTTOM).set(true);
        tabs.getSelectionModel().select(index);
        Node content = tabs.getTabs().get(index).getContent();
        if (!focusFirst(content)) {
            tabs.requestFocus();
        }
    }

    /** Moves the keyboard to the next part of the window, round and round: timeline, tabs, evidence, case. */
    private void step(int direction) {
        List<Region> ring = new ArrayList<>();
        ring.add(context.parts().timeline().view());
        for (Place place : List.of(Place.BOTTOM, Place.LEFT, Place.RIGHT)) {
            if (panels.shown(place).get()) {
                ring.add(panels.content(place));
            }
        }
        int at = direction > 0 ? -1 : 0;
        for (int i = 0; i < ring.size(); i++) {
            at = holdsFocus(ring.get(i)) ? i : at;
        }
        int next = Math.floorMod(at + direction, ring.size());
        if (next == 0) {
            context.parts().timeline().controls().requestFocus();
        } else {
            focusFirst(ring.get(next));
        }
    }

    private void askForMenu() {
        Scene scene = context.parts().timeline().view().getScene();
        context.parts()
                .jobs()
                .later(
                        () -> { // when the menu is gone in which this was chosen
                            if (scene != null && scene.getFocusOwner() != null) {
                                RowMenu.ask(scene.getFocusOwner());
                            }
                        });
    }

    private static boolean holdsFocus(Node part) {
        Scene scene = part.getScene();
        Node node = scene == null ? null : scene.getFocusOwner();
        while (node != null && node != part) {
            node = node.getParent();
        }
        return node != null;
    }

    private static boolean focusFirst(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                if (focusFirst(child)) {
                    return true;
                }
            }
        }
        return false;
    }
}
