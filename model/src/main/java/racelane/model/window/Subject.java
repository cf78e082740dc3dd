package racelane.model.window;

/** Those of whom a condition speaks. Role -1 is the one event that needs no name. */
interface Subject {
    /** Returns the (first) event of a role, or {@link Ref#NONE}. */
    long first(int role);

    /** Returns the second event of a role that has two, or {@link Ref#NONE}. */
    long second(int role);

    /** A subject that is one event. */
    final class One implements Subject {
        long ref = Ref.NONE;

        @Override
        public long first(int role) {
            return ref;
        }

        @Override
        public long second(int role) {
            return Ref.NONE;
        }
    }
}
