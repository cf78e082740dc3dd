package racelane.model.investigation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import racelane.model.event.EventKind;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.event.TraceBuilder;
import racelane.model.source.Account;
import racelane.model.source.ClockSetting;
import racelane.model.source.Interpretation;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;

/** A log of lines {@code nanoseconds lane words…}, of which every line is an event, and that quotes its lines. */
final class TextLog {
    private TextLog() {}

    static EventTable table(Names names, String file, String clock, List<String> lines) {
        TraceBuilder builder = new TraceBuilder(names);
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(" ", 3);
            long time = Long.parseLong(parts[0]);
            int lane = builder.lane(LaneName.thread(parts[1]));
            builder.append(EventKind.INSTANT, lane, time, time, builder.word(parts[2]), i + 1);
        }
        String hash = String.format("%064x", lines.hashCode() & 0xffffffffL);
        return builder.seal(new Source(
                Path.of(file),
                hash,
                SourceKind.LOG,
                "test",
                clock,
                1,
                ClockSetting.NONE,
                new Account.Records(lines.size(), lines.size(), 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                origin -> quote(lines, origin),
                Interpretation.FIXED));
    }

    static Trace trace(String file, List<String> lines) {
        Names names = new Names();
        return Trace.of(names, List.of(table(names, file, "wall clock", lines)));
    }

    /** Returns the anchor of the event of a line, from 1. */
    static Anchor anchor(Trace trace, int line) {
        EventTable table = trace.tables().getFirst();
        for (int row = 0; row < table.size(); row++) {
            if (table.origin(row) == line) {
                return of(trace, new EventRef(0, row));
            }
        }
        throw new AssertionError("no event in line " + line);
    }

    static Anchor of(Trace trace, EventRef ref) {
        EventTable table = trace.tables().get(ref.table());
        String lane = table.slices().get(table.laneOf(ref.row())).name().name();
        try {
            return new Anchor(
                    table.source().sha256(),
                    table.source().name(),
                    lane,
                    table.origin(ref.row()),
                    table.ownStart(ref.row()),
                    table.ownEnd(ref.row()),
                    table.source().text().quote(table.origin(ref.row())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String quote(List<String> lines, int origin) throws IOException {
        if (origin < 1 || origin > lines.size()) {
            throw new IOException("there is no line " + origin);
        }
        return lines.get(origin - 1);
    }
}
