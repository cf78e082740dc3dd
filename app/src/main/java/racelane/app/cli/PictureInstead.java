package racelane.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;

/** What {@code racelane FILE...} does where no window can be opened: it writes the picture of the best window found. */
public final class PictureInstead {
    private final SourceReader reader;

    /** Creates it with what reads the sources. */
    public PictureInstead(SourceReader reader) {
        this.reader = reader;
    }

    /**
     * Writes {@code NAME.png} into the current folder, named after the first file, and says so in one line.
     *
     * @return 0, or 2 when there was nothing to draw
     */
    public int write(List<Path> files, ImportOptions options, PrintWriter out, PrintWriter err) {
        if (files.isEmpty()) {
            err.println(
                    "racelane: there is no display to open a window on; give a file to get its picture, or set DISPLAY");
            return Evidence.FAILED;
        }
        InputOptions input = new InputOptions();
        input.files = files;
        input.zone = options.zone();
        input.date = options.date();
        Evidence evidence = Evidence.load(reader, input, err);
        if (evidence.trace().tables().isEmpty()) {
            return Evidence.FAILED;
        }
        Findings findings = Detection.find(evidence.trace(), List.of(), err);
        Optional<RaceWindow> best = findings.windows().stream().findFirst();
        Path output = Path.of(stem(evidence.trace().sources().getFirst().name()) + ".png");
        new FigureFile(evidence.trace(), findings).write(FigureWish.of(best, options.zone()), output);
        String what = best.map(window -> "the picture of the best of "
                        + findings.total()
                        + (findings.total() == 1 ? " window (" : " windows (")
                        + window.pattern()
                        + " on "
                        + window.key()
                        + ")")
                .orElse("the picture of the recording (no window was found)");
        out.println("No display: " + what + " is in " + output);
        out.flush();
        return evidence.exitCode();
    }

    private static String stem(String name) {
        String plain = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }
}
