package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.time.TimeText;

/** The rules of docs/times.md: what timestamps mean, and what is said where they do not mean enough. */
class TimeRulesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02T03:04:05Z|2024-01-02T03:04:05Z",
                "2024-01-02 03:04:05.1Z|2024-01-02T03:04:05.100Z",
                "2024-01-02 03:04:05,12 UTC|2024-01-02T03:04:05.120Z",
                "2024-01-02 03:04:05:123|2024-01-02T03:04:05.123Z",
                "2024-01-02T03:04:05.123456789+05:30|2024-01-01T21:34:05.123456789Z",
                "2024/01/02 03:04:05.123456-0800|2024-01-02T11:04:05.123456Z",
                "2024-01-02T03:04:05+02|2024-01-02T01:04:05Z",
                "1702500123|2023-12-13T20:42:03Z",
                "1702500123.25|2023-12-13T20:42:03.250Z",
                "1702500123450|2023-12-13T20:42:03.450Z",
                "1702500123450123|2023-12-13T20:42:03.450123Z",
                "1702500123450123789|2023-12-13T20:42:03.450123789Z",
                "-100000000|1966-10-31T14:13:20Z",
                "-100000000.5|1966-10-31T14:13:19.500Z",
                "-1000000000000|1938-04-24T22:13:20Z",
                "20240102030405|2024-01-02T03:04:05Z",
                "20240102030405678|2024-01-02T03:04:05.678Z",
                "01/02/2024 3:04:05 PM|2024-01-02T15:04:05Z",
                "1/2/2024 12:04:05 AM|2024-01-02T00:04:05Z",
                "1/2/2024 12:04:05 pm|2024-01-02T12:04:05Z",
                "02/Jan/2024 03:04:05|2024-01-02T03:04:05Z",
                "02-Jan-2024 03:04:05.678|2024-01-02T03:04:05.678Z",
                "02.01.2024 03:04:05,678|2024-01-02T03:04:05.678Z",
                "Tue Jan  2 03:04:05 2024|2024-01-02T03:04:05Z",
                "2016-12-31 23:59:60Z|2017-01-01T00:00:00Z",
                "2024-01-02 03:04:05 CEST|2024-01-02T01:04:05Z",
                "2024-01-02 03:04:05 PDT|2024-01-02T10:04:05Z",
                "2024-01-02 03:04:05 NPT|2024-01-01T21:19:05Z",
                "2024-01-02 03:04:05 IST|2024-01-01T21:34:05Z",
                "@4000000065937a9e1dcd6500|2024-01-02T02:53:08.500Z"
            })
    void aTimestampMeans(String written, String meant) throws Exception {
        assertThat(times(read(written + " first thing\n" + written + " second thing\n", null, ZoneOffset.UTC)))
                .startsWith(meant);
    }

    @Test
    void twoDigitsOfAYearMeanTheYearsFrom1970To2069() throws Exception {
        String log = "69/01/02 03:04:05 INFO a.B: x\n70/01/02 03:04:05 INFO a.B: y\n26/01/02 03:04:05 INFO a.B: z\n";
        assertThat(times(read(log, null, ZoneOffset.UTC)))
                .containsExactly("2069-01-02T03:04:05Z", "1970-01-02T03:04:05Z", "2026-01-02T03:04:05Z");
    }

    @Test
    void inTheHourThatDoesNotExistTheOffsetBeforeTheChangeHolds() throws Exception {
        EventTable table = read("2024-03-31 01:59:59 x\n2024-03-31 02:30:00 x\n2024-03-31 03:00:00 x\n", null, BERLIN);

        assertThat(times(table))
                .containsExactly("2024-03-31T00:59:59Z", "2024-03-31T01:30:00Z", "2024-03-31T01:00:00Z");
        assertThat(table.source().assumptions())
                .contains("1 local time(s) do not exist in Europe/Berlin, where clocks went forward: the offset before"
                        + " the change is assumed.");
    }

    @Test
    void ofTheHourThatComesTwiceTheFirstIsMeantUntilTheTimesStepBack() throws Exception {
        EventTable table = read(
                "2024-10-27 01:59:00 x\n2024-10-27 02:10:00 x\n2024-10-27 02:50:00 x\n2024-10-27 02:49:59 late\n"
                        + "2024-10-27 02:05:00 x\n2024-10-27 02:55:00 x\n2024-10-27 03:00:00 x\n",
                null,
                BERLIN);

        assertThat(times(table))
                .containsExactly(
                        "2024-10-26T23:59:00Z",
                        "2024-10-27T00:10:00Z",
                        "2024-10-27T00:50:00Z",
                        "2024-10-27T00:49:59Z",
                        "2024-10-27T01:05:00Z",
                        "2024-10-27T01:55:00Z",
                        "2024-10-27T02:00:00Z");
        assertThat(table.source().assumptions())
                .contains("5 local time(s) exist twice in Europe/Berlin, where clocks went back: the first is assumed,"
                        + " and the second from where the times step back.");
    }

    @Test
    void eachLineHasItsOwnZoneAndTheOnesWithoutAreCounted() throws Exception {
        EventTable table =
                read("2024-01-02 03:04:05Z x\n2024-01-02 03:04:05 CST x\n2024-01-02 03:04:05 x\n", null, BERLIN);

        assertThat(times(table))
                .containsExactly("2024-01-02T03:04:05Z", "2024-01-02T09:04:05Z", "2024-01-02T02:04:05Z");
        assertThat(table.source().assumptions())
                .contains("1 timestamp(s) name no zone while others do: Europe/Berlin is assumed (--zone).")
                .contains("The zone CST is taken for US Central (-06:00); it could be that of China or Cuba.");
    }

    @Test
    void leapSecondsAndDigitsBeyondTheNinthAreSaid() throws Exception {
        EventTable table = read("2016-12-31 23:59:60.5Z x\n2017-01-01 00:00:00.12345678949Z x\n", null, BERLIN);

        assertThat(times(table)).containsExactly("2017-01-01T00:00:00.500Z", "2017-01-01T00:00:00.123456789Z");
        assertThat(table.source().assumptions())
                .anyMatch(said -> said.startsWith("1 time(s) name a leap second"))
                .anyMatch(said -> said.startsWith("1 time(s) have more than nine digits"));
    }

    @Test
    void withoutAYearItIsThatOfTheOptionElseOfTheFileAndNewYearsPass() throws Exception {
        String log =
                "Dec 30 23:59:59 h a[1]: x\nDec 31 23:59:59 h a[1]: x\nJan  1 00:00:01 h a[1]: x\nDec 31 23:59:58 h a[2]: late\n";

        assertThat(times(read(log, LocalDate.of(2019, 1, 1), ZoneOffset.UTC)))
                .containsExactly(
                        "2019-12-30T23:59:59Z", "2019-12-31T23:59:59Z", "2020-01-01T00:00:01Z", "2019-12-31T23:59:58Z");
        assertThat(times(read(log, Instant.parse("2022-01-05T00:00:00Z"))))
                .startsWith("2021-12-30T23:59:59Z")
                .contains("2022-01-01T00:00:01Z");
    }

    @Test
    void withoutADayMidnightPassesAndALateLineStaysInItsDay() throws Exception {
        String log = "23:59:59.9 [w] INFO a - x\n00:00:00.1 [w] INFO a - x\n23:59:59.8 [v] INFO a - late\n"
                + "12:00:00.0 [w] INFO a - x\n23:00:00.0 [w] INFO a - x\n01:00:00.0 [w] INFO a - x\n";

        assertThat(times(read(log, LocalDate.of(2024, 5, 6), ZoneOffset.UTC)))
                .containsExactly(
                        "2024-05-06T23:59:59.900Z",
                        "2024-05-07T00:00:00.100Z",
                        "2024-05-06T23:59:59.800Z",
                        "2024-05-07T12:00:00Z",
                        "2024-05-07T23:00:00Z",
                        "2024-05-08T01:00:00Z");
    }

    @Test
    void countersOfUnknownOriginStayOnAClockOfTheirOwn() throws Exception {
        for (String first : List.of("123456789012", "5234567890123", "12345678901234", "123456789012345")) {
            EventTable table =
                    read(first + " put START: a:1\n9" + first.substring(1) + " put DONE: a:1\n", null, BERLIN);
            assertThat(table.source().clock()).as(first).isEqualTo("t.log");
            assertThat(table.source().extent().start()).isEqualTo(Long.parseLong(first));
            assertThat(table.source().assumptions()).anyMatch(said -> said.contains("unknown origin"));
        }
        EventTable epoch = read("1702500123450 x\n7999999999999 far\n", null, BERLIN);
        assertThat(times(epoch)).containsExactly("2023-12-13T20:42:03.450Z", "2223-07-06T14:13:19.999Z");
    }

    @Test
    void aTextWithoutTimesCountsLines() throws Exception {
        EventTable table = read("put START: a:1\nsomething else\nput DONE: a:1\n", null, BERLIN);

        assertThat(table.source().byOrder()).isTrue();
        assertThat(table.source().clock()).isEqualTo("line order of t.log");
        assertThat(LogFiles.events(table)).first().asString().startsWith("1-3 SPAN put?");
    }

    @Test
    void monthsInOtherLanguagesAreRefusedByName() throws Exception {
        EventTable table = read("15 M\u00e4r 2024 12:00:00 eins\n15 M\u00e4r 2024 12:00:01 zwei\n", null, BERLIN);

        assertThat(table.source().byOrder()).isTrue();
        assertThat(table.source().assumptions())
                .anyMatch(said -> said.contains("\"M\u00e4r\"") && said.contains("only English"));
    }

    private EventTable read(String text, @Nullable LocalDate begin, ZoneId zone) throws IOException, ImportException {
        Path file = Files.writeString(folder.resolve("t.log"), text);
        return new SourceReader(List.of(new LogImporter()))
                .read(file, new ImportOptions(zone, begin), new Names(), Progress.none());
    }

    private EventTable read(String text, Instant changed) throws IOException, ImportException {
        Path file = Files.writeString(folder.resolve("t.log"), text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return new SourceReader(List.of(new LogImporter()))
                .read(file, new ImportOptions(ZoneOffset.UTC, null), new Names(), Progress.none());
    }

    /** Returns the starts of all events in file order. */
    private static List<String> times(EventTable table) {
        return java.util.stream.IntStream.range(0, table.size())
                .boxed()
                .sorted(java.util.Comparator.comparingInt(table::origin))
                .map(row -> TimeText.iso(table.start(row)))
                .toList();
    }
}
