package racelane.model.window;

/** Whether harm was seen. */
public enum Evidence {
    /** The interleaving happened; nothing says that it did harm. */
    EXPOSED,
    /** A symptom, such as {@code result=OLD}, says that it did harm. */
    WITNESSED;

    /** Returns the level as it is written for people and in JSON: lower case. */
    public String word() {
        return this == EXPOSED ? "exposed" : "witnessed";
    }
}
