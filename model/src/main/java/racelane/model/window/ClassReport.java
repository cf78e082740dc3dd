package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.Condition;
import racelane.model.pattern.ConditionText;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.PatternSet;
import racelane.model.pattern.Position;
import racelane.model.progress.Progress;

/**
 * Says of every operation of a trace which classes its events fell into and why, so that a vocabulary can be mended.
 *
 * @param operations the operations, those with most events first
 */
public record ClassReport(List<Operation> operations) {
    private static final int PULSE = 1 << 14;

    /** Copies the list. */
    public ClassReport {
        operations = List.copyOf(operations);
    }

    /**
     * All events of one name.
     *
     * @param name the name as it was logged
     * @param words the name as the classes read it
     * @param events how many events bear it
     * @param classes what they are, in the order of the vocabulary; empty when no pattern looks at them
     */
    public record Operation(String name, String words, long events, List<Membership> classes) {
        /** Copies the list. */
        public Operation {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A class that events of a name are of.
     *
     * @param type the class
     * @param at where it is defined
     * @param why the part of its condition that holds
     * @param events how many of the name's events are of it
     */
    public record Membership(String type, Position at, String why, long events) {}

    /**
     * Looks at every event once.
     *
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    public static ClassReport of(Trace trace, PatternSet patterns, Progress progress) {
        Map<Integer, Counts> byName = new TreeMap<>();
        List<EventClass> classes = List.copyOf(patterns.classes().values());
        ConditionCompiler compiler = new ConditionCompiler(new AttributeReader(trace), role -> -1);
        for (int t = 0; t < trace.tables().size(); t++) {
            EventTable table = trace.tables().get(t);
            for (int row = 0; row < table.size(); row++) {
                if ((row & (PULSE - 1)) == 0) {
                    progress.checkCancelled();
                }
                byName.computeIfAbsent(
                                table.name(row),
                                name -> new Counts(trace.names().text(name), classes, compiler))
                        .take(Ref.of(t, row));
            }
        }
        List<Operation> operations = new ArrayList<>();
        byName.values().forEach(counts -> operations.add(counts.operation(compiler)));
        operations.sort(
                Comparator.comparingLong((Operation one) -> -one.events()).thenComparing(Operation::name));
        return new ClassReport(operations);
    }

    /** What is known of one name while events are counted. */
    private static final class Counts {
        private final String name;
        private final List<EventClass> classes = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<long[]> counts = new ArrayList<>();
        private final Subject.One one = new Subject.One();
        private long events;

        Counts(String name, List<EventClass> all, ConditionCompiler compiler) {
            this.name = name;
            Specialiser specialiser = new Specialiser(name);
            for (EventClass type : all) {
                Condition left = specialiser.specialise(type.condition());
                if (left != Specialiser.FALSE) {
                    classes.add(type);
                    checks.add(left == Specialiser.TRUE ? subject -> true : compiler.compile(left));
                    counts.add(new long[] {0, Ref.NONE});
                }
            }
        }

        void take(long ref) {
            events++;
            one.ref = ref;
            for (int i = 0; i < checks.size(); i++) {
                if (checks.get(i).test(one)) {
                    long[] count = counts.get(i);
                    count[1] = count[0]++ == 0 ? ref : count[1];
                }
            }
        }

        Operation operation(ConditionCompiler compiler) {
            List<Membership> found = new ArrayList<>();
            for (int i = 0; i < classes.size(); i++) {
                if (counts.get(i)[0] > 0) {
                    one.ref = counts.get(i)[1];
                    EventClass type = classes.get(i);
                    String why = ConditionText.reason(
                            type.condition(), part -> compiler.compile(part).test(one));
                    found.add(new Membership(type.name(), type.at(), why, counts.get(i)[0]));
                }
            }
            return new Operation(name, Attributes.words(name), events, found);
        }
    }
}
