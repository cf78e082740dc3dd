package racelane.model.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

/** Small random traces full of ties: few keys, few lanes, few moments, one or two sources. */
final class RandomTraces {
    static final String[] OPERATIONS = {"s", "i", "r", "t", "g", "n", "z", "d", "c"};

    private RandomTraces() {}

    /** An event as the oracle knows it. {@code end} is null when no end was seen. */
    record Ev(
            int source,
            String lane,
            String op,
            String key,
            Map<String, String> attributes,
            long start,
            @Nullable Long end,
            int line,
            int endLine) {
        boolean span() {
            return end != null && endLine != 0;
        }
    }

    /** A trace and its events. */
    record Case(Trace trace, List<Ev> events) {}

    /** Returns the trace that {@code seed} stands for; {@code clocks} gives each source's clock. */
    static Case random(long seed, String... clocks) {
        return sized(seed, 44, clocks);
    }

    /** Returns the trace that {@code seed} stands for, of less than {@code most} and 4 events. */
    static Case sized(long seed, int most, String... clocks) {
        Random random = new Random(seed);
        List<Ev> drafts = new ArrayList<>();
        int n = 4 + random.nextInt(most);
        int keys = 1 + random.nextInt(3);
        int lanes = 1 + random.nextInt(4);
        int span = 3 + random.nextInt(23);
        for (int i = 0; i < n; i++) {
            drafts.add(draft(random, clocks.length, keys, lanes, span));
        }
        return build(random, drafts, clocks);
    }

    private static Ev draft(Random random, int sources, int keys, int lanes, int span) {
        Map<String, String> attributes = new TreeMap<>();
        for (String name : new String[] {"v", "w"}) {
            if (random.nextInt(5) > 0) {
                attributes.put(name, Integer.toString(random.nextInt(4)));
            }
        }
        if (random.nextInt(3) == 0) {
            attributes.put("px", Integer.toString(random.nextInt(7)));
        }
        long start = random.nextInt(span) * Histories.MS;
        int kind = random.nextInt(10);
        Long end = kind < 6
                ? Long.valueOf(start)
                : kind < 9 ? Long.valueOf(start + random.nextInt(6) * Histories.MS) : null;
        return new Ev(
                random.nextInt(sources),
                "l" + random.nextInt(lanes),
                OPERATIONS[random.nextInt(OPERATIONS.length)],
                "k" + random.nextInt(keys),
                attributes,
                start,
                end,
                0,
                kind < 6 ? 0 : 1);
    }

    private static Case build(Random random, List<Ev> drafts, String[] clocks) {
        Names names = new Names();
        List<Ev> events = new ArrayList<>();
        List<EventTable> tables = new ArrayList<>();
        for (int source = 0; source < clocks.length; source++) {
            int wanted = source;
            List<Ev> own = numbered(
                    random,
                    drafts.stream().filter(one -> one.source() == wanted).toList());
            events.addAll(own);
            tables.add(table(names, own, "s" + source, clocks[source]));
        }
        return new Case(Trace.of(names, tables), events);
    }

    /** Gives every start and end its line, by time, ties at random. */
    private static List<Ev> numbered(Random random, List<Ev> drafts) {
        record End(int event, long time, boolean last, int dice) {}
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            int dice = random.nextInt(1000);
            ends.add(new End(i, drafts.get(i).start(), false, dice));
            Long end = drafts.get(i).end();
            if (drafts.get(i).endLine() != 0 && end != null) {
                ends.add(new End(i, end, true, dice + random.nextInt(1000)));
            }
        }
        ends.sort(
                Comparator.comparingLong(End::time).thenComparingInt(End::dice).thenComparing(End::last));
        int[] lines = new int[drafts.size()];
        int[] endLines = new int[drafts.size()];
        for (int i = 0; i < ends.size(); i++) {
            (ends.get(i).last() ? endLines : lines)[ends.get(i).event()] = i + 1;
        }
        List<Ev> numbered = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Ev one = drafts.get(i);
            numbered.add(new Ev(
                    one.source(),
                    one.lane(),
                    one.op(),
                    one.key(),
                    one.attributes(),
                    one.start(),
                    one.end(),
                    lines[i],
                    endLines[i]));
        }
        numbered.sort(Comparator.comparingInt(Ev::line));
        return numbered;
    }

    static EventTable table(Names names, List<Ev> events, String file, String clock) {
        TraceBuilder builder = new TraceBuilder(names);
        for (Ev one : events) {
            int lane = builder.lane(LaneName.thread(one.lane()));
            boolean instant = one.end() != null && one.endLine() == 0;
            int event = builder.append(
                    instant ? EventKind.INSTANT : EventKind.OPEN,
                    lane,
                    one.start(),
                    one.start(),
                    builder.word(one.op()),
                    one.line());
            builder.key(event, builder.word(one.key()));
            int[] pairs = new int[one.attributes().size() * 2];
            int at = 0;
            for (Map.Entry<String, String> attribute : one.attributes().entrySet()) {
                pairs[at++] = builder.word(attribute.getKey());
                pairs[at++] = builder.word(attribute.getValue());
            }
            builder.addAttributes(event, builder.attributes(pairs));
            if (!instant && one.end() != null) {
                builder.close(event, one.end(), one.endLine());
            }
        }
        Source source = new Source(
                Path.of(file),
                file,
                SourceKind.TRACE,
                "random " + file,
                clock,
                Histories.MS,
                ClockSetting.NONE,
                new Account.Records(0, 0, 0, 0),
                builder.firstTime(),
                builder.lastTime(),
                builder.extent(),
                List.of(),
                List.of(),
                SourceText.none(),
                Interpretation.FIXED);
        return builder.seal(source);
    }
}
