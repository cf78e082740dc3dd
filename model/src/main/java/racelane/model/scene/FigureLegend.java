package racelane.model.scene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import racelane.model.event.EventRef;

/** Says what the marks mean that do not explain themselves; only those that occur. */
final class FigureLegend {
    private static final double SIZE = 12;
    private static final double SWATCH = 22;
    private static final double GAP = 20;
    private static final double LINE = 22;
    private static final double OUTLINE = 1.5;

    private final TextMeasure measure;
    private final List<Entry> entries = new ArrayList<>();

    /** What can be explained, in the order in which it is. */
    private enum Entry {
        OPEN("no end seen"),
        WAIT("waiting"),
        INTRUDER("intruder"),
        INSTANT("instant"),
        DENSITY("several events in one pixel"),
        LINK("caused by"),
        FOLD("nothing happens: time folded");

        private final String words;

        Entry(String words) {
            this.words = words;
        }
    }

    /** Creates the legend of what was drawn; instants under a step's number are not to be seen and do not count. */
    FigureLegend(SceneSink sink, Set<EventRef> steps, boolean folded, TextMeasure measure) {
        this.measure = measure;
        Marks marks = sink.marks;
        Set<Entry> seen = EnumSet.noneOf(Entry.class);
        for (int i = 0; i < marks.size(); i++) {
            Marks.Kind kind = marks.kind(i);
            if (kind != Marks.Kind.BAR && (kind != Marks.Kind.INSTANT || !steps.contains(marks.event(i)))) {
                seen.add(Entry.valueOf(kind.name()));
            }
        }
        if (!sink.traced.isEmpty()) {
            seen.add(Entry.LINK);
        }
        if (folded) {
            seen.add(Entry.FOLD);
        }
        entries.addAll(seen);
    }

    double width() {
        double width = 0;
        for (Entry entry : entries) {
            width += SWATCH + 6 + measure.width(entry.words, FontRole.REGULAR, SIZE) + GAP;
        }
        return Math.max(0, width - GAP);
    }

    /** Draws the legend, in several lines where {@code room} is narrow; returns the middle of the last line. */
    double draw(SceneSink sink, double left, double middle, double room) {
        double x = left;
        double y = middle;
        for (Entry entry : entries) {
            double width = measure.width(entry.words, FontRole.REGULAR, SIZE);
            if (x > left && x + SWATCH + 6 + width > left + room) {
                x = left;
                y += LINE;
            }
            swatch(sink, entry, x, y);
            x += SWATCH + 6;
            sink.over.add(new Shape.Label(
                    x, y + SIZE * 0.36, width, entry.words, FontRole.REGULAR, SIZE, ColorRole.TEXT_MUTED));
            x += width + GAP;
        }
        return y;
    }

    private static void swatch(SceneSink sink, Entry entry, double x, double middle) {
        switch (entry) {
            case INSTANT -> sink.over.add(new Shape.Diamond(x + SWATCH - 7, middle, 6, ColorRole.OP_0));
            case OPEN -> {
                double[] widths = {9, 3, 2, 1};
                double at = x;
                for (double width : widths) {
                    sink.over.add(new Shape.Box(at, middle - 6, width, 12, 0, ColorRole.OP_0, null, 0));
                    at += width + 2;
                }
            }
            case WAIT -> {
                sink.over.add(new Shape.Box(x, middle - 6, SWATCH, 12, 2, ColorRole.WAIT, null, 0));
                for (double at = 2; at < SWATCH - 8; at += 6) {
                    sink.over.add(
                            new Shape.Line(x + at, middle + 5, x + at + 10, middle - 5, ColorRole.WAIT_LINE, 1, false));
                }
            }
            case DENSITY -> {
                for (int i = 0; i < 4; i++) {
                    sink.over.add(new Shape.Box(x + 2 + i * 5, middle - 6, i + 1, 12, 0, ColorRole.OP_0, null, 0));
                }
            }
            case LINK ->
                sink.over.add(new Shape.Arrow(
                        x,
                        middle + 5,
                        x + 8,
                        middle + 5,
                        x + SWATCH - 8,
                        middle - 5,
                        x + SWATCH,
                        middle - 5,
                        ColorRole.LINK,
                        1.4));
            case FOLD -> {
                for (double at = 0; at < 12; at += 4) {
                    for (double side : new double[] {6, 14}) {
                        double lean = at % 8 == 0 ? 2 : -2;
                        double top = middle - 6 + at;
                        sink.over.add(new Shape.Line(
                                x + side - lean, top, x + side + lean, top + 4, ColorRole.TEXT_FAINT, 1.2, false));
                    }
                }
            }
            case INTRUDER ->
                sink.over.add(new Shape.Box(x, middle - 6, SWATCH, 12, 2, ColorRole.WARNING, ColorRole.TEXT, OUTLINE));
        }
    }
}
