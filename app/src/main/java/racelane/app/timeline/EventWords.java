package racelane.app.timeline;

import java.util.Map;
import racelane.app.fx.Texts;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.time.TimeText;

/** Says what an event is in a few lines, for tooltips. */
final class EventWords {
    private static final Texts TEXTS = Texts.of(EventWords.class);

    private static final int MOST_ATTRIBUTES = 8;
    private static final int MOST_CHARS = 90;

    private EventWords() {}

    static String of(Event event) {
        StringBuilder text = new StringBuilder(event.name());
        if (event.key() != null) {
            text.append("  ").append(event.key());
        }
        text.append('\n').append(event.lane().name().name()).append("  ").append(time(event));
        int shown = 0;
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            if (shown++ == MOST_ATTRIBUTES) {
                text.append('\n')
                        .append(TEXTS.get("event.more", event.attributes().size() - MOST_ATTRIBUTES));
                break;
            }
            text.append('\n').append(attribute.getKey()).append(" = ").append(shortened(attribute.getValue()));
        }
        text.append('\n').append(event.source().place(event.origin()));
        if (event.endOrigin() > 0) {
            text.append('–').append(event.endOrigin());
        }
        return text.toString();
    }

    private static String time(Event event) {
        return switch (event.kind()) {
            case INSTANT, COUNTER ->
                event.source().byOrder()
                        ? TEXTS.get("event.line", event.origin())
                        : TEXTS.get("event.at", TimeText.iso(event.start()));
            case SPAN, WAIT ->
                event.source().byOrder()
                        ? lines(event)
                        : event.kind() == EventKind.WAIT
                                ? TEXTS.get("event.waiting", TimeText.duration(event.duration()))
                                : TimeText.duration(event.duration());
            case OPEN ->
                event.source().byOrder()
                        ? TEXTS.get("event.open")
                        : TEXTS.get("event.open.least", TimeText.duration(event.duration()));
        };
    }

    /** How long an event lasted whose source counts lines. */
    private static String lines(Event event) {
        long lines = event.duration() / 1_000;
        return lines == 1 ? TEXTS.get("event.lines.one") : TEXTS.get("event.lines.other", lines);
    }

    private static String shortened(String value) {
        return value.length() <= MOST_CHARS ? value : value.substring(0, MOST_CHARS - 1) + "…";
    }
}
