package racelane.model.scene;

/** Light or dark. */
public enum Theme {
    /** Dark ink on white; what figures use unless asked otherwise. */
    LIGHT,
    /** Light ink on near-black. */
    DARK
}
