package racelane.importers.io;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instant read last, and all it takes to make one from what a log writes: the zone and the date that it leaves out, the New
 * Years and midnights it passed. Remembers what had to be assumed. One thread.
 */
public final class LogClock {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400L;
    private static final long HOUR = 3_600L; // a writer's clock may run ahead of the file's
    private static final long STEP = 300; // lines that are late by less were written by another thread
    private static final long MAX_SECOND = Long.MAX_VALUE / SECOND - 1;
    private static final int CACHE_SECONDS = 900; // no zone changes its offset more often

    private final ZoneId zone;
    private final ZoneRules rules;
    private final @Nullable LocalDate begin;
    private final LocalDateTime modified;
    private final boolean fixed;
    private final long fixedOffset;
    private long nanos;
    private int fractionDigits;
    private int line;
    private int year;
    private int lastMonth;
    private long day;
    private long lastSecondOfDay = -1;
    private long cachedSlot = Long.MIN_VALUE;
    private long cachedOffset;
    private boolean assumedZone;
    private boolean assumedYear;
    private boolean assumedDay;
    private boolean ownOrigin;
    private boolean order;
    private boolean epoch;
    private int yearsPassed;
    private int daysPassed;
    private long gapTimes;
    private long overlapTimes;
    private boolean laterInOverlap;
    private long lastOverlap = Long.MIN_VALUE / 2;
    private long zoned;
    private long unzoned;
    private long leaps;
    private long cutFractions;
    private int ambiguousZones;
    private final Mark marked = new Mark();

