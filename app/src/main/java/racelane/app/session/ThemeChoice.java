package racelane.app.session;

/** Which look the user chose. */
public enum ThemeChoice {
    /** As the platform says. */
    SYSTEM("System"),
    /** Always light. */
    LIGHT("Light"),
    /** Always dark. */
    DARK("Dark");

    private final String title;

    ThemeChoice(String title) {
        this.title = title;
    }

    /** Returns the name for menus. */
    public String title() {
        return title;
    }
}
