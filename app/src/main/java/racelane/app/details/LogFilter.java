package racelane.app.details;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.Attributes;

/**
 * Which lines of the log are shown. What cannot be judged, such as the level of a line that has none, is shown.
 *
 * @param atLeast the least level; null for all
 * @param lanes the ids of the lanes whose lines are shown; null for all
 * @param laneWords what the lanes are called together; empty for all
 * @param key the only key whose lines are shown; empty for all
 */
public record LogFilter(
        @Nullable LogLevel atLeast, @Nullable Set<Integer> lanes, String laneWords, String key) {
    /** Every line. */
    public static final LogFilter ALL = new LogFilter(null, null, "", "");

    /** Copies the set. */
    public LogFilter {
        lanes = lanes == null ? null : Set.copyOf(lanes);
    }

    /** Tells whether every line is shown. */
    public boolean isAll() {
        return atLeast == null && lanes == null && key.isEmpty();
    }

    /** Returns the same with another least level. */
    public LogFilter withLevel(@Nullable LogLevel level) {
        return new LogFilter(level, lanes, laneWords, key);
    }

    /** Returns the same for other lanes. */
    public LogFilter withLanes(@Nullable Set<Integer> ids, String words) {
        return new LogFilter(atLeast, ids, words, key);
    }

    /** Returns the same for another key. */
    public LogFilter withKey(String only) {
        return new LogFilter(atLeast, lanes, laneWords, only);
    }

    /** Returns what judges the rows of a trace by this filter. */
    Judge over(Trace trace) {
        return new Judge(trace, this);
    }

    /** Judges rows; each word for a level is read once. One thread. */
    static final class Judge {
        private static final byte SHOWN = 1;
        private static final byte HIDDEN = 2;

        private final Trace trace;
        private final Names names;
        private final LogFilter filter;
        private final int level;
        private final int key;
        private byte[] levels = new byte[1024]; // by the word's id

        Judge(Trace trace, LogFilter filter) {
            this.trace = trace;
            this.names = trace.names();
            this.filter = filter;
            this.level = names.find(Attributes.LEVEL);
            this.key = filter.key().isEmpty() ? 0 : names.find(filter.key());
        }

        /** Tells whether the lines of an event are shown. */
        boolean shows(int table, int row) {
            EventTable events = trace.tables().get(table);
            if (!filter.key().isEmpty() && (key <= 0 || events.key(row) != key)) {
                return false;
            }
            Set<Integer> lanes = filter.lanes();
            if (lanes != null && !lanes.contains(trace.laneId(table, events.laneOf(row)))) {
                return false;
            }
            return highEnough(events.attributes(row));
        }

        private boolean highEnough(int tuple) {
            LogLevel least = filter.atLeast();
            if (least == null || level <= 0 || tuple == 0) {
                return true;
            }
            if (tuple < 0) {
                String word = names.valueText(tuple, level);
                return word == null || LogLevel.of(word).compareTo(least) >= 0;
            }
            int word = names.value(tuple, level);
            if (word < 0) {
                return true;
            }
            if (word >= levels.length) {
                levels = Arrays.copyOf(levels, Math.max(word + 1, levels.length * 2));
            }
            if (levels[word] == 0) {
                levels[word] = LogLevel.of(names.text(word)).compareTo(least) >= 0 ? SHOWN : HIDDEN;
            }
            return levels[word] == SHOWN;
        }
    }
}
