package racelane.model.state;

import java.util.OptionalLong;

/** The moments around an instant at which something begins or ends: the last two up to it and the first after it. */
final class Moments {
    private final long time;
    private OptionalLong last = OptionalLong.empty();
    private OptionalLong before = OptionalLong.empty();
    private OptionalLong after = OptionalLong.empty();

    Moments(long time) {
        this.time = time;
    }

    void add(long moment) {
        if (moment > time) {
            if (after.isEmpty() || moment < after.getAsLong()) {
                after = OptionalLong.of(moment);
            }
        } else if (last.isEmpty() || moment > last.getAsLong()) {
            before = last;
            last = OptionalLong.of(moment);
        } else if (moment < last.getAsLong() && (before.isEmpty() || moment > before.getAsLong())) {
            before = OptionalLong.of(moment);
        }
    }

    OptionalLong last() {
        return last;
    }

    OptionalLong before() {
        return before;
    }

    OptionalLong after() {
        return after;
    }

    /** Tells whether {@code moment} is the last one. */
    boolean isLast(long moment) {
        return last.isPresent() && last.getAsLong() == moment;
    }
}
