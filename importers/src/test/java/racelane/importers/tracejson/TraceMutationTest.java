package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventTable;
import racelane.model.source.Account;
import racelane.model.spi.EventImporter;
import racelane.model.spi.ImportException;

/** Broken input: whatever happens to a trace, nothing is thrown but a refusal, and every record of it is accounted for. */
class TraceMutationTest {
    private static final int MUTATIONS = 20_000;

    private static final List<String> CHROME = List.of("""
            {"displayTimeUnit":"ns","traceEvents":[
            {"ph":"X","cat":"c","name":"set","pid":1,"tid":7,"ts":1702500123450000.125,"dur":71.25,"args":{"key":"user:1","a":{"b":[1,{"c":null}]}}},
            {"ph":"B","name":"get","pid":1,"tid":"h","ts":10.5},{"ph":"E","pid":1,"tid":"h","ts":20,"args":{"result":"OLD"}},
            {"ph":"C","name":"q","pid":1,"ts":3,"args":{"d":3,"e":1e3}}],"otherData":{"x":"]}"}}
            """, """
            [{"ph":"b","cat":"d","id":"0x1","name":"q","pid":1,"ts":1},{"ph":"n","cat":"d","id":"0x1","name":"q","pid":1,"ts":2},{"ph":"e","cat":"d","id":"0x1","name":"q","pid":1,"ts":3},
            {"ph":"s","id":5,"name":"h","pid":1,"tid":7,"ts":4},{"ph":"f","bp":"e","id":5,"name":"h","pid":1,"tid":8,"ts":5},
            {"ph":"M","pid":1,"tid":7,"name":"thread_name","args":{"name":"w"}},{"ph":"N","id":1,"name":"T","ts":1},
            """, """
            [{"ph":"i","s":"g","name":"\\u0041\\ud83d\\ude00\\"","pid":-1,"tid":99999999999999999999,"ts":"7"},17,null,{"ph":"X","ts":1e3,"dur":-1,"id2":{"local":"1"},"bind_id":"a","flow_out":true}]""");

    private static final List<String> SPANS = List.of("""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"s"}}]},"scopeSpans":[{"spans":[
            {"traceId":"5b","spanId":"1","name":"o","kind":2,"startTimeUnixNano":"1544712660000000001","endTimeUnixNano":"1544712661000000000","status":{"code":1},
             "attributes":[{"key":"a","value":{"kvlistValue":{"values":[{"key":"k","value":{"arrayValue":{"values":[{"intValue":1}]}}}]}}}],"events":[{"timeUnixNano":"5","name":"r"}]},
            {"traceId":"5b","spanId":"2","parentSpanId":"1","name":"p","startTimeUnixNano":1,"links":[{"spanId":"1"}]}]}]}]}
            """, """
            {"data":[{"traceID":"a","spans":[{"traceID":"a","spanID":"1","operationName":"g","startTime":1485467191639875,"duration":100,"processID":"p1",
             "references":[{"refType":"CHILD_OF","spanID":"0"}],"tags":[{"key":"h","type":"bool","value":false}],"logs":[{"timestamp":1,"fields":[{"key":"event","value":"m"}]}]}],"processes":{"p1":{"serviceName":"c"}}}]}""", """
            [{"traceId":"5","id":"1","kind":"CLIENT","name":"g","timestamp":1,"duration":1431,"shared":true,"localEndpoint":{"serviceName":"b"},"annotations":[{"timestamp":2,"value":"s"}]}]""");

    private static final List<String> HOSTILE = List.of(
            "\0",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n",
            "\n{",
            "\r\n",
            "},{\"ph\":\"X\",\"ts\":1",
            "\\u12",
            "\\ud800",
            "1e999999999",
            "-",
            "9223372036854775807",
            "null",
            "{\"ph\":",
            "\u00e9",
            "[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":",
            "\uFEFF",
            "]},",
            "NaN",
            "true");

    private final Random random = new Random(20261121);

    @Test
    void everyMutationOfATraceKeepsAnExactAccount() throws IOException {
        survive(new ChromeTraceImporter(), CHROME, MUTATIONS);
    }

    @Test
    void everyMutationOfAFileOfSpansKeepsAnExactAccount() throws IOException {
        survive(new SpanJsonImporter(), SPANS, MUTATIONS / 2);
    }

    @Test
    void findingsOfEarlierRunsStaySolved() throws IOException {
        for (String finding : List.of(
                "[{\"ph\":\"X\",\"ts\":1}}{\"ph\":\"X\",\"ts\":1}]",
                "[{\"ph\":\"X\",\"ts\":1]",
                "[}",
                "[}}}}",
                "[]{",
                "{\"traceEvents\":[{]}",
                "[\"",
                "[{\"",
                "[{\"ph\":\"X\",\"ts\":9223372036854775.807,\"dur\":9223372036854775.807}]",
                "{\"traceEvents\":[]",
                "[{\"a\":\"\\")) {
            survive(new ChromeTraceImporter(), finding.getBytes(StandardCharsets.UTF_8), finding);
        }
    }

    private void survive(EventImporter importer, List<String> seeds, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            byte[] bytes = mutated(seeds.get(i % seeds.size()).getBytes(StandardCharsets.UTF_8));
            survive(importer, bytes, "mutation " + i);
        }
    }

    private static void survive(EventImporter importer, byte[] bytes, String what) throws IOException {
        try {
            EventTable table = InMemory.read(importer, bytes);
            Account.Records account = (Account.Records) table.source().account();
            if (!account.addsUp() || account.imported() != InMemory.recordsSeen(table)) {
                assertThat(account.imported())
                        .as("%s: %s of %s", what, account, new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(InMemory.recordsSeen(table));
                assertThat(account.addsUp()).as(what).isTrue();
            }
            if (table.size() > 0) {
                table.source().text();
            }
        } catch (ImportException e) {
            assertThat(e.getMessage()).as(what).isNotBlank().doesNotContain("\n");
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(what + ": " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    private byte[] mutated(byte[] seed) throws IOException {
        byte[] bytes = seed;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(30));
            switch (random.nextInt(6)) {
                case 0 -> {
                    bytes = bytes.clone();
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
                case 1 -> bytes = joined(bytes, at, new byte[0], to);
                case 2 -> bytes = joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 4 -> {
                    String word = HOSTILE.get(random.nextInt(HOSTILE.size()));
                    bytes = joined(bytes, at, word.getBytes(StandardCharsets.UTF_8), random.nextBoolean() ? at : to);
                }
                default -> {
                    byte[] noise = new byte[to - at];
                    random.nextBytes(noise);
                    bytes = joined(bytes, at, noise, to);
                }
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, to);
        out.write(middle);
        out.write(bytes, from, bytes.length - from);
        return out.toByteArray();
    }
}
