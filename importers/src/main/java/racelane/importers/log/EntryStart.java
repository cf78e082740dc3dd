package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import racelane.importers.io.AnsiText;
import racelane.importers.io.LogClock;

/** Tells lines that start an entry from those that go on with one, asked for line after line. One thread. */
final class EntryStart implements Predicate<String> {
    private final LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
    private final LineMatcher matcher;
    private final LineFields fields = new LineFields();

    EntryStart(LogGrammar grammar) {
        matcher = grammar.matcher(new Slots(), clock);
    }

    @Override
    public boolean test(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[bytes.length];
        int length = AnsiText.strip(bytes, 0, bytes.length, plain);
        fields.clear();
        int result = matcher.match(plain, 0, length, fields, clock);
        return result != LineMatcher.NO && fields.pieces() <= 1; // a further piece of a line starts nothing
    }
}
