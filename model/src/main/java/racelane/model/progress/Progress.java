package racelane.model.progress;

/** Handed to every long computation. Implementations are safe to call from the thread that works, at any rate. */
public interface Progress {
    /**
     * Says how much is done.
     *
     * @param done units done so far (bytes, records), from 0
     * @param total units in all; 0 or less when nobody knows
     */
    void advance(long done, long total);

    /** Says in a few words what is being done now, for example {@code Pairing starts with ends}. */
    void message(String text);

    /**
     * Leaves the computation when it was cancelled. Cheap; long loops call it at least every few thousand steps.
     *
     * @throws CancelledException when the user cancelled
     */
    void checkCancelled();

    /** Returns a progress that reports to nobody and is never cancelled. */
    static Progress none() {
        return new Progress() {
            @Override
            public void advance(long done, long total) {}

            @Override
            public void message(String text) {}

            @Override
            public void checkCancelled() {}
        };
    }
}
