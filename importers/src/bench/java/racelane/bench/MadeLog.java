package racelane.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Makes the log that imports are measured with, the same bytes every time: {@code java MadeLog.java MEGABYTES FILE}. Sixteen threads
 * start an operation on a key, take up to two steps, and complete it; one line in seventy carries a stack trace.
 */
public final class MadeLog {
    private static final int THREADS = 16;
    private static final String[] LEVELS = {"INFO ", "INFO ", "INFO ", "DEBUG", "WARN "};
    private static final String[][] OPERATIONS = {
        {"c.a.Cache", "updateCache"},
        {"c.a.Cache", "invalidate"},
        {"c.a.Repo", "readRow"},
        {"c.a.Repo", "writeRow"},
        {"c.a.Svc", "handle"}
    };

    private final Random random = new Random(42);
    private final int[] operation = new int[THREADS];
    private final int[] key = new int[THREADS];
    private final int[] left = new int[THREADS];
    private final boolean[] running = new boolean[THREADS];
    private long millis = 12 * 3_600_000L;

    private MadeLog() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]) * 1_000_000;
        MadeLog log = new MadeLog();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 20)) {
            for (long written = 0; written < size; ) {
                byte[] entry = log.entry().getBytes(StandardCharsets.US_ASCII);
                out.write(entry);
                written += entry.length;
            }
        }
    }

    private String entry() {
        millis += Math.max(0, random.nextInt(10) - 7);
        int thread = random.nextInt(THREADS);
        String event = event(thread);
        String[] names = OPERATIONS[operation[thread]];
        String level = LEVELS[random.nextInt(LEVELS.length)];
        StringBuilder text = new StringBuilder(120);
        text.append("2026-03-").append(two(1 + millis / 86_400_000)).append(' ');
        text.append(two(millis / 3_600_000 % 24)).append(':');
        text.append(two(millis / 60_000 % 60)).append(':');
        text.append(two(millis / 1_000 % 60)).append('.');
        text.append(millis / 100 % 10).append(two(millis % 100));
        text.append(" [worker-").append(thread).append("] ").append(level).append(' ');
        text.append(names[0]).append(" - ").append(names[1]).append(' ').append(event);
        text.append(": user:").append(key[thread]).append('\n');
        if (random.nextInt(70) == 0) {
            text.append("java.lang.IllegalStateException: stale value for user:").append(key[thread]);
            text.append("\n\tat ").append(names[0]).append('.').append(names[1]);
            text.append("\n\tat java.base/java.lang.Thread.run(Thread.java:1583)\n");
        }
        return text.toString();
    }

    private String event(int thread) {
        if (!running[thread]) {
            running[thread] = true;
            operation[thread] = random.nextInt(OPERATIONS.length);
            key[thread] = (int) (-40 * Math.log(1 - random.nextDouble()));
            left[thread] = random.nextInt(3);
            return "START";
        }
        if (left[thread] > 0) {
            left[thread]--;
            return "step " + left[thread] + " took " + (10 + random.nextInt(890)) + " us";
        }
        running[thread] = false;
        return "COMPLETE";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
