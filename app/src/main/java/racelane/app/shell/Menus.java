package racelane.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import racelane.app.action.Action;
import racelane.app.action.ActionGroup;
import racelane.app.action.Actions;
import racelane.app.action.Key;
import racelane.app.fx.Texts;

/** The menu bar, made from the registry. */
final class Menus {
    private static final Texts TEXTS = Texts.of(Menus.class);

    private Menus() {}

    static MenuBar bar(Actions actions, Supplier<List<Path>> recent, Consumer<Path> open) {
        MenuBar bar = new MenuBar();
        bar.setUseSystemMenuBar(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac"));
        for (ActionGroup group : ActionGroup.values()) {
            Menu menu = new Menu(group.title());
            String section = "";
            for (Action action : actions.of(group)) {
                String own = action.id().substring(0, action.id().lastIndexOf('.'));
                if (!section.isEmpty() && !section.equals(own)) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                section = own;
                menu.getItems().add(item(actions, action));
            }
            if (group == ActionGroup.FILE) {
                menu.getItems().add(1, recent(recent, open));
            }
            bar.getMenus().add(menu);
        }
        return bar;
    }

    /** The keys are shown as text and handled by the registry: an accelerator of a menu would act while one types. */
    private static MenuItem item(Actions actions, Action action) {
        MenuItem item = new MenuItem(action.title());
        item.setMnemonicParsing(false);
        actions.whenBound(() -> show(item, actions.get(action.id())));
        item.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
        item.setOnAction(event -> action.run());
        item.setId(action.id());
        return item;
    }

    private static void show(MenuItem item, Action action) {
        Key first = action.keys().isEmpty() ? null : action.keys().getFirst();
        boolean chord = first instanceof Key.Chord;
        item.setAccelerator(first instanceof Key.Chord it ? it.combination() : null);
        item.setText(first == null || chord ? action.title() : action.title() + "    " + first.text());
    }

    private static Menu recent(Supplier<List<Path>> recent, Consumer<Path> open) {
        Menu menu = new Menu(TEXTS.get("menu.recent"));
        menu.getItems().add(new MenuItem(TEXTS.get("menu.recent.none")));
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            for (Path path : recent.get()) {
                MenuItem item = new MenuItem(path.toString());
                item.setMnemonicParsing(false);
                item.setDisable(!Files.isRegularFile(path));
                item.setOnAction(chosen -> open.accept(path));
                menu.getItems().add(item);
            }
            if (menu.getItems().isEmpty()) {
                MenuItem none = new MenuItem(TEXTS.get("menu.recent.none"));
                none.setDisable(true);
                menu.getItems().add(none);
            }
        });
        return menu;
    }
}
