package racelane.importers.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;

/**
 * Runs the racy application until a run shows the stale read a few times, and writes that run's evidence: {@code
 * profile-race.log}, {@code .jfr} and {@code .json}. Needs nothing but the JDK:
 *
 * <pre>java -cp importers/target/test-classes racelane.importers.sample.RecordProfileRace FOLDER</pre>
 */
public final class RecordProfileRace {
    private static final int WARM_UP = 5;
    private static final int ATTEMPTS = 200;

    private RecordProfileRace() {}

    /** Runs it; the only argument is the folder to write to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Recording recording = ProfileRace.recording()) {
                recording.start();
                ProfileRace.Outcome outcome = ProfileRace.run(KeyLocks.none(), attempt * 3L);
                recording.stop();
                int stale = outcome.stale().size();
                // a log whose lines stand in order lets the orders it shows be certain
                boolean inOrder =
                        outcome.log().equals(outcome.log().stream().sorted().toList());
                if (attempt >= WARM_UP && stale >= 2 && stale <= 3 && inOrder) {
                    outcome.write(folder.resolve("profile-race.log"), folder.resolve("profile-race.json"));
                    recording.dump(folder.resolve("profile-race.jfr"));
                    System.out.printf(
                            "attempt %d: %d of %d reads were stale %s; %d lines, %d bytes of JFR%n",
                            attempt,
                            stale,
                            outcome.reads().size(),
                            outcome.stale(),
                            outcome.log().size(),
                            Files.size(folder.resolve("profile-race.jfr")));
                    return;
                }
            }
        }
        throw new IllegalStateException(
                "no run of " + ATTEMPTS + " showed the race two or three times with its lines in order");
    }
}
