package racelane.importers.jfr;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes chunks by hand: of a few hundred bytes where a JVM's have a hundred thousand, and with all the oddities that other
 * writers have. Types have ids out of order, as async-profiler's have.
 */
final class TinyRecording {
    static final long THREAD = 31;
    static final long SYMBOL = 7;
    static final long STRING = 20;
    static final long LONG = 3;
    static final long INT = 11;
    static final long BOOLEAN = 5;
    static final long FLOAT = 6;
    static final long DOUBLE = 8;
    static final long SHORT = 9;
    static final long STEP = 101;
    static final long NUMBERS = 100;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Bytes events = new Bytes();

    /** An element of the metadata. */
    private record Element(String name, List<String> attributes, List<Element> children) {
        static Element of(String name, Object... attributes) {
            List<String> all = new ArrayList<>();
            for (Object attribute : attributes) {
                all.add(attribute.toString());
            }
            return new Element(name, all, new ArrayList<>());
        }

        Element with(Element... more) {
            children.addAll(List.of(more));
            return this;
        }
    }

    /** Bytes with the numbers of the format. */
    static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final DataOutputStream data = new DataOutputStream(out);

        Bytes number(long value) {
            long left = value;
            for (int i = 0; i < 8; i++) {
                if ((left & ~0x7fL) == 0) {
                    out.write((int) left);
                    return this;
                }
                out.write((int) ((left & 0x7f) | 0x80));
                left >>>= 7;
            }
            out.write((int) left);
            return this;
        }

        Bytes raw(byte... bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes real(double value) {
            try {
                data.writeDouble(value);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Bytes real(float value) {
            return raw(ByteBuffer.allocate(4).putFloat(value).array());
        }

        Bytes string(int encoding, String text) {
            raw((byte) encoding);
            switch (encoding) {
                case 3 ->
                    number(text.getBytes(StandardCharsets.UTF_8).length).raw(text.getBytes(StandardCharsets.UTF_8));
                case 4 -> {
                    number(text.length());
                    text.chars().forEach(this::number);
                }
                case 5 -> number(text.length()).raw(text.getBytes(StandardCharsets.ISO_8859_1));
                default -> {}
            }
            return this;
        }

        /** Returns it all as an event: with its size before it, counting itself. */
        byte[] event(long type) {
            byte[] body = new Bytes().number(type).raw(out.toByteArray()).out.toByteArray();
            int width = 1;
            while (new Bytes().number(body.length + width).out.size() != width) {
                width++;
            }
            return new Bytes().number(body.length + width).raw(body).out.toByteArray();
        }
    }

    /** Adds a step of thread 1 or 2: an event with a duration, a key, a text of any encoding and a number. */
    TinyRecording step(long time, long thread, int encoding, String text, long number) {
        Bytes event = new Bytes().number(time).number(5).number(thread).string(4, "user:" + thread);
        if (encoding == 2) {
            event.raw((byte) 2).number(77);
        } else {
            event.string(encoding, text);
        }
        return add(STEP, event.number(number));
    }

    /** Adds an event of all kinds of numbers, and with an array of names of threads. */
    TinyRecording numbers(long time, boolean truth, int whole, float single, double real, int... threads) {
        Bytes event = new Bytes()
                .number(time)
                .raw((byte) (truth ? 1 : 0))
                .number(whole)
                .number(12);
        event.real(single).real(real).number(threads.length);
        for (int thread : threads) {
            event.number(thread);
        }
        return add(NUMBERS, event);
    }

    /** Adds an event of any type. */
    TinyRecording add(long type, Bytes body) {
        events.raw(body.event(type));
        return this;
    }

    /** Returns one chunk of it all, which begins at a given time, ns since the epoch. */
    byte[] chunk(long startNanos) {
        byte[] first = checkpoint(0, new Bytes().number(2).number(THREAD).number(1), 1, "main");
        byte[] second =
                checkpoint(-first.length, new Bytes().number(2).number(THREAD).number(1), 2, "worker");
        byte[] metadata = metadata();
        byte[] body = events.out.toByteArray();
        int constants = ChunkHeader.SIZE + first.length;
        int describes = constants + second.length;
        int size = describes + metadata.length + body.length;
        ByteBuffer chunk = ByteBuffer.allocate(size);
        chunk.putInt(ChunkHeader.MAGIC).putShort((short) 2).putShort((short) 1);
        chunk.putLong(size)
                .putLong(constants)
                .putLong(describes)
                .putLong(startNanos)
                .putLong(0);
        chunk.putLong(1_000).putLong(1_000_000_000).putInt(1);
        return chunk.put(first).put(second).put(metadata).put(body).array();
    }

    private static byte[] checkpoint(long back, Bytes pools, int thread, String name) {
        pools.number(thread)
                .string(3, name)
                .number(100 + thread)
                .string(5, name)
                .number(thread);
        pools.number(STRING).number(1).number(77).string(3, "a text from the pool");
        return new Bytes()
                .number(0)
                .number(0)
                .number(back)
                .raw((byte) 0)
                .raw(pools.out.toByteArray())
                .event(EventWalk.CHECKPOINT);
    }

    private byte[] metadata() {
        Element root = Element.of("root").with(Element.of("metadata").with(types()), Element.of("region"));
        Bytes tree = new Bytes();
        write(root, tree);
        Bytes all = new Bytes().number(0).number(0).number(1).number(strings.size());
        strings.keySet().forEach(text -> all.string(3, text));
        return all.raw(tree.out.toByteArray()).event(EventWalk.METADATA);
    }

    private static Element[] types() {
        return new Element[] {
            Element.of("class", "id", STEP, "name", "app.Step", "superType", "jdk.jfr.Event")
                    .with(
                            field("startTime", LONG),
                            field("duration", LONG),
                            field("eventThread", THREAD, "constantPool", "true"),
                            field("key", STRING),
                            field("text", STRING),
                            field("seq", LONG)),
            Element.of("class", "id", NUMBERS, "name", "app.Numbers", "superType", "jdk.jfr.Event")
                    .with(
                            field("startTime", LONG),
                            field("truth", BOOLEAN),
                            field("whole", INT),
                            field("small", SHORT),
                            field("single", FLOAT),
                            field("real", DOUBLE),
                            field("threads", THREAD, "constantPool", "true", "dimension", "1")),
            Element.of("class", "id", THREAD, "name", "java.lang.Thread")
                    .with(
                            field("osName", STRING),
                            field("osThreadId", LONG),
                            field("javaName", STRING),
                            field("javaThreadId", LONG)),
            Element.of("class", "id", STRING, "name", "java.lang.String"),
            Element.of("class", "id", LONG, "name", "long"),
            Element.of("class", "id", INT, "name", "int"),
            Element.of("class", "id", SHORT, "name", "short"),
            Element.of("class", "id", BOOLEAN, "name", "boolean"),
            Element.of("class", "id", FLOAT, "name", "float"),
            Element.of("class", "id", DOUBLE, "name", "double")
        };
    }

    private static Element field(String name, long type, String... more) {
        Element field = Element.of("field", "name", name, "class", type);
        field.attributes().addAll(List.of(more));
        return field;
    }

    private void write(Element element, Bytes out) {
        out.number(index(element.name())).number(element.attributes().size() / 2);
        element.attributes().forEach(text -> out.number(index(text)));
        out.number(element.children().size());
        element.children().forEach(child -> write(child, out));
    }

    private int index(String text) {
        return strings.computeIfAbsent(text, key -> strings.size());
    }
}
