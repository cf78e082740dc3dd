package racelane.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    private static final long SEED = 1_702_500_123_455_000_000L;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                    | 0 ns
                    999                  | 999 ns
                    -12                  | -12 ns
                    1000                 | 1 µs
                    1500                 | 1.5 µs
                    999999               | 999.999 µs
                    5000000              | 5 ms
                    2345678              | 2.346 ms
                    999999499            | 999.999 ms
                    999999500            | 1 s
                    71200000000          | 71.2 s
                    119999600000         | 2 min
                    200000000000         | 3 min 20 s
                    -200000000000        | -3 min 20 s
                    7200000000000        | 2 h
                    7199999999999        | 2 h
                    9000000000000        | 2 h 30 min
                    -9000000000000       | -2 h 30 min
                    172800000000000      | 2 d
                    216000000000000      | 2.5 d
                    9223372036854775807  | 106751.991 d
                    -9223372036854775808 | -106751.991 d
                    """)
    void aDurationIsWrittenInTheUnitThatKeepsItShort(long nanos, String text) {
        assertThat(TimeText.duration(nanos)).isEqualTo(text);
    }

    @Test
    void anOffsetAlwaysHasASign() {
        assertThat(TimeText.offset(0)).isEqualTo("0");
        assertThat(TimeText.offset(1_000_000)).isEqualTo("+1 ms");
        assertThat(TimeText.offset(-7_000_000)).isEqualTo("-7 ms");
    }

    @Test
    void isoHasTheFractionDigitsItNeeds() {
        assertThat(TimeText.iso(SEED)).isEqualTo("2023-12-13T20:42:03.455Z");
        assertThat(TimeText.iso(SEED + 123_000)).isEqualTo("2023-12-13T20:42:03.455123Z");
        assertThat(TimeText.iso(SEED + 1)).isEqualTo("2023-12-13T20:42:03.455000001Z");
        assertThat(TimeText.iso(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(TimeText.iso(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
        assertThat(TimeText.iso(Long.MIN_VALUE)).startsWith("1677-09-21T");
        assertThat(TimeText.iso(Long.MAX_VALUE)).startsWith("2262-04-11T");
    }

    @Test
    void theClockCutsItsFractionAndNeverRounds() {
        assertThat(TimeText.clock(SEED + 999_999, ZoneOffset.UTC, 3)).isEqualTo("20:42:03.455");
        assertThat(TimeText.clock(SEED + 999_999, ZoneOffset.UTC, 9)).isEqualTo("20:42:03.455999999");
        assertThat(TimeText.clock(SEED, ZoneOffset.UTC, 0)).isEqualTo("20:42:03");
        assertThat(TimeText.clock(-1, ZoneOffset.UTC, 3)).isEqualTo("23:59:59.999");
    }

    @Test
    void clockAndDayAreThoseOfTheZone() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        assertThat(TimeText.clock(SEED, tokyo, 0)).isEqualTo("05:42:03");
        assertThat(TimeText.day(SEED, tokyo)).isEqualTo("2023-12-14");
        assertThat(TimeText.day(SEED, ZoneOffset.UTC)).isEqualTo("2023-12-13");
    }

    @Test
    void asManyDigitsAsTellNeighboursApart() {
        assertThat(TimeText.digitsFor(3e9)).isZero();
        assertThat(TimeText.digitsFor(1e9)).isZero();
        assertThat(TimeText.digitsFor(5e8)).isEqualTo(1);
        assertThat(TimeText.digitsFor(1e6)).isEqualTo(3);
        assertThat(TimeText.digitsFor(1)).isEqualTo(9);
        assertThat(TimeText.digitsFor(0.01)).isEqualTo(9);
    }
}
