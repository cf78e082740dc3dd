package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import racelane.importers.io.LogClock;

class FailedMatchTest {
    @Test
    void aLineThatIsNoEntryLeavesTheClockAsItWas() {
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        LineMatcher matcher = GrammarLoader.parse("name: test\nline: {time:iso} <{thread}> {message}")
                .matcher(new Slots(), clock);
        assertThat(match(matcher, "2024-01-01T10:00:00Z <w> entry", clock)).isEqualTo(LineMatcher.YES);
        long before = clock.nanos();

        assertThat(match(matcher, "2024-01-01T11:00:00.123456 no entry", clock)).isNotEqualTo(LineMatcher.YES);

        assertThat(clock.nanos()).isEqualTo(before);
        assertThat(clock.tick()).isEqualTo(1_000_000_000L);
        assertThat(clock.assumptions()).isEmpty();
    }

    private static int match(LineMatcher matcher, String line, LogClock clock) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return matcher.match(bytes, 0, bytes.length, new LineFields(), clock);
    }
}
