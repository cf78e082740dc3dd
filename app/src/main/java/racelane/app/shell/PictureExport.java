package racelane.app.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import racelane.app.export.FigureExporter;
import racelane.app.export.FigureOptions;
import racelane.app.export.FigurePreview;
import racelane.app.export.FigureSubject;
import racelane.app.export.Figures;
import racelane.app.export.PictureFile;
import racelane.app.fx.Notifier;
import racelane.app.fx.Texts;
import racelane.app.job.Job;
import racelane.app.job.JobRunner;
import racelane.app.open.FileDialogs;
import racelane.app.session.Places;
import racelane.app.session.Session;
import racelane.app.session.Settings;
import racelane.app.theme.Fonts;
import racelane.model.investigation.Investigation;
import racelane.model.investigation.PlacedCase;
import racelane.model.lane.LanePlan;
import racelane.model.lane.PlanRow.PlannedCounter;
import racelane.model.lane.PlanRow.PlannedLane;
import racelane.model.scene.FigureRequest;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;

/** Makes figures of what the session shows: previews, files, the clipboard. Everything long runs in jobs. JavaFX thread. */
public final class PictureExport {
    private static final Texts TEXTS = Texts.of(PictureExport.class);

    private final Session session;
    private final JobRunner jobs;
    private final Notifier notifier;
    private final Outlets outlets;
    private final Settings settings;
    private final String tool;
    private final ReadOnlyObjectWrapper<FigureOptions> options = new ReadOnlyObjectWrapper<>(this, "options");
    private UnaryOperator<FigureRequest> cleaning = UnaryOperator.identity();
    private @Nullable Job<?> drawing;

    /** Where pictures can go. */
    public record Outlets(FileDialogs dialogs, PictureClipboard clipboard) {}

    /**
     * Creates the export of a session.
     *
     * @param tool who makes the picture, for its footer: {@code Racelane 0.1.0}
     */
    public PictureExport(
            Session session, JobRunner jobs, Notifier notifier, Outlets outlets, Settings settings, String tool) {
        this.session = session;
        this.jobs = jobs;
        this.notifier = notifier;
        this.outlets = outlets;
        this.settings = settings;
        this.tool = tool;
        this.options.set(FigureOptions.remembered(settings.figure()));
    }

    /** Says what a figure passes before it is drawn: the place of redaction. Called in jobs. */
    public void setCleaning(UnaryOperator<FigureRequest> clean) {
        cleaning = clean;
    }

    /** Returns what is chosen. */
    public ReadOnlyObjectProperty<FigureOptions> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    /** Chooses. */
    public void choose(FigureOptions next) {
        options.set(next);
    }

    /**
     * Draws a preview in the background; the one that was being drawn is given up.
     *
     * @param width px
     */
    public Job<FigurePreview> preview(int width) {
        if (drawing != null) {
            drawing.cancel();
        }
        Figures figures = figures();
        UnaryOperator<FigureRequest> clean = cleaning;
        Job<FigurePreview> job = jobs.quietly(progress -> {
            FigureRequest request = clean.apply(figures.one());
            progress.checkCancelled();
            return exporter().preview(request, width);
        });
        drawing = job;
        return job;
    }

    /** Asks where to, and writes the picture there, as PNG or SVG by its ending. */
    public void save() {
        save("png");
    }

    /** Asks where to, with this ending first, and writes the picture there. */
    public void save(String ending) {
        String other = ending.equals("png") ? "svg" : "png";
        Optional<Path> chosen = outlets.dialogs()
                .save(
                        TEXTS.get("picture.save"),
                        stem() + "." + ending,
                        TEXTS.get("picture.kind"),
                        List.of(ending, other));
        chosen.ifPresent(target -> {
            Figures figures = figures();
            UnaryOperator<FigureRequest> clean = cleaning;
            remember();
            jobs.submit(
                            TEXTS.get("picture.writing.one", target.getFileName()),
                            progress -> new PictureFile(exporter()).write(clean.apply(figures.one()), target, progress))
                    .onDone(written -> notifier.info(TEXTS.get("picture.saved", written.getFileName())))
                    .onFailed(error -> notifier.error(
                            TEXTS.get("picture.unwritten", target.getFileName(), words(error)), error.toString()));
        });
    }

