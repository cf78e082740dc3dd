package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The tape against a parser of long standing: the same objects give the same fields, and both refuse the same. */
class JsonTapeTest {
    private static final Pattern HALF_PAIR =
            Pattern.compile("\\\\u[dD]83[dD](?!\\\\u[dD][c-fC-F])|(?<!\\\\ud83d)\\\\u[dD][89a-fA-F]");

    private final Random random = new Random(20261121);

    @Test
    void threeThousandRandomObjectsAreReadAsJacksonReadsThem() {
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            object(text, 0);
            byte[] json = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(tape(json)).as("object %d: %s", i, text).isEqualTo(jackson(json));
        }
    }

    @Test
    void whatJacksonRefusesOfDamagedObjectsIsRefusedToo() {
        int refused = 0;
        for (int i = 0; i < 6_000; i++) {
            StringBuilder text = new StringBuilder();
            object(text, 0);
            byte[] json = text.toString().getBytes(StandardCharsets.UTF_8);
            json[1 + random.nextInt(json.length - 1)] = (byte) (32 + random.nextInt(95));
            String damaged = new String(json, StandardCharsets.UTF_8);
            if (damaged.indexOf('\uFFFD') >= 0 || HALF_PAIR.matcher(damaged).find()) {
                continue; // the tape forgives bytes that are not UTF-8 and halves of surrogate pairs
            }
            List<String> expected = jackson(json);
            if (expected.isEmpty()) {
                assertThat(reads(json))
                        .as("%s", new String(json, StandardCharsets.UTF_8))
                        .isFalse();
                refused++;
            } else {
                assertThat(tape(json))
                        .as("%s", new String(json, StandardCharsets.UTF_8))
                        .isEqualTo(expected);
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void anObjectCutAnywhereAsksForMore() {
        byte[] json = "{\"a\":[1,-2.5e3,{\"b\":null}],\"lo\\u00e9ng name\":\"x\\n\",\"t\":true,\"n\":12}"
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < json.length; length++) {
            byte[] cut = Arrays.copyOf(Arrays.copyOf(json, length), length + ByteWindow.SLACK);
            assertThat(new JsonTape().read(cut, 0, length))
                    .as("%d bytes", length)
                    .isEqualTo(JsonScan.MORE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":1e}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":nul}",
                "{\"a\":truex}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":[1 2]}",
                "{\"a\":[1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":1]",
                "{\"a\":'b'}",
                "{\"a\":0x10}",
                "{1:2}",
                "{\"a\":\0}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(reads(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    private void object(StringBuilder text, int depth) {
        text.append('{');
        int count = random.nextInt(depth == 0 ? 10 : 5);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(blank());
            string(text);
            text.append(blank()).append(':').append(blank());
            value(text, depth + 1);
            text.append(blank());
        }
        text.append('}');
    }

    private void value(StringBuilder text, int depth) {
        switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0, 1 -> string(text);
            case 2 -> text.append(number());
            case 3 -> text.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 4 -> text.append(random.nextInt(1_000));
            case 5 -> {
                text.append('[');
                int count = random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    text.append(i == 0 ? "" : ",").append(blank());
                    value(text, depth + 1);
                }
                text.append(blank()).append(']');
            }
            default -> object(text, depth);
        }
    }

    private String number() {
        return switch (random.nextInt(5)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20.0));
            case 2 -> "-0";
            case 3 -> random.nextInt(100) + "e" + (random.nextInt(40) - 20);
            default -> random.nextInt(1_000_000) + "." + random.nextInt(1_000) + "E+" + random.nextInt(9);
        };
    }

    private void string(StringBuilder text) {
        text.append('"');
        int length = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextInt(9);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(12)) {
                case 0 -> text.append('\\').append("\"\\/bfnrt".charAt(random.nextInt(8)));
                case 1 -> text.append("\\u%04x".formatted(random.nextInt(0xd800)));
                case 2 -> text.append("\\ud83d\\u%04X".formatted(0xde00 + random.nextInt(64)));
                case 3 -> text.append(Character.toString(0x80 + random.nextInt(0xd000)));
                case 4 -> text.append(Character.toString(0x1f600 + random.nextInt(64)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        text.append('"');
    }

    private String blank() {
        return random.nextInt(6) == 0 ? List.of(" ", "\n", "\t", "\r\n  ").get(random.nextInt(4)) : "";
    }

    private static boolean reads(byte[] json) {
        return !tape(json).isEmpty();
    }

    /** Lists the fields of an object as the tape has them: {@code path = kind value}. */
    private static List<String> tape(byte[] json) {
        byte[] bytes = Arrays.copyOf(json, json.length + ByteWindow.SLACK);
        JsonTape tape = new JsonTape();
        int end = tape.read(bytes, 0, json.length);
        List<String> fields = new ArrayList<>();
        if (end >= 0 && new String(json, end, json.length - end, StandardCharsets.UTF_8).isBlank()) {
            fields.add("read");
            fields(tape, bytes, 0, tape.size(), "", fields);
        }
        return fields;
    }

    private static void fields(JsonTape tape, byte[] bytes, int from, int to, String path, List<String> fields) {
        for (int field = from; field < to; field = tape.next(field)) {
            JsonText name = new JsonText();
            name.appendUnescaped(bytes, tape.nameFrom(field), tape.nameTo(field));
            String own = path + "/" + name;
            switch (tape.kind(field)) {
                case OBJECT -> {
                    fields.add(own + " = object");
                    fields(tape, bytes, field + 1, tape.next(field), own, fields);
                }
                case ARRAY -> fields.add(own + " = list");
                case STRING, ESCAPED -> {
                    JsonText text = new JsonText();
                    text.appendUnescaped(bytes, tape.from(field), tape.to(field));
                    fields.add(own + " = \"" + text + "\"");
                }
                default ->
                    fields.add(own + " = "
                            + new String(
                                    bytes,
                                    tape.from(field),
                                    tape.to(field) - tape.from(field),
                                    StandardCharsets.UTF_8));
            }
        }
    }

    private static List<String> jackson(byte[] json) {
        List<String> fields = new ArrayList<>(List.of("read"));
        try (JsonParser parser = Json.parser(json)) {
            parser.nextToken();
            fields(parser, "", fields);
            return parser.nextToken() == null ? fields : List.of();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static void fields(JsonParser parser, String path, List<String> fields) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            String own = path + "/" + name;
            switch (token) {
                case START_OBJECT -> {
                    fields.add(own + " = object");
                    fields(parser, own, fields);
                }
                case START_ARRAY -> {
                    fields.add(own + " = list");
                    parser.skipChildren();
                }
                case VALUE_STRING -> fields.add(own + " = \"" + parser.getString() + "\"");
                default -> fields.add(own + " = " + parser.getString());
            }
        }
    }
}
