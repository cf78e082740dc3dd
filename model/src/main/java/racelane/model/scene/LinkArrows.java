package racelane.model.scene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Lane;
import racelane.model.event.LaneSlice;
import racelane.model.event.LinkRef;
import racelane.model.event.Links;
import racelane.model.lane.PlanRow;
import racelane.model.scene.LaneLayout.Placed;
import racelane.model.time.TimeRange;

/** Draws links as arrows: those of an event, those in view, or those that lie wholly in a figure. */
final class LinkArrows {
    /** How many links of one event are drawn in each direction. */
    static final int MOST_OF_EVENT = 200;

    /** How many links in view are drawn. */
    static final int MOST = 300;

    /** How many links in view are looked at, so that a frame costs the same however many there are. */
    static final int MOST_EXAMINED = 20_000;

    /** Arrows whose ends lie in the same cells of this many px are drawn once. */
    private static final int CELL = 4;

    private static final int MOST_LABELS = 6;

    private final LaneArea area;
    private final SceneSink sink;
    private final TimeRange view;
    private final Set<LinkRef> drawn = new HashSet<>();
    private final List<Rect> labels = new ArrayList<>();

    LinkArrows(LaneArea area, SceneSink sink, TimeRange view) {
        this.area = area;
        this.sink = sink;
        this.view = view;
    }

    /** Draws the links of one event, named where there is room. */
    void of(EventRef event) {
        if (event.table() >= area.trace.tables().size()) {
            return;
        }
        EventTable table = area.trace.tables().get(event.table());
        if (table.links().size() == 0 || event.row() >= table.size()) {
            return;
        }
        int[] outgoing = table.links().outgoing(event.row());
        int[] incoming = table.links().incoming(event.row());
        boolean named = outgoing.length + incoming.length <= MOST_LABELS;
        for (int[] side : new int[][] {outgoing, incoming}) {
            for (int i = 0; i < Math.min(MOST_OF_EVENT, side.length); i++) {
                LinkRef link = new LinkRef(event.table(), side[i]);
                LinkCurve curve = LinkCurve.of(area, link);
                if (curve != null && drawn.add(link)) {
                    draw(curve, link, ColorRole.ACCENT, 1.6);
                    if (named) {
                        label(curve, area.trace.names().text(table.links().kind(side[i])));
                    }
                }
            }
        }
    }

    /** Draws the links with an end in view, at most {@link #MOST}, and says how many there are when that is not all. */
    void inView(Set<EventRef> selection, double bottom) {
        LinkChoice choice = LinkChoice.of(area, view, MOST_EXAMINED);
        Set<Long> cells = new HashSet<>();
        int count = 0;
        for (LinkRef link : choice.links()) {
            LinkCurve curve = LinkCurve.of(area, link);
            if (curve == null || !curve.crosses(area.bounds) || !cells.add(curve.cell(CELL))) {
                continue;
            }
            if (++count <= MOST && !touches(link, selection)) { // those of the selection are drawn over all others
                draw(curve, link, ColorRole.LINK, 1.4);
            }
        }
        if (count > MOST || choice.cut()) {
            String of = choice.cut() ? "about " + choice.total() : Integer.toString(count);
            note(Math.min(count, MOST) + " of " + of + " links in view are drawn; zoom in for more", bottom);
        }
    }

    /** Draws the links whose ends both lie in the time of a figure and on its lanes, at most {@link #MOST}; returns how many it left out. */
    long within() {
        int count = 0;
        LinkChoice choice = LinkChoice.of(area, view, MOST_EXAMINED);
        for (LinkRef link : choice.links()) {
            EventTable table = area.trace.tables().get(link.table());
            boolean inside = view.contains(table.linkStart(link.link())) && view.contains(table.linkEnd(link.link()));
            LinkCurve curve = inside ? LinkCurve.of(area, link) : null;
            if (curve != null && count++ < MOST) {
                draw(curve, link, ColorRole.LINK, 1.4);
            }
        }
        return Math.max(0, count - MOST)
                + (choice.cut() ? choice.total() - choice.links().size() : 0);
    }

    private boolean touches(LinkRef link, Set<EventRef> selection) {
        Links links = area.trace.tables().get(link.table()).links();
        return !selection.isEmpty()
                && (selection.contains(new EventRef(link.table(), links.from(link.link())))
                        || selection.contains(new EventRef(link.table(), links.to(link.link()))));
    }

    private void draw(LinkCurve curve, LinkRef link, ColorRole color, double width) {
        Shape.Arrow arrow = curve.arrow(color, width);
        sink.over.add(arrow);
        if (area.inTime(arrow.x1())) {
            sink.over.add(new Shape.Badge(arrow.x1(), arrow.y1(), width * 1.7, "", color, ColorRole.ACCENT_TEXT));
        }
        sink.traced.add(new Scene.Traced(arrow, Hit.of(link)));
    }

