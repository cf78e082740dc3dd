package racelane.app.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import racelane.app.export.FigureExporter;
import racelane.app.export.PictureFile;
import racelane.app.fx.Notifier;
import racelane.app.job.JobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.session.Selection;
import racelane.app.session.Session;
import racelane.app.theme.Fonts;
import racelane.app.timeline.NoteMarks;
import racelane.model.event.Trace;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.progress.Progress;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.NoteMark;
import racelane.model.scene.StepQuotes;
import racelane.model.scene.Theme;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** Writes what is selected as an annotated picture, in a job. */
public final class PictureExport {
    private static final int WIDTH = 1800;
    private static final double SHARP = 2;

    private final Session session;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final FileDialogs dialogs;
    private final PictureClipboard clipboard;
    private final String tool;

    /**
     * Creates the export of a session.
     *
     * @param tool who makes the picture, for its footer: {@code Racelane 0.1.0}
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public PictureExport(
            Session session,
            JobRunner jobs,
            Notifier notifier,
            FileDialogs dialogs,
            PictureClipboard clipboard,
            String tool) {
        this.session = session;
        this.jobs = jobs;
        this.notifier = notifier;
        this.dialogs = dialogs;
        this.clipboard = clipboard;
        this.tool = tool;
    }

    /** Asks where to, and writes the picture there. */
    public void save() {
        String name = session.trace().sources().isEmpty()
                ? "timeline"
                : session.trace().sources().getFirst().name().replaceAll("\\.[A-Za-z0-9]+$", "");
        Optional<Path> chosen =
                dialogs.save("Export picture", name + ".png", "PNG or SVG picture", List.of("png", "svg"));
        chosen.ifPresent(target -> {
            Input input = input();
            jobs.submit("Writing " + target.getFileName(), progress -> write(input, target, progress))
                    .onDone(written -> notifier.info("Saved " + written.getFileName()))
                    .onFailed(error -> notifier.error(
                            target.getFileName() + " was not written: " + words(error), error.toString()));
        });
    }

    /** Puts the picture on the clipboard. */
    public void copy() {
        Input input = input();
        jobs.<byte[]>submit("Drawing the picture", progress -> png(input, progress))
                .onDone(bytes -> {
                    if (clipboard.put(new Image(new ByteArrayInputStream(bytes)))) {
                        notifier.info("Copied the picture");
                    } else {
                        notifier.error("This system has no clipboard for pictures: use Export PNG", "");
                    }
                })
                .onFailed(
                        error -> notifier.error("The picture was not drawn: " + error.getMessage(), error.toString()));
    }

    /** What the session held when the picture was asked for. */
    private record Input(
            Trace trace,
            @Nullable RaceWindow focus,
            Optional<TimeRange> range,
            Set<Integer> lanes,
            List<NoteMark> notes) {}

    private Input input() {
        RaceWindow focus = session.selectedWindowProperty().get();
        TimeRange view = session.viewportProperty().get().range();
        Optional<TimeRange> range = session.selection() instanceof Selection.RangeSelected selected
                ? Optional.of(selected.range())
                : focus != null && view.intersects(focus.range()) ? Optional.empty() : Optional.of(view);
        boolean someHidden = session.lanePlanProperty().get().lanes().stream().anyMatch(PlannedLane::hidden);
        Set<Integer> lanes = someHidden
                ? session.lanePlanProperty().get().visible().stream()
                        .map(PlannedLane::laneId)
                        .collect(Collectors.toSet())
                : Set.of();
        return new Input(
                session.trace(),
                focus,
                range,
                lanes,
                NoteMarks.of(
                        session.caseShownProperty().get(),
                        session.trace(),
                        session.placesProperty().get()));
    }

    private FigureRequest request(Input input) {
        List<RaceWindow> windows = input.focus() == null ? List.of() : List.of(input.focus());
        return new FigureRequest(
                input.trace(),
                windows,
                Optional.ofNullable(input.focus()),
                input.range(),
                input.lanes(),
                input.notes(),
                StepQuotes.read(input.trace(), windows),
                WIDTH,
                SHARP,
                Theme.LIGHT,
                "",
                session.zoneProperty().get(),
                tool);
    }

    private byte[] png(Input input, Progress progress) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FigureExporter(Fonts.load()).png(request(input), out, progress);
        return out.toByteArray();
    }

    private Path write(Input input, Path target, Progress progress) throws IOException {
        return new PictureFile(new FigureExporter(Fonts.load())).write(request(input), target, progress);
    }

    private static String words(Throwable error) {
        return switch (error) {
            case NoSuchFileException missing -> "the folder does not exist";
            case AccessDeniedException denied -> "nobody may write there; choose another folder";
            default -> String.valueOf(error.getMessage());
        };
    }
}
