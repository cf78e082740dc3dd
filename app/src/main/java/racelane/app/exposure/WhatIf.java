package racelane.app.exposure;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import racelane.model.window.Exposure;

/**
 * By how much windows may be thought wider: nothing, then from a tenth of what matters to well beyond it, in equal ratios. Immutable.
 *
 * @param least the smallest widening but none, ns, at least 1
 * @param most the largest, ns
 */
record WhatIf(long least, long most) {
    /** How many steps the slider has; step 0 is no widening. */
    static final int STEPS = 200;

    private static final long DAY = 86_400_000_000_000L;
    private static final Pattern TYPED =
            Pattern.compile("\\+?\\s*(\\d{1,12}(?:[.,]\\d{1,9})?)\\s*(ns|us|µs|ms|s|min|h)?", Pattern.CASE_INSENSITIVE);

    /** Before anything was measured: from 1 µs to 10 s. */
    static final WhatIf UNKNOWN = new WhatIf(1_000, 10_000_000_000L);

    /** Returns the range in which widening the windows of {@code exposure} goes from hardly anything to hitting nearly all. */
    static WhatIf of(Exposure exposure) {
        long width = Math.max(1_000, exposure.width(0.5));
        long nearlyAll = exposure.wideningFor(0.98);
        long most = nearlyAll > 0 ? 2 * nearlyAll : 1_000 * width;
        return new WhatIf(decade(width / 10, false), decade(Math.max(most, 100_000_000L), true));
    }

    private static long decade(long nanos, boolean up) {
        double power = Math.log10(Math.max(1, nanos));
        double rounded = Math.pow(10, up ? Math.ceil(power) : Math.floor(power));
        return (long) Math.clamp(rounded, 1, DAY);
    }

    /** Returns the widening at a step as it is, ns. */
    private double exact(double step) {
        return least * Math.pow((double) most / least, Math.min(1, (step - 1) / (STEPS - 1)));
    }

    /** Returns the widening at a point of a curve, ns: not rounded, for the eye sees what rounding does to a curve. */
    long point(double step) {
        return step < 0.5 ? 0 : Math.round(exact(step));
    }

    /** Returns the widening at a step, 0 to {@link #STEPS}, ns, with two digits that count. */
    long at(double step) {
        if (step < 0.5) {
            return 0;
        }
        double exact = exact(step);
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(exact)) - 1));
        return (long) (Math.round(exact / unit) * unit);
    }

    /** Returns the step nearest to a widening. */
    double step(long nanos) {
        if (nanos <= 0) {
            return 0;
        }
        double share = Math.log((double) nanos / least) / Math.log((double) most / least);
        return 1 + Math.clamp(share, 0, 1) * (STEPS - 1);
    }

    /** Reads a widening as people type it: {@code 100 ms}, {@code 1.5s}; a bare number is ms. Nothing when it is none, or over a day. */
    static OptionalLong parse(String text) {
        Matcher typed = TYPED.matcher(text.strip());
        if (!typed.matches()) {
            return OptionalLong.empty();
        }
        String unit = typed.group(2) == null ? "ms" : typed.group(2).toLowerCase(Locale.ROOT);
        double scale = switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "s" -> 1e9;
            case "min" -> 60e9;
            case "h" -> 3600e9;
            default -> 1e6;
        };
        double nanos = Double.parseDouble(typed.group(1).replace(',', '.')) * scale;
        return nanos > DAY ? OptionalLong.empty() : OptionalLong.of(Math.round(nanos));
    }
}
