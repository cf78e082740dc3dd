package racelane.app.details;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racelane.app.details.DetailsViewModel.Field;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.model.event.Event;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;
import racelane.model.window.Evidence;
import racelane.model.window.RaceWindow;
import racelane.model.window.Suppression;
import racelane.model.window.WindowRole;

/** Says in words what a window is: why it matters, how sure it is, and its steps with their lines. */
final class WindowFields {
    private static final Texts TEXTS = Texts.of(WindowFields.class);

    private WindowFields() {}

    /**
     * Returns the fields of a window of {@code trace}.
     *
     * @param suppressions what was set aside
     */
    static List<Field> of(RaceWindow window, Trace trace, ZoneId zone, List<Suppression> suppressions) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(TEXTS.get("field.window"), window.title()));
        if (!window.explanation().isEmpty()) {
            fields.add(new Field(TEXTS.get("field.what.happened"), VisibleText.line(window.explanation())));
        }
        Suppression.of(window, suppressions)
                .ifPresent(one -> fields.add(new Field(
                        TEXTS.get("field.suppressed"),
                        VisibleText.line(one.reason()) + " (" + VisibleText.line(one.target()) + ")")));
        fields.add(new Field(TEXTS.get("field.key"), VisibleText.line(window.key())));
        fields.add(new Field(
                TEXTS.get("field.width"), TimeText.duration(window.range().duration())));
        fields.add(new Field(TEXTS.get("field.verdict"), verdict(window)));
        if (!window.holdsIf().isEmpty()) {
            fields.add(new Field(TEXTS.get("field.holds.if"), window.holdsIf()));
        }
        fields.add(new Field(TEXTS.get("field.evidence"), evidence(window)));
        fields.add(new Field(
                TEXTS.get("field.score"),
                TEXTS.get("window.score", String.format(Locale.ROOT, "%.2f", window.score()))));
        fields.add(new Field(
                TEXTS.get("field.matches"),
                window.countExact() ? String.valueOf(window.count()) : TEXTS.get("window.least", window.count())));
        int number = 1;
        for (WindowRole role : window.roles()) {
            fields.add(new Field(TEXTS.get("field.step", number++), step(role, trace, zone)));
        }
        fields.add(new Field(TEXTS.get("field.pattern"), window.pattern()));
        fields.add(new Field(TEXTS.get("field.id"), window.id()));
        return fields;
    }

    /** Returns the quoted lines of all steps. Reads the disk. */
    static String lines(RaceWindow window, Trace trace) {
        StringBuilder lines = new StringBuilder();
        for (WindowRole role : window.roles()) {
            Event event = trace.at(role.event());
            for (int origin : new int[] {event.origin(), event.endOrigin()}) {
                if (origin > 0) {
                    lines.append(quote(event, origin)).append('\n');
                }
            }
        }
        return VisibleText.raw(lines.toString().stripTrailing());
    }

    private static String quote(Event event, int origin) {
        String place = event.source().place(origin);
        try {
            return place + "  " + event.source().text().quote(origin);
        } catch (IOException e) {
            return place + "  " + TEXTS.get("window.unread", e.getMessage());
        }
    }

    private static String verdict(RaceWindow window) {
        return switch (window.verdict()) {
            case CERTAIN -> TEXTS.get("window.certain");
            case UNCERTAIN -> TEXTS.get("window.uncertain");
            case POSSIBLE -> TEXTS.get("window.possible");
        };
    }

    private static String evidence(RaceWindow window) {
        return window.evidence() == Evidence.WITNESSED ? TEXTS.get("window.witnessed") : TEXTS.get("window.exposed");
    }

    private static String step(WindowRole role, Trace trace, ZoneId zone) {
        Event event = trace.at(role.event());
        return VisibleText.line(TimeText.clock(role.time(), zone, 6) + "  "
                + event.lane().name().name() + "  " + event.name() + "  "
                + event.source().place(event.origin()));
    }
}
