package racelane.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Runs every command once on the samples and says nothing. The launcher starts it when the program is built, so that the JVM can
 * keep the classes it loaded on the way in a cache and need not load them again at each start. Imports are run so often that the
 * JVM knows which of their methods are worth compiling, and keeps that too.
 */
final class Rehearsal {
    /** How often the samples are imported: enough for the JVM to compile what an import does most, which takes two seconds. */
    private static final int IMPORTS = 60;

    private static final int LINES = 400_000;
    private static final int CONTENDED_LINES = 200_000;
    private static final int JSON_LINES = 120_000;

    private Rehearsal() {}

    /**
     * Runs the commands.
     *
     * @param args the folder of the samples, and a file to write a picture to; beside it a log is written and read
     * @throws IOException when the log cannot be written
     */
    public static void main(String[] args) throws IOException {
        String log = sample(args[0], "profile-race.log");
        String trace = sample(args[0], "profile-race.json");
        String recording = sample(args[0], "profile-race.jfr");
        String large = Files.write(Path.of(args[1] + ".log"), largeLog()).toString();
        String contended =
                Files.write(Path.of(args[1] + ".contended.log"), contendedLog()).toString();
        String json = Files.write(Path.of(args[1] + ".jsonl"), jsonLines()).toString();
        int worst = 0;
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("info", log, trace, recording),
                List.of("info", log, "--json", "--quiet"),
                List.of("info", large, "--quiet"),
                List.of("info", json, "--quiet"),
                List.of("windows", log),
                List.of("windows", contended, "--quiet"),
                List.of("windows", log, "--json", "--quiet"),
                List.of("export", log, "-o", args[1], "--quiet"))) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            worst = Math.max(worst, Main.run(command, nowhere, nowhere));
        }
        for (int i = 0; i < IMPORTS; i++) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            worst = Math.max(worst, Main.run(List.of("info", log, trace, recording, "--quiet"), nowhere, nowhere));
        }
        System.exit(worst);
    }

    /** Makes a log that is long enough for the JVM to see which methods an import calls most, and how. */
    private static List<String> largeLog() {
        List<String> lines = new ArrayList<>(LINES);
        Random random = new Random(1);
        int millis = 0;
        while (lines.size() < LINES) {
            millis += random.nextInt(2);
            String head = String.format(
                    "2026-03-01 12:%02d:%02d.%03d [worker-%d] %s c.a.%s - ",
                    millis / 60_000 % 60,
                    millis / 1_000 % 60,
                    millis % 1_000,
                    random.nextInt(16),
                    random.nextInt(9) == 0 ? "DEBUG" : "INFO ",
                    random.nextBoolean() ? "Cache" : "Repo");
            String key = "user:" + random.nextInt(400);
            lines.add(
                    switch (random.nextInt(5)) {
                        case 0, 1 -> head + "updateCache START: " + key;
                        case 2, 3 -> head + "updateCache COMPLETE: " + key;
                        default -> head + "updateCache step 1 took " + random.nextInt(900) + " us: " + key;
                    });
            if (random.nextInt(50) == 0) {
                lines.add("java.lang.IllegalStateException: stale value for " + key);
                lines.add("\tat c.a.Cache.invalidate(Cache.java:45)");
            }
        }
        return lines;
    }

    /** Makes a log whose actors get into each other's way, for a search joins and counts most on keys that many use. */
    private static List<String> contendedLog() {
        List<String> lines = new ArrayList<>(CONTENDED_LINES);
        Random random = new Random(3);
        List<String> operations =
                List.of("cache.set", "getCache", "getCache", "invalidateRelated", "lock.acquired", "lock.released");
        for (int i = 0; i < CONTENDED_LINES; i++) {
            lines.add(String.format(
                    "2026-03-01 12:%02d:%02d.%03d [worker-%d] INFO  c.a.Cache - %s: user:%d",
                    i / 60_000 % 60,
                    i / 1_000 % 60,
                    i % 1_000,
                    random.nextInt(32),
                    operations.get(random.nextInt(operations.size())),
                    random.nextInt(1 + i / 30_000)));
        }
        return lines;
    }

    /** Makes a log of JSON objects, which are read by other methods. */
    private static List<String> jsonLines() {
        List<String> lines = new ArrayList<>(JSON_LINES);
        Random random = new Random(2);
        for (int i = 0; i < JSON_LINES; i++) {
            lines.add(String.format(
                    "{\"ts\":\"2026-03-01T12:%02d:%02d.%03dZ\",\"level\":\"%s\",\"thread\":\"worker-%d\","
                            + "\"op\":\"%s\",\"phase\":\"%s\",\"key\":\"user:%d\",\"took\":%d}",
                    i / 60_000 % 60,
                    i / 1_000 % 60,
                    i % 1_000,
                    random.nextInt(9) == 0 ? "DEBUG" : "INFO",
                    random.nextInt(16),
                    random.nextBoolean() ? "updateCache" : "getCache",
                    random.nextBoolean() ? "START" : "COMPLETE",
                    random.nextInt(400),
                    random.nextInt(900)));
        }
        return lines;
    }

    private static String sample(String folder, String name) {
        return Path.of(folder, name).toString();
    }
}
