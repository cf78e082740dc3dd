package racelane.model.investigation.file;

import java.util.HashSet;
import java.util.Set;

/**
 * Which counters of one writer were met. A writer counts from 1 without gaps and its lines stand in order, nearly always: then no more
 * than the last one is kept. The counter 0 is that of an opening, which is not missed.
 */
final class Counters {
    /** All from 1 to this were met. */
    private long unbroken;

    private long last;
    /** Those met beyond {@link #unbroken}. */
    private final Set<Long> later = new HashSet<>();

    void add(long counter) {
        last = Math.max(last, counter);
        if (counter == unbroken + 1) {
            unbroken = counter;
            while (!later.isEmpty() && later.remove(unbroken + 1)) {
                unbroken++;
            }
        } else if (counter > unbroken) {
            later.add(counter);
        }
    }

    /** Returns how many up to the last one were not met. */
    long missing() {
        return last - unbroken - later.size();
    }
}
