package racelane.importers.log;

import java.util.Optional;
import java.util.regex.Pattern;
import racelane.importers.io.ByteText;
import racelane.importers.io.TextStream;
import racelane.model.spi.Header;

/** Recognises what is no text log: recordings, trace documents, archives and other binary files. Stateless; any thread. */
final class OtherFormats {
    private static final Pattern TRACE = Pattern.compile(
            "\\{\\s*\"(?:traceEvents|resourceSpans|displayTimeUnit|otherData|stackFrames)\"|\\[\\s*\\{[^}]*\"(?:ph|traceId)\"\\s*:");
    private static final Pattern XML =
            Pattern.compile("\\s*<(?:\\?xml |!DOCTYPE |(?:log4j:)?[Ee]vents?[ >]|(?:log|record)>)");
    private static final int LOOK = 4_096;

    private OtherFormats() {}

    /** Returns why a file is no text log, or empty when it may be one. */
    static Optional<String> recognise(Header header) {
        byte[] head = TextStream.head(header);
        if (head.length == 0) {
            return Optional.of("it is empty");
        }
        if (head.length >= 4 && head[0] == 'F' && head[1] == 'L' && head[2] == 'R' && head[3] == 0) {
            return Optional.of("it is a JFR recording");
        }
        int controls = 0;
        int looked = Math.min(head.length, LOOK);
        for (int i = 0; i < looked; i++) {
            boolean usual = head[i] >= 0x20
                    || head[i] < 0
                    || head[i] == '\n'
                    || head[i] == '\r'
                    || head[i] == '\t'
                    || head[i] == 0x1b;
            controls += usual ? 0 : 1;
        }
        if (controls * 10 > looked) {
            return Optional.of("it is binary, not text");
        }
        int first = ByteText.skipBlanks(head, 0, head.length);
        if (XML.matcher(new String(head, 0, looked, java.nio.charset.StandardCharsets.ISO_8859_1))
                .lookingAt()) {
            return Optional.of(
                    "it is XML, which is not read: let the program write lines (a pattern layout) or JSON lines");
        }
        boolean document = first < head.length && (head[first] == '[' || head[first] == '{');
        if (document && isTrace(new String(head, 0, looked, java.nio.charset.StandardCharsets.ISO_8859_1).strip())) {
            return Optional.of("it is a trace as JSON");
        }
        return Optional.empty();
    }

    private static boolean isTrace(String start) {
        return TRACE.matcher(start).lookingAt()
                || (start.startsWith("{")
                        && (start.contains("\"traceEvents\"") || start.contains("\"resourceSpans\"")));
    }
}
