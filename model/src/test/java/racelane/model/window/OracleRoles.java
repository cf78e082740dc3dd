package racelane.model.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racelane.model.pattern.PatternSet;
import racelane.model.pattern.Point.Edge;
import racelane.model.pattern.Role;
import racelane.model.window.OracleOrder.At;
import racelane.model.window.RandomTraces.Ev;

/** What can play a role, by the letter: openers are paired by counting balances, states by looking back. */
final class OracleRoles {
    private final PatternSet set;
    private final List<Ev> group;

    OracleRoles(PatternSet set, List<Ev> group) {
        this.set = set;
        this.group = group;
    }

    /** Who plays a role; a null {@code last} is an end that was not seen, a null {@code expiry} one that does not come by itself. */
    record Item(
            String kind,
            Ev first,
            @Nullable Ev last,
            @Nullable Long expiry) {
        Item(String kind, Ev first, @Nullable Ev last) {
            this(kind, first, last, null);
        }

        boolean derived() {
            return kind.equals("state");
        }

        boolean lasting() {
            return kind.equals("window") || kind.equals("state");
        }

        List<Ev> events() {
            return last == null || last == first ? List.of(first) : List.of(first, last);
        }

        String name() {
            String end = last == null || !lasting() ? "" : "-" + last.source() + ":" + last.line();
            return first.source() + ":" + first.line() + end;
        }

        At earliest(Edge edge) {
            if (lasting() && edge == Edge.END) {
                return expired(last == null ? never() : OracleOrder.start(last));
            }
            return kind.equals("op") && edge == Edge.END ? OracleOrder.end(first) : OracleOrder.start(first);
        }

        At latest(Edge edge) {
            if (kind.equals("event") || (kind.equals("op") && edge == Edge.START)) {
                return OracleOrder.start(first);
            }
            if (kind.equals("op")) {
                return OracleOrder.end(first);
            }
            if (edge == Edge.END) {
                return expired(last == null ? never() : OracleOrder.end(last));
            }
            return first.end() == null && first != last ? never() : begun();
        }

        At readFrom(Edge edge) {
            return lasting() ? readTo(edge) : earliest(edge);
        }

        At readTo(Edge edge) {
            return lasting() && edge != Edge.END ? begun() : latest(edge);
        }

        private At begun() {
            return done(first);
        }

        At latestStart() {
            return lasting() ? done(first) : OracleOrder.start(first);
        }

        private At expired(At closed) {
            boolean earlier = expiry != null && (closed.time() == null || expiry < closed.time());
            return earlier ? new At(expiry, first.source(), first.lane(), Integer.MAX_VALUE) : closed;
        }

        private At never() {
            return new At(null, first.source(), first.lane(), 0);
        }
    }

    static At done(Ev one) {
        return one.end() == null ? OracleOrder.start(one) : OracleOrder.end(one);
    }

    static List<List<Ev>> groups(List<Ev> events, List<String> by) {
        Map<List<String>, List<Ev>> groups = new LinkedHashMap<>();
        for (Ev one : events) {
            List<String> values = new ArrayList<>();
            for (String name : by) {
                String value = name.equals("key")
                        ? one.key()
                        : name.equals("lane") ? one.lane() : one.attributes().get(name);
                if (value != null) {
                    values.add(value);
                }
            }
            if (values.size() == by.size()) {
                groups.computeIfAbsent(values, unknown -> new ArrayList<>()).add(one);
            }
        }
        return List.copyOf(groups.values());
    }

    List<Item> items(Role role) {
        List<Item> items = new ArrayList<>();
        switch (role) {
            case Role.Instant one -> of(one.type()).forEach(event -> items.add(new Item("event", event, event)));
            case Role.Operation one -> of(one.type()).forEach(event -> items.add(new Item("op", event, event)));
            case Role.Interval one -> groups(group, one.by()).forEach(part -> pairs(one, part, items));
            case Role.Stray one -> groups(group, one.by()).forEach(part -> strays(one, part, items));
            case Role.State one -> groups(group, one.by()).forEach(part -> states(one, part, items));
            case Role.Cycle one -> throw new AssertionError("cycles have an oracle of their own");
            case Role.Rate one -> throw new AssertionError("rates are tested by themselves");
        }
        items.sort(Comparator.comparing((Item item) -> item.latestStart(), OracleRoles::compare));
        return items;
    }

