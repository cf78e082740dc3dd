package racelane.importers.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a timestamp read back to the nanosecond, a million times each; java.time says what the text is. */
class TimeRoundTripTest {
    private static final int ROUNDS = Integer.getInteger("racelane.rounds", 1_000_000);
    private static final long FIRST =
            Instant.parse("2002-01-01T00:00:00Z").getEpochSecond(); // earlier microseconds have 15 digits
    private static final long LAST = Instant.parse("2069-12-31T00:00:00Z").getEpochSecond();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /**
     * One way to write a time.
     *
     * @param form the name of the form that reads it
     * @param unit ns that the text is a multiple of
     * @param zone the zone of texts without one
     * @param writer writes an instant, given a number that chooses among variants
     */
    record Writing(String form, long unit, ZoneId zone, BiFunction<Instant, Integer, String> writer) {
        @Override
        public String toString() {
            return form + " in " + zone;
        }
    }

    static Stream<Writing> writings() {
        return Stream.of(
                new Writing("iso", 1, ZoneOffset.UTC, TimeRoundTripTest::iso),
                new Writing("iso", 1, BERLIN, (at, way) -> local(at, BERLIN) + "." + nine(at)),
                new Writing("epoch", 1, ZoneOffset.UTC, TimeRoundTripTest::epochNanos),
                new Writing(
                        "epoch", 1_000, ZoneOffset.UTC, (at, way) -> at.getEpochSecond() + nine(at).substring(0, 6)),
                new Writing("epoch", 1_000_000, ZoneOffset.UTC, (at, way) -> String.valueOf(at.toEpochMilli())),
                new Writing("epoch", 1_000_000_000, ZoneOffset.UTC, (at, way) -> String.valueOf(at.getEpochSecond())),
                new Writing("epoch", 1, ZoneOffset.UTC, (at, way) -> at.getEpochSecond() + "." + nine(at)),
                new Writing("epoch", 1, ZoneOffset.UTC, (at, way) -> at.toEpochMilli() + "." + nine(at).substring(3)),
                new Writing("epoch", 1, ZoneOffset.UTC, (at, way) -> pattern("yyyyMMddHHmmss", at) + "." + nine(at)),
                new Writing("tai64n", 1, ZoneOffset.UTC, TimeRoundTripTest::tai64n),
                by("dd/MMM/yyyy:HH:mm:ss[.f][Z]", "dd/MMM/yyyy:HH:mm:ss.SSSSSSSSS xx", 1),
                by("MMM d, yyyy h:mm:ss a", "MMM d, yyyy h:mm:ss a", 1_000_000_000),
                by("EEE MMM d HH:mm:ss[.f] yyyy", "EEE MMM dd HH:mm:ss.SSSSSS yyyy", 1_000),
                by("M/d/yyyy h:mm:ss a", "M/d/yyyy h:mm:ss a", 1_000_000_000),
                by("dd.MM.yyyy HH:mm:ss[.f]", "dd.MM.yyyy HH:mm:ss,SSS", 1_000_000),
                by("yyyyMMdd-H:m:s:S", "yyyyMMdd-H:m:s:SSS", 1_000_000));
    }

    private static Writing by(String form, String pattern, long unit) {
        DateTimeFormatter writer =
                DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
        return new Writing(form, unit, ZoneOffset.UTC, (at, way) -> writer.format(at));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void aMillionTimesAreReadBackToTheNanosecond(Writing writing) {
        SplittableRandom random = new SplittableRandom(writing.form().hashCode());
        TimeForm form = TimeForm.named(writing.form());
        LogClock clock = new LogClock(writing.zone(), null, 0);
        int rounds = writing.form().length() > 8 ? ROUNDS / 4 : ROUNDS; // what java.time writes by patterns is slow
        for (int i = 0; i < rounds; i++) {
            long second = FIRST + random.nextLong(LAST - FIRST);
            long nano = random.nextLong(1_000_000_000L) / writing.unit() * writing.unit();
            Instant at = Instant.ofEpochSecond(second, nano);
            if (!isPlain(at, writing.zone())) {
                continue;
            }
            byte[] text = writing.writer().apply(at, random.nextInt(1 << 10)).getBytes(StandardCharsets.US_ASCII);
            int end = form.read(text, 0, text.length, clock);
            if (end != text.length || clock.nanos() != second * 1_000_000_000L + nano) {
                assertThat(new String(text, StandardCharsets.US_ASCII) + " read as " + clock.nanos() + " to " + end)
                        .isEqualTo(at.toString());
            }
        }
        assertThat(clock.ownOrigin()).isFalse();
    }

    /** Tells whether a local time names this instant and no other. */
    private static boolean isPlain(Instant at, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                == 1;
    }

    private static String iso(Instant at, int way) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((way % 49 - 24) * 1_800);
        LocalDateTime local = LocalDateTime.ofInstant(at, offset);
        String zone = offset.getTotalSeconds() == 0
                ? "Z"
                : way % 2 == 0 ? offset.getId() : offset.getId().replace(":", "");
        String date = local.toLocalDate().toString().replace('-', way % 3 == 0 ? '/' : '-');
        String time = two(local.getHour()) + ":" + two(local.getMinute()) + ":" + two(local.getSecond());
        return date + (way % 5 == 0 ? " " : "T") + time + (way % 7 == 0 ? "," : ".") + nine(at) + zone;
    }

    private static String local(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return local.toLocalDate() + " " + two(local.getHour()) + ":" + two(local.getMinute()) + ":"
                + two(local.getSecond());
    }

    private static String pattern(String pattern, Instant at) {
        return at.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static String epochNanos(Instant at, int way) {
        return at.getEpochSecond() + nine(at);
    }

    private static String tai64n(Instant at, int way) {
        String seconds = Long.toHexString(at.getEpochSecond() + (1L << 62) + 10);
        String nanos = Long.toHexString((1L << 32) + at.getNano()).substring(1);
        return "@" + seconds + nanos;
    }

    private static String two(int value) {
        return value < 10 ? "0" + value : String.valueOf(value);
    }

    private static String nine(Instant at) {
        String digits = String.valueOf(1_000_000_000 + at.getNano());
        return digits.substring(1);
    }
}
