package racelane.importers.tracejson;

import java.util.Arrays;
import racelane.model.event.EventSink;

/** One record of a trace while it is read; reused for the next. Ids are those of {@link RecordReader}'s tables, key and attributes the sink's. */
final class TraceRecord {
    /** The value of a number or word that the record does not have. */
    static final long NONE = Decimal.NONE;

    char phase;
    int name;
    int category;
    int id;
    int scope;
    boolean localId;
    long time;
    long duration;
    boolean badTime;
    boolean badDuration;
    long process;
    long thread;
    int key;
    int attributes;
    int argName;
    long sortIndex;
    /** The field of the tape that says how far an instant reaches, -1 when none does. */
    int instantScope;

    boolean bindsEnclosing;
    int bindId;
    boolean flowIn;
    boolean flowOut;

    /** How many values a counter record has; the arrays hold so many. */
    int values;

    int[] valueNames = new int[8];
    boolean[] valueIsWhole = new boolean[8];
    long[] wholeValues = new long[8];
    double[] realValues = new double[8];

    /** Makes it empty. */
    void clear() {
        phase = 0;
        name = 0;
        category = 0;
        id = 0;
        scope = 0;
        localId = false;
        time = NONE;
        duration = NONE;
        badTime = false;
        badDuration = false;
        process = NONE;
        thread = NONE;
        key = EventSink.NONE;
        attributes = EventSink.NONE;
        argName = 0;
        sortIndex = NONE;
        instantScope = -1;
        bindsEnclosing = false;
        bindId = 0;
        flowIn = false;
        flowOut = false;
        values = 0;
    }

    /** Adds a value of a counter: {@code whole}, or {@code real} when that does not do. */
    void value(int name, boolean isWhole, long whole, double real) {
        if (values == valueNames.length) {
            valueNames = Arrays.copyOf(valueNames, values * 2);
            valueIsWhole = Arrays.copyOf(valueIsWhole, values * 2);
            wholeValues = Arrays.copyOf(wholeValues, values * 2);
            realValues = Arrays.copyOf(realValues, values * 2);
        }
        valueNames[values] = name;
        valueIsWhole[values] = isWhole;
        wholeValues[values] = whole;
        realValues[values++] = real;
    }
}
