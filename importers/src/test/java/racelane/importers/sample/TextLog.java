package racelane.importers.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A log in logback's common layout, in UTC and µs. As in logback the time is taken before the appender's lock, so that lines of
 * two threads can stand in the file in the other order. Safe for any number of threads.
 */
final class TextLog {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();

    void info(String message) {
        Instant now = Instant.now();
        String thread = Thread.currentThread().getName();
        String line = TIME.format(now) + " [" + thread + "] INFO  c.e.ProfileService - " + message;
        synchronized (lines) {
            lines.add(line);
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }
}
