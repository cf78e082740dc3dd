package racelane.model.investigation.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that opens a case at the millisecond it is told, says whether it may write, and closes it when it is told. */
final class OpeningProcess {
    private OpeningProcess() {}

    /** Takes lines {@code <epoch milliseconds> <path>} and {@code close} until its input ends. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready");
        Opened opened = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("close") && opened != null) {
                opened.file().close();
                out.println("closed");
                continue;
            }
            int blank = line.indexOf(' ');
            long when = Long.parseLong(line.substring(0, blank));
            while (System.currentTimeMillis() < when) {
                Thread.onSpinWait();
            }
            opened = InvestigationFile.open(Path.of(line.substring(blank + 1)), new Cases("mk").setup());
            out.println(opened.readOnly() ? "reads, held by " + opened.heldBy() : "writes");
        }
    }
}
