package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import racelane.importers.io.AnsiText;
import racelane.importers.io.LogClock;

/** Tells lines that start an entry from those that go on with one. Any thread: it makes a matcher of its own for each question. */
final class EntryStart implements Predicate<String> {
    private final LogGrammar grammar;

    EntryStart(LogGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public boolean test(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[bytes.length];
        int length = AnsiText.strip(bytes, 0, bytes.length, plain);
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        return grammar.matcher(new Slots(), clock).match(plain, 0, length, new LineFields(), clock) != LineMatcher.NO;
    }
}
