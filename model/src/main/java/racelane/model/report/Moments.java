package racelane.model.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import racelane.model.event.Event;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.investigation.Anchor;
import racelane.model.investigation.AnchorFinder;
import racelane.model.investigation.Pin;
import racelane.model.investigation.SourceLink;
import racelane.model.scene.StepQuotes;
import racelane.model.source.Source;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** The timeline: every step of the windows and every pinned event, in the order of time, each with its line. Reads the sources. */
final class Moments {
    private static final int LONGEST_LINE = 2_000;

    private final ReportSubject subject;
    private final List<Moment> moments = new ArrayList<>();

    /**
     * A row.
     *
     * @param time ns since the epoch
     * @param end ns since the epoch; equals {@code time} for an instant
     * @param from the first step of its window, ns since the epoch
     */
    private record Moment(long time, long end, long from, List<List<Inline>> cells, boolean marked) {}

    /** Where something stands and what stands there. */
    private record Quote(String place, String line, boolean lost) {}

    Moments(ReportSubject subject) {
        this.subject = subject;
    }

    /** Returns the rows as a table; empty when there is nothing to show. */
    Optional<Block.Table> table() {
        subject.windows().forEach(this::window);
        subject.state().pins().forEach(this::pin);
        moments.sort(Comparator.comparingLong(Moment::time).thenComparingLong(Moment::end));
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        int digits = digits();
        boolean oneDay = moments.stream()
                        .map(moment -> TimeText.day(moment.time(), java.time.ZoneOffset.UTC))
                        .distinct()
                        .count()
                == 1;
        List<Block.Row> rows =
                moments.stream().map(moment -> row(moment, digits, oneDay)).toList();
        return Optional.of(new Block.Table(
                List.of(
                        new Block.Column("Step", Block.Column.Kind.SHORT),
                        new Block.Column("Time (UTC)", Block.Column.Kind.SHORT),
                        new Block.Column("Offset", Block.Column.Kind.NUMBER),
                        new Block.Column("Lane", Block.Column.Kind.SHORT),
                        new Block.Column("Event", Block.Column.Kind.TEXT),
                        new Block.Column("Where", Block.Column.Kind.SHORT),
                        new Block.Column("Line", Block.Column.Kind.CODE)),
                rows));
    }

    /** Returns the first day of the timeline, for its heading; empty when there is no row. */
    Optional<String> day() {
        return moments.stream()
                .map(moment -> TimeText.day(moment.time(), java.time.ZoneOffset.UTC))
                .findFirst();
    }

    private void window(ReportSubject.Shown shown) {
        RaceWindow window = shown.window();
        if (window.roles().isEmpty()) {
            return;
        }
        Trace trace = subject.trace();
        long first = window.roles().getFirst().time();
        int number = 0;
        for (WindowRole role : window.roles()) {
            number++;
            Event event = trace.at(role.event());
            String key = event.key();
            List<Inline> what = new ArrayList<>();
            what.add(new Inline.Code(key == null ? event.name() : event.name() + " " + key));
            if (subject.trace().sources().get(role.event().table()).byOrder()) {
                what.add(new Inline.Text(" (the source has no times: 1 µs a line)"));
            }
            List<Inline> step = new ArrayList<>();
            if (subject.windows().size() > 1) {
                step.add(new Inline.Ref(shown.id(), shown.label()));
                step.add(new Inline.Text(" "));
            }
            step.add(new Inline.Step(number));
            add(
                    new Moment(role.time(), role.endTime(), first, List.of(), role.intruder()),
                    step,
                    event.lane().name().name(),
                    what,
                    quotes(trace, role));
        }
    }

    /** Pinned events, and windows that were not found again: they are told from what the pin itself holds. */
    private void pin(Pin pin) {
        if (subject.shown(pin).isPresent() || pin.anchors().isEmpty()) {
            return;
        }
        long first = time(pin.anchors().getFirst());
        for (Anchor anchor : pin.anchors()) {
            String place = anchor.origin() > 0 ? anchor.sourceName() + ":" + anchor.origin() : anchor.sourceName();
            long start = time(anchor);
            add(
                    new Moment(start, start + anchor.end() - anchor.start(), first, List.of(), false),
                    List.of(new Inline.Text("pin")),
                    anchor.lane(),
                    what(pin, anchor),
                    kept(anchor, place));
        }
    }

