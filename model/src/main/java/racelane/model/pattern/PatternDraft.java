package racelane.model.pattern;

import java.util.ArrayList;
import java.util.List;

/** A pattern while its clauses are being read. */
final class PatternDraft {
    private static final int MIDDLING = 50;

    private final String name;
    private final String title;
    private final Position at;

    int severity = MIDDLING;
    int pick;
    String explain = "";
    final List<String> bind = new ArrayList<>();
    final List<Role> roles = new ArrayList<>();
    final List<Clause> clauses = new ArrayList<>();

    PatternDraft(String name, String title, Position at) {
        this.name = name;
        this.title = title;
        this.at = at;
    }

    Pattern pattern() {
        return new Pattern(name, title, severity, bind, roles, clauses, pick, explain, at);
    }
}
