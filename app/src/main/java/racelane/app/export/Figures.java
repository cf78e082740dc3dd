package racelane.app.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import racelane.app.fx.CountText;
import racelane.app.timeline.NoteMarks;
import racelane.model.event.Lane;
import racelane.model.event.Trace;
import racelane.model.investigation.Pin;
import racelane.model.scene.FigureRequest;
import racelane.model.scene.FigureStyle;
import racelane.model.scene.NoteMark;
import racelane.model.scene.StepQuotes;
import racelane.model.time.TimeRange;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** Turns what the user chose into figures. Reads the quoted lines from the disk: never on the JavaFX thread. */
public final class Figures {
    /** How many windows are explained when nothing is pinned. */
    public static final int BEST = 5;

    private static final int LONGEST_NAME = 60;
    private static final String LOST = "(its event was not found again)";

    private final FigureSubject subject;
    private final FigureOptions options;

    /**
     * A figure of several.
     *
     * @param name of its file, without an ending
     */
    public record Named(String name, FigureRequest request) {}

    /** Creates the figures of a subject. */
    public Figures(FigureSubject subject, FigureOptions options) {
        this.subject = subject;
        this.options = options;
    }

    /** Returns the one figure that the options describe. */
    public FigureRequest one() {
        List<RaceWindow> shaded = shaded();
        Optional<RaceWindow> focus =
                options.range() == FigureOptions.Range.WINDOW || inRange() ? subject.focus() : Optional.empty();
        return request(shaded, focus, range(), "");
    }

    /** Returns an overview and a figure for each pinned window, or for the best ones where none is pinned; all numbered. */
    public List<Named> all() {
        List<RaceWindow> windows = new ArrayList<>(pinned());
        if (windows.isEmpty()) {
            windows.addAll(subject.windows()
                    .subList(0, Math.min(BEST, subject.windows().size())));
        }
        int count = windows.size() + 1;
        List<Named> all = new ArrayList<>();
        FigureRequest overview = request(windows, Optional.empty(), Optional.empty(), "figure 1 of " + count);
        all.add(new Named("01-overview", overview));
        for (RaceWindow window : windows) {
            int number = all.size() + 1;
            Figures own = new Figures(subject.withFocus(window), options.withWords("", ""));
            FigureRequest figure = own.request(
                    List.of(window), Optional.of(window), Optional.empty(), "figure " + number + " of " + count);
            all.add(new Named(String.format(Locale.ROOT, "%02d-%s", number, fileName(window)), figure));
        }
        return all;
    }

    /** Returns the windows that the case has pinned and that were found, in the order of the pins. */
    public List<RaceWindow> pinned() {
        Set<RaceWindow> windows = new LinkedHashSet<>();
        for (Pin pin : subject.investigation().pins()) {
            subject.windows().stream()
                    .filter(window -> pin.kind().equals("window") && window.id().equals(pin.ref()))
                    .forEach(windows::add);
        }
        return List.copyOf(windows);
    }

    private FigureRequest request(
            List<RaceWindow> shaded, Optional<RaceWindow> focus, Optional<TimeRange> range, String number) {
        Trace trace = subject.trace();
        FigureStyle style = FigureStyle.DEFAULT
                .withCaption(options.caption())
                .withLegend(options.legend())
                .withAxes(options.axes())
                .withFolds(options.folds())
                .withNumber(number)
                .withNotice(orphans())
                .withMillimetres(options.size().millimetres());
        return new FigureRequest(
                trace,
                shaded,
                focus,
                range,
                lanes(focus),
                notes(),
                StepQuotes.read(trace, focus.stream().toList()),
                options.size().px(),
                options.size().scale(options.scale()),
                options.theme(),
                options.title(),
                subject.zone(),
                subject.tool(),
                options.lanes() == FigureOptions.Lanes.INVOLVED ? Set.of() : subject.counters(),
                style);
    }

    private Optional<TimeRange> range() {
        return switch (options.range()) {
            case WINDOW -> subject.focus().isPresent() ? Optional.empty() : subject.view();
            case VIEW -> subject.view();
            case SELECTION -> subject.selection().or(subject::view);
            case PINNED -> pinnedRange();
            case RECORDING -> Optional.empty();
        };
    }

    /** Tells whether the explained window lies in the time that is shown. */
    private boolean inRange() {
        Optional<TimeRange> range = range();
        return subject.focus().isPresent()
                && range.isPresent()
                && range.get().intersects(subject.focus().get().range());
    }

    private List<RaceWindow> shaded() {
        return switch (options.range()) {
            case WINDOW -> subject.focus().map(List::of).orElse(subject.windows());
            case PINNED -> pinned();
            case VIEW, SELECTION, RECORDING -> subject.windows();
        };
    }

    private Optional<TimeRange> pinnedRange() {
        return subject.investigation().pins().stream()
                .map(Pin::range)
                .reduce(TimeRange::union)
                .map(range -> range.padded(0.1, 1_000));
    }

    private Set<Integer> lanes(Optional<RaceWindow> focus) {
        return switch (options.lanes()) {
            case VISIBLE -> visible();
            case INVOLVED ->
                focus.map(window ->
                                window.roles().stream().map(WindowRole::laneId).collect(Collectors.toSet()))
                        .orElse(subject.lanes());
            case CHOSEN -> options.chosen();
        };
    }

    /** Returns the visible lanes one by one where counter tracks are shown with them, else nothing where none is hidden. */
    private Set<Integer> visible() {
        boolean named = !subject.lanes().isEmpty() || subject.counters().isEmpty();
        return named
                ? subject.lanes()
                : subject.trace().lanes().stream().map(Lane::id).collect(Collectors.toSet());
    }

    private List<NoteMark> notes() {
        return NoteMarks.of(subject.investigation(), subject.trace()).stream()
                .filter(note -> !options.withoutNotes().contains(note.id()))
                .map(note -> subject.orphans().contains(note.id()) ? orphan(note) : note)
                .toList();
    }

    /** A note whose event is gone says so: it lies at a time at which nothing may have happened. */
    private static NoteMark orphan(NoteMark note) {
        String text = note.text().isEmpty() ? LOST : note.text() + "\n" + LOST;
        return new NoteMark(note.id(), note.title(), text, note.range(), note.lane(), note.warning(), Optional.empty());
    }

    private String orphans() {
        long lost = notes().stream()
                .filter(note -> subject.orphans().contains(note.id()))
                .count();
        return lost == 0
                ? ""
                : CountText.of(lost, "note") + (lost == 1 ? " lies" : " lie")
                        + " where written: the event was not found again.";
    }

    /** Returns a name that every file system takes. */
    private static String fileName(RaceWindow window) {
        String plain = (window.pattern() + "-" + window.key()).replaceAll("[^A-Za-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return cut.replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
    }
}