    /** Names a link on its curve where it covers no mark and no other words; else the pointer tells. */
    private void label(LinkCurve curve, String kind) {
        double size = area.metrics.captionSize();
        double width = area.measure.width(kind, FontRole.MEDIUM, size);
        for (double t : new double[] {0.5, 0.4, 0.6, 0.3, 0.7}) {
            double x = curve.x(t);
            double y = curve.y(t);
            Rect box = new Rect(x - width / 2 - 5, y - size * 0.8, width + 10, size * 1.6);
            boolean fits = box.x() > area.bounds.timeLeft() + 2 && box.right() < area.bounds.right() - 2;
            if (fits && area.isFree(box) && coversNothing(box)) {
                labels.add(box);
                sink.over.add(new Shape.Box(
                        box.x(), box.y(), box.width(), box.height(), 4, ColorRole.NOTE, ColorRole.ACCENT, 1));
                sink.over.add(new Shape.Label(
                        x - width / 2, y + size * 0.36, width, kind, FontRole.MEDIUM, size, ColorRole.TEXT));
                return;
            }
        }
    }

    private boolean coversNothing(Rect box) {
        for (Rect other : labels) {
            if (other.intersects(box)) {
                return false;
            }
        }
        Marks marks = sink.marks;
        for (int i = 0; i < marks.size(); i++) {
            boolean apart = marks.x(i) > box.right()
                    || marks.x(i) + marks.width(i) < box.x()
                    || marks.y(i) > box.bottom()
                    || marks.y(i) + marks.height(i) < box.y();
            if (!apart) {
                return false;
            }
        }
        return true;
    }

    private void note(String text, double bottom) {
        double size = area.metrics.captionSize() + 0.5;
        double width = area.measure.width(text, FontRole.MEDIUM, size);
        double x = area.bounds.right() - width - 16;
        double y = bottom - size - 10;
        sink.over.add(new Shape.Box(x - 8, y - size, width + 16, size * 1.9, 5, ColorRole.NOTE, ColorRole.RULE, 1));
        sink.over.add(new Shape.Label(x, y + size * 0.3, width, text, FontRole.MEDIUM, size, ColorRole.TEXT_MUTED));
    }

    /**
     * The links with an end in view on a visible lane.
     *
     * @param links those to look at, spread evenly when there are too many
     * @param total how many there are; one with both ends in view may count twice when {@code cut}
     * @param cut whether {@code links} are not all
     */
    record LinkChoice(Set<LinkRef> links, long total, boolean cut) {
        /** A run of positions in the leaving or arriving order of a table. */
        private record Run(int table, boolean arriving, int from, int to) {}

        static LinkChoice of(LaneArea area, TimeRange view, int most) {
            List<Run> runs = new ArrayList<>();
            for (Lane lane : lanes(area)) {
                lane.slices().forEach(slice -> add(runs, area, slice, view));
            }
            long total = runs.stream().mapToLong(run -> run.to() - run.from()).sum();
            long stride = Math.max(1, (total + most - 1) / most);
            Set<LinkRef> links = new LinkedHashSet<>();
            for (Run run : runs) {
                Links all = area.trace.tables().get(run.table()).links();
                for (long at = run.from(); at < run.to(); at += stride) {
                    links.add(new LinkRef(run.table(), run.arriving() ? all.arriving((int) at) : (int) at));
                }
            }
            return new LinkChoice(links, total, stride > 1);
        }

        /** Returns the visible lanes of the trace; all of them where rows are not lanes. */
        private static List<Lane> lanes(LaneArea area) {
            if (area.rows.isRegrouped()) {
                return area.trace.lanes();
            }
            List<Lane> lanes = new ArrayList<>();
            for (Placed placed : area.visible()) {
                if (placed.row() instanceof PlanRow.PlannedLane planned) {
                    lanes.add(area.trace.lanes().get(planned.laneId()));
                }
            }
            return lanes;
        }

        private static void add(List<Run> runs, LaneArea area, LaneSlice slice, TimeRange view) {
            Links links = slice.table().links();
            if (links.size() == 0) {
                return;
            }
            int table = area.trace.tables().indexOf(slice.table());
            int first = slice.firstAtOrAfter(view.start());
            int last = slice.firstAtOrAfter(view.end() + 1);
            run(runs, table, links, first, last);
            run(runs, table, links, ~slice.index(), ~slice.index() + 1);
            for (int depth = 0; depth < slice.rows(); depth++) { // what began before the view and still runs
                RowIndex.Row row = area.rows.row(table, slice, depth);
                int at = row.firstEndingFrom(view.start(), row.from());
                if (at < row.to() && row.event(at) < first) {
                    run(runs, table, links, row.event(at), row.event(at) + 1);
                }
            }
        }

        private static void run(List<Run> runs, int table, Links links, int from, int to) {
            Run leaving = new Run(table, false, links.firstFrom(from), links.firstFrom(to));
            Run arriving = new Run(table, true, links.firstTo(from), links.firstTo(to));
            for (Run one : List.of(leaving, arriving)) {
                if (one.from() < one.to()) {
                    runs.add(one);
                }
            }
        }
    }
}