    private List<Ev> of(String type) {
        return group.stream()
                .filter(one -> OracleConditions.isA(set, type, one))
                .toList();
    }

    private void pairs(Role.Interval role, List<Ev> part, List<Item> out) {
        List<Ev> sorted = byEffect(part);
        List<Ev> openers = new ArrayList<>();
        List<Ev> closers = new ArrayList<>();
        int open = 0;
        for (Ev one : sorted) {
            if (OracleConditions.isA(set, role.opener(), one)) {
                openers.add(one);
                open++;
            } else if (isCloser(role, one) && open > 0) {
                closers.add(one);
                open--;
            }
        }
        for (int i = 0; i < openers.size(); i++) {
            Ev opener = openers.get(i);
            Ev closer = role.pairing() == Role.Pairing.FIFO
                    ? (i < closers.size() ? closers.get(i) : null)
                    : balanced(role, sorted, sorted.indexOf(opener));
            if (closer != null || role.openEnd()) {
                out.add(new Item("window", opener, closer, expiry(role, opener)));
            }
        }
    }

    /** In the tests an expiry is a number of ms. */
    private static @Nullable Long expiry(Role.Interval role, Ev opener) {
        for (String name : role.expires()) {
            String value = opener.attributes().get(name);
            if (value != null) {
                return Objects.requireNonNull(done(opener).time()) + Long.parseLong(value) * Histories.MS;
            }
        }
        return null;
    }

    private void strays(Role.Stray role, List<Ev> part, List<Item> out) {
        int open = 0;
        for (Ev one : byEffect(part)) {
            if (OracleConditions.isA(set, role.opener(), one)) {
                open++;
            } else if (role.closers().stream().anyMatch(closer -> OracleConditions.isA(set, closer, one))) {
                if (open == 0) {
                    out.add(new Item("event", one, one));
                }
                open = Math.max(0, open - 1);
            }
        }
    }

    private @Nullable Ev balanced(Role.Interval role, List<Ev> sorted, int from) {
        int balance = 0;
        for (Ev one : sorted.subList(from, sorted.size())) {
            balance += OracleConditions.isA(set, role.opener(), one) ? 1 : isCloser(role, one) ? -1 : 0;
            if (balance == 0) {
                return one;
            }
        }
        return null;
    }

    private boolean isCloser(Role.Interval role, Ev one) {
        return role.closers().stream().anyMatch(closer -> OracleConditions.isA(set, closer, one));
    }

    private void states(Role.State role, List<Ev> part, List<Item> out) {
        List<Ev> sorted = byEffect(part.stream()
                .filter(one -> OracleConditions.isA(set, role.type(), one))
                .toList());
        for (int i = 0; i < sorted.size(); i++) {
            boolean before = i > 0 && OracleConditions.holds(role.condition(), sorted.get(i - 1));
            if (!before && OracleConditions.holds(role.condition(), sorted.get(i))) {
                int end = i;
                while (end < sorted.size() && OracleConditions.holds(role.condition(), sorted.get(end))) {
                    end++;
                }
                out.add(new Item("state", sorted.get(i), end < sorted.size() ? sorted.get(end) : null));
            }
        }
    }

    private static List<Ev> byEffect(List<Ev> part) {
        List<Ev> sorted = new ArrayList<>(part);
        sorted.sort(Comparator.comparing(OracleRoles::done, OracleRoles::compare));
        return sorted;
    }

    static int compare(At a, At b) {
        int time = Long.compare(Objects.requireNonNull(a.time()), Objects.requireNonNull(b.time()));
        int source = Integer.compare(a.source(), b.source());
        return time != 0 ? time : source != 0 ? source : Integer.compare(a.line(), b.line());
    }
}
