package racelane.importers.tracejson;

import java.nio.charset.StandardCharsets;
import racelane.importers.io.ByteText;

/**
 * Finds the next record behind one that cannot be read: behind the bracket that closes it, or where something that looks like a record
 * begins, whichever comes first. So a record whose quotes or brackets do not match takes no other with it. Used once.
 */
final class RecordSkip {
    private static final byte[] PHASE = "\"ph\"".getBytes(StandardCharsets.US_ASCII);

    /** How far behind the brace of a record its phase is looked for. */
    private static final int NEAR = 256;

    private final ByteWindow window;
    private int at;
    private int depth;
    private boolean quoted;
    private boolean lineBegins;
    private int last;
    private int lastButOne;

    /**
     * Creates a search.
     *
     * @param begin where the damaged record begins
     */
    RecordSkip(ByteWindow window, int begin) {
        this.window = window;
        this.at = begin;
    }

    /** Returns where the next record begins or the array ends; {@link ByteWindow#end} when neither does. */
    int next() {
        for (boolean first = true; available(); first = false) {
            int c = window.bytes()[at];
            if (!first && c == '{' && beginsRecord()) {
                return at;
            }
            if (!first && depth == 0 && !quoted && (c == ',' || c == ']' || c == '}')) {
                return window.skipSeparators(at);
            }
            at++;
            if (closes(c)) {
                return window.skipSeparators(at);
            }
            remember(c);
        }
        return window.end();
    }

    /** Steps over quotes and brackets; tells whether this byte closes the record. */
    private boolean closes(int c) {
        if (quoted) {
            if (c == '\\' && available()) {
                at++;
            }
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
            return depth <= 0;
        }
        return false;
    }

    private void remember(int c) {
        if (c == '\n') {
            lineBegins = true;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            lineBegins &= c == ',';
            lastButOne = last;
            last = c;
        }
    }

    private boolean beginsRecord() {
        if (lineBegins) {
            return true;
        }
        if (last != ',' || lastButOne != '}') {
            return false;
        }
        if (window.end() - at < NEAR && window.more(at)) {
            at = 0;
        }
        return ByteText.indexOf(window.bytes(), at, Math.min(at + NEAR, window.end()), PHASE) >= 0;
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
