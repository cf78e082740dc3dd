package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

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
}
