package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTest {
    @Test
    void microsecondsSinceTheEpochHaveTheTickTheyAreWrittenIn() {
        Decimal micros = new Decimal(3);
        assertThat(micros.read("1702500123450000")).isEqualTo(1_702_500_123_450_000_000L);
        assertThat(micros.tick()).isEqualTo(1_000);
        assertThat(micros.read("1.7025001234500005e15")).isEqualTo(1_702_500_123_450_000_500L);
        assertThat(micros.tick()).isEqualTo(100);
    }

    @Test
    void numbersAtTheLimitAreExactAndBeyondItRefused() {
        Decimal micros = new Decimal(3);
        assertThat(micros.read("9223372036854775.807")).isEqualTo(Long.MAX_VALUE);
        assertThat(micros.read("-9223372036854775.807")).isEqualTo(-Long.MAX_VALUE);
        assertThat(micros.read("9223372036854775.808")).isEqualTo(Decimal.NONE);
        assertThat(micros.read("9999999999999999.999")).isEqualTo(Decimal.NONE);
        assertThat(micros.read("99999999999999999999")).isEqualTo(Decimal.NONE);
    }

    @Test
    void noneOfAMillionTimestampsIsRounded() {
        Decimal micros = new Decimal(3);
        Random random = new Random(11);
        for (int i = 0; i < 1_000_000; i++) {
            long nanos = random.nextLong() >> random.nextInt(60);
            String text = BigDecimal.valueOf(nanos, 3).toPlainString() + (i % 3 == 0 ? "" : i % 3 == 1 ? "e0" : "0049");
            if (text.indexOf('.') < 0) {
                continue;
            }
            if (micros.read(text) != nanos) {
                assertThat(micros.read(text)).as(text).isEqualTo(nanos == Long.MIN_VALUE ? Decimal.NONE : nanos);
            }
        }
    }

    @Test
    void exponentsAreExactAndWhatIsNoNumberIsSaidToBeNone() {
        Decimal micros = new Decimal(3);
        assertThat(micros.read("1.5e3")).isEqualTo(1_500_000);
        assertThat(micros.read("1e-500")).isZero();
        assertThat(micros.exact()).isFalse();
        assertThat(micros.read("0.0000")).isZero();
        assertThat(micros.exact()).isTrue();
        assertThat(List.of("9223372036854775.808", "1e400", "1e999999999", "x", "", "-", "1_0", "NaN", "1e", "0x10"))
                .allSatisfy(text -> assertThat(micros.read(text)).isEqualTo(Decimal.NONE));
    }
}
