package racelane.importers.jfr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a chunk: threads, classes, strings and what else its events name by a key. They stand in checkpoint events,
 * each with the distance back to the one before it. Only their places are noted when the chunk is opened; a constant is read when
 * somebody asks for it.
 *
 * <p>Where a key is given twice the earlier one counts, as with {@code jdk.jfr.internal.consumer.ChunkParser}, which reads from
 * the last checkpoint back to the first and lets each overwrite what it has.
 */
final class Constants {
    private final Metadata metadata;
    private final Map<Long, LongTable> places = new HashMap<>();
    private final List<byte[]> checkpoints = new ArrayList<>();
    private final ByteCursor cursor = new ByteCursor();
    private long kept;
    private @Nullable String fault;

    private Constants(Metadata metadata) {
        this.metadata = metadata;
    }

    /**
     * Notes where the constants of a chunk lie.
     *
     * @param wanted the types whose constants somebody may ask for
     */
    static Constants of(RecordingBytes bytes, Chunk chunk, Metadata metadata, Predicate<TypeDef> wanted)
            throws IOException {
        Constants constants = new Constants(metadata);
        for (long at : new EventWalk(bytes).checkpoints(chunk)) {
            constants.add(bytes, at, chunk.readTo(), wanted);
        }
        return constants;
    }

    /** Returns what is wrong with the constants, or null; some of them are missing then. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Returns a constant: a string, a {@link Struct}, what its only field holds when its type is simple, or null. */
    @Nullable
    Object get(Struct.Constant constant) {
        LongTable table = places.get(constant.type().id());
        long place = table == null ? LongTable.ABSENT : table.get(constant.key());
        if (place == LongTable.ABSENT) {
            return null;
        }
        byte[] checkpoint = checkpoints.get((int) (place >>> Integer.SIZE));
        cursor.on(checkpoint, (int) place, checkpoint.length);
        Object value = ValueReader.constant(constant.type(), cursor);
        return constant.type().simple() && value instanceof Struct struct
                ? struct.values().getFirst()
                : value;
    }

    /** Returns {@code value}, or the constant that it names; follows constants that name constants, but not for ever. */
    @Nullable
    Object resolve(@Nullable Object value) {
        Object found = value;
        for (int step = 0; step < 8 && found instanceof Struct.Constant constant; step++) {
            found = get(constant);
        }
        return found instanceof Struct.Constant ? null : found;
    }

    private void add(RecordingBytes bytes, long at, long end, Predicate<TypeDef> wanted) throws IOException {
        try {
            byte[] checkpoint = bytes.event(at, end);
            if (kept + checkpoint.length > RecordingBytes.MOST_KEPT) {
                fault("the chunk's constants need more memory than there is");
                return;
            }
            if (index(checkpoint, wanted)) {
                kept += checkpoint.length;
            }
        } catch (RuntimeException e) {
            fault("the checkpoint at byte " + at + " is damaged (" + Fault.of(e) + ")");
        }
    }

    /** Notes the places in a checkpoint; returns whether there is any in it that is wanted. */
    private boolean index(byte[] checkpoint, Predicate<TypeDef> wanted) {
        ByteCursor in = new ByteCursor();
        in.on(checkpoint, 0, checkpoint.length);
        for (int number = 0; number < 5; number++) { // size, type, start, duration, distance
            in.number();
        }
        in.skip(1); // what made it
        long base = (long) checkpoints.size() << Integer.SIZE;
        checkpoints.add(checkpoint);
        boolean any = false;
        for (int pools = in.count(); pools > 0; pools--) {
            any |= pool(in, base, wanted);
        }
        if (!any) {
            checkpoints.removeLast();
        }
        return any;
    }

    private boolean pool(ByteCursor in, long base, Predicate<TypeDef> wanted) {
        long id = in.number();
        TypeDef type = metadata.type(id);
        if (type == null) {
            throw new Damage("it holds constants of type " + id + ", which is not described");
        }
        int count = in.count();
        LongTable table = wanted.test(type) ? table(id, count) : null;
        for (int left = count; left > 0; left--) {
            long key = in.number();
            int at = in.at();
            ValueReader.skipConstant(type, in);
            in.checkInside();
            if (table != null) {
                table.put(key, base | at);
            }
        }
        return table != null;
    }

    private LongTable table(long type, int expected) {
        LongTable known = places.get(type);
        if (known == null) {
            known = new LongTable(expected);
            places.put(type, known);
        }
        return known;
    }

    private void fault(String said) {
        if (fault == null) {
            fault = said + ", so some threads and names are missing";
        }
    }
}
