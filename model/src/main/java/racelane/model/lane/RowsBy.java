package racelane.model.lane;

/** By what the rows of the timeline are told apart. Only the view changes: the lanes of the trace, and all findings, stay as they are. */
public enum RowsBy {
    /** One row for each lane of the trace: for each thread, as a rule. */
    THREAD("thread", ""),
    /** One row for each key: who touched this thing, and when. */
    KEY("key", "no key"),
    /** One row for each operation. */
    OPERATION("operation", "no operation"),
    /** One row for each logger. */
    LOGGER("logger", "no logger"),
    /** One row for each request, trace or correlation id. */
    REQUEST("request", "no request");

    private final String title;
    private final String none;

    RowsBy(String title, String none) {
        this.title = title;
        this.none = none;
    }

    /** Returns its name in menus. */
    public String title() {
        return title;
    }

    /** Returns what the row of those events is called that do not say it. */
    public String none() {
        return none;
    }
}
