package racelane.model.scene;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.lane.PlanRow;
import racelane.model.scene.LaneLayout.Placed;

/** Draws the events of the visible lanes and writes on them what fits. */
final class EventMarks {
    private static final double LEAST_LABEL = 22;
    private static final double THIN = 6;
    private static final int LEAST_LETTERS = 3;
    private static final double NEAR = 16;
    private static final int REMEMBERED = 256;
    private static final double UNDERLINE = 2.5;

    private final LaneArea area;
    private final SceneSink sink;
    private final Set<EventRef> selection;
    private final Optional<Emphasis> emphasis;
    private final Names names;
    private final PixelColumns before;
    private final PixelColumns columns;
    private final @Nullable ColorRole[] roles = new ColorRole[REMEMBERED];
    private final int[] roleNames = new int[REMEMBERED];
    private double barHeight;
    private boolean named;

    /** Of the sub-row that is drawn: whether it has diamonds, and marks with room for a name. */
    private boolean diamonds;

    private boolean labels;

    /**
     * Creates marks to be drawn.
     *
     * @param before what was found for the picture before this one
     */
    EventMarks(
            LaneArea area, SceneSink sink, Set<EventRef> selection, Optional<Emphasis> emphasis, PixelColumns before) {
        this.area = area;
        this.sink = sink;
        this.before = before;
        this.columns = before.next(area.scale, area.bounds.timeWidth());
        this.selection = selection;
        this.emphasis = emphasis;
        this.names = area.trace.names();
    }

    /** Draws them and returns what was found. */
    PixelColumns draw() {
        Emphasis.Rest rest = emphasis.map(Emphasis::rest).orElse(Emphasis.Rest.SHOWN);
        named = rest != Emphasis.Rest.DIMMED;
        if (rest == Emphasis.Rest.SHOWN || rest == Emphasis.Rest.DIMMED) {
            lanes(area.rows);
        }
        if (rest == Emphasis.Rest.DIMMED) {
            sink.marks.dimAll();
            named = true;
        }
        emphasis.filter(found -> rest != Emphasis.Rest.SHOWN).ifPresent(found -> lanes(found.found()));
        emphasis.filter(found -> rest == Emphasis.Rest.SHOWN).ifPresent(found -> underline(found.found()));
        return columns;
    }

    private void lanes(RowIndex rows) {
        eachSubRow(rows, this::subRow);
    }

    /** Receives a sub-row in view and the top of its bars. */
    private interface SubRowVisitor {
        void visit(RowIndex.Row events, double y);
    }

    private void eachSubRow(RowIndex rows, SubRowVisitor visitor) {
        for (Placed placed : area.visible()) {
            if (!(placed.row() instanceof PlanRow.PlannedLane planned)) {
                continue;
            }
            barHeight = area.layout.barHeight(placed);
            List<RowIndex.Row> subRows = rows.rows(planned.laneId());
            for (int subRow = 0; subRow < subRows.size(); subRow++) {
                double y = area.bounds.originY() + area.layout.barTop(placed, subRow);
                if (y + barHeight >= area.bounds.top() && y <= area.bounds.bottom()) {
                    visitor.visit(subRows.get(subRow), y);
                }
            }
        }
    }

    /** Draws a line under each event that was found. */
    private void underline(RowIndex found) {
        PixelWalk walk = new PixelWalk(area.scale, area.bounds.timeWidth());
        eachSubRow(found, (events, y) -> {
            PixelWalk.Visitor visitor = new PixelWalk.Visitor() {
                @Override
                public void event(int row) {
                    double left = area.clampX(area.x(events.table().start(row)) - 1);
                    double right = area.clampX(area.x(events.table().end(row)) + 1);
                    line(left, right, row, 1);
                }

                @Override
                public void density(int row, int count, int x) {
                    double left = area.clampX(area.bounds.timeLeft() + x);
                    line(left, area.clampX(left + 1), row, count);
                }

                private void line(double left, double right, int row, int count) {
                    if (right > left) {
                        int mark = sink.marks.add(
                                count > 1 ? Marks.Kind.DENSITY : Marks.Kind.BAR,
                                ColorRole.ACCENT,
                                left,
                                y + barHeight,
                                right - left,
                                UNDERLINE);
                        sink.marks.refersTo(mark, events.index(), row, count);
                    }
                }
            };
            walk.walk(events, visitor);
        });
    }

