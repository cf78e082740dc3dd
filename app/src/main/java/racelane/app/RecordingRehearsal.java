package racelane.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the commands that read recordings and says nothing, as {@link Rehearsal} does on everything. What the JVM learns from it is kept in a
 * cache for commands that are given a recording: its classes, and how often each branch of an import was taken, so that the next import
 * is compiled well at once. Hence there is one long import and not many, and of nothing but a recording: of all that was hot here the next
 * start compiles what it meets.
 */
final class RecordingRehearsal {
    private RecordingRehearsal() {}

    /**
     * Runs the commands.
     *
     * @param args the folder of the samples, and a long recording
     */
    public static void main(String[] args) {
        String sample = Path.of(args[0], "profile-race.jfr").toString();
        int worst = 0;
        for (List<String> command : List.of(
                List.of("info", sample, "--json", "--quiet"),
                List.of("windows", sample, "--quiet"),
                List.of("info", args[1], "--quiet"))) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            worst = Math.max(worst, Main.run(command, nowhere, nowhere));
        }
        System.exit(worst);
    }
}
