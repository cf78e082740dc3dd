package racelane.model.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import racelane.model.event.Event;

/**
 * Writes a first pattern from a few events that somebody pointed at: what they are called, how they follow each other, who does
 * what. When an actor does something before and after what another one does, the two become a window; everything else
 * becomes events in their order. Stateless; any thread.
 */
public final class PatternProposal {
    /** How many events a pattern may be made from. */
    public static final int MOST = 8;

    private final List<Event> events;
    private final String common;
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final List<String> requirements = new ArrayList<>();

    private PatternProposal(List<Event> events, String common) {
        this.common = common;
        this.events = events.stream()
                .sorted(Comparator.comparingLong(Event::start).thenComparingInt(Event::origin))
                .toList();
    }

    /**
     * Returns the text of a pattern that finds these events again.
     *
     * @param events two to {@value #MOST} of them, in any order
     * @throws IllegalArgumentException with one line for people when there are fewer or more, or when they have nothing in common
     */
    public static String of(List<Event> events) {
        if (events.size() < 2 || events.size() > MOST) {
            throw new IllegalArgumentException(
                    "a pattern is made from 2 to " + MOST + " events, not from " + events.size());
        }
        PatternProposal proposal = new PatternProposal(events, common(events));
        proposal.cast();
        return proposal.text();
    }

    /** Returns the attribute on which all agree: the key, else the first one of the first event that all have. */
    private static String common(List<Event> events) {
        Event first = events.getFirst();
        String key = first.key();
        if (key != null && events.stream().allMatch(event -> key.equals(event.key()))) {
            return "key";
        }
        return first.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().matches("[\\p{L}][\\p{L}\\p{N}_]*"))
                .filter(entry -> events.stream()
                        .allMatch(event ->
                                entry.getValue().equals(event.attributes().get(entry.getKey()))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "these events have neither a key nor an attribute in common: choose events on one key"));
    }

    private void cast() {
        Optional<Event> closing = closing();
        if (closing.isPresent()) {
            window(closing.get());
        } else {
            sequence();
        }
    }

    /** Returns the last event of the first one's actor, when others act in between. */
    private Optional<Event> closing() {
        Event first = events.getFirst();
        for (int i = events.size() - 1; i > 1; i--) {
            Event last = events.get(i);
            List<Event> inside = events.subList(1, i);
            boolean others = inside.stream().anyMatch(between -> !sameLane(first, between));
            boolean nested = inside.stream()
                    .anyMatch(between -> sameLane(first, between)
                            && (between.name().equals(last.name())
                                    || between.name().equals(first.name())));
            if (sameLane(first, last) && others && !nested && !first.name().equals(last.name())) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }

    private void window(Event closing) {
        Event opening = events.getFirst();
        roles.add("window W = " + classOf(opening) + " .. " + classOf(closing) + " by lane");
        for (Event event : events) {
            if (event == opening || event == closing) {
                continue;
            }
            String role = role(event);
            if (event.start() < closing.start()) {
                orders.add("order W.start < " + role + " < W.end");
            } else {
                orders.add("order W.end < " + role);
            }
            requirements.add("require " + role + ".lane " + (sameLane(opening, event) ? "==" : "!=") + " W.lane");
        }
    }

    private void sequence() {
        String before = "";
        Event previous = events.getFirst();
        for (Event event : events) {
            String role = role(event);
            if (!before.isEmpty()) {
                orders.add("order " + before + " < " + role);
                requirements.add("require " + before + ".lane " + (sameLane(previous, event) ? "==" : "!=") + " " + role
                        + ".lane");
            }
            before = role;
            previous = event;
        }
    }

    /** Adds an event as a role, named by letters that {@code W} is not among. */
    private String role(Event event) {
        String name =
                "E" + (roles.stream().filter(line -> !line.startsWith("window")).count() + 1);
        roles.add("op " + name + " = " + classOf(event));
        return name;
    }

    /** Returns the class that means this operation, defining it when it is new. */
    private String classOf(Event event) {
        String name = "my-" + plain(event.name());
        String known = classes.putIfAbsent(name, event.name());
        int number = 2;
        while (known != null && !known.equals(event.name())) {
            name = "my-" + plain(event.name()) + "-" + number++;
            known = classes.putIfAbsent(name, event.name());
        }
        return name;
    }

    private String text() {
        StringBuilder text =
                new StringBuilder("# Made from ").append(events.size()).append(" events of ");
        text.append(events.getFirst().source().name().replaceAll("\\p{Cntrl}", " "))
                .append('\n');
        classes.forEach((name, op) -> text.append("class ")
                .append(name)
                .append(" = ")
                .append(condition(op))
                .append('\n'));
        String title = String.join(" → ", events.stream().map(Event::name).toList());
        text.append("\npattern my-pattern ").append(quoted(title)).append(" {\n  severity 70\n");
        text.append("  bind ").append(common).append('\n');
        for (List<String> lines : List.of(roles, orders, requirements)) {
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.append("}\n").toString();
    }

    private static boolean sameLane(Event one, Event other) {
        return one.lane().id() == other.lane().id();
    }

    /** Returns a name of the language from an operation's: {@code cache.set} becomes {@code cache-set}. */
    private static String plain(String operation) {
        String plain =
                operation.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String shortened = plain.substring(0, Math.min(plain.length(), 40));
        return shortened.isEmpty() ? "event" : shortened;
    }

    /** Returns what is true of this operation only; by a regular expression where its name cannot stand in a text of the language. */
    private static String condition(String operation) {
        boolean plain = operation.indexOf('\\') < 0 && operation.chars().noneMatch(Character::isISOControl);
        if (plain) {
            return "op == " + quoted(operation);
        }
        return "op ~ \"^" + operation.replaceAll("[^\\p{L}\\p{N} _:/-]", ".") + "$\"";
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\p{Cntrl}\\\\]", " ").replace("\"", "\\\"") + '"';
    }
}
