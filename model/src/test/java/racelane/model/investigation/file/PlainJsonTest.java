package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.SampleEdits;

/** The quick reading of a line against the strict one, which says what JSON is. */
class PlainJsonTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"b\"",
        "\"\\u00e9\"",
        "\"\\ud800\"",
        "\"\\x\"",
        "\"\\\"\"",
        "\"\\u12\"",
        "1",
        "-0",
        "007",
        "-",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "99999999999999999999",
        "1.5",
        "1e3",
        "true",
        "false",
        "tru",
        "null",
        " ",
        "\t",
        "\u0001",
        "\"\u0001\"",
        "é",
        "\"é😀\"",
        "\\",
        "{\"a\":1}",
        "[1,\"x\"]"
    };

    @Test
    void whatTheEncoderWritesIsReadTheQuickWay() {
        Random random = new Random(5);
        History history = SampleEdits.history();
        while (history.records().size() < 400) {
            HistoryStep step = history.edit(SampleEdits.random(random, history.state(), history.newId()));
            history = step instanceof HistoryStep.Taken taken ? taken.history() : history;
        }
        for (EditRecord record : history.records()) {
            byte[] line = EditEncoder.encode(record);
            String body = CaseLine.body(line, 0, line.length - 1);
            Fields quick = new PlainJson(line).read(0, line.length - 1 - CaseLine.SUFFIX);
            assertThat(quick).as(body).isNotNull();
            assertThat(String.valueOf(quick)).isEqualTo(strict((body + "}").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void whateverIsReadTheQuickWayMeansTheSameToTheStrictReader() {
        Random random = new Random(6);
        int read = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder("{");
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append("\"").append((char) ('a' + random.nextInt(4))).append("\":");
                text.append(PIECES[random.nextInt(PIECES.length)]);
                text.append(random.nextInt(12) == 0 ? PIECES[random.nextInt(PIECES.length)] : i == 1 ? "}" : ",");
            }
            byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
            Fields quick = text.toString().endsWith("}") ? new PlainJson(line).read(0, line.length - 1) : null;
            if (quick != null) {
                read++;
                assertThat(quick.toString()).as(text.toString()).isEqualTo(strict(line));
            }
        }
        assertThat(read).isGreaterThan(10_000);
    }

    @Test
    void damagedBytesMeanTheSameToBothReadersOrAreLeftToTheStrictOne() {
        Random random = new Random(8);
        byte[] whole = EditEncoder.encode(new EditRecord(
                new EditId("a91f", 7),
                SampleEdits.CLOCK.instant(),
                "mk",
                new Edit.QuestionAsked("q:1", "Is \"it\" stale? é 😀 \n \u0000")));
        for (int round = 0; round < 50_000; round++) {
            byte[] line = Arrays.copyOf(whole, whole.length - CaseLine.SUFFIX);
            for (int i = random.nextInt(3); i >= 0; i--) {
                line[random.nextInt(line.length - 1)] = (byte) random.nextInt(256);
            }
            line[line.length - 1] = '}';
            Fields quick = new PlainJson(line).read(0, line.length - 1);
            if (quick != null) {
                assertThat(quick.toString()).isEqualTo(strict(line));
            }
        }
    }

    @Test
    void aLongFileSaysInPartsWhatItSaysAsAWhole() {
        Random random = new Random(9);
        List<byte[]> lines = new ArrayList<>();
        int length = 0;
        for (int n = 1; length < 1_700_000; n++) {
            byte[] line = EditEncoder.encode(new EditRecord(
                    new EditId("a91f", n),
                    SampleEdits.CLOCK.instant(),
                    "mk",
                    new Edit.CaseTitled("t".repeat(random.nextInt(900)))));
            if (random.nextInt(50) == 0) {
                line[random.nextInt(line.length - 1)] = (byte) random.nextInt(32, 127);
            }
            lines.add(line);
            length += line.length;
        }
        byte[] bytes = new byte[length - random.nextInt(1, 80)];
        int at = 0;
        for (byte[] line : lines) {
            int fits = Math.min(line.length, bytes.length - at);
            System.arraycopy(line, 0, bytes, at, fits);
            at += fits;
        }
        List<LineContent> contents = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<CasePart> parts = CasePart.of(bytes, Thread::new);
        for (CasePart part : parts) {
            contents.addAll(part.contents());
            Arrays.stream(part.ends()).limit(part.contents().size()).forEach(ends::add);
        }
        CasePart whole = new LineDecoder(bytes).decode(0, bytes.length);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(contents).isEqualTo(whole.contents());
        assertThat(ends)
                .isEqualTo(Arrays.stream(whole.ends())
                        .limit(whole.contents().size())
                        .boxed()
                        .toList());
    }

    private static String strict(byte[] line) {
        try {
            return StrictJson.read(line, 0, line.length).toString();
        } catch (CaseFormatException e) {
            return "refused: " + e.getMessage();
        }
    }
}
