package racelane.model.pattern;

import java.util.List;

/**
 * A rule that finds windows.
 *
 * @param name its name: {@code stale-read}
 * @param title one line for people
 * @param severity how bad it is when it happens, 0 to 100
 * @param bind attributes that all roles have and agree on
 * @param roles what plays in it, the anchor first; at least one
 * @param clauses what must be true
 * @param pick how many matches of an anchor are looked at, the earliest first; 0 when the pattern does not say
 * @param explain why it matters, with values in braces; empty when the pattern does not say
 * @param at where it is defined
 */
public record Pattern(
        String name,
        String title,
        int severity,
        List<String> bind,
        List<Role> roles,
        List<Clause> clauses,
        int pick,
        String explain,
        Position at) {
    /** Copies the lists. */
    public Pattern {
        bind = List.copyOf(bind);
        roles = List.copyOf(roles);
        clauses = List.copyOf(clauses);
    }

    /** Tells whether Racelane brought the pattern along. */
    public boolean builtIn() {
        return at.file().startsWith(BuiltIn.FOLDER);
    }

    /** Returns the role's place in {@link #roles}, or -1 when there is none of that name. */
    public int indexOf(String role) {
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i).name().equals(role)) {
                return i;
            }
        }
        return -1;
    }
}
