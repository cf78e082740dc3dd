package racelane.model.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import racelane.model.pattern.Point.Edge;

/** Reads the clauses of a pattern, one at a time, into its draft. */
final class ClauseParser {
    /** The words that start a clause. */
    static final Set<String> WORDS = Set.of(
            "severity",
            "bind",
            "event",
            "op",
            "window",
            "state",
            "rate",
            "stray",
            "cycle",
            "order",
            "require",
            "symptom",
            "absent",
            "gap",
            "within",
            "pick",
            "link",
            "explain");

    private static final Set<String> RELATIONS = Set.of("in", "during", "overlaps");

    private final Tokens tokens;
    private final PatternDraft draft;

    ClauseParser(Tokens tokens, PatternDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
    }

    void clause() {
        Token word = tokens.peek();
        if (RELATIONS.contains(tokens.peekNext().text()) && !WORDS.contains(word.text())) {
            relation(point(), tokens.take().text(), point(), word.at());
            return;
        }
        if (word.kind() != Token.Kind.NAME || !WORDS.contains(word.text())) {
            Tokens.Lost lost = tokens.lost(
                    word.shown() + " starts no clause",
                    Spelling.suggest(word.text(), WORDS, "a clause starts with event, op, window, order, require …"));
            tokens.take();
            throw lost;
        }
        tokens.take();
        switch (word.text()) {
            case "severity" -> draft.severity = tokens.whole("a severity", 0, 100);
            case "pick" -> draft.pick = tokens.whole("a number to pick", 1, 1_000_000);
            case "bind" -> draft.bind.addAll(tokens.names("an attribute"));
            case "explain" -> draft.explain = tokens.string("an explanation");
            case "event", "op", "window", "state", "rate", "stray", "cycle" -> role(word.text());
            case "order" -> order(word.at());
            case "require" -> draft.clauses.add(new Clause.Require(condition(), word.at()));
            case "symptom" -> draft.clauses.add(new Clause.Symptom(condition(), word.at()));
            case "within" -> draft.clauses.add(new Clause.Within(tokens.duration(), word.at()));
            case "absent" -> absent(word.at());
            case "gap" -> gap(word.at());
            default -> link(word.at());
        }
    }

    private Condition condition() {
        return new ConditionParser(tokens).condition();
    }

    private void role(String kind) {
        Token name = tokens.name("the role's name", "for example: " + kind + " R = get");
        tokens.expect("=", "for example: " + kind + " R = get");
        String type = className();
        draft.roles.add(
                switch (kind) {
                    case "event" -> new Role.Instant(name.text(), type, name.at());
                    case "op" -> new Role.Operation(name.text(), type, name.at());
                    case "window" -> window(name, type);
                    case "state" -> state(name, type);
                    case "stray" -> new Role.Stray(name.text(), type, closers(), by(), name.at());
                    case "cycle" -> cycle(name, type);
                    default -> rate(name, type);
                });
    }

    private String className() {
        return tokens.name("a class", "for example: op R = get").text();
    }

    private List<String> closers() {
        tokens.expect("..", "a window goes from one class to another: window W = set .. invalidate by lane");
        List<String> closers = new ArrayList<>(List.of(className()));
        while (tokens.takeIf("or")) {
            closers.add(className());
        }
        return closers;
    }

    private Role cycle(Token name, String opener) {
        Role.Interval waiting = ownInterval(name, opener, closers());
        tokens.expect("holding", "for example: cycle D = wait .. acquire or fail holding acquire .. release");
        String taken = className();
        return new Role.Cycle(name.text(), waiting, ownInterval(name, taken, closers()), name.at());
    }

    private static Role.Interval ownInterval(Token name, String opener, List<String> closers) {
        List<String> by = List.of(Attributes.LANE);
        return new Role.Interval(
                name.text(), opener, closers, by, Role.Pairing.LIFO, true, List.of(), false, name.at());
    }

    private Role window(Token name, String opener) {
        List<String> closers = closers();
        List<String> by = by();
        Role.Pairing pairing = Role.Pairing.LIFO;
        if (tokens.takeIf("pair")) {
            Token how = tokens.name("lifo or fifo", "");
            pairing = how.is("fifo") ? Role.Pairing.FIFO : Role.Pairing.LIFO;
            if (!how.is("lifo") && !how.is("fifo")) {
                tokens.note(how.at(), "'" + how.text() + "' is no way to pair", "write lifo or fifo");
            }
        }
        boolean openEnd = tokens.takeIf("open-end");
        List<String> expires = tokens.takeIf("expires") ? tokens.names("an attribute") : List.of();
        return new Role.Interval(
                name.text(), opener, closers, by, pairing, openEnd, expires, tokens.takeIf("renewable"), name.at());
    }

