package racelane.app.timeline;

import java.util.Optional;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.model.event.CounterTrack;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LinkRef;
import racelane.model.event.Trace;
import racelane.model.scene.CounterText;
import racelane.model.time.TimeText;

/** Says what a link or a counter is in a few lines, for tooltips. */
final class LinkWords {
    private static final Texts TEXTS = Texts.of(LinkWords.class);

    private LinkWords() {}

    /** Returns the kind of a link, both its ends and how much time lies between them. */
    static String of(Trace trace, LinkRef link) {
        if (!holds(trace, link)) {
            return "";
        }
        EventTable table = trace.tables().get(link.table());
        int from = table.links().from(link.link());
        int to = table.links().to(link.link());
        long apart = table.linkEnd(link.link()) - table.linkStart(link.link());
        String kind = VisibleText.line(trace.names().text(table.links().kind(link.link())));
        String time = TimeText.duration(Math.abs(apart));
        return kind
                + '\n'
                + TEXTS.get("link.from", end(trace, link.table(), from))
                + '\n'
                + TEXTS.get("link.to", end(trace, link.table(), to))
                + '\n'
                + (apart < 0 ? TEXTS.get("link.back", time) : TEXTS.get("link.apart", time));
    }

    /** Returns the value of a counter at {@code time} (ns since the epoch), its range and where the sample stands. */
    static Optional<String> counter(Trace trace, String position, long time) {
        int at = Integer.parseInt(position);
        if (at >= trace.counters().size()) {
            return Optional.empty(); // a picture of an older trace, for a moment
        }
        CounterTrack track = trace.counters().get(at);
        int sample = track.at(time);
        String unit = track.name().unit();
        String value = sample < 0 ? TEXTS.get("counter.none") : CounterText.exact(track, sample);
        String place = sample < 0
                ? ""
                : '\n'
                        + TEXTS.get("counter.since", TimeText.iso(track.time(sample)))
                        + '\n'
                        + track.table().source().place(track.origin(sample));
        return Optional.of(VisibleText.line(track.name().title())
                + '\n'
                + value
                + '\n'
                + TEXTS.get(
                        "counter.range",
                        CounterText.brief(track.min(), unit),
                        CounterText.brief(track.max(), unit),
                        track.size())
                + place);
    }

    /** Returns the event at an end of a link; nothing where only its lane is known. */
    static Optional<EventRef> event(Trace trace, LinkRef link, boolean arriving) {
        if (!holds(trace, link)) {
            return Optional.empty();
        }
        EventTable table = trace.tables().get(link.table());
        int row = arriving ? table.links().to(link.link()) : table.links().from(link.link());
        return row < 0 ? Optional.empty() : Optional.of(new EventRef(link.table(), row));
    }

    /** Tells whether a link is of this trace, and not of one before it whose picture is still on the screen. */
    private static boolean holds(Trace trace, LinkRef link) {
        return link.table() < trace.tables().size()
                && link.link() < trace.tables().get(link.table()).links().size();
    }

    private static String end(Trace trace, int table, int row) {
        EventTable events = trace.tables().get(table);
        int lane = trace.laneId(table, events.laneOfEnd(row));
        String name = VisibleText.line(trace.lanes().get(lane).name().name());
        return row < 0
                ? name
                : TEXTS.get("link.event", VisibleText.line(trace.names().text(events.name(row))), name);
    }
}
