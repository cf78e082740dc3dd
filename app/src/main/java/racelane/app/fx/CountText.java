package racelane.app.fx;

import java.util.Locale;

/** Writes counts as people read them. */
public final class CountText {
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long EXACT = 10_000;

    private CountText() {}

    /** Returns {@code count} with thin gaps between thousands: {@code 102 838}. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
    }

    /** Returns {@code count} in five characters at most where there is no room for more: {@code 9 816}, {@code 102 k}, {@code 1.4 M}; cut, not rounded. */
    public static String brief(long count) {
        if (count < EXACT) {
            return of(count);
        }
        String unit = count < MILLION ? "k" : count < THOUSAND * MILLION ? "M" : "G";
        long tenths = count / (count < MILLION ? 100 : count < THOUSAND * MILLION ? MILLION / 10 : MILLION * 100);
        return (tenths < 100 ? tenths / 10 + "." + tenths % 10 : "" + tenths / 10) + "\u2009" + unit;
    }

    /** Returns {@code count} with its noun, which gets an s unless the count is one: {@code 3 sources}. */
    public static String of(long count, String noun) {
        return of(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
