package racelane.importers.tracejson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import racelane.importers.io.CappedWords;
import racelane.model.event.EventSink;

/**
 * Makes attributes of the fields that a record has beyond those that the format gives a meaning: scalars as they are, nested objects
 * field by field with their path as the name ({@code request.user.id}), lists as they are written. One thread.
 */
final class Arguments {
    /** Most different names of attributes in one source. */
    private static final int MAX_NAMES = 1 << 14;

    private final EventSink sink;
    private final CappedWords capped;
    private final ByteWords paths = new ByteWords();
    private final List<Argument> arguments = new ArrayList<>();
    private final JsonText path = new JsonText();
    private final JsonText text = new JsonText();
    private final IntPredicate roomForName;
    private long leftOut;

    Arguments(EventSink sink) {
        this.sink = sink;
        this.capped = new CappedWords(sink);
        this.roomForName = length -> paths.size() < MAX_NAMES;
    }

    /** An attribute's name, and the values it had so far. */
    private static final class Argument {
        final CappedWords.Values allowed;
        final ByteWords values = new ByteWords();

        Argument(CappedWords.Values allowed) {
            this.allowed = allowed;
        }
    }

    /** Adds a field of {@code tape}, and all it holds, to {@code tuple} under its own name. */
    void add(JsonTape tape, byte[] bytes, int field, TupleTable tuple) {
        JsonTape.Kind kind = tape.kind(field);
        if (kind == JsonTape.Kind.OBJECT) {
            path.clear();
            appendName(tape, bytes, field);
            nested(tape, bytes, field, tuple);
        } else if (kind != JsonTape.Kind.NULL) {
            value(name(tape, bytes, field), tape, bytes, field, tuple);
        }
    }

    /** Counts fields of nested objects that were not kept. */
    void leaveOut(int fields) {
        leftOut += fields;
    }

    /** Returns how many values are not UTF-8. */
    long malformed() {
        return paths.malformed()
                + arguments.stream()
                        .mapToLong(argument -> argument.values.malformed())
                        .sum();
    }

    /** Says what was left to the text, one sentence each. */
    List<String> leftOut(TupleTable tuples) {
        List<String> said = new ArrayList<>(capped.leftOut());
        long many = leftOut + tuples.leftOut();
        if (many > 0) {
            said.add(many + " fields beyond " + JsonTape.MAX_NESTED + " of a record, " + MAX_NAMES
                    + " different names or a path of " + JsonTape.MAX_NAME
                    + " bytes were left to the text, where patterns do not see them.");
        }
        return said;
    }

    private int name(JsonTape tape, byte[] bytes, int field) {
        if (tape.nameEscaped(field)) {
            path.clear();
            appendName(tape, bytes, field);
            return paths.id(path.bytes(), 0, path.end(), roomForName);
        }
        return paths.id(bytes, tape.nameFrom(field), tape.nameTo(field), roomForName);
    }

    /** Adds what an object holds; the path of the object is in {@link #path}. */
    private void nested(JsonTape tape, byte[] bytes, int object, TupleTable tuple) {
        int length = path.end();
        for (int field = object + 1; field < tape.next(object); field = tape.next(field)) {
            path.cut(length);
            path.append('.');
            appendName(tape, bytes, field);
            if (tape.kind(field) == JsonTape.Kind.OBJECT) {
                nested(tape, bytes, field, tuple);
            } else if (path.end() > JsonTape.MAX_NAME) {
                leftOut++;
            } else if (tape.kind(field) != JsonTape.Kind.NULL) {
                value(paths.id(path.bytes(), 0, path.end(), roomForName), tape, bytes, field, tuple);
            }
        }
    }

    private void appendName(JsonTape tape, byte[] bytes, int field) {
        if (tape.nameEscaped(field)) {
            path.appendUnescaped(bytes, tape.nameFrom(field), tape.nameTo(field));
        } else {
            path.append(bytes, tape.nameFrom(field), tape.nameTo(field));
        }
    }

    private void value(int name, JsonTape tape, byte[] bytes, int field, TupleTable tuple) {
        if (name == ByteWords.FULL) {
            leftOut++;
            return;
        }
        Argument argument = argument(name);
        int value;
        if (tape.kind(field) == JsonTape.Kind.ESCAPED) {
            text.clear();
            text.appendUnescaped(bytes, tape.from(field), tape.to(field));
            value = argument.values.id(text.bytes(), 0, text.end(), argument.allowed);
        } else {
            value = argument.values.id(bytes, tape.from(field), tape.to(field), argument.allowed);
        }
        int word = value == ByteWords.FULL ? EventSink.NONE : argument.values.sinkId(value, sink);
        if (word != EventSink.NONE) {
            tuple.add(argument.allowed.name(), word);
        }
    }

    private Argument argument(int id) {
        while (arguments.size() <= id) {
            arguments.add(new Argument(capped.of(paths.text(arguments.size()))));
        }
        return arguments.get(id);
    }
}
