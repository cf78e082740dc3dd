package racelane.importers.tracejson;

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
    }
}
