package racelane.importers.log;

import java.util.List;
import racelane.importers.io.LogClock;

/** Tries the layouts of a format with regular expressions one after the other, all under one deadline. One thread. */
final class RegexMatcher implements LineMatcher {
    private final List<LineMatcher> layouts;
    private final double weight;
    private int last;

    RegexMatcher(List<LineMatcher> layouts, double weight) {
        this.layouts = List.copyOf(layouts);
        this.weight = weight;
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        int worst = NO;
        for (int i = 0; i < layouts.size(); i++) {
            int result = layouts.get(i).match(bytes, from, to, fields, clock);
            last = i;
            if (result == YES || result == STOPPED) {
                return result;
            }
            worst = Math.min(worst, result);
            fields.clear();
        }
        return worst;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public int layout() {
        return last;
    }
}
