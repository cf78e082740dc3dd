package racelane.model.window;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import racelane.model.event.Names;

/** Which attributes the events of a trace were logged with: a look through its tuples, each of which many events share. Immutable. */
final class LoggedNames {
    private final Names names;
    private final BitSet ids = new BitSet();

    LoggedNames(Names names) {
        this.names = names;
        for (int tuple = 0; tuple < names.tupleCount(); tuple++) {
            int[] pairs = names.tuple(tuple);
            for (int i = 0; i < pairs.length; i += 2) {
                ids.set(pairs[i]);
            }
        }
        for (int name : names.rowNames()) {
            ids.set(name);
        }
    }

    /** Tells whether some event was logged with an attribute. */
    boolean contains(String attribute) {
        int id = names.find(attribute);
        return id >= 0 && ids.get(id);
    }

    /** Returns all of them. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        ids.stream().forEach(id -> all.add(names.text(id)));
        return all;
    }
}
