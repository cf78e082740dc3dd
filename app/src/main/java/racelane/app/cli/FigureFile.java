package racelane.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racelane.app.export.FigureExporter;
import racelane.app.export.PictureFile;
import racelane.app.export.RedactionChoice;
import racelane.app.theme.Fonts;
import racelane.model.event.CounterTrack;
import racelane.model.event.Lane;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.StepQuotes;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;

/**
 * Writes pictures to files: into a temporary file beside the target, then moved, so that there is never half a picture.
 *
 * @param trace the events
 * @param findings the windows found in it
 * @param redaction what is hidden in its pictures
 */
record FigureFile(Trace trace, Findings findings, RedactionChoice redaction) {
    static void requireKnownEnding(Path output) {
        if (!PictureFile.hasKnownEnding(output)) {
            throw new UnusableInput(output + ": pictures are .png or .svg; end the name so");
        }
    }

    /**
     * Writes the picture.
     *
     * @throws UnusableInput when the file cannot be written
     */
    void write(FigureWish wish, Path output) {
        FigureRequest request = request(wish);
        try {
            new PictureFile(new FigureExporter(Fonts.load())).write(request, output.toAbsolutePath(), Progress.none());
        } catch (IOException e) {
            throw new UnusableInput(output + ": cannot be written: " + e + "; choose a folder you may write to");
        }
    }

    /** Returns the picture as the bytes of a PNG. */
    byte[] png(FigureWish wish) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new FigureExporter(Fonts.load()).png(request(wish), bytes, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written to", e);
        }
        return bytes.toByteArray();
    }

    private FigureRequest request(FigureWish wish) {
        List<RaceWindow> focus = wish.focus().stream().toList();
        return redaction.cleaned(new FigureRequest(
                trace,
                wish.range().isPresent() ? findings.windows() : focus,
                wish.focus(),
                wish.range(),
                lanes(wish.lanes()),
                List.of(),
                StepQuotes.read(trace, focus),
                wish.width(),
                wish.scale(),
                wish.theme(),
                wish.title(),
                wish.zone(),
                "Racelane " + ProductVersion.text(),
                counters(wish.lanes())));
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    private Set<Integer> counters(@Nullable String glob) {
        Set<Integer> chosen = new HashSet<>();
        if (glob != null) {
            Pattern pattern = pattern(glob);
            List<CounterTrack> tracks = trace.counters();
            for (int i = 0; i < tracks.size(); i++) {
                if (pattern.matcher(tracks.get(i).name().title()).matches()) {
                    chosen.add(i);
                }
            }
        }
        return chosen;
    }

    private Set<Integer> lanes(@Nullable String glob) {
        Set<Integer> chosen = new HashSet<>();
        if (glob == null) {
            return chosen;
        }
        Pattern pattern = pattern(glob);
        for (Lane lane : trace.lanes()) {
            if (pattern.matcher(lane.name().name()).matches()) {
                chosen.add(lane.id());
            }
        }
        if (chosen.isEmpty() && counters(glob).isEmpty()) {
            throw new UnusableInput(
                    "--lanes " + glob + ": no lane or counter track has such a name; racelane info lists them");
        }
        return chosen;
    }
}
