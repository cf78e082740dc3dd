package racelane.app.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** By how much windows may be thought wider. */
final class WhatIfTest {
    private final WhatIf range = new WhatIf(100_000L, 1_000_000_000L);

    @Test
    void theSliderBeginsAtNothingAndNeverFalls() {
        assertThat(range.at(0)).isZero();
        assertThat(range.at(1)).isEqualTo(100_000L);
        assertThat(range.at(WhatIf.STEPS)).isEqualTo(1_000_000_000L);
        for (int step = 1; step <= WhatIf.STEPS; step++) {
            assertThat(range.at(step)).isGreaterThanOrEqualTo(range.at(step - 1));
        }
    }

    @Test
    void aWideningLiesAtTheStepThatGivesIt() {
        for (int step = 0; step <= WhatIf.STEPS; step += 10) {
            assertThat(range.step(range.at(step))).isCloseTo(step, within(1.0));
        }
        assertThat(range.step(5)).as("less than the least").isEqualTo(1);
        assertThat(range.step(Long.MAX_VALUE)).isEqualTo(WhatIf.STEPS);
    }

    @Test
    void aWideningIsReadAsPeopleTypeIt() {
        assertThat(WhatIf.parse("100 ms")).isEqualTo(OptionalLong.of(100_000_000L));
        assertThat(WhatIf.parse("+100")).as("ms when nothing is said").isEqualTo(OptionalLong.of(100_000_000L));
        assertThat(WhatIf.parse("1,5s")).isEqualTo(OptionalLong.of(1_500_000_000L));
        assertThat(WhatIf.parse("20 µs")).isEqualTo(OptionalLong.of(20_000L));
        assertThat(WhatIf.parse("-3 ms")).isEmpty();
        assertThat(WhatIf.parse("soon")).isEmpty();
        assertThat(WhatIf.parse("25 h")).as("over a day").isEmpty();
    }
}
