package racelane.model.window;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.Condition;
import racelane.model.pattern.Operand;

/** Reads attributes of events: those that every event has, and those it was logged with. One thread. */
final class AttributeReader {
    private final Trace trace;
    private final EventTable[] tables;
    private final Names names;
    private @Nullable LoggedNames logged;

    AttributeReader(Trace trace) {
        this.trace = trace;
        this.tables = trace.tables().toArray(EventTable[]::new);
        this.names = trace.names();
    }

    /** Returns how one attribute is read from an event. */
    LongFunction<@Nullable String> reader(String attribute) {
        int id = names.find(attribute);
        return switch (attribute) {
            case Attributes.OP -> this::op;
            case Attributes.WORDS -> ref -> Attributes.words(op(ref));
            case Attributes.KEY -> this::key;
            case Attributes.LANE ->
                ref -> trace.lanes().get(trace.laneId(Ref.unpack(ref))).name().name();
            case Attributes.TIME -> ref -> Long.toString(table(ref).start(Ref.row(ref)));
            case Attributes.SOURCE -> ref -> table(ref).source().name();
            case Attributes.CLOCK -> ref -> table(ref).source().clock();
            case Attributes.FILE -> ref -> logged(ref, id, table(ref).source().name());
            case Attributes.LINE ->
                ref -> logged(ref, id, Integer.toString(table(ref).origin(Ref.row(ref))));
            default -> id < 0 ? ref -> null : ref -> logged(ref, id, null);
        };
    }

    /**
     * Tells whether no event can make a condition true, for it compares what no event of the trace was logged with. Says nothing of
     * negations.
     */
    boolean neverHolds(Condition condition) {
        return switch (condition) {
            case Condition.And and -> neverHolds(and.left()) || neverHolds(and.right());
            case Condition.Or or -> neverHolds(or.left()) && neverHolds(or.right());
            case Condition.Not not -> false;
            case Condition.Compare compare -> neverLogged(compare.left()) || neverLogged(compare.right());
        };
    }

    private boolean neverLogged(Operand operand) {
        return operand instanceof Operand.Attribute attribute && !mayHave(attribute.name());
    }

    /** Tells whether events of the trace may have an attribute: by themselves, or because some were logged with it. */
    boolean mayHave(String attribute) {
        boolean byThemselves = Attributes.RESERVED.contains(attribute) && !attribute.equals(Attributes.LEVEL);
        return byThemselves || logged().contains(attribute);
    }

    private LoggedNames logged() {
        LoggedNames known = logged;
        if (known == null) {
            known = new LoggedNames(names);
            logged = known;
        }
        return known;
    }

    String op(long ref) {
        return names.text(table(ref).name(Ref.row(ref)));
    }

    @Nullable
    String key(long ref) {
        int key = table(ref).key(Ref.row(ref));
        return key == 0 ? null : names.text(key);
    }

    private @Nullable String logged(long ref, int id, @Nullable String otherwise) {
        String value = id < 0 ? null : names.valueText(table(ref).attributes(Ref.row(ref)), id);
        return value == null ? otherwise : value;
    }

    private EventTable table(long ref) {
        return tables[Ref.table(ref)];
    }
}
