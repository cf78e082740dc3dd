package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributeRowsTest {
    private static final ValueKind[] KINDS = {
        ValueKind.WORD, ValueKind.LONG, ValueKind.INT, ValueKind.DOUBLE, ValueKind.LONG, ValueKind.FLOAT
    };

    private final Names names = new Names();
    private final TraceBuilder builder = new TraceBuilder(names);

    @Test
    void smallAndLargeNumbersComeBackAsTheyWere() {
        int shape = builder.shape(words("word", "first", "int", "double", "second", "float"), KINDS);
        Random random = new Random(8);
        List<Integer> ids = new ArrayList<>();
        List<Map<String, String>> expected = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            long first = random.nextLong() >> random.nextInt(64);
            long second = random.nextLong() >> (32 + random.nextInt(32));
            int number = random.nextInt();
            double real = random.nextDouble();
            float small = random.nextFloat();
            ids.add(builder.attributeRow(shape, new long[] {
                names.intern("w" + i % 9),
                first,
                number,
                Double.doubleToRawLongBits(real),
                second,
                Float.floatToRawIntBits(small)
            }));
            expected.add(Map.of(
                    "word", "w" + i % 9,
                    "first", Long.toString(first),
                    "int", Integer.toString(number),
                    "double", Double.toString(real),
                    "second", Long.toString(second),
                    "float", Float.toString(small)));
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id < 0);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(names.attributes(ids.get(i))).isEqualTo(expected.get(i));
        }
    }

    @Test
    void theBoundsOfSmallNumbersAreKept() {
        int shape = builder.shape(words("n"), new ValueKind[] {ValueKind.LONG});
        for (long bound : new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, 0}) {
            for (long value : new long[] {bound - 1, bound, bound + 1}) {
                assertThat(names.attributes(builder.attributeRow(shape, new long[] {value})))
                        .containsExactly(Map.entry("n", Long.toString(value)));
            }
        }
    }

    @Test
    void aFixedWordIsThatOfEveryRowAndIsNotTakenFromItsValues() {
        int[] attributes = words("type", "n");
        ValueKind[] kinds = {ValueKind.WORD, ValueKind.LONG};
        int read = builder.shape(attributes, kinds, new int[] {names.intern("Read"), EventSink.NONE});
        int write = builder.shape(attributes, kinds, new int[] {names.intern("Write"), EventSink.NONE});
        int row = builder.attributeRow(read, new long[] {77, 5});
        assertThat(names.attributes(row)).isEqualTo(Map.of("type", "Read", "n", "5"));
        assertThat(names.attributes(builder.attributeRow(write, new long[] {0, 1L << 40})))
                .isEqualTo(Map.of("type", "Write", "n", Long.toString(1L << 40)));
        assertThat(names.valueText(row, names.intern("type"))).isEqualTo("Read");
    }

    @Test
    void theSameShapeHasTheSameNumber() {
        int[] attributes = words("a", "b");
        ValueKind[] kinds = {ValueKind.WORD, ValueKind.INT};
        int shape = builder.shape(attributes, kinds);
        assertThat(builder.shape(attributes, kinds, new int[2])).isEqualTo(shape);
        assertThat(builder.shape(attributes, kinds, new int[] {1, 0})).isNotEqualTo(shape);
    }

    @Test
    void aShapeNeedsOneKindAndOneWordForEachName() {
        assertThatThrownBy(() -> builder.shape(words("a", "b"), new ValueKind[] {ValueKind.INT}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.shape(words("a"), new ValueKind[] {ValueKind.INT}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int[] words(String... texts) {
        int[] ids = new int[texts.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = names.intern(texts[i]);
        }
        return ids;
    }
}