    private Role state(Token name, String type) {
        tokens.expect("while", "for example: state B = counts while blocked > 0");
        Condition condition = condition();
        return new Role.State(name.text(), type, condition, by(), name.at());
    }

    private Role rate(Token name, String part) {
        String hint = "for example: rate F = fail / try over 60s > 50% min 6";
        tokens.expect("/", hint);
        String whole = className();
        tokens.expect("over", hint);
        long over = tokens.duration();
        List<String> by = by();
        tokens.expect(">", hint);
        double limit = tokens.number("a share");
        limit = tokens.takeIf("%") ? limit / 100 : limit;
        tokens.expect("min", hint);
        int least = tokens.whole("a least number", 1, 1_000_000);
        return new Role.Rate(name.text(), part, whole, over, by, limit, least, name.at());
    }

    private List<String> by() {
        return tokens.takeIf("by") ? tokens.names("an attribute") : List.of();
    }

    private Point point() {
        Token role = tokens.name("a moment such as R or W.start", "");
        if (!tokens.takeIf(".")) {
            return new Point(role.text(), Edge.EFFECT, role.at());
        }
        Token edge = tokens.name("start or end", "a moment is W.start, W.end or R");
        if (!edge.is("start") && !edge.is("end")) {
            tokens.note(edge.at(), "a role has no moment '" + edge.text() + "'", "write .start or .end");
        }
        return new Point(role.text(), edge.is("end") ? Edge.END : Edge.START, role.at());
    }

    private void order(Position at) {
        Point left = point();
        if (RELATIONS.contains(tokens.peek().text())) {
            relation(left, tokens.take().text(), point(), at);
            return;
        }
        if (!tokens.peek().is("<") && !tokens.peek().is("<=")) {
            throw tokens.lost("expected < or <= but found " + tokens.peek().shown(), "for example: order W.start < R");
        }
        while (tokens.peek().is("<") || tokens.peek().is("<=")) {
            boolean strict = tokens.take().is("<");
            Point right = point();
            draft.clauses.add(new Clause.Order(left, right, strict, at));
            left = right;
        }
    }

    /** Relations of whole roles are short for orders of their ends. */
    private void relation(Point left, String relation, Point right, Position at) {
        Point start = new Point(right.role(), Edge.START, right.at());
        Point end = new Point(right.role(), Edge.END, right.at());
        Point leftStart = new Point(left.role(), Edge.START, left.at());
        Point leftEnd = new Point(left.role(), Edge.END, left.at());
        switch (relation) {
            case "in" -> before(List.of(start, left, end), at);
            case "during" -> {
                before(List.of(start, leftStart), at);
                before(List.of(leftEnd, end), at);
            }
            default -> {
                before(List.of(leftStart, end), at);
                before(List.of(start, leftEnd), at);
            }
        }
    }

    private void before(List<Point> points, Position at) {
        for (int i = 1; i < points.size(); i++) {
            draft.clauses.add(new Clause.Order(points.get(i - 1), points.get(i), true, at));
        }
    }

    private void absent(Position at) {
        String type = className();
        Condition where = tokens.takeIf("where") ? condition() : null;
        String hint = "for example: absent reset between A and B";
        tokens.expect("between", hint);
        Point from = point();
        tokens.expect("and", hint);
        draft.clauses.add(new Clause.Absent(type, where, from, point(), at));
    }

    private void gap(Position at) {
        String hint = "for example: gap C .. Z.end > 2s";
        Point from = point();
        tokens.expect("..", hint);
        Point to = point();
        boolean longer = tokens.peek().is(">");
        if (!longer && !tokens.peek().is("<")) {
            throw tokens.lost("expected > or < but found " + tokens.peek().shown(), hint);
        }
        tokens.take();
        draft.clauses.add(new Clause.Gap(from, to, longer, tokens.duration(), at));
    }

    private void link(Position at) {
        String hint = "for example: link downstream C, X";
        String table = tokens.name("a table's name", hint).text();
        String from = tokens.name("a role", hint).text();
        tokens.expect(",", hint);
        draft.clauses.add(
                new Clause.Link(table, from, tokens.name("a role", hint).text(), at));
    }
}
