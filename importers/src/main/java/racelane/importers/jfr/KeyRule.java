package racelane.importers.jfr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;

/**
 * What the events of a type are about: the object whose monitor they enter, the file they read, the key their program gave them.
 * One thread.
 */
final class KeyRule {
    /** How the key is made of the slots. */
    private enum How {
        NONE,
        TEXT,
        OBJECT,
        SOCKET
    }

    private final EventSink sink;
    private Constants constants;
    private final How how;
    private final int first;
    private final int second;
    private final int instead;
    private final @Nullable TypeDef type;
    private final Map<Long, LongTable> known = new HashMap<>();

    private KeyRule(EventSink sink, Constants constants, How how, int[] slots, @Nullable TypeDef type) {
        this.sink = sink;
        this.constants = constants;
        this.how = how;
        this.first = slots[0];
        this.second = slots[1];
        this.instead = slots[2];
        this.type = type;
    }

    /** Returns the rule for a type by the fields it has. */
    static KeyRule of(TypeDef type, EventProgram program, EventSink sink, Constants constants) {
        FieldDef key = type.field("key");
        if (key != null && key.isString() && program.slot("key") >= 0 && key.wire() == Wire.STRING) {
            return new KeyRule(sink, constants, How.TEXT, new int[] {program.slot("key"), -1, -1}, null);
        }
        for (String owner : new String[] {"monitorClass", "parkedClass"}) {
            FieldDef field = type.field(owner);
            if (field != null && field.constant() && program.slot("address") >= 0) {
                int[] slots = {program.slot("address"), program.slot(owner), -1};
                return new KeyRule(sink, constants, How.OBJECT, slots, field.type());
            }
        }
        if (program.slot("host") >= 0 && program.slot("port") >= 0) {
            int[] slots = {program.slot("host"), program.slot("port"), program.slot("address")};
            return new KeyRule(sink, constants, How.SOCKET, slots, null);
        }
        FieldDef path = type.field("path");
        if (path != null && path.wire() == Wire.STRING && program.slot("path") >= 0) {
            return new KeyRule(sink, constants, How.TEXT, new int[] {program.slot("path"), -1, -1}, null);
        }
        return new KeyRule(sink, constants, How.NONE, new int[] {-1, -1, -1}, null);
    }

    /** Tells whether values of a field are keys, or parts of keys, of which there may be any number. */
    static boolean isKey(String path) {
        return path.equals("key") || path.equals("path") || path.equals("host") || path.equals("address");
    }

    /** Turns to the constants of the next chunk. */
    void newChunk(Constants next) {
        constants = next;
        if (how == How.OBJECT) {
            known.clear();
        }
    }

    /** Returns the word id of an event's key, {@link EventSink#NONE} when it has none. */
    int key(long[] slots) {
        return switch (how) {
            case NONE -> EventSink.NONE;
            case TEXT -> (int) slots[first];
            case OBJECT -> known(slots[second], slots[first]);
            case SOCKET -> socket(slots);
        };
    }

    private int socket(long[] slots) {
        long host = slots[first] == EventSink.NONE && instead >= 0 ? slots[instead] : slots[first];
        return host == EventSink.NONE ? EventSink.NONE : known(host, (int) slots[second]);
    }

    private int known(long owner, long number) {
        LongTable table = known.computeIfAbsent(owner, key -> new LongTable());
        long word = table.get(number);
        if (word == LongTable.ABSENT) {
            word = how == How.SOCKET ? sink.word(sink.text((int) owner) + ":" + number) : object(owner, number);
            table.put(number, word);
        }
        return (int) word;
    }

    private int object(long owner, long address) {
        String name = type == null
                ? null
                : ConstantText.className(constants.resolve(new Struct.Constant(type, owner)), constants);
        String at = address == 0 ? "" : "0x" + Long.toHexString(address);
        String text = name == null ? at : at.isEmpty() ? name : name + "@" + at;
        return text.isEmpty() ? EventSink.NONE : sink.word(text);
    }
}
