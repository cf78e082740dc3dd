package racelane.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeArgumentTest {
    private static final long START = 1_702_500_123_450_000_000L; // 2023-12-13T20:42:03.450Z

    @ParameterizedTest
    @CsvSource({
        "+5ms, 1702500123455000000",
        "2023-12-13T20:42:03.455Z, 1702500123455000000",
        "2023-12-13T21:42:03.455+01:00, 1702500123455000000",
        "2023-12-13 20:42:03.455, 1702500123455000000",
        "20:42:03.455, 1702500123455000000",
        "20:42:03.455000001, 1702500123455000001",
    })
    void timesAreReadAsPeopleTypeThem(String text, long nanos) {
        assertThat(new TimeArgument(START, ZoneOffset.UTC).parse("--from", text))
                .isEqualTo(nanos);
    }

    @Test
    void aTimeOfDayIsMeantInTheZoneAsked() {
        assertThat(new TimeArgument(START, ZoneId.of("Europe/Paris")).parse("--from", "21:42:03.450"))
                .isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "25:00", "+5", "+5 parsecs", "2023-13-13T00:00:00Z"})
    void whatIsNoTimeIsRefusedWithItsCure(String text) {
        assertThatThrownBy(() -> new TimeArgument(START, ZoneOffset.UTC).parse("--from", text))
                .hasMessageContaining("write");
    }
}
