package racelane.importers.log;

import java.util.List;
import racelane.importers.io.LogClock;

/** Tries a grammar's layouts one after the other; those behind the first few are makeshift and weigh half. One thread. */
final class TextMatcher implements LineMatcher {
    private final List<LinePattern> patterns;
    private final int trueOnes;
    private final double full;
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
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        boolean bad = false;
        for (int i = 0; i < patterns.size(); i++) {
            int result = patterns.get(i).match(bytes, from, to, fields, clock);
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
    public double weight() {
        return last < trueOnes ? full : full / 2;
    }

    @Override
    public int layout() {
        return last;
    }
}
