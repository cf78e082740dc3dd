package racelane.app.action;

/** The menus, in their order. */
public enum ActionGroup {
    /** Opening, saving, exporting. */
    FILE("File"),
    /** Undo, selection, notes. */
    EDIT("Edit"),
    /** What is shown, and where one looks. */
    VIEW("View"),
    /** Windows. */
    DETECT("Detect"),
    /** The case. */
    INVESTIGATE("Investigate"),
    /** Keys, commands, about. */
    HELP("Help");

    private final String title;

    ActionGroup(String title) {
        this.title = title;
    }

    /** Returns the menu's title. */
    public String title() {
        return title;
    }
}
