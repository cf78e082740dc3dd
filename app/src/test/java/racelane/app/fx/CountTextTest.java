package racelane.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "999, 999, 999",
        "9816, 9 816, 9 816",
        "10000, 10 k, 10 000",
        "102838, 102 k, 102 838",
        "999999, 999 k, 999 999",
        "1413082, 1.4 M, 1 413 082",
        "50583245, 50 M, 50 583 245",
        "1200000000, 1.2 G, 1 200 000 000"
    })
    void aCountIsShortWhereThereIsNoRoomAndExactElsewhere(long count, String brief, String exact) {
        assertThat(CountText.brief(count)).isEqualTo(brief.replace(' ', '\u2009'));
        assertThat(CountText.of(count)).isEqualTo(exact.replace(' ', '\u2009'));
    }
}
