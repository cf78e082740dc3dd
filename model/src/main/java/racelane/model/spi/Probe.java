package racelane.model.spi;

/** An importer's judgement on a file. The reason is shown to people. */
public sealed interface Probe {
    /** Returns why, in a few words. */
    String reason();

    /**
     * Not my kind of file.
     *
     * @param reason why not
     */
    record No(String reason) implements Probe {}

    /**
     * I can read it, but so might others.
     *
     * @param confidence 1 (a last resort) to 99
     * @param reason why
     */
    record Maybe(int confidence, String reason) implements Probe {}

    /**
     * Mine without doubt: the file carries a mark that only this format has.
     *
     * @param reason which mark
     */
    record Yes(String reason) implements Probe {}

    /** Returns how sure the importer is, from 0 (no) to 100 (yes). */
    default int confidence() {
        return switch (this) {
            case No no -> 0;
            case Maybe maybe -> Math.clamp(maybe.confidence(), 1, 99);
            case Yes yes -> 100;
        };
    }
}
