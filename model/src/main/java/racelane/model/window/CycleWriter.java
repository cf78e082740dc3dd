package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.pattern.Explanation;
import racelane.model.pattern.Pattern;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;
import racelane.model.window.WaitCycles.Circle;
import racelane.model.window.WaitCycles.Stay;

/** Turns a circle of waiting actors into the window that people see: who took what, then who began to wait for what. */
final class CycleWriter {
    private static final double FULL = 100;

    private final Trace trace;
    private final WindowWriter writer;
    private final Pattern pattern;

    CycleWriter(Trace trace, WindowWriter writer, Pattern pattern) {
        this.trace = trace;
        this.writer = writer;
        this.pattern = pattern;
    }

    double score(Circle circle) {
        double evidence = circle.forGood() ? 1 : 0.6;
        double certainty = circle.verdict() == Verdict.CERTAIN ? 1 : 0.5;
        return pattern.severity() / FULL * evidence * certainty;
    }

    /** Names the group of like circles: the keys without their numbers. */
    WindowKind kind(Circle circle) {
        String keys = circle.waits().stream()
                .map(wait -> Signature.template(key(wait)))
                .sorted()
                .collect(Collectors.joining(" → "));
        return new WindowKind(pattern.name(), List.of(), keys);
    }

    RaceWindow write(Circle circle) {
        List<WindowRole> roles = roles(circle);
        String keys = circle.waits().stream().map(this::key).collect(Collectors.joining(" → "));
        boolean sure = circle.verdict() == Verdict.CERTAIN;
        return new RaceWindow(
                writer.id(pattern, roles),
                pattern.name(),
                pattern.title(),
                "hold and wait in a circle of " + circle.waits().size(),
                keys,
                circle.verdict(),
                circle.forGood() ? Evidence.WITNESSED : Evidence.EXPOSED,
                score(circle),
                new TimeRange(circle.closed(), Math.max(circle.closed(), end(circle))),
                roles,
                1,
                true,
                sure ? "" : "all of them held and waited at the same time, which the stamps leave open",
                Explanation.fill(pattern.explain(), new Keys(keys)),
                "",
                List.of(),
                kind(circle));
    }

    private List<WindowRole> roles(Circle circle) {
        List<WindowRole> roles = new ArrayList<>();
        String name = pattern.roles().getFirst().name();
        for (int i = 0; i < circle.waits().size(); i++) {
            roles.add(role(name + (i + 1) + ".holds", circle.holds().get(i), false));
            roles.add(role(name + (i + 1) + ".waits", circle.waits().get(i), i == 0));
        }
        roles.sort(Comparator.comparingLong(WindowRole::time)
                .thenComparingInt(role -> role.event().table())
                .thenComparingInt(role -> trace.tables()
                        .get(role.event().table())
                        .origin(role.event().row())));
        return roles;
    }

    private WindowRole role(String name, Stay stay, boolean intruder) {
        EventTable table = trace.tables().get(Ref.table(stay.first()));
        int row = Ref.row(stay.first());
        return new WindowRole(
                name,
                Ref.unpack(stay.first()),
                trace.laneId(Ref.unpack(stay.first())),
                table.start(row),
                table.end(row),
                intruder);
    }

    /** The circle lasts until the first of its waits ends, or its source. */
    private long end(Circle circle) {
        long end = Long.MAX_VALUE;
        for (Stay wait : circle.waits()) {
            EventTable table = trace.tables().get(Ref.table(wait.first()));
            long sourceEnd = table.source().range().end();
            end = Math.min(end, wait.end().open() ? sourceEnd : wait.end().time());
        }
        return end;
    }

    private String key(Stay stay) {
        return trace.names().text(stay.key());
    }

    /** A circle has many actors, so that only its keys can be told in its explanation. */
    private record Keys(String key) implements Explanation.Values {
        @Override
        public @Nullable String attribute(String role, String name) {
            return null;
        }

        @Override
        public @Nullable Long time(String role, String edge) {
            return null;
        }

        @Override
        public String duration(long nanos) {
            return TimeText.duration(nanos);
        }
    }
}
