package racelane.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private final Path folder;

    /**
     * Creates it.
     *
     * @param reader reads the sources
     * @param folder where the picture goes
     */
    public PictureInstead(SourceReader reader, Path folder) {
        this.reader = reader;
        this.folder = folder;
    }

    /**
     * Writes {@code NAME.png} into the folder, named after the first file, and says so in one line.
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
        input.files.give(files);
        input.zone.give(options.zone());
        input.date.give(options.date());
        input.format.give(options.format());
        input.lanesBy.give(options.lanesBy());
        Evidence evidence = Evidence.load(reader, input, err);
        if (evidence.trace().tables().isEmpty()) {
            return Evidence.FAILED;
        }
        Findings findings = new Detection().find(evidence.trace(), err);
        Optional<RaceWindow> best = findings.windows().stream().findFirst();
        FigureFile figure =
                new FigureFile(evidence.trace(), findings, evidence.placed(), new RedactionOptions().choice());
        Path output = place(stem(evidence.trace().sources().getFirst().name()), figure.png(best, options.zone()));
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

    /** Writes the picture where it replaces nothing else: a file of its name with other bytes is the user's, and stays. */
    private Path place(String stem, byte[] picture) {
        try {
            Path target = folder.resolve(stem + ".png");
            for (int number = 2;
                    Files.exists(target) && !Arrays.equals(Files.readAllBytes(target), picture);
                    number++) {
                target = folder.resolve(stem + "-" + number + ".png");
            }
            return Files.write(target, picture);
        } catch (IOException e) {
            throw new UnusableInput(stem + ".png: cannot be written: " + e + "; go to a folder you may write to");
        }
    }

    private static String stem(String name) {
        String plain = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }
}
