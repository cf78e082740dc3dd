package racelane.app.action;

import racelane.app.fx.Texts;

/** The menus, in their order. */
public enum ActionGroup {
    /** Opening, saving, exporting. */
    FILE,
    /** Undo, selection, notes. */
    EDIT,
    /** What is shown, and where one looks. */
    VIEW,
    /** Windows. */
    DETECT,
    /** The case. */
    INVESTIGATE,
    /** Keys, commands, about. */
    HELP;

    private static final Texts TEXTS = Texts.of(ActionGroup.class);

    /** Returns the menu's title. */
    public String title() {
        return TEXTS.get("menu." + name());
    }
}
