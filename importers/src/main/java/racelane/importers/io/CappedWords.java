package racelane.importers.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import racelane.model.event.EventSink;

/**
 * The values of one source's attributes as words of a sink: the one rule, for all importers, of which values become words that
 * patterns can compare and which are left to the text ({@link ValueBudget}). Importers that find words by bytes or characters of
 * their own ask {@link Values#test} before they make one. One thread.
 */
public final class CappedWords {
    private final EventSink sink;
    private final ValueBudget budget = new ValueBudget();
    private final Map<String, Values> attributes = new HashMap<>();

    /** Creates the words of one source. */
    public CappedWords(EventSink sink) {
        this.sink = sink;
    }

    /** Returns the values of an attribute; the same ones for the same name. */
    public Values of(String attribute) {
        return attributes.computeIfAbsent(attribute, name -> new Values(sink.word(name), budget.attribute(name)));
    }

    /** Says which values were left to the text, one sentence each. */
    public List<String> leftOut() {
        return budget.leftOut();
    }

    /** The values of one attribute. */
    public final class Values implements IntPredicate {
        private final int name;
        private final ValueBudget.Attribute allowed;
        private final Map<String, Integer> ids = new HashMap<>();

        private Values(int name, ValueBudget.Attribute allowed) {
            this.name = name;
            this.allowed = allowed;
        }

        /** Returns the word id of the attribute's name. */
        public int name() {
            return name;
        }

        /** Decides whether a value of this length, not seen before, becomes a word; counts it against the budget when it does. */
        @Override
        public boolean test(int length) {
            return allowed.test(length);
        }

        /** Returns the word id of a value, or {@link EventSink#NONE} when it is empty or left to the text. */
        public int word(String value) {
            Integer known = ids.get(value);
            if (known != null) {
                return known;
            }
            if (value.isEmpty() || !allowed.test(value.length())) {
                return EventSink.NONE;
            }
            int id = sink.word(value);
            ids.put(value, id);
            return id;
        }
    }
}
