package racelane.importers.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;

/** Tries a grammar's layouts one after the other; those behind the first few are makeshift and weigh half. One thread. */
final class TextMatcher implements LineMatcher {
    private final List<LinePattern> patterns;
    private final int trueOnes;
    private final double full;
    private final TimeTrail trail = new TimeTrail();
    private final boolean ignoresDigits;
    private int last;

    /**
     * Creates the matcher.
     *
     * @param trueOnes how many of the patterns, from the first, are the grammar's own
     * @param full the weight of those
     */
    TextMatcher(List<LinePattern> patterns, int trueOnes, double full) {
        this.patterns = List.copyOf(patterns);
        this.trueOnes = trueOnes;
        this.full = full;
        this.ignoresDigits = patterns.stream().allMatch(LinePattern::ignoresDigits);
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        boolean bad = false;
        trail.clear();
        for (int i = 0; i < patterns.size(); i++) {
            int result = patterns.get(i).match(bytes, from, to, fields, clock);
            trail.add(patterns.get(i).trail());
            if (result == YES) {
                last = i;
                return YES;
            }
            bad |= result == BAD;
            fields.clear();
        }
        return bad ? BAD : NO;
    }

    @Override
    public @Nullable TimeTrail trail() {
        return ignoresDigits ? trail : null;
    }

    @Override
    public double weight() {
        return last < trueOnes ? full : full / 2;
    }

    @Override
    public int layout() {
        return last;
    }
}