    /** Returns what an anchor quotes: the line of its start, and that of its end when it has one of its own. */
    private static List<Quote> kept(Anchor anchor, String place) {
        int end = anchor.excerpt().indexOf('\n');
        Quote whole = new Quote(place, anchor.excerpt(), false);
        return end < 0
                ? List.of(whole)
                : List.of(
                        new Quote(place, anchor.excerpt().substring(0, end), false),
                        new Quote(anchor.sourceName(), anchor.excerpt().substring(end + 1), false));
    }

    /** An event that is gone says so: its line is what the case has kept of it. */
    private List<Inline> what(Pin pin, Anchor anchor) {
        List<Inline> what = new ArrayList<>(Inline.line(pin.title()));
        if (subject.isOrphan(pin.id()) && now(anchor).isEmpty()) {
            what.add(new Inline.Text(" "));
            what.add(new Inline.Emphasis(Inline.line("(not found again; as it was quoted)")));
        }
        return what;
    }

    private Optional<EventRef> now(Anchor anchor) {
        return AnchorFinder.findExactly(subject.trace(), anchor);
    }

    /** Returns an anchor's start on the reference clock. */
    private long time(Anchor anchor) {
        return now(anchor)
                .map(ref -> subject.trace().tables().get(ref.table()).start(ref.row()))
                .orElseGet(() -> recorded(anchor));
    }

    private long recorded(Anchor anchor) {
        return subject.state().sources().stream()
                .filter(link -> link.sha256().equals(anchor.sourceSha256()))
                .map(SourceLink::setting)
                .findFirst()
                .map(setting -> setting.mapping().map(anchor.start()))
                .orElse(anchor.start());
    }

    private void add(Moment moment, List<Inline> step, String lane, List<Inline> what, List<Quote> quotes) {
        List<Inline> places = new ArrayList<>();
        List<Inline> lines = new ArrayList<>();
        for (Quote quote : quotes) {
            if (!places.isEmpty()) {
                places.add(new Inline.Break());
                lines.add(new Inline.Break());
            }
            places.add(new Inline.Code(quote.place()));
            lines.add(quote.lost() ? new Inline.Emphasis(Inline.line(quote.line())) : new Inline.Code(quote.line()));
        }
        moments.add(new Moment(
                moment.time(),
                moment.end(),
                moment.from(),
                List.of(step, List.of(new Inline.Code(lane)), what, places, lines),
                moment.marked()));
    }

    /** Returns the line of a step, and before it that of its start when it has one of its own. */
    private static List<Quote> quotes(Trace trace, WindowRole role) {
        EventTable table = trace.tables().get(role.event().table());
        int last = StepQuotes.last(trace, role).origin();
        int first = role.endTime() > role.time() ? table.origin(role.event().row()) : last;
        Quote end = quote(table.source(), last);
        return first == last ? List.of(end) : List.of(quote(table.source(), first), end);
    }

    private static Quote quote(Source source, int origin) {
        try {
            String line = source.text().quote(origin);
            String shown = line.length() <= LONGEST_LINE
                    ? line
                    : line.substring(0, LONGEST_LINE) + " … (" + (line.length() - LONGEST_LINE) + " more characters)";
            return new Quote(source.place(origin), shown, false);
        } catch (IOException e) {
            return new Quote(source.place(origin), "cannot be read any more: " + e.getMessage(), true);
        }
    }

    private Block.Row row(Moment moment, int digits, boolean oneDay) {
        String clock = clock(moment.time(), digits, oneDay);
        String until =
                moment.end() > moment.time() ? " – " + tail(clock, clock(moment.end(), digits, oneDay), digits) : "";
        List<List<Inline>> cells = new ArrayList<>(moment.cells());
        cells.add(1, List.of(new Inline.Code(clock + until)));
        cells.add(2, List.of(new Inline.Code(TimeText.offset(moment.time() - moment.from()))));
        return new Block.Row(cells, moment.marked());
    }

    private static String clock(long time, int digits, boolean oneDay) {
        String clock = TimeText.clock(time, java.time.ZoneOffset.UTC, digits);
        return oneDay ? clock : TimeText.day(time, java.time.ZoneOffset.UTC) + " " + clock;
    }

    /** Returns what of {@code end} differs: its fraction when it lies in the same second. */
    private static String tail(String start, String end, int digits) {
        int cut = end.length() - digits - 1;
        return cut > 0 && start.length() == end.length() && start.regionMatches(0, end, 0, cut)
                ? end.substring(cut)
                : end;
    }

    /** As many fraction digits as the times need, in groups of three. */
    private int digits() {
        int digits = 3;
        for (Moment moment : moments) {
            for (long time : new long[] {moment.time(), moment.end()}) {
                digits = Math.max(digits, Period.digits(time));
            }
        }
        return digits;
    }
}
