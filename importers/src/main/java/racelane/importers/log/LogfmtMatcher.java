package racelane.importers.log;

import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;

/** Reads lines of {@code name=value} pairs, values quoted or bare. One thread. */
final class LogfmtMatcher implements LineMatcher {
    private final FieldRoles roles;
    private final double weight;

    LogfmtMatcher(LogGrammar grammar, Slots slots) {
        roles = new FieldRoles(grammar, slots);
        weight = grammar.weight();
    }

    @Override
    public int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        clock.mark();
        int result = read(bytes, from, to, fields, clock);
        if (result != YES) {
            clock.back();
        }
        return result;
    }

    private int read(byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        roles.begin();
        int at = ByteText.skipBlanks(bytes, from, to);
        int pairs = 0;
        while (at < to) {
            int nameEnd = nameEnd(bytes, at, to);
            if (nameEnd == at || nameEnd >= to || bytes[nameEnd] != '=') {
                if (pairs == 0) {
                    return NO;
                }
                at = wordEnd(bytes, at, to);
            } else {
                int path = roles.path(bytes, at, nameEnd);
                at = value(path, bytes, nameEnd + 1, to, fields, clock);
                pairs++;
            }
            at = ByteText.skipBlanks(bytes, at, to);
        }
        return pairs < 2 ? NO : roles.finish(clock);
    }

    private int value(int path, byte[] bytes, int from, int to, LineFields fields, LogClock clock) {
        if (from >= to || bytes[from] != '"') {
            int end = from;
            while (end < to && !ByteText.isBlank(bytes[end])) {
                end++;
            }
            roles.take(path, bytes, from, end, fields, clock);
            return end;
        }
        int end = from + 1;
        while (end < to && bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        end = Math.min(end, to);
        roles.take(path, bytes, from + 1, end, fields, clock);
        return Math.min(to, end + 1);
    }

    private static int nameEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && ByteSet.NAME.has(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int wordEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && !ByteText.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    @Override
    public double weight() {
        return weight;
    }
}