    private void subRow(RowIndex.Row events, double y) {
        int first = sink.marks.size();
        diamonds = false;
        labels = false;
        columns.walk(events, before, this::roleOf, new PixelColumns.Visitor() {
            @Override
            public void event(int row, ColorRole role) {
                one(events.index(), events.table(), row, role, y);
            }

            @Override
            public void density(int row, int count, int x, ColorRole role) {
                double left = area.clampX(area.bounds.timeLeft() + x);
                double width = Math.min(1, area.bounds.right() - left);
                int mark = sink.marks.add(Marks.Kind.DENSITY, role, left, y, Math.max(0.1, width), barHeight);
                sink.marks.refersTo(mark, events.index(), row, count);
            }
        });
        if (diamonds) {
            narrowCrowdedInstants(first);
        }
        if (labels && named && barHeight >= area.metrics.labelSize()) {
            for (int mark = first; mark < sink.marks.size(); mark++) {
                label(mark, first, y);
            }
        }
    }

    private void one(int table, EventTable events, int row, ColorRole color, double y) {
        EventKind kind = events.kind(row);
        boolean intruder = !area.intruders.isEmpty() && area.intruders.contains(new EventRef(table, row));
        ColorRole role = intruder ? ColorRole.WARNING : kind == EventKind.WAIT ? ColorRole.WAIT : color;
        double height = barHeight;
        double x1 = area.x(events.start(row));
        int mark;
        if (kind.hasDuration()) {
            double left = area.clampX(x1);
            double right = Math.max(left + 1, area.clampX(area.x(events.end(row))));
            mark = sink.marks.add(markKind(kind, intruder), role, left, y, right - left, height);
            labels |= right - left >= LEAST_LABEL - 1; // a mark's edges are rounded
            if (kind == EventKind.OPEN) {
                openTail(right, y, role);
            }
        } else if (area.inTime(x1)) {
            double radius = height * 0.29;
            diamonds = true;
            labels = true;
            mark = sink.marks.add(
                    Marks.Kind.INSTANT, role, x1 - radius, y + height / 2 - radius, 2 * radius, 2 * radius);
        } else {
            return;
        }
        sink.marks.refersTo(mark, table, row, 1);
        if (!selection.isEmpty() && selection.contains(new EventRef(table, row))) {
            outline(mark);
        }
    }

    /** Returns the colour of an operation; the last few are remembered, for most marks have one of them. */
    private ColorRole roleOf(int name) {
        int place = name & (REMEMBERED - 1);
        ColorRole known = roles[place];
        if (known == null || roleNames[place] != name) {
            known = ColorRole.ofOperation(names.text(name));
            roles[place] = known;
            roleNames[place] = name;
        }
        return known;
    }

    private static Marks.Kind markKind(EventKind kind, boolean intruder) {
        return intruder
                ? Marks.Kind.INTRUDER
                : kind == EventKind.WAIT ? Marks.Kind.WAIT : kind == EventKind.OPEN ? Marks.Kind.OPEN : Marks.Kind.BAR;
    }

    /** Three strokes that die away: nobody saw the end. */
    private void openTail(double from, double y, ColorRole role) {
        double height = barHeight;
        double unit = height / 9;
        double x = from + unit;
        for (double width : new double[] {2 * unit, 1.4 * unit, 0.8 * unit}) {
            if (x + width < area.bounds.right()) {
                sink.under.add(new Shape.Box(x, y, width, height, 0, role, null, 0));
                area.taken.add(new Rect(x, y, width, height));
            }
            x += width + unit;
        }
    }

    private void outline(int mark) {
        Marks marks = sink.marks;
        sink.over.add(new Shape.Box(
                marks.x(mark) - 1.5,
                marks.y(mark) - 1.5,
                marks.width(mark) + 3,
                marks.height(mark) + 3,
                4,
                null,
                ColorRole.ACCENT,
                2));
    }

    /** Diamonds that would touch their neighbours become strokes. */
    private void narrowCrowdedInstants(int first) {
        Marks marks = sink.marks;
        for (int i = first; i < marks.size(); i++) {
            if (marks.kind(i) == Marks.Kind.INSTANT) {
                double full = barHeight * 0.58;
                boolean before = i > first && crowds(i - 1, middleOf(i), full);
                boolean after = i + 1 < marks.size() && crowds(i + 1, middleOf(i), full);
                if (before || after) {
                    marks.narrow(i, 2);
                }
            }
        }
    }

    /** Wide bars bear a diamond at their end; instants and thin strokes would drown under it. */
    private boolean crowds(int neighbour, double middle, double room) {
        boolean small = sink.marks.kind(neighbour) == Marks.Kind.INSTANT || sink.marks.width(neighbour) < THIN;
        return small && Math.abs(middleOf(neighbour) - middle) < room;
    }

    private double middleOf(int mark) {
        return sink.marks.x(mark) + sink.marks.width(mark) / 2;
    }

