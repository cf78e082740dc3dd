package racelane.app.session;

/** Which look the user chose. */
public enum ThemeChoice {
    /** As the platform says. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK
}
