package racelane.model.scene;

import java.util.Locale;
import racelane.model.event.CounterTrack;
import racelane.model.time.TimeText;

/** Writes values of counters as people read them. */
public final class CounterText {
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final String[] COUNTS = {"", "k", "M", "G", "T"};
    private static final double LARGEST = 1e15;

    private CounterText() {}

    /** Returns a value in three or four digits with its unit: {@code 1.5 GiB}, {@code 45.3 %}, {@code 12.3k}. */
    public static String brief(double value, String unit) {
        if (Double.isNaN(value)) {
            return "no value";
        }
        if (unit.equals("ns") && Math.abs(value) < Long.MAX_VALUE) {
            return (value < 0 ? "−" : "") + TimeText.duration(Math.round(Math.abs(value)));
        }
        if (unit.equals("B")) {
            return scaled(value, 1024, BYTES, " ");
        }
        String number = scaled(value, 1000, COUNTS, "");
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** Returns the value of a sample with all its digits and its unit. */
    public static String exact(CounterTrack track, int sample) {
        String unit = track.name().unit();
        return unit.isEmpty() ? track.text(sample) : track.text(sample) + " " + unit;
    }

    private static String scaled(double value, double base, String[] units, String gap) {
        double shown = value;
        int unit = 0;
        while (Math.abs(shown) >= base * 0.9995
                && unit + 1 < units.length
                && (base == 1024 || Math.abs(value) >= 10_000)) {
            shown /= base;
            unit++;
        }
        String suffix = units[unit].isEmpty() ? "" : gap + units[unit];
        return digits(shown) + suffix;
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value) || size >= LARGEST || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%d", (long) value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals == 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}
