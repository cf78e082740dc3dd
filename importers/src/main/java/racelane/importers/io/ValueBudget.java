package racelane.importers.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How many values of attributes one source may keep as words, counted in bytes, so that a source that says something new in every
 * entry cannot fill the memory with text that stands in the file anyway. Attributes that patterns compare may use all of it, and
 * others half, so that noise cannot crowd out evidence. Remembers what it refused, by attribute. One thread.
 */
public final class ValueBudget {
    /** The bytes of one source's values: 64 MiB, which is about 300,000 different numbers of ten digits. */
    public static final long BYTES = 64L << 20;

    /** Longer values are never words. */
    public static final int MAX_LENGTH = 256;

    /** What a word costs besides its letters, which are held as bytes and as a String. */
    private static final int OVERHEAD = 200;

    /** Longer values are prose rather than a number, an id or a state: few of them are kept. */
    private static final int SHORT = 64;

    private static final int MAX_LONG = 1_000;
    private static final int MAX_TOLD = 8;

    /** What the patterns that come with Racelane, and those written after their example, compare. */
    private static final Set<String> COMPARED = Set.of(
            "result",
            "base",
            "seq",
            "offset",
            "pos",
            "status",
            "value",
            "fetch",
            "pid",
            "holder",
            "version",
            "owner",
            "index",
            "count",
            "size",
            "state",
            "revision",
            "generation",
            "epoch",
            "term");

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private long left;
    private long leftForOthers;

    /** Creates the budget of one source. */
    public ValueBudget() {
        this(BYTES);
    }

    /** Creates a budget of so many bytes. */
    ValueBudget(long bytes) {
        left = bytes;
        leftForOthers = bytes / 2;
    }

    /** Returns the account of an attribute; the same one for the same name. */
    public Attribute attribute(String name) {
        return attributes.computeIfAbsent(name, Attribute::new);
    }

    /** The values that one attribute may keep. */
    public final class Attribute implements IntPredicate {
        private final String name;
        private final boolean compared;
        private long kept;
        private int keptLong;
        private long refused;
        private long tooLong;

        private Attribute(String name) {
            this.name = name;
            this.compared = COMPARED.contains(name);
        }

        /** Decides whether a value not seen before becomes a word, and takes its bytes from the budget when it does. */
        @Override
        public boolean test(int length) {
            boolean prose = length > SHORT;
            long bytes = OVERHEAD + 2L * length;
            boolean affordable = bytes <= left && (compared || bytes <= leftForOthers);
            if (length > MAX_LENGTH) {
                tooLong++;
                return false;
            }
            if (!affordable || (prose && !compared && keptLong >= MAX_LONG)) {
                refused++;
                return false;
            }
            left -= bytes;
            leftForOthers -= compared ? 0 : bytes;
            keptLong += prose ? 1 : 0;
            kept++;
            return true;
        }

        private long cut() {
            return refused + tooLong;
        }

        private String said() {
            String many = "its first " + kept + " different values are kept; " + refused + " time(s) another one";
            String length = tooLong + " time(s) a value of more than " + MAX_LENGTH + " bytes";
            return "Attribute \"" + name + "\": "
                    + (refused == 0 ? length : tooLong == 0 ? many : many + ", and " + length)
                    + " was left to the text, where patterns do not see it.";
        }
    }

    /** Says which attributes have values that were left to the text, those with most first, one sentence each. */
    public List<String> leftOut() {
        List<Attribute> cut = attributes.values().stream()
                .filter(attribute -> attribute.cut() > 0)
                .sorted((first, second) -> Long.compare(second.cut(), first.cut()))
                .toList();
        List<String> said = new ArrayList<>();
        for (Attribute attribute : cut.subList(0, Math.min(MAX_TOLD, cut.size()))) {
            said.add(attribute.said());
        }
        if (cut.size() > MAX_TOLD) {
            said.add((cut.size() - MAX_TOLD) + " more attributes have values that were left to the text.");
        }
        return said;
    }
}
