package racelane.importers.io;

/** Reads numbers of a fixed or a free length out of bytes. Stateless. */
final class Digits {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private Digits() {}

    /** Returns the value of two digits, or -1. */
    static int two(byte[] bytes, int at, int to) {
        if (at + 2 > to) {
            return -1;
        }
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** Returns the value of four digits, or -1. */
    static int four(byte[] bytes, int at, int to) {
        int high = two(bytes, at, to);
        int low = two(bytes, at + 2, to);
        return high < 0 || low < 0 ? -1 : high * 100 + low;
    }

    /** Returns how many digits stand at {@code at}, at most {@code most}. */
    static int count(byte[] bytes, int at, int to, int most) {
        int count = 0;
        while (count < most && at + count < to && ByteText.isDigit(bytes[at + count])) {
            count++;
        }
        return count;
    }

    /** Returns the value of {@code count} digits, at most 18 of them. */
    static long value(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    /** Returns the nanoseconds that {@code count} fraction digits mean; digits beyond the ninth are cut off. */
    static long nanos(byte[] bytes, int at, int count) {
        int used = Math.min(9, count);
        return value(bytes, at, used) * POWERS[9 - used];
    }
}
