package racelane.model.scene;

/** The cuts of the two families that Racelane ships. */
public enum FontRole {
    /** Inter Regular. */
    REGULAR,
    /** Inter Medium. */
    MEDIUM,
    /** Inter SemiBold. */
    SEMI_BOLD,
    /** Inter Bold. */
    BOLD,
    /** JetBrains Mono Regular. */
    MONO,
    /** JetBrains Mono Medium. */
    MONO_MEDIUM
}
