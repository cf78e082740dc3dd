package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.event.EventTable;
import racelane.model.source.Account;

/** Broken input: whatever happens to a log, every line of it is accounted for and nothing is thrown. */
class LogMutationTest {
    /** Nightly runs set more: {@code -Dracelane.mutations=1000000}. */
    private static final int MUTATIONS = Integer.getInteger("racelane.mutations", 20_000);

    @TempDir
    Path folder;

    @Test
    void everyMutationOfALogKeepsAnExactAccount() throws Exception {
        Random random = new Random(20260301);
        LogImporter importer = new LogImporter();
        List<String> texts = texts();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutate(texts.get(i % texts.size()), random);
            if (bytes.length == 0) {
                continue;
            }
            Path file = Files.write(folder.resolve("m" + i + ".log"), bytes);
            EventTable table = LogFiles.readWith(importer, file);
            Account.Lines account = LogFiles.account(table);
            assertThat(account.addsUp()).as("mutation %d: %s", i, account).isTrue();
            assertThat(account.lines()).as("mutation %d", i).isEqualTo(lines(bytes));
            assertThat(table.size()).as("mutation %d", i).isLessThanOrEqualTo((int) account.entries());
            if (i % 8 == 0) {
                table.source().text().quote((int) account.lines());
                table.source().text().entry(1);
            }
            Files.delete(file);
        }
    }

    /** Returns the samples of all formats, structured ones as well. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        GrammarSamples.ALL.forEach(sample -> texts.add(sample.text()));
        for (Path sample : SampleLogsTest.samples()) {
            if (!sample.toString().contains("xml")) {
                texts.add(Files.readString(sample));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void garbageBetweenGoodLinesPoisonsNone(int percent) throws Exception {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        int good = 0;
        for (int i = 0; i < 3_000; i++) {
            if (i > 0 && random.nextInt(100) < percent) {
                byte[] noise = new byte[1 + random.nextInt(60)];
                random.nextBytes(noise);
                text.append('#')
                        .append(new String(noise, StandardCharsets.ISO_8859_1)
                                .replace('\n', ' ')
                                .replace('\u001b', ' '));
            } else {
                text.append("2026-03-01 12:00:00.001 [a] INFO x.Y - good line");
                good++;
            }
            text.append('\n');
        }
        EventTable table = LogFiles.read(folder, "noise.log", text.toString());

        assertThat(LogFiles.account(table).entries()).isEqualTo(good);
        assertThat(LogFiles.account(table).continuation()).isEqualTo(3_000 - good);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50})
    void brokenStructuredLinesAreRejectedOneByOne(int percent) throws Exception {
        Random random = new Random(percent);
        StringBuilder text = new StringBuilder();
        int good = 0;
        for (int i = 0; i < 3_000; i++) {
            boolean broken = i > 0 && random.nextInt(100) < percent;
            text.append("{\"time\":\"2026-03-01T12:00:00Z\",\"msg\":\"x\"").append(broken ? ",,}\n" : "}\n");
            good += broken ? 0 : 1;
        }
        EventTable table = LogFiles.read(folder, "noise.jsonl", text.toString());

        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(3_000, good, 0, 0, 0, 3_000 - good));
        assertThat(table.size()).isEqualTo(good);
    }

    private static byte[] mutate(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
            bytes = switch (random.nextInt(6)) {
                case 0 -> flip(bytes, at, random);
                case 1 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
                case 2 -> join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
                case 3 -> Arrays.copyOf(bytes, at + 1);
                case 4 ->
                    join(join(Arrays.copyOf(bytes, at), hostile(random)), Arrays.copyOfRange(bytes, at, bytes.length));
                default -> fill(bytes, at, length, random);
            };
        }
        return bytes;
    }

    private static byte[] hostile(Random random) {
        String[] words = {
            "\0\0\0",
            "\u001b[",
            "\u001b]",
            "=",
            "\"",
            "\\",
            "[[[[",
            "((((",
            "{{{{",
            "}}}}",
            "9999999999999999999",
            "\r",
            "\n\n",
            ":",
            "\u2192",
            " START",
            " END:",
            "key=",
            "\ufeff",
            "-",
            "'",
            "T25:61:61",
            "0000-00-00 00:00:00"
        };
        return words[random.nextInt(words.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        bytes[at] = (byte) random.nextInt(256);
        return bytes;
    }

    private static byte[] fill(byte[] bytes, int at, int length, Random random) {
        Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
        return bytes;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Counts lines the slow way, as the account defines them. */
    private static long lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean marked = text.startsWith("\u00ef\u00bb\u00bf");
        String body = marked ? text.substring(3) : text;
        char end = body.indexOf('\n') < 0 && body.indexOf('\r') >= 0 ? '\r' : '\n';
        long ends = body.chars().filter(c -> c == end).count();
        return ends + (body.isEmpty() || body.charAt(body.length() - 1) == end ? 0 : 1);
    }
}
