package racelane.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs every command once on the samples and says nothing. The launcher starts it when the program is built, so that the JVM can
 * keep the classes it loaded on the way in a cache and need not load them again at each start. Imports are run so often that the
 * JVM knows which of their methods are worth compiling, and keeps that too.
 */
final class Rehearsal {
    /** How often the samples are imported: enough for the JVM to compile what an import does most, which takes two seconds. */
    private static final int IMPORTS = 60;

    private Rehearsal() {}

    /**
     * Runs the commands.
     *
     * @param args the folder of the samples, and a file to write a picture to
     */
    public static void main(String[] args) {
        String log = sample(args[0], "profile-race.log");
        String trace = sample(args[0], "profile-race.json");
        String recording = sample(args[0], "profile-race.jfr");
        int worst = 0;
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("info", log, trace, recording),
                List.of("info", log, "--json", "--quiet"),
                List.of("windows", log),
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

    private static String sample(String folder, String name) {
        return Path.of(folder, name).toString();
    }
}
