package racelane.model.event;

import java.util.function.UnaryOperator;

/**
 * Who did something. Two sources that name the same lane mean the same lane.
 *
 * @param name the thread's name, or the inferred actor's
 * @param process the process it belongs to, empty when the source does not say
 * @param inferred whether the lane is a guess: the source names no thread
 */
public record LaneName(String name, String process, boolean inferred) {
    /** Returns the lane of a thread named in the source. */
    public static LaneName thread(String name) {
        return new LaneName(name, "", false);
    }

    /** Returns the lane of an actor that was inferred from what it does. */
    public static LaneName inferred(String name) {
        return new LaneName(name, "", true);
    }

    /** As a record's own; written out, for what makes those at run time costs every start 30 ms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LaneName lane
                && inferred == lane.inferred
                && name.equals(lane.name)
                && process.equals(lane.process);
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + process.hashCode()) * 31 + Boolean.hashCode(inferred);
    }

    /** Returns the name with its words put as {@code words} says. */
    public LaneName reworded(UnaryOperator<String> words) {
        return new LaneName(words.apply(name), words.apply(process), inferred);
    }

    /**
     * Tells whether an event of this lane and one of {@code other} lie on the same lane: both are named threads, the names
     * are equal, and the processes do not contradict each other.
     */
    public boolean sameAs(LaneName other) {
        return !inferred
                && !other.inferred
                && name.equals(other.name)
                && (process.isEmpty() || other.process.isEmpty() || process.equals(other.process));
    }
}
