package racelane.model.report;

import java.time.ZoneId;
import java.time.ZoneOffset;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;

/** Writes a stretch of time as people read it, in UTC. Stateless. */
final class Period {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final long SECOND = 1_000_000_000L;

    private Period() {}

    /** Returns {@code 2023-12-13, 20:42:03.450 to 20:42:03.460 UTC}, with the second day only where it is another one. */
    static String words(TimeRange range) {
        int digits = Math.max(digits(range.start()), digits(range.end()));
        String first = TimeText.day(range.start(), UTC);
        String last = TimeText.day(range.end(), UTC);
        return first + ", " + TimeText.clock(range.start(), UTC, digits) + " to "
                + (first.equals(last) ? "" : last + ", ")
                + TimeText.clock(range.end(), UTC, digits) + " UTC";
    }

    /** Returns as many fraction digits as a time needs, in groups of three. */
    static int digits(long time) {
        long rest = Math.floorMod(time, SECOND);
        return rest % 1_000_000 == 0 ? 3 : rest % 1_000 == 0 ? 6 : 9;
    }
}
