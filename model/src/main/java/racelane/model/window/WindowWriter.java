package racelane.model.window;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Moment;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.pattern.Explanation;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.Point.Edge;
import racelane.model.pattern.Role;
import racelane.model.time.TimeText;

/** Turns a hit into the window that people see. */
final class WindowWriter {
    private static final int ID_LENGTH = 10;

    private final Trace trace;
    private final ClockOrder order;
    private final AttributeReader attributes;

    /** A step of a window and the word for it. */
    private record Step(WindowRole role, String word) {}

    WindowWriter(Trace trace, ClockOrder order, AttributeReader attributes) {
        this.trace = trace;
        this.order = order;
        this.attributes = attributes;
    }

    RaceWindow write(Plan plan, Hit hit, WindowKind kind, String key, double score, String guard) {
        Pattern pattern = plan.pattern();
        List<Step> steps = steps(plan, hit.cast());
        Judge judge = new Judge(plan, order, new Absence[0]);
        return new RaceWindow(
                id(pattern, steps.stream().map(Step::role).toList()),
                pattern.name(),
                pattern.title(),
                steps.stream().map(Step::word).collect(Collectors.joining(" → ")),
                key,
                hit.verdict(),
                hit.harm() ? Evidence.WITNESSED : Evidence.EXPOSED,
                score,
                Extent.shown(hit.cast()),
                steps.stream().map(Step::role).toList(),
                hit.count(),
                hit.exact(),
                hit.verdict() == Verdict.CERTAIN ? "" : new Proviso(plan, hit.cast(), order, judge).text(),
                Explanation.fill(pattern.explain(), new Filling(plan, hit.cast(), key, attributes)),
                guard,
                List.of(),
                kind);
    }

    /** Returns the key as people name it. */
    String key(Plan plan, Cast cast) {
        if (plan.link() != null) {
            return shown(attributes.key(
                            cast.first(plan.pattern().indexOf(plan.link().from()))))
                    + " → "
                    + shown(attributes.key(
                            cast.first(plan.pattern().indexOf(plan.link().to()))));
        }
        return shown(attributes.key(cast.first(0)));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<Step> steps(Plan plan, Cast cast) {
        List<Step> steps = new ArrayList<>();
        for (int role = 0; role < plan.roles().size(); role++) {
            boolean intruder = role > 0 && role == plan.roles().size() - 1;
            addSteps(steps, plan.roles().get(role), cast, role, intruder);
        }
        steps.sort(Comparator.comparingLong((Step step) -> step.role().time())
                .thenComparingLong(step -> step.role().endTime())
                .thenComparingInt(step -> step.role().event().table())
                .thenComparingInt(step -> line(step.role())));
        return steps;
    }

    private int line(WindowRole role) {
        return trace.tables().get(role.event().table()).origin(role.event().row());
    }

    private void addSteps(List<Step> steps, Plan.Part part, Cast cast, int role, boolean intruder) {
        Items items = cast.items[role];
        int item = cast.chosen[role];
        KeyEvents events = items.events();
        int first = items.first(item);
        String name = part.role().name();
        if (part.shape() != Shape.INTERVAL) {
            Moment end = events.end(first) == Moment.NEVER_SEEN ? events.startMoment(first) : events.endMoment(first);
            steps.add(step(name, word(part.role(), false), cast.first(role), end.time(), intruder));
            return;
        }
        int last = items.last(item);
        boolean whole = first == last;
        long firstEnd = whole ? cast.readFrom(role, Edge.START).time() : events.done(first);
        steps.add(step(name + ".start", word(part.role(), false), cast.first(role), firstEnd, intruder));
        if (last != Items.OPEN) {
            long start = whole ? events.end(last) : events.start(last);
            Moment end = cast.latest(role, Edge.END);
            long shownEnd = end.open() ? start : end.time();
            WindowRole closing = new WindowRole(
                    name + ".end", Ref.unpack(cast.second(role)), events.lane(last), start, shownEnd, intruder);
            steps.add(new Step(closing, word(part.role(), true)));
        }
    }

    private Step step(String name, String word, long ref, long end, boolean intruder) {
        EventTable table = trace.tables().get(Ref.table(ref));
        int lane = trace.laneId(Ref.unpack(ref));
        return new Step(new WindowRole(name, Ref.unpack(ref), lane, table.start(Ref.row(ref)), end, intruder), word);
    }

    private static String word(Role role, boolean closing) {
        String type = switch (role) {
            case Role.Instant one -> one.type();
            case Role.Operation one -> one.type();
            case Role.Interval one -> closing ? String.join(" or ", one.closers()) : one.opener();
            case Role.State one -> one.type() + (closing ? " over" : "");
            case Role.Rate one -> one.whole();
            case Role.Stray one -> String.join(" or ", one.closers());
            case Role.Cycle one -> one.waiting().opener();
        };
        return type.replace('-', ' ');
    }

    /** A hash of what the finding is made of; rows, and which source was opened first, do not matter. */
    String id(Pattern pattern, List<WindowRole> steps) {
        List<String> parts = new ArrayList<>();
        for (WindowRole step : steps) {
            EventTable table = trace.tables().get(step.event().table());
            int row = step.event().row();
            parts.add(String.join(
                    "\n",
                    step.role(),
                    content(step.event().table()),
                    Integer.toString(table.origin(row)),
                    Integer.toString(table.endOrigin(row)),
                    trace.names().text(table.name(row)),
                    trace.names().text(table.key(row))));
        }
        parts.sort(Comparator.naturalOrder());
        String text = pattern.name() + "\n\n" + String.join("\n\n", parts);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /** Returns the hash of a source's content, numbered from the second source on that has the same. */
    private String content(int index) {
        String hash = trace.tables().get(index).source().sha256();
        long before = trace.tables().stream()
                .limit(index)
                .filter(table -> table.source().sha256().equals(hash))
                .count();
        return before == 0 ? hash : hash + "#" + before;
    }

    /** The values of one match. */
    private record Filling(Plan plan, Cast cast, String key, AttributeReader attributes) implements Explanation.Values {
        @Override
        public @Nullable String attribute(String role, String name) {
            int index = plan.pattern().indexOf(role);
            String value = index < 0 ? null : attributes.reader(name).apply(cast.first(index));
            long second = index < 0 ? Ref.NONE : cast.second(index);
            return value == null && second != Ref.NONE ? attributes.reader(name).apply(second) : value;
        }

        @Override
        public @Nullable Long time(String role, String edge) {
            int index = plan.pattern().indexOf(role);
            if (index < 0) {
                return null;
            }
            Moment moment = edge.equals("end") ? cast.latest(index, Edge.END) : cast.readFrom(index, Edge.START);
            return moment.open() ? null : Long.valueOf(moment.time());
        }

        @Override
        public String duration(long nanos) {
            return TimeText.duration(nanos);
        }
    }
}
