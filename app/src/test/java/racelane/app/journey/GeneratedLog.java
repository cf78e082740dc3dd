package racelane.app.journey;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Writes logs as a busy server writes them: the same seed, the same bytes. */
final class GeneratedLog {
    /** How many lines make about 30 MB. */
    static final int LINES_OF_30_MB = 330_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private GeneratedLog() {}

    static Path write(Path file, int lines) throws IOException {
        Random random = new Random(30);
        LocalDateTime time = LocalDateTime.of(2026, 3, 4, 5, 6, 7);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                time = time.plusNanos((1 + random.nextInt(900)) * 1_000L);
                int thread = random.nextInt(16);
                out.write(TIME.format(time) + " [worker-" + thread + "] INFO  c.e.OrderService - "
                        + (i % 2 == 0 ? "loadOrder START" : "loadOrder COMPLETE") + ": order:" + random.nextInt(5_000)
                        + "\n");
            }
        }
        return file;
    }
}
