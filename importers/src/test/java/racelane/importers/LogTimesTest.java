package racelane.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.spi.ImportException;
import racelane.model.time.TimeText;

/** What logs mean that write less than a full timestamp. */
class LogTimesTest {
    @TempDir
    Path folder;

    @Test
    void fourteenDigitsAreYearToSecond() throws IOException, ImportException {
        assertThat(firstTime("20240115103000 INFO first\n20240115103001 INFO second\n", Instant.EPOCH))
                .isEqualTo("2024-01-15T10:30:00Z");
        assertThat(firstTime("""
                {"ts":"20240115103000.250","msg":"first"}
                {"ts":"20240115103001.250","msg":"second"}
                """, Instant.EPOCH)).isEqualTo("2024-01-15T10:30:00.250Z");
        assertThat(firstTime("{\"ts\":20249915103000,\"msg\":\"a counter\"}\n", Instant.EPOCH))
                .startsWith("1970-01-01T05:37:29.9151");
    }

    @Test
    void aLogOfTimesOfDayThatCrossedMidnightBeganTheDayBefore() throws IOException, ImportException {
        Instant justAfter = Instant.parse("2024-03-02T00:00:01Z");
        assertThat(firstTime("23:59:59.900 [w] INFO a - x\n00:00:00.100 [w] INFO a - y\n", justAfter))
                .isEqualTo("2024-03-01T23:59:59.900Z");
        Instant evening = Instant.parse("2024-03-02T20:00:00Z");
        assertThat(firstTime("20:30:00.000 [w] INFO a - x\n20:30:00.100 [w] INFO a - y\n", evening))
                .isEqualTo("2024-03-02T20:30:00.000Z".replace(".000", ""));
    }

    private String firstTime(String text, Instant changed) throws IOException, ImportException {
        Path file = Files.writeString(Files.createTempFile(folder, "times", ""), text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return TimeText.iso(Imported.from(file).events().getFirst().start());
    }
}
