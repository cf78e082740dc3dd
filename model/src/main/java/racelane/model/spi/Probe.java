package racelane.model.spi;

/** An importer's judgement on a file. The reason is shown to people. */
public sealed interface Probe {
    /** Returns why, in a few words. */
    String reason();

    /** Returns how sure the importer is, from 0 (no) to 100 (yes). */
    int confidence();

    /**
     * Not my kind of file.
     *
     * @param reason why not
     */
    record No(String reason) implements Probe {
        @Override
        public int confidence() {
            return 0;
        }
    }

    /**
     * I can read it, but so might others.
     *
     * @param confidence 1 (a last resort) to 99
     * @param reason why
     */
    record Maybe(int confidence, String reason) implements Probe {
        /** Brings the confidence between no and yes. */
        public Maybe {
            confidence = Math.clamp(confidence, 1, 99);
        }
    }

    /**
     * Mine without doubt: the file carries a mark that only this format has.
     *
     * @param reason which mark
     */
    record Yes(String reason) implements Probe {
        @Override
        public int confidence() {
            return 100;
        }
    }
}
