package racelane.app.session;

import java.time.Instant;

/** Whether the case is safe on the disk. */
public sealed interface SaveState {
    /** There is nothing to save. */
    record Nothing() implements SaveState {}

    /** Edits are on their way to the disk. */
    record Saving() implements SaveState {}

    /**
     * Every edit survives a crash.
     *
     * @param at since when
     */
    record Saved(Instant at) implements SaveState {}

    /**
     * Edits wait in memory; writing is tried again.
     *
     * @param message one line with the fault and a cure
     */
    record Failed(String message) implements SaveState {}
}
