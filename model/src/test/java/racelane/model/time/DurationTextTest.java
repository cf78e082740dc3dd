package racelane.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "+3.2ms, 3200000",
        "-800us, -800000",
        "1s, 1000000000",
        "0.000000001s, 1",
        "2min, 120000000000",
        "7 ns, 7",
    })
    void durationsAreExactToTheNanosecond(String text, long nanos) {
        assertThat(DurationText.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"3.2", "ms", "1 fortnight", "999999999999h"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).hasMessageContaining(text);
    }
}
