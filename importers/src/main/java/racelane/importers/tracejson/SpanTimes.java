package racelane.importers.tracejson;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Reads the times and durations of span formats into ns: counts of µs or ns, RFC 3339 text, protobuf and Go durations. */
final class SpanTimes {
    private static final long SECOND = 1_000_000_000L;

    private final Decimal nanos = new Decimal(0);
    private final Decimal micros = new Decimal(3);
    private final Decimal millis = new Decimal(6);
    private final Decimal seconds = new Decimal(9);

    /** Returns a time that counts ns since the epoch. */
    long nanos(String text) {
        return nanos.read(text);
    }

    /** Returns a time that counts µs since the epoch, or is written as RFC 3339 has it. */
    long microsOrDate(String text) {
        if (text.indexOf('-', 1) < 0) {
            return micros.read(text);
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
        } catch (DateTimeException | ArithmeticException e) {
            return Decimal.NONE;
        }
    }

    /** Returns a duration: a count of µs, or a number with its unit ({@code 5000ns}, {@code 1.5s}). */
    long duration(String text) {
        String unit = text.replaceFirst("^[-+0-9.eE]+", "").strip().toLowerCase(Locale.ROOT);
        String number = text.substring(0, text.length() - unit.length()).strip();
        return switch (unit) {
            case "", "us", "µs" -> micros.read(number);
            case "ns" -> nanos.read(number);
            case "ms" -> millis.read(number);
            case "s" -> seconds.read(number);
            default -> Decimal.NONE;
        };
    }
}