    /**
     * Creates a clock.
     *
     * @param zone the zone of timestamps without one
     * @param begin the day on which a log begins that leaves year or day out; null when not said
     * @param modifiedMillis when the file was last changed, ms since the epoch
     */
    public LogClock(ZoneId zone, @Nullable LocalDate begin, long modifiedMillis) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.begin = begin;
        this.modified = LocalDateTime.ofInstant(java.time.Instant.ofEpochMilli(modifiedMillis), zone);
        this.fixed = rules.isFixedOffset();
        this.fixedOffset = fixed ? rules.getOffset(java.time.Instant.EPOCH).getTotalSeconds() : 0;
    }

    /** Notes what is known, before a line is tried that may turn out to be no entry. */
    public void mark() {
        marked.take(this);
    }

    /** Forgets what was read since {@link #mark}. */
    public void back() {
        marked.give(this);
    }

    /** What timestamps change in a clock. */
    private static final class Mark {
        private long nanos;
        private int fractionDigits;
        private int year;
        private int lastMonth;
        private long day;
        private long lastSecondOfDay;
        private int yearsPassed;
        private int daysPassed;
        private int flags;
        private int ambiguousZones;
        private long cutFractions;
        private long leaps;
        private long unzoned;
        private long zoned;
        private long lastOverlap;
        private long overlapTimes;
        private long gapTimes;

        void take(LogClock clock) {
            nanos = clock.nanos;
            fractionDigits = clock.fractionDigits;
            year = clock.year;
            lastMonth = clock.lastMonth;
            day = clock.day;
            lastSecondOfDay = clock.lastSecondOfDay;
            yearsPassed = clock.yearsPassed;
            daysPassed = clock.daysPassed;
            gapTimes = clock.gapTimes;
            overlapTimes = clock.overlapTimes;
            lastOverlap = clock.lastOverlap;
            zoned = clock.zoned;
            unzoned = clock.unzoned;
            leaps = clock.leaps;
            cutFractions = clock.cutFractions;
            ambiguousZones = clock.ambiguousZones;
            flags = (clock.assumedZone ? 1 : 0)
                    | (clock.assumedYear ? 2 : 0)
                    | (clock.assumedDay ? 4 : 0)
                    | (clock.ownOrigin ? 8 : 0)
                    | (clock.order ? 16 : 0)
                    | (clock.laterInOverlap ? 32 : 0)
                    | (clock.epoch ? 64 : 0);
        }

        void give(LogClock clock) {
            clock.nanos = nanos;
            clock.fractionDigits = fractionDigits;
            clock.year = year;
            clock.lastMonth = lastMonth;
            clock.day = day;
            clock.lastSecondOfDay = lastSecondOfDay;
            clock.yearsPassed = yearsPassed;
            clock.daysPassed = daysPassed;
            clock.gapTimes = gapTimes;
            clock.overlapTimes = overlapTimes;
            clock.lastOverlap = lastOverlap;
            clock.zoned = zoned;
            clock.unzoned = unzoned;
            clock.leaps = leaps;
            clock.cutFractions = cutFractions;
            clock.ambiguousZones = ambiguousZones;
            clock.assumedZone = (flags & 1) != 0;
            clock.assumedYear = (flags & 2) != 0;
            clock.assumedDay = (flags & 4) != 0;
            clock.ownOrigin = (flags & 8) != 0;
            clock.order = (flags & 16) != 0;
            clock.laterInOverlap = (flags & 32) != 0;
            clock.epoch = (flags & 64) != 0;
        }
    }

    /** Returns the instant read last, ns since the epoch. */
    public long nanos() {
        return nanos;
    }

    /** Says which line is being read, from 1: the time of logs that have none. */
    public void line(int number) {
        line = number;
    }

    /** Returns which line is being read, from 1. */
    public int line() {
        return line;
    }

    /** Returns the resolution of the timestamps read so far in ns: the finest that any of them was written in. */
    public long tick() {
        if (order) {
            return 1_000;
        }
        long tick = SECOND;
        for (int i = 0; i < fractionDigits; i++) {
            tick /= 10;
        }
        return tick;
    }

    /** Tells whether there are no times at all and lines are placed by their order. */
    public boolean byOrder() {
        return order;
    }

    /** Tells whether the times count from an origin that only this file knows. */
    public boolean ownOrigin() {
        return ownOrigin || order;
    }

    /** Takes an instant, when a long of ns can hold it. */
    boolean setEpoch(long second, long nano, int digits) {
        if (second > MAX_SECOND || second < -MAX_SECOND) {
            return false;
        }
        nanos = second * SECOND + nano;
        fractionDigits = Math.max(fractionDigits, digits);
        return true;
    }

    /** Adds the nanoseconds of a time whose whole seconds were read before. */
    public void addNanos(long nano) {
        nanos += nano;
        fractionDigits = 9;
    }

    /** Takes a local time, in the log's zone as assumed. */
    boolean setLocal(long localSecond, long nano, int digits) {
        assumedZone = true;
        unzoned++;
        return setEpoch(localSecond - offset(localSecond), nano, digits);
    }

    /** Takes a local time whose zone stands behind it, as {@link ZoneText#read} found it. */
    boolean setZoned(long localSecond, long nano, int digits, long zoneRead) {
        zoned++;
        ambiguousZones |= ZoneText.ambiguity(zoneRead);
        return setEpoch(localSecond - ZoneText.offset(zoneRead), nano, digits);
    }

    /** Notes what a timestamp has that this clock does not: a leap second, and more than nine digits of a fraction. */
    void note(int second, int digits) {
        leaps += second == 60 ? 1 : 0;
        cutFractions += digits > 9 ? 1 : 0;
    }

    /** Tells whether the log's times are epochs; false while none was read. */
    boolean isEpoch() {
        return epoch;
    }

    /** Says that the log's times are epochs. */
    void epoch() {
        epoch = true;
    }

    /** Takes nanoseconds of a counter of unknown origin. */
    void setCounter(long value, int digits) {
        ownOrigin = true;
        nanos = value;
        fractionDigits = Math.max(fractionDigits, digits);
    }

    /** Takes the line's number for its time: 1 µs a line. */
    int setOrder(int at) {
        order = true;
        nanos = line * 1_000L;
        return at;
    }

    /** Returns the year of a timestamp that leaves it out, passing New Year when the months jump back from December. */
    int year(int month, int dayOfMonth) {
        if (lastMonth == 0) {
            year = begin != null ? begin.getYear() : yearBefore(month, dayOfMonth);
            assumedYear = true;
        } else if (lastMonth == 12 && month == 1) {
            year++;
            yearsPassed++;
        } else if (lastMonth == 1 && month == 12 && yearsPassed > 0) { // a late line of the old year
            return year - 1;
        }
        lastMonth = month;
        return year;
    }

    private int yearBefore(int month, int dayOfMonth) {
        boolean later = month > modified.getMonthValue()
                || (month == modified.getMonthValue() && dayOfMonth > modified.getDayOfMonth() + 1);
        return modified.getYear() - (later ? 1 : 0);
    }

    /** Returns the day (since the epoch) of a time of day, passing midnight when it jumps back by more than half a day. */
    long day(long secondOfDay) {
        if (lastSecondOfDay < 0) {
            day = begin != null ? begin.toEpochDay() : dayBefore(secondOfDay);
            assumedDay = true;
        } else if (lastSecondOfDay - secondOfDay > DAY / 2) {
            day++;
            daysPassed++;
        } else if (secondOfDay - lastSecondOfDay > DAY / 2 && daysPassed > 0) {
            return day - 1; // a late line of the day before
        }
        lastSecondOfDay = secondOfDay;
        return day;
    }

    /** Returns the day of the file's last change, or the one before when the first time lies well after that change. */
    private long dayBefore(long secondOfDay) {
        boolean later = secondOfDay > modified.toLocalTime().toSecondOfDay() + HOUR;
        return modified.toLocalDate().toEpochDay() - (later ? 1 : 0);
    }

    /**
     * Returns the seconds that the log's zone is east of Greenwich at a local time. In the hour that does not exist when clocks go
     * forward the offset before the change holds. Of the hour that comes twice when they go back the first is meant, until the
     * local times themselves step back within it; then it is the second.
     */
    private long offset(long localSecond) {
        if (fixed) {
            return fixedOffset;
        }
        long slot = Math.floorDiv(localSecond, CACHE_SECONDS);
        if (slot == cachedSlot) {
            return cachedOffset;
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
        List<ZoneOffset> valid = rules.getValidOffsets(local);
        if (valid.size() == 1) {
            ZoneOffset only = valid.getFirst();
            boolean steady = rules.getValidOffsets(at(slot)).equals(valid)
                    && rules.getValidOffsets(at(slot + 1).minusSeconds(1)).equals(valid);
            if (steady) {
                cachedOffset = only.getTotalSeconds();
                cachedSlot = slot;
            }
            return only.getTotalSeconds();
        }
        if (valid.isEmpty()) {
            gapTimes++;
            return rules.getOffset(local).getTotalSeconds();
        }
        return overlap(localSecond, valid);
    }

    private static LocalDateTime at(long slot) {
        return LocalDateTime.ofEpochSecond(slot * CACHE_SECONDS, 0, ZoneOffset.UTC);
    }

    private long overlap(long localSecond, List<ZoneOffset> valid) {
        overlapTimes++;
        if (localSecond - lastOverlap > DAY) { // another year's
            laterInOverlap = false;
        } else if (lastOverlap - localSecond > STEP) {
            laterInOverlap = true;
        }
        lastOverlap = localSecond;
        return valid.get(laterInOverlap ? 1 : 0).getTotalSeconds();
    }

    /** Returns what had to be assumed so far, one sentence each. */
    public List<String> assumptions() {
        List<String> said = new ArrayList<>();
        if (order) {
            said.add("The log has no timestamps: lines are placed by their order. What is shown as 1 µs is one line.");
        }
        if (ownOrigin) {
            said.add("Its clock counts from an unknown origin: times are shown from 1970-01-01T00:00:00Z.");
        }
        if (assumedZone) {
            String which =
                    zoned > 0 ? unzoned + " timestamp(s) name no zone while others do: " : "Timestamps name no zone: ";
            said.add(which + zoneName() + " is assumed (--zone).");
        }
        if (gapTimes > 0) {
            said.add(gapTimes + " local time(s) do not exist in " + zoneName()
                    + ", where clocks went forward: the offset before the change is assumed.");
        }
        if (overlapTimes > 0) {
            said.add(overlapTimes + " local time(s) exist twice in " + zoneName()
                    + ", where clocks went back: the first is assumed"
                    + (laterInOverlap ? ", and the second from where the times step back." : "."));
        }
        said.addAll(ZoneText.ambiguities(ambiguousZones));
        if (leaps > 0) {
            said.add(leaps + " time(s) name a leap second (:60): it is the first second of the next minute here.");
        }
        if (cutFractions > 0) {
            said.add(cutFractions + " time(s) have more than nine digits behind the second: the rest is cut off.");
        }
        if (assumedYear) {
            said.add("Timestamps name no year: the first is assumed to lie in " + (year - yearsPassed) + source()
                    + (yearsPassed > 0 ? ", and " + yearsPassed + " New Year(s) passed." : "."));
        }
        if (assumedDay) {
            said.add("Timestamps name no day: the first is assumed to lie on " + LocalDate.ofEpochDay(day - daysPassed)
                    + source() + (daysPassed > 0 ? ", and midnight passed " + daysPassed + " time(s)." : "."));
        }
        return said;
    }

    private String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private String source() {
        return begin != null ? " (--date)" : ", from the time the file was last changed (--date)";
    }
}
