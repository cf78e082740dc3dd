package racelane.model.pattern;

import java.util.List;

/** A part that an event, or a pair of them, plays in a match. A pattern's first role is its anchor. */
public sealed interface Role {
    /** Returns the role's name: {@code W}. */
    String name();

    /** Returns where it is declared. */
    Position at();

    /**
     * One event, taken at its start.
     *
     * @param name the role's name
     * @param type the events' class
     * @param at where it is declared
     */
    record Instant(String name, String type, Position at) implements Role {}

    /**
     * One operation, which takes effect somewhere between its start and its end.
     *
     * @param name the role's name
     * @param type the events' class
     * @param at where it is declared
     */
    record Operation(String name, String type, Position at) implements Role {}

    /**
     * An interval from an opening event to its closing one.
     *
     * @param name the role's name
     * @param opener class of the opening event
     * @param closers classes of the closing event, at least one
     * @param by attributes on which both must agree beside the bound ones
     * @param pairing which opener a closer closes
     * @param openEnd whether an opener that nothing closes lasts for ever
     * @param expires attributes of the opener that say how long it lasts at most, the first that it has counts; empty for no limit
     * @param renewable whether a closer that is followed at once by the next opener may belong to that one
     * @param at where it is declared
     */
    record Interval(
            String name,
            String opener,
            List<String> closers,
            List<String> by,
            Pairing pairing,
            boolean openEnd,
            List<String> expires,
            boolean renewable,
            Position at)
            implements Role {
        /** Copies the lists. */
        public Interval {
            closers = List.copyOf(closers);
            by = List.copyOf(by);
            expires = List.copyOf(expires);
        }
    }

    /**
     * A closing event that closes nothing: what its actor gives back it did not hold.
     *
     * @param name the role's name
     * @param opener class of the opening event that is missing
     * @param closers classes of the closing event, at least one
     * @param by attributes on which both would agree beside the bound ones
     * @param at where it is declared
     */
    record Stray(String name, String opener, List<String> closers, List<String> by, Position at) implements Role {
        /** Copies the lists. */
        public Stray {
            closers = List.copyOf(closers);
            by = List.copyOf(by);
        }
    }

    /**
     * Actors that wait for each other in a circle: each waits for a key that the next one holds. The only role of its pattern.
     *
     * @param name the role's name
     * @param waiting from what to what an actor waits for a key; of the same lane
     * @param holding from what to what an actor holds a key; of the same lane
     * @param at where it is declared
     */
    record Cycle(String name, Interval waiting, Interval holding, Position at) implements Role {}

    /**
     * A longest interval in which the last value seen satisfies a condition.
     *
     * @param name the role's name
     * @param type class of the events that carry the value
     * @param condition what the last value must satisfy
     * @param by attributes that tell one state from another beside the bound ones
     * @param at where it is declared
     */
    record State(String name, String type, Condition condition, List<String> by, Position at) implements Role {
        /** Copies the list. */
        public State {
            by = List.copyOf(by);
        }
    }

    /**
     * A stretch of time that ends where a share first rises above a limit.
     *
     * @param name the role's name
     * @param part class of the events counted above the line
     * @param whole class of the events counted below the line
     * @param over length of the sliding stretch, ns
     * @param by attributes that tell one rate from another beside the bound ones
     * @param limit the share that must be exceeded, 0 to 1
     * @param least how many events the stretch must hold at least
     * @param at where it is declared
     */
    record Rate(
            String name, String part, String whole, long over, List<String> by, double limit, int least, Position at)
            implements Role {
        /** Copies the list. */
        public Rate {
            by = List.copyOf(by);
        }
    }

    /** Which of several openers a closer closes. */
    enum Pairing {
        /** The youngest: intervals nest. */
        LIFO,
        /** The oldest: intervals queue. */
        FIFO
    }
}
