package racelane.importers.races;

import java.util.Map;

/**
 * Something that a thread did to shared data, and that it wrote into its log. When it took effect comes from the data and is never
 * written; when it was logged is all that the detection sees.
 */
final class Act {
    final int number;
    final String lane;
    final String operation;
    final String key;
    final Map<String, String> attributes;

    /** Its place among all effects on the data; -1 while it had none. */
    long effect = -1;

    /** When it took effect, ns of this JVM's clock. */
    long effectNanos;

    /** When it was logged, ns of this JVM's clock; for what has a start and an end its end. */
    long logged;

    /** When its start was logged; 0 for what has only one line. */
    long begun;

    Act(int number, String lane, String operation, String key, Map<String, String> attributes) {
        this.number = number;
        this.lane = lane;
        this.operation = operation;
        this.key = key;
        this.attributes = attributes;
    }

    boolean is(String name) {
        return operation.equals(name);
    }

    String value(String name) {
        return attributes.getOrDefault(name, "");
    }
}
