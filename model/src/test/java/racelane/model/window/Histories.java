package racelane.model.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import racelane.model.event.EventKind;
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
import racelane.model.source.SourceText;

/** Builds traces from a line of text: {@code 450 u update.start user:123; 456-458 g get user:123 result=OLD} (times in ms). */
final class Histories {
    static final long MS = 1_000_000L;

    private Histories() {}

    /** Returns a trace of one source with a wall clock that ticks in ms. */
    static Trace trace(String history) {
        Names names = new Names();
        return Trace.of(names, List.of(table(names, "history.log", "wall clock", history)));
    }

    /** Returns one source. A time such as {@code 450..} starts something whose end was not seen; {@code ~} before it is a wait. */
    static EventTable table(Names names, String file, String clock, String history) {
        TraceBuilder builder = new TraceBuilder(names);
        int line = 0;
        for (String text : history.split(";")) {
            if (!text.isBlank()) {
                line = append(builder, text.strip().split("\\s+"), line + 1);
            }
        }
        return builder.seal(source(builder, file, clock, line));
    }

    static Source source(TraceBuilder builder, String file, String clock, int lines) {
        return new Source(
                Path.of(file),
                String.format(Locale.ROOT, "%064x", file.hashCode() & 0xffffffffL),
                SourceKind.LOG,
                "history",
                clock,
                MS,
                ClockSetting.NONE,
                new Account.Lines(lines, lines, 0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED);
    }

    /** Returns the line of the event's end. */
    private static int append(TraceBuilder builder, String[] words, int line) {
        boolean open = words[0].endsWith("..");
        String[] times = words[0].replace("..", "").split("-");
        long start = Long.parseLong(times[0]) * MS;
        boolean span = times.length > 1;
        int lane = builder.lane(LaneName.thread(words[1]));
        int event = builder.append(
                span || open ? EventKind.OPEN : EventKind.INSTANT, lane, start, start, builder.word(words[2]), line);
        if (words.length > 3) {
            builder.key(event, builder.word(words[3]));
        }
        List<Integer> pairs = new ArrayList<>();
        for (int i = 4; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            pairs.add(builder.word(pair[0]));
            pairs.add(builder.word(pair[1]));
        }
        if (!pairs.isEmpty()) {
            builder.addAttributes(
                    event,
                    builder.attributes(
                            pairs.stream().mapToInt(Integer::intValue).toArray()));
        }
        if (span) {
            builder.close(event, Long.parseLong(times[1]) * MS, line + 1);
        }
        return span ? line + 1 : line;
    }
}