    /** Names a mark of the sub-row that begins with the mark {@code first}. */
    private void label(int mark, int first, double y) {
        Marks marks = sink.marks;
        Marks.Kind kind = marks.kind(mark);
        if (kind == Marks.Kind.DENSITY || (kind != Marks.Kind.INSTANT && marks.width(mark) < LEAST_LABEL)) {
            return;
        }
        double pad = area.metrics.labelSize() / 2;
        boolean beside = kind == Marks.Kind.INSTANT;
        double left = beside ? marks.x(mark) + marks.width(mark) + pad * 0.8 : marks.x(mark) + pad;
        double right = marks.x(mark) + marks.width(mark) - pad;
        if (beside) {
            right = (mark + 1 < marks.size() ? marks.x(mark + 1) : area.bounds.right()) - pad;
        } else { // a diamond at an end of a bar reaches into it
            if (mark > first && marks.kind(mark - 1) == Marks.Kind.INSTANT) {
                left = Math.max(left, marks.x(mark - 1) + marks.width(mark - 1) + pad / 2);
            }
            if (mark + 1 < marks.size() && marks.kind(mark + 1) == Marks.Kind.INSTANT) {
                right = Math.min(right, marks.x(mark + 1) - pad / 2);
            }
        }
        double height = barHeight;
        for (Rect taken : area.taken) {
            if (taken.y() < y + height && taken.bottom() > y && taken.right() + pad > left && taken.x() - pad < right) {
                if (taken.x() <= left + height) {
                    left = Math.max(left, taken.right() + pad);
                } else {
                    right = Math.min(right, taken.x() - pad);
                }
            }
        }
        if (right - left >= LEAST_LABEL - pad) {
            Rect room = new Rect(left, y, right - left, height);
            write(mark, beside ? room : besideEdges(mark, room));
        }
    }

    /** Returns the first part of a bar in which its name fits without an edge of the explained window running through it, else all of it. */
    private Rect besideEdges(int mark, Rect room) {
        if (area.focus.isEmpty()) {
            return room;
        }
        double needed = area.measure.width(words(mark, true), FontRole.MEDIUM, area.metrics.labelSize());
        double from = room.x();
        for (long time : new long[] {
            area.focus.get().range().start(), area.focus.get().range().end(), Long.MAX_VALUE
        }) {
            double edge = time == Long.MAX_VALUE ? room.right() : Math.min(area.x(time) - 3, room.right());
            if (edge - from >= needed) {
                return new Rect(from, room.y(), edge - from, room.height());
            }
            from = Math.max(from, edge + 7);
        }
        double first = area.x(area.focus.get().range().start()) + 7;
        double last = area.x(area.focus.get().range().end()) + 7;
        for (double clear : new double[] {first, last}) { // right at the beginning of a name a line is worst
            if (clear > room.x() && clear - room.x() < NEAR && room.right() - clear >= LEAST_LABEL) {
                return new Rect(clear, room.y(), room.right() - clear, room.height());
            }
        }
        return room;
    }

    /** Returns the name of the event of a mark, with its key or without. */
    private String words(int mark, boolean withKey) {
        EventRef ref = sink.marks.event(mark);
        EventTable table = area.trace.tables().get(ref.table());
        String name = area.words(names.text(table.name(ref.row())));
        int key = table.key(ref.row());
        return key == 0 || !withKey ? name : name + " " + area.words(names.text(key));
    }

    private void write(int mark, Rect room) {
        String words = words(mark, true);
        Marks.Kind kind = sink.marks.kind(mark);
        FontRole font = kind == Marks.Kind.INTRUDER ? FontRole.SEMI_BOLD : FontRole.MEDIUM;
        double size = area.metrics.labelSize();
        boolean beside = kind == Marks.Kind.INSTANT;
        boolean allFits = area.measure.width(words, font, size) <= room.width();
        String text = area.measure.shortened(allFits ? words : words(mark, false), font, size, room.width());
        if (text.isEmpty() || (text.endsWith("…") && text.length() <= LEAST_LETTERS)) {
            return;
        }
        ColorRole color = switch (kind) {
            case INTRUDER -> ColorRole.WARNING_TEXT;
            case WAIT -> ColorRole.WAIT_TEXT;
            case INSTANT -> ColorRole.TEXT;
            default -> ColorRole.MARK_TEXT;
        };
        double width = area.measure.width(text, font, size);
        double baseline = room.y() + room.height() / 2 + size * 0.36;
        sink.over.add(new Shape.Label(room.x(), baseline, width, text, font, size, color));
        if (beside) {
            area.taken.add(new Rect(room.x(), room.y(), width, room.height()));
        }
    }
}
