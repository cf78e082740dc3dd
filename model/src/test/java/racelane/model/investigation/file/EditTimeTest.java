package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditTimeTest {
    @Test
    void everyTimeIsReadAsTheLibraryReadsIt() {
        Random random = new Random(9);
        for (int i = 0; i < 100_000; i++) {
            long second = random.nextLong(-62_135_596_800L, 253_402_300_799L);
            String text = Instant.ofEpochSecond(second, random.nextInt(1000) * 1_000_000L)
                    .toString();
            assertThat(EditTime.parse(text)).isEqualTo(Instant.parse(text));
        }
        for (String text : new String[] {
            "2026-11-21T09:10:00Z",
            "2026-11-21T09:10:00.123456789Z",
            "2026-11-21T24:00:00.000Z",
            "2016-12-31T23:59:60.000Z"
        }) {
            assertThat(EditTime.parse(text)).isEqualTo(Instant.parse(text));
        }
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (String text : new String[] {
            "",
            "2026-02-30T00:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-11-21T09:60:00.000Z",
            "2026-11-21 09:10:00.000Z"
        }) {
            assertThatThrownBy(() -> EditTime.parse(text)).as(text).isInstanceOf(DateTimeException.class);
        }
    }
}
