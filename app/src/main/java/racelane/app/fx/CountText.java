package racelane.app.fx;

import java.util.Locale;

/** Writes counts as people read them. */
public final class CountText {
    private CountText() {}

    /** Returns {@code count} with thin gaps between thousands: {@code 102 838}. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u2009');
    }

    /** Returns {@code count} with its noun, which gets an s unless the count is one: {@code 3 sources}. */
    public static String of(long count, String noun) {
        return of(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
