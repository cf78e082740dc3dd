package racelane.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racelane.app.export.FigureExporter;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigureSubject;
import racelane.app.export.Figures;
import racelane.app.export.PictureFile;
import racelane.app.export.RedactionChoice;
import racelane.app.theme.Fonts;
import racelane.model.event.CounterTrack;
import racelane.model.event.Lane;
import racelane.model.event.Trace;
import racelane.model.investigation.PlacedCase;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;
import racelane.model.time.TimeRange;
import racelane.model.window.Findings;
import racelane.model.window.RaceWindow;

/**
 * Writes pictures to files: into a temporary file beside the target, then moved, so that there is never half a picture.
 *
 * @param trace the events
 * @param findings the windows found in it
 * @param placed the case with its notes and pins where their events lie now
 * @param redaction what is hidden in its pictures
 */
record FigureFile(Trace trace, Findings findings, PlacedCase placed, RedactionChoice redaction) {
    private static final String INVOLVED = "involved";

    static void requireKnownEnding(Path output) {
        if (!PictureFile.hasKnownEnding(output)) {
            throw new UnusableInput(output + ": pictures are .png or .svg; end the name so");
        }
    }

    /** Returns what figures are made of. */
    FigureSubject subject(
            Optional<RaceWindow> focus, Optional<TimeRange> selection, @Nullable String glob, ZoneId zone) {
        return new FigureSubject(
                trace,
                findings.windows(),
                focus,
                trace.extent(),
                selection,
                Set.of(),
                isGlob(glob) ? counters(String.valueOf(glob)) : Set.of(),
                placed.state(),
                placed.orphans(),
                zone,
                "Racelane " + ProductVersion.text());
    }

    /**
     * Returns the options with the lanes that {@code --lanes} names.
     *
     * @throws UnusableInput when no lane has such a name
     */
    FigureOptions options(FigureOptions options, @Nullable String glob) {
        if (INVOLVED.equals(glob)) {
            return options.withLanes(FigureOptions.Lanes.INVOLVED, Set.of());
        }
        return isGlob(glob) ? options.withLanes(FigureOptions.Lanes.CHOSEN, lanes(String.valueOf(glob))) : options;
    }

    /**
     * Writes a picture.
     *
     * @throws UnusableInput when the file cannot be written
     */
    void write(FigureRequest request, Path output) {
        try {
            new PictureFile(new FigureExporter(Fonts.load()))
                    .write(redaction.cleaned(request), output.toAbsolutePath(), Progress.none());
        } catch (IOException e) {
            throw new UnusableInput(output + ": cannot be written: " + e + "; choose a folder you may write to");
        }
    }

    /**
     * Writes all figures into a folder, which is made if need be; returns their files.
     *
     * @throws UnusableInput when a file cannot be written
     */
    List<Path> writeAll(Figures figures, Path folder, String ending) {
        if (!ending.equals("png") && !ending.equals("svg")) {
            throw new UnusableInput("--as " + ending + ": figures are png or svg");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnusableInput(folder + ": this folder cannot be made: " + e + "; choose another");
        }
        List<Path> written = new ArrayList<>();
        for (Figures.Named figure : figures.all()) {
            Path file = folder.resolve(figure.name() + "." + ending);
            write(figure.request(), file);
            written.add(file);
        }
        return written;
    }

    /** Returns the picture of a window, or of everything, as the bytes of a PNG. */
    byte[] png(Optional<RaceWindow> focus, ZoneId zone) {
        FigureOptions options = FigureOptions.DEFAULT.withSize(FigureOptions.DEFAULT.size(), 1);
        FigureRequest request = new Figures(subject(focus, Optional.empty(), null, zone), options).one();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new FigureExporter(Fonts.load()).png(redaction.cleaned(request), bytes, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written to", e);
        }
        return bytes.toByteArray();
    }

    private static boolean isGlob(@Nullable String glob) {
        return glob != null && !glob.equals(INVOLVED);
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }

    private Set<Integer> counters(String glob) {
        Set<Integer> chosen = new HashSet<>();
        Pattern pattern = pattern(glob);
        List<CounterTrack> tracks = trace.counters();
        for (int i = 0; i < tracks.size(); i++) {
            if (pattern.matcher(tracks.get(i).name().title()).matches()) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    private Set<Integer> lanes(String glob) {
        Set<Integer> chosen = new HashSet<>();
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
