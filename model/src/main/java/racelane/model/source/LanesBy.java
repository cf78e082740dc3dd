package racelane.model.source;

import java.util.Locale;
import java.util.Optional;

/** By what the lanes of a log are told apart: the lane rule of a source. */
public enum LanesBy {
    /** By the thread, and where a line names none by the best that it does name. */
    AUTO("automatic", "thread, else request, actor or logger"),
    /** One lane for each thread. */
    THREAD("thread", "thread field"),
    /** One lane for each request, trace or session id. */
    REQUEST("request id", "inferred from the request id"),
    /** One lane for each logger. */
    LOGGER("logger", "inferred from the logger"),
    /** One lane for each process. */
    PROCESS("process", "one lane per process"),
    /** One lane for each operation. */
    OPERATION("operation", "inferred from the operation"),
    /** All on one lane, as in a file without any actor. */
    ONE("one lane", "one lane for the whole file");

    private final String title;
    private final String words;

    LanesBy(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /** Returns its name in menus. */
    public String title() {
        return title;
    }

    /** Returns what lanes it makes, in a few words. */
    public String words() {
        return words;
    }

    /** Returns its name in files and on the command line: {@code thread}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the rule with this {@link #id}, in any case. */
    public static Optional<LanesBy> named(String id) {
        for (LanesBy rule : values()) {
            if (rule.id().equals(id.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
