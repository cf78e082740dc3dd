package racelane.app.details;

import java.util.ArrayList;
import java.util.List;
import racelane.app.fx.Texts;
import racelane.app.fx.VisibleText;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.time.TimeText;

/** Lists the links of an event, each as a way to its other end. */
final class LinkFields {
    private static final Texts TEXTS = Texts.of(LinkFields.class);

    private static final int MOST = 50;

    private LinkFields() {}

    static List<DetailsViewModel.Field> of(Trace trace, EventRef ref) {
        List<DetailsViewModel.Field> fields = new ArrayList<>();
        EventTable table = trace.tables().get(ref.table());
        if (table.links().size() > 0) {
            side(trace, ref, table.links().outgoing(ref.row()), true, fields);
            side(trace, ref, table.links().incoming(ref.row()), false, fields);
        }
        return fields;
    }

    private static void side(
            Trace trace, EventRef ref, int[] links, boolean outgoing, List<DetailsViewModel.Field> fields) {
        EventTable table = trace.tables().get(ref.table());
        for (int i = 0; i < Math.min(MOST, links.length); i++) {
            int link = links[i];
            int end = outgoing ? table.links().to(link) : table.links().from(link);
            String kind = VisibleText.line(trace.names().text(table.links().kind(link)));
            fields.add(new DetailsViewModel.Field(
                    kind + (outgoing ? " →" : " ←"),
                    words(trace, ref.table(), link, end),
                    end < 0 ? null : new EventRef(ref.table(), end)));
        }
        if (links.length > MOST) {
            fields.add(new DetailsViewModel.Field(
                    TEXTS.get("link.more") + (outgoing ? " →" : " ←"),
                    TEXTS.get("link.more.count", links.length - MOST)));
        }
    }

    private static String words(Trace trace, int table, int link, int end) {
        EventTable events = trace.tables().get(table);
        int lane = trace.laneId(table, events.laneOfEnd(end));
        String name = VisibleText.line(trace.lanes().get(lane).name().name());
        long apart = events.linkEnd(link) - events.linkStart(link);
        String place = end < 0
                ? name
                : TEXTS.get("link.event", VisibleText.line(trace.names().text(events.name(end))), name);
        String time = TimeText.duration(Math.abs(apart));
        return apart < 0 ? TEXTS.get("link.back", place, time) : TEXTS.get("link.apart", place, time);
    }
}
