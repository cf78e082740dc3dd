package racelane.model.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.pattern.Condition;
import racelane.model.pattern.EventClass;

/** Says of which classes an event is, as a mask of bits. Works with names once and with ids from then on. One thread. */
final class Classifier {
    /** How many classes fit into a mask. */
    static final int MAX_CLASSES = 64;

    /** Class of taking hold of something. */
    static final String ACQUIRE = "acquire";

    /** Class of giving it back. */
    static final String RELEASE = "release";

    /** Class of waiting for a lock. */
    static final String LOCK_WAIT = "lock-wait";

    /** Class of what a program says of its own inconsistency. */
    static final String INCONSISTENCY = "inconsistency";

    private final Trace trace;
    private final List<EventClass> classes;
    private final AttributeReader attributes;
    private final ConditionCompiler compiler;
    private final Subject.One one = new Subject.One();
    private @Nullable Named[] byName = new Named[1024];

    /** What is known of all events of one name: classes they are of, and classes that depend on more. */
    private record Named(long mask, int[] bits, Check[] checks) {}

    Classifier(Trace trace, List<EventClass> classes) {
        if (classes.size() > MAX_CLASSES) {
            throw new IllegalArgumentException("at most " + MAX_CLASSES + " classes at a time");
        }
        this.trace = trace;
        this.classes = List.copyOf(classes);
        this.attributes = new AttributeReader(trace);
        this.compiler = new ConditionCompiler(attributes, role -> -1);
    }

    /** Returns the bit of a class by its name, 0 when there is none of that name. */
    long bitOrNone(String name) {
        return classes.stream().anyMatch(one -> one.name().equals(name)) ? bit(name) : 0;
    }

    /** Returns the bit of a class by its name. */
    long bit(String name) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).name().equals(name)) {
                return 1L << i;
            }
        }
        throw new IllegalArgumentException("no class " + name);
    }

    /** Returns the classes of one event. */
    long mask(int table, EventTable events, int row) {
        Named named = named(events.name(row));
        long mask = named.mask;
        if (named.bits.length > 0) {
            one.ref = Ref.of(table, row);
            for (int i = 0; i < named.bits.length; i++) {
                if (named.checks[i].test(one)) {
                    mask |= 1L << named.bits[i];
                }
            }
        }
        return mask;
    }

    private Named named(int name) {
        if (name >= byName.length) {
            byName = Arrays.copyOf(byName, Math.max(name + 1, byName.length * 2));
        }
        Named known = byName[name];
        if (known == null) {
            known = specialise(trace.names().text(name));
            byName[name] = known;
        }
        return known;
    }

    private Named specialise(String name) {
        Specialiser specialiser = new Specialiser(name);
        long mask = 0;
        List<Integer> bits = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            Condition left = specialiser.specialise(classes.get(i).condition());
            if (left == Specialiser.TRUE) {
                mask |= 1L << i;
            } else if (left != Specialiser.FALSE && !attributes.neverHolds(left)) {
                bits.add(i);
                checks.add(compiler.compile(left));
            }
        }
        return new Named(mask, bits.stream().mapToInt(Integer::intValue).toArray(), checks.toArray(new Check[0]));
    }
}
