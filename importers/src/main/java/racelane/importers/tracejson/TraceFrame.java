package racelane.importers.tracejson;

import java.nio.charset.StandardCharsets;

/**
 * What stands around the records: nothing but a bracket in the array form, an object with further fields in the object form. Those
 * may be as large as they like, for they are stepped over by quotes and brackets alone. One thread.
 */
final class TraceFrame {
    private static final String EVENTS = "traceEvents";
    private static final String UNIT = "displayTimeUnit";
    private static final int MAX_KEPT = JsonTape.MAX_NAME;

    private final ByteWindow window;
    private final byte[] kept = new byte[MAX_KEPT];
    private int at;
    private boolean object;
    private String timeUnit = "";

    TraceFrame(ByteWindow window) {
        this.window = window;
    }

    /** Returns the unit in which the trace wants its times to be shown, empty when it does not say. */
    String timeUnit() {
        return timeUnit;
    }

    /** Tells whether the records are a field of an object. */
    boolean isObject() {
        return object;
    }

    /** Moves to the array of records; returns the place behind its bracket, -1 when there is none. */
    int toRecords() {
        int c = peek();
        if (c == '[') {
            return at + 1;
        }
        if (c != '{') {
            return -1;
        }
        object = true;
        at++;
        return toField() ? at : -1;
    }

    /**
     * Reads what follows behind the bracket that closed the records, at {@code behind}.
     *
     * @return what is wrong with it, empty when nothing is
     */
    String rest(int behind) {
        at = behind;
        if (object && toField()) {
            return "there is a second array of events; ignored";
        }
        if (object && peek() == '}') {
            at++;
        } else if (object && peek() >= 0) {
            return "what follows the events cannot be read; ignored";
        }
        return peek() < 0 ? "" : "more follows behind the end of the trace; ignored";
    }

    /** Steps over fields up to the array of records and into it; false when the object ends before, or is none. */
    private boolean toField() {
        int c = peek();
        while (c == '"' || c == ',') {
            if (c == ',') {
                at++;
            } else if (field()) {
                return true;
            }
            c = peek();
        }
        return false;
    }

    /** Steps over a field; into it, when it is the array of records. */
    private boolean field() {
        at++;
        String name = string();
        if (peek() != ':') {
            return false;
        }
        at++;
        int c = peek();
        if (c == '[' && name.equals(EVENTS)) {
            at++;
            return true;
        }
        if (c == '"' && name.equals(UNIT)) {
            at++;
            timeUnit = string();
        } else {
            skip();
        }
        return false;
    }

    /** Returns the string behind whose quote we stand, escapes and all, and steps behind its end. */
    private String string() {
        int length = 0;
        for (int c = take(); c >= 0 && c != '"'; c = take()) {
            if (length < MAX_KEPT) {
                kept[length++] = (byte) c;
            }
            if (c == '\\') {
                take();
            }
        }
        return new String(kept, 0, length, StandardCharsets.UTF_8);
    }

    /** Steps over a value. */
    private void skip() {
        int depth = 0;
        while (available()) {
            int c = window.bytes()[at];
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return;
            }
            at++;
            if (c == '"') {
                stringEnd();
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (depth == 0 && c != ' ' && (c == '"' || c == '}' || c == ']')) {
                return;
            }
        }
    }

    private void stringEnd() {
        for (int c = take(); c >= 0 && c != '"'; c = take()) {
            if (c == '\\') {
                take();
            }
        }
    }

    /** Returns the next byte that is no white space without taking it, -1 at the end. */
    private int peek() {
        while (available()) {
            int c = window.bytes()[at] & 0xff;
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return -1;
    }

    private int take() {
        return available() ? window.bytes()[at++] & 0xff : -1;
    }

    private boolean available() {
        if (at < window.end()) {
            return true;
        }
        boolean more = window.more(at);
        at = more ? 0 : window.end();
        return more;
    }
}
