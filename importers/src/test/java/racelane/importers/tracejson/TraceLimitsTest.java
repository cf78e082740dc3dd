package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.importers.Imported;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;

/** JSON that is deeper, longer or larger than any honest trace, and times that cannot be: each is named and costs only itself. */
class TraceLimitsTest {
    private static final String GOOD = "{\"ph\":\"i\",\"name\":\"n\",\"pid\":1,\"tid\":1,\"ts\":1}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nested lists             | nesting deeper than the maximum of 64
            nested objects           | nesting deeper than the maximum of 64
            a hundred thousand deep  | nesting deeper than the maximum of 64
            a long string            | string of more than the maximum of 1000000 bytes
            a long name              | name of more than the maximum of 1000 bytes
            a long number            | number of more than the maximum of 100 characters
            many fields              | more than the maximum of 65536 fields
            a long record            | longer than the maximum of 16777216 bytes
            a time beyond 2262       | ts is no time, or too far from 1970
            a time of 10^999999999   | ts is no time, or too far from 1970
            a time that is no number | ts is no time, or too far from 1970
            a time that is NaN       | ts is no time, or too far from 1970
            no time                  | has no ts
            """)
    void eachLimitIsNamedAndTheNeighboursAreRead(String which, String said) throws ImportException {
        Imported imported = InMemory.chrome("[" + GOOD + "," + record(which) + "," + GOOD + "]");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(3, 2, 0, 1));
        assertThat(imported.source().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.at()).isEqualTo("record 2");
            assertThat(problem.message()).contains(said).doesNotContain("\n");
        });
    }

    private static String record(String which) {
        return switch (which) {
            case "nested lists" -> with("\"a\":" + "[".repeat(64) + "]".repeat(64));
            case "nested objects" -> with("\"a\":" + "{\"b\":".repeat(64) + "1" + "}".repeat(64));
            case "a hundred thousand deep" -> with("\"a\":" + "[".repeat(100_000) + "]".repeat(100_000));
            case "a long string" -> with("\"a\":\"" + "x".repeat(1_000_001) + "\"");
            case "a long name" -> with("\"" + "x".repeat(1_001) + "\":1");
            case "a long number" -> with("\"a\":" + "1".repeat(101));
            case "many fields" -> with("\"a\":1" + ",\"a\":1".repeat(70_000));
            case "a long record" -> with("\"a\":[\"" + "\",\"".repeat(6_000_000) + "\"]");
            case "a time beyond 2262" -> "{\"ph\":\"i\",\"ts\":9223372036854775.808}";
            case "a time of 10^999999999" -> "{\"ph\":\"i\",\"ts\":1e999999999}";
            case "a time that is no number" -> "{\"ph\":\"i\",\"ts\":\"soon\"}";
            case "a time that is NaN" -> "{\"ph\":\"i\",\"ts\":NaN}";
            default -> "{\"ph\":\"i\"}";
        };
    }

    @Test
    void justWithinTheLimitsEverythingIsRead() throws ImportException {
        Imported imported = InMemory.chrome("["
                + with("\"a\":" + "[".repeat(63) + "]".repeat(63))
                + "," + with("\"a\":\"" + "x".repeat(1_000_000) + "\"")
                + "," + with("\"" + "x".repeat(1_000) + "\":1")
                + "," + with("\"a\":" + "1".repeat(100)) + "]");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(4, 4, 0, 0));
    }

    @Test
    void attributesBeyondTwoHundredAndFiftySixOfARecordAreLeftToTheTextAndSaid() throws ImportException {
        StringBuilder args = new StringBuilder("\"a0\":0");
        for (int i = 1; i < 300; i++) {
            args.append(",\"a").append(i).append("\":").append(i);
        }
        Imported imported = InMemory.chrome("[" + with("\"args\":{" + args + "}") + "]");
        assertThat(imported.events().getFirst().attributes()).hasSize(256);
        assertThat(imported.source().assumptions()).anyMatch(said -> said.startsWith("44 fields beyond 256"));
    }

    @Test
    void durationsThatCannotBeAreSaidAndTheSpanKept() throws ImportException {
        Imported imported = InMemory.chrome(
                "[" + GOOD
                        + ",{\"ph\":\"X\",\"name\":\"a\",\"ts\":1,\"dur\":1e30},{\"ph\":\"X\",\"name\":\"b\",\"ts\":1,\"dur\":-5}]");
        assertThat(imported.source().account()).isEqualTo(new Account.Records(3, 3, 0, 0));
        assertThat(imported.source().problems()).hasSize(2);
        assertThat(imported.table().source().extent().end()).isEqualTo(1_000);
    }

    private static String with(String fields) {
        return "{\"ph\":\"i\",\"name\":\"n\",\"pid\":1,\"tid\":1,\"ts\":1," + fields + "}";
    }
}
