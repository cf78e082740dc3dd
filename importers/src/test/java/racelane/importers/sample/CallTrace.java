package racelane.importers.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Chrome trace of client calls: complete events with µs since the epoch, and the names of the threads. Safe for any number of
 * threads.
 */
final class CallTrace {
    private final List<String> events = new ArrayList<>();
    private final Map<Long, String> threads = new LinkedHashMap<>();

    /** Adds a call of the current thread that began at {@code begin} and ends now. */
    void call(String category, String name, String key, Instant begin) {
        Thread thread = Thread.currentThread();
        long start = micros(begin);
        long duration = micros(Instant.now()) - start;
        String event = """
                {"ph":"X","pid":1,"tid":%d,"ts":%d,"dur":%d,"cat":"%s","name":"%s","args":{"key":"%s"}}""".formatted(thread.threadId(), start, duration, category, name, key);
        synchronized (events) {
            threads.put(thread.threadId(), thread.getName());
            events.add(event);
        }
    }

    /** Returns the document, one event a line. */
    String json() {
        List<String> all = new ArrayList<>();
        synchronized (events) {
            threads.forEach((id, name) -> all.add("""
                    {"ph":"M","pid":1,"tid":%d,"name":"thread_name","args":{"name":"%s"}}""".formatted(id, name)));
            all.addAll(events);
        }
        return "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n" + String.join(",\n", all) + "\n]}\n";
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
