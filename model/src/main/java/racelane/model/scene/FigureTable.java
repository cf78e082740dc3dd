package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import racelane.model.event.Event;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;
import racelane.model.window.WindowRole;

/** The steps as a table: number, time, lane, the line as it stands in the source, and where it stands. */
final class FigureTable {
    private static final double SIZE = 14;
    private static final double ROW = 32;
    private static final double LEAST_QUOTE = 260;
    private static final double MUCH_MORE = 1.6;
    private static final double GAP = 28;

    private final FigureRequest request;
    private final TextMeasure measure;
    private final Wording wording;
    private final SceneSink sink;
    private final double left;
    private final double right;

    private record Row(int number, String time, String lane, String quote, String place) {}

    FigureTable(FigureRequest request, Wording wording, SceneSink sink, double left, double right) {
        this.request = request;
        this.wording = wording;
        this.measure = wording.measure();
        this.sink = sink;
        this.left = left;
        this.right = right;
    }

    /** Draws the table from {@code top} on and returns where it ends. */
    double draw(RaceWindow window, double top) {
        List<Row> rows = rows(window);
        Columns columns = columns(rows);
        double y = top;
        for (Row row : rows) {
            y = row(row, columns, y);
        }
        return y;
    }

    /**
     * Where the columns begin and how much room they have.
     *
     * @param narrow whether a step takes two lines: when, on which lane and where it stands, and below that the quoted line
     */
    private record Columns(
            double time,
            double lane,
            double laneRoom,
            double quote,
            double quoteRoom,
            double placeRoom,
            boolean narrow) {}

    private Columns columns(List<Row> rows) {
        double timeX = left + 40;
        double timeWidth = 0;
        double laneWidth = 0;
        double placeWidth = 0;
        double longest = 0;
        for (Row row : rows) {
            longest = Math.max(longest, width(row.quote(), FontRole.MONO));
            timeWidth = Math.max(timeWidth, width(row.time(), FontRole.MONO));
            laneWidth = Math.max(laneWidth, width(row.lane(), FontRole.SEMI_BOLD));
            placeWidth = Math.max(placeWidth, width(row.place(), FontRole.MONO));
        }
        double whole = right - left;
        laneWidth = Math.min(laneWidth, Math.max(80, whole * 0.2));
        double laneX = timeX + timeWidth + GAP;
        double quoteX = laneX + laneWidth + GAP;
        placeWidth = Math.min(placeWidth, whole * 0.3);
        double quoteRoom = right - placeWidth - GAP - quoteX;
        double line = right - timeX;
        boolean cut = longest > quoteRoom && line > MUCH_MORE * quoteRoom;
        if (quoteRoom >= LEAST_QUOTE && !cut) {
            return new Columns(timeX, laneX, laneWidth, quoteX, quoteRoom, placeWidth, false);
        }
        double beside = right - laneX - GAP / 2; // on the first line the lane and the place share what the time leaves
        double place = Math.min(placeWidth, beside * 0.55);
        return new Columns(timeX, laneX, Math.max(0, beside - place), timeX, line, place, true);
    }

    private double row(Row row, Columns columns, double top) {
        double middle = top + ROW / 2;
        double baseline = middle + SIZE * 0.36;
        String number = Integer.toString(row.number());
        sink.over.add(new Shape.Badge(left + 14, middle, 11, number, ColorRole.WARNING, ColorRole.WARNING_TEXT));
        write(columns.time(), baseline, row.time(), FontRole.MONO, ColorRole.TEXT);
        String lane = shortened(row.lane(), FontRole.SEMI_BOLD, columns.laneRoom());
        write(columns.lane(), baseline, lane, FontRole.SEMI_BOLD, ColorRole.TEXT);
        String place = place(row.place(), columns.placeRoom());
        write(right - width(place, FontRole.MONO), baseline, place, FontRole.MONO, ColorRole.TEXT_MUTED);
        double second = columns.narrow() ? top + ROW + SIZE * 0.5 : baseline;
        String quote = shortened(row.quote(), FontRole.MONO, columns.quoteRoom());
        write(columns.quote(), second, quote, FontRole.MONO, ColorRole.TEXT);
        return top + (columns.narrow() ? ROW * 1.7 : ROW);
    }

    private List<Row> rows(RaceWindow window) {
        int digits = digits(window);
        List<Row> rows = new ArrayList<>();
        for (WindowRole role : window.roles()) {
            Event event = request.trace().at(role.event());
            String time = TimeText.clock(role.time(), request.zone(), digits);
            if (role.endTime() > role.time()) {
                String end = TimeText.clock(role.endTime(), request.zone(), digits);
                boolean sameSecond = digits > 0 && end.regionMatches(0, time, 0, 8);
                time += " – " + (sameSecond ? end.substring(8) : end);
            }
            String key = event.key();
            String own = key == null ? event.name() : event.name() + " " + key;
            String quote = request.quotes().getOrDefault(StepQuotes.last(request.trace(), role), "");
            rows.add(new Row(
                    rows.size() + 1,
                    time,
                    wording.of(event.lane().name().name()),
                    wording.of(quote.isBlank() ? own : quote).strip(),
                    wording.of(StepQuotes.place(request.trace(), role))));
        }
        return rows;
    }

    /** As many fraction digits as the steps' times have, in groups of three. */
    private static int digits(RaceWindow window) {
        int digits = 3;
        for (WindowRole role : window.roles()) {
            for (long time : new long[] {role.time(), role.endTime()}) {
                digits = Math.max(digits, time % 1_000_000 == 0 ? 3 : time % 1_000 == 0 ? 6 : 9);
            }
        }
        return digits;
    }

    /** Shortens the name of the file and keeps the lines: without them nobody finds the quote. */
    private String place(String text, double room) {
        int colon = text.lastIndexOf(':');
        if (colon < 0 || width(text, FontRole.MONO) <= room) {
            return shortened(text, FontRole.MONO, room);
        }
        String lines = text.substring(colon);
        String file = shortened(text.substring(0, colon), FontRole.MONO, room - width(lines, FontRole.MONO));
        return shortened(file + lines, FontRole.MONO, room);
    }

    private String shortened(String text, FontRole font, double room) {
        return measure.shortened(text, font, SIZE, room);
    }

    private double width(String text, FontRole font) {
        return measure.width(text, font, SIZE);
    }

    private void write(double x, double baseline, String text, FontRole font, ColorRole color) {
        if (text.isEmpty()) {
            return;
        }
        sink.over.add(new Shape.Label(x, baseline, width(text, font), text, font, SIZE, color));
    }
}
