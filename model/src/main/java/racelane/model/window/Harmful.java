package racelane.model.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds among the candidates of a role those with which harm is seen; the symptoms are evaluated once for each. One thread. */
final class Harmful {
    /** In place of a role: all candidates, with harm or without. */
    static final int ALL = -1;

    private final Plan plan;
    private final Cast cast;
    private final int[] roles;
    private final int[] @Nullable [] next;
    private final boolean anywhere;

    /** Creates a finder that tries candidates out in {@code cast}, and leaves it as it was. */
    Harmful(Plan plan, Cast cast) {
        this.plan = plan;
        this.cast = cast;
        this.next = new int[cast.items.length][];
        this.anywhere = plan.symptoms().stream().anyMatch(symptom -> symptom.role() == Plan.Symptom.SEVERAL);
        this.roles = plan.symptoms().stream()
                .mapToInt(Plan.Symptom::role)
                .filter(role -> role > 0)
                .distinct()
                .toArray();
    }

    /** Returns the roles, the anchor's aside, that some symptom speaks of alone. */
    int[] roles() {
        return roles;
    }

    /** Tells whether harm can also be seen where no single role shows it. */
    boolean anywhere() {
        return anywhere;
    }

    /** Tells whether some match may show harm that another match of the same anchor does not. */
    boolean possible() {
        if (anywhere()) {
            return true;
        }
        for (int role : roles) {
            if (next(role, 0) < cast.items[role].size()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first candidate from {@code item} on that shows harm, or the number of candidates. */
    int next(int role, int item) {
        int[] nexts = next[role];
        if (nexts == null) {
            nexts = nexts(role);
            next[role] = nexts;
        }
        return nexts[item];
    }

    private int[] nexts(int role) {
        int n = cast.items[role].size();
        int before = cast.chosen[role];
        int[] nexts = new int[n + 1];
        Arrays.fill(nexts, n);
        for (int item = n - 1; item >= 0; item--) {
            cast.chosen[role] = item;
            nexts[item] = shows(role) ? item : nexts[item + 1];
        }
        cast.chosen[role] = before;
        return nexts;
    }

    private boolean shows(int role) {
        for (Plan.Symptom symptom : plan.symptoms()) {
            if (symptom.role() == role && symptom.check().test(cast)) {
                return true;
            }
        }
        return false;
    }
}
