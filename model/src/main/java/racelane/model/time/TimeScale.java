package racelane.model.time;

import java.util.List;

/**
 * Maps time to pixels and back. Immutable, so a frame is painted, and a click answered, with one and the same scale.
 *
 * <p>The left edge is held as whole nanoseconds plus a fraction in [0, 1): a double alone would round an epoch instant to
 * 256 ns and make the picture jitter at deep zoom. Instants that a long cannot hold (before 1677, after 2262) stop at its ends.
 *
 * @param start whole nanoseconds (since the epoch) at x = 0
 * @param startFraction the part of a nanosecond beyond {@code start}, in [0, 1)
 * @param nanosPerPixel nanoseconds that one pixel covers; more than 0
 * @param folds gaps that are drawn shorter than they are, whatever the view; they stay when it is panned or zoomed
 */
public record TimeScale(long start, double startFraction, double nanosPerPixel, TimeFolds folds) {
    /** The deepest zoom: a thousand pixels for one nanosecond. */
    public static final double MIN_NANOS_PER_PIXEL = 1e-3;

    /** The widest view: about 290 years over a thousand pixels. */
    public static final double MAX_NANOS_PER_PIXEL = 9e15;

    /**
     * Brings the values into their ranges.
     *
     * @throws IllegalArgumentException when a value is not a number
     */
    public TimeScale {
        if (Double.isNaN(startFraction) || Double.isNaN(nanosPerPixel)) {
            throw new IllegalArgumentException("a scale needs numbers");
        }
        nanosPerPixel = Math.clamp(nanosPerPixel, MIN_NANOS_PER_PIXEL, MAX_NANOS_PER_PIXEL);
        long whole = (long) Math.floor(startFraction);
        startFraction -= whole;
        if (startFraction >= 1) { // a tiny negative fraction is rounded up to 1
            startFraction = 0;
            whole++;
        }
        start = TimeRange.plus(start, whole);
    }

    /** Creates a scale without folds. */
    public TimeScale(long start, double startFraction, double nanosPerPixel) {
        this(start, startFraction, nanosPerPixel, TimeFolds.NONE);
    }

    /** Returns the scale that shows {@code range} over {@code width} px with each of the gaps drawn {@code gapWidth} px wide. */
    public static TimeScale folding(TimeRange range, double width, List<TimeRange> gaps, double gapWidth) {
        if (gaps.isEmpty()) {
            return fit(range, width);
        }
        double kept = range.duration();
        for (TimeRange gap : gaps) {
            kept -= gap.duration();
        }
        double scale = Math.max(kept, 1) / Math.max(1, width - gaps.size() * gapWidth);
        return new TimeScale(range.start(), 0, scale, TimeFolds.of(gaps, Math.max(1, Math.round(scale * gapWidth))));
    }

    /** Returns the scale that shows {@code range} over {@code width} px; an empty range gets one microsecond around it. */
    public static TimeScale fit(TimeRange range, double width) {
        TimeRange shown = range.duration() > 0 ? range : range.padded(0, 500);
        return new TimeScale(shown.start(), 0, shown.duration() / Math.max(1, width));
    }

    /** Returns the scale that shows {@code range} over {@code width} px with these gaps drawn short. */
    public static TimeScale fit(TimeRange range, double width, TimeFolds folds) {
        TimeScale plain = fit(range, width);
        if (folds.isEmpty()) {
            return plain;
        }
        TimeRange shown = range.duration() > 0 ? range : range.padded(0, 500);
        double drawn = Math.max(1, folds.between(shown.start(), shown.end()));
        return new TimeScale(plain.start, 0, drawn / Math.max(1, width), folds);
    }

    /** Returns the scale with the same left edge that covers {@code nanos} drawn ns with each pixel. */
    public TimeScale rescaled(double nanos) {
        return new TimeScale(start, startFraction, nanos, folds);
    }

    /** Returns the scale with the same left edge and zoom that draws other gaps short. */
    public TimeScale withFolds(TimeFolds next) {
        return new TimeScale(start, startFraction, nanosPerPixel, next);
    }

    /** Returns the x (px from the left edge) of {@code time} (ns since the epoch); outside the view it is negative or large. */
    public double x(long time) {
        if (!folds.isEmpty()) {
            return (folds.between(start, time) - startFraction) / nanosPerPixel;
        }
        long apart = time - start;
        boolean overflow = ((time ^ start) & (time ^ apart)) < 0;
        return ((overflow ? (double) time - start : apart) - startFraction) / nanosPerPixel;
    }

    /** Returns the width in px of {@code nanos} outside folds. */
    public double width(long nanos) {
        return nanos / nanosPerPixel;
    }

    /** Returns the width in px from one instant to a later one. */
    public double width(long from, long to) {
        return folds.isEmpty() ? (to - from) / nanosPerPixel : x(to) - x(from);
    }

    /** Returns the instant (ns since the epoch, rounded down) at {@code x} px. */
    public long time(double x) {
        if (!folds.isEmpty()) {
            return folds.after(start, startFraction + x * nanosPerPixel);
        }
        return TimeRange.plus(start, (long) Math.floor(startFraction + x * nanosPerPixel));
    }

    /** Returns the range that {@code width} px show. */
    public TimeRange range(double width) {
        return new TimeRange(time(0), Math.max(time(0), time(width)));
    }

    /** Returns the scale moved by {@code dx} px; a positive value looks at later time. */
    public TimeScale panned(double dx) {
        return shiftedBy(dx * nanosPerPixel, nanosPerPixel);
    }

    /** Returns the scale zoomed by {@code factor} (above 1 shows less time) so that the instant at {@code x} px stays where it is. */
    public TimeScale zoomed(double factor, double x) {
        double next = Math.clamp(nanosPerPixel / factor, MIN_NANOS_PER_PIXEL, MAX_NANOS_PER_PIXEL);
        return shiftedBy(x * (nanosPerPixel - next), next);
    }

    private TimeScale shiftedBy(double nanos, double nextNanosPerPixel) {
        if (!folds.isEmpty()) {
            double drawn = startFraction + nanos;
            long next = folds.after(start, drawn);
            double rest = Math.clamp(drawn - folds.between(start, next), 0, 1 - 1e-9);
            return new TimeScale(next, rest, nextNanosPerPixel, folds);
        }
        double whole = Math.floor(nanos);
        double fraction = startFraction + (nanos - whole);
        return new TimeScale(TimeRange.plus(start, (long) whole), fraction, nextNanosPerPixel);
    }
}