    /** Asks for a folder, and writes an overview and a figure for each pinned window into it. */
    public void saveAll(String ending) {
        outlets.dialogs().folder(TEXTS.get("picture.all")).ifPresent(folder -> {
            Figures figures = figures();
            UnaryOperator<FigureRequest> clean = cleaning;
            remember();
            jobs.submit(TEXTS.get("picture.writing"), progress -> {
                        PictureFile file = new PictureFile(exporter());
                        List<Figures.Named> all = figures.all();
                        for (Figures.Named figure : all) {
                            progress.message(figure.name());
                            file.write(
                                    clean.apply(figure.request()),
                                    folder.resolve(figure.name() + "." + ending),
                                    progress);
                        }
                        return all.size();
                    })
                    .onDone(count -> notifier.info(TEXTS.get("picture.saved.all", count, folder.getFileName())))
                    .onFailed(error -> notifier.error(
                            TEXTS.get("picture.unwritten.all", folder.getFileName(), words(error)), error.toString()));
        });
    }

    /** Puts the picture on the clipboard. */
    public void copy() {
        Figures figures = figures();
        UnaryOperator<FigureRequest> clean = cleaning;
        remember();
        jobs.<byte[]>submit(TEXTS.get("picture.drawing"), progress -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    exporter().png(clean.apply(figures.one()), out, progress);
                    return out.toByteArray();
                })
                .onDone(bytes -> {
                    if (outlets.clipboard().put(new Image(new ByteArrayInputStream(bytes)))) {
                        notifier.info(TEXTS.get("picture.copied"));
                    } else {
                        notifier.error(TEXTS.get("picture.clipboard.none"), "");
                    }
                })
                .onFailed(this::notDrawn);
    }

    /** Puts the picture on the clipboard as the text of an SVG. */
    public void copySvg() {
        Figures figures = figures();
        UnaryOperator<FigureRequest> clean = cleaning;
        remember();
        jobs.submit(TEXTS.get("picture.drawing"), progress -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    exporter().svg(clean.apply(figures.one()), out, progress);
                    return out.toString(StandardCharsets.UTF_8);
                })
                .onDone(text -> {
                    if (outlets.clipboard().put(text)) {
                        notifier.info(TEXTS.get("picture.copied.svg"));
                    } else {
                        notifier.error(TEXTS.get("picture.clipboard.none.svg"), "");
                    }
                })
                .onFailed(this::notDrawn);
    }

    private void notDrawn(Throwable error) {
        notifier.error(TEXTS.get("picture.undrawn", words(error)), error.toString());
    }

    private void remember() {
        settings.setFigure(options.get().remembered());
    }

    private Figures figures() {
        return new Figures(subject(), options.get());
    }

    /** Returns what the session holds at this moment. */
    private FigureSubject subject() {
        RaceWindow focus = session.selectedWindowProperty().get();
        TimeRange view = session.viewportProperty().get().range();
        LanePlan plan = session.lanePlanProperty().get();
        boolean someHidden = plan.lanes().stream().anyMatch(PlannedLane::hidden);
        Set<Integer> lanes =
                someHidden ? plan.visible().stream().map(PlannedLane::laneId).collect(Collectors.toSet()) : Set.of();
        Places places = session.placesProperty().get();
        Investigation state = session.caseShownProperty().get();
        PlacedCase placed =
                (places.trace() == session.trace() ? places : Places.exactly(state, session.trace())).placed(state);
        return new FigureSubject(
                session.trace(),
                session.standingProperty().get(),
                Optional.ofNullable(focus),
                session.trace().extent().filter(view::intersects).map(extent -> view),
                session.selectedRange()
                        .or(() -> Optional.ofNullable(session.markProperty().get())),
                lanes,
                plan.counters().stream().map(PlannedCounter::counter).collect(Collectors.toSet()),
                placed.state(),
                placed.orphans(),
                session.zoneProperty().get(),
                tool);
    }

    private String stem() {
        return session.trace().sources().isEmpty()
                ? "timeline"
                : session.trace().sources().getFirst().name().replaceAll("\\.[A-Za-z0-9]+$", "");
    }

    private static FigureExporter exporter() {
        return new FigureExporter(Fonts.load());
    }

    private static String words(Throwable error) {
        return switch (error) {
            case NoSuchFileException missing -> TEXTS.get("picture.folder.none");
            case AccessDeniedException denied -> TEXTS.get("picture.folder.denied");
            default -> String.valueOf(error.getMessage());
        };
    }
}
