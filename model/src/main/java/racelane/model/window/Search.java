package racelane.model.window;

import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;

/**
 * Looks for the matches of one anchor: role after role, each within the bounds that the chosen ones leave it, the earliest first.
 * Looks at no more candidates than its budget, and then once more among those that are surely inside and those that show harm.
 */
final class Search {
    private final Plan plan;
    private final Items[] items;
    private final Absence[] absent;
    private final ClockOrder order;
    private final Judge judge;
    private final int budget;
    private final Reach[] reach;
    private final Cast cast;
    private final boolean twins;

    private final Harmful harmful;
    private final boolean harmPossible;

    private boolean nominal;
    private boolean countable;
    private boolean sure;
    private int harmRole = Harmful.ALL;
    private int steps;
    private long allSteps;
    private boolean cut;
    private boolean overlooked;
    private long matches;
    private @Nullable Found best;

    /** The best match of an anchor so far. */
    record Found(int[] chosen, Verdict verdict, boolean harm) {
        boolean beats(@Nullable Found other) {
            return other == null || rank() > other.rank();
        }

        private int rank() {
            return verdict.ordinal() * 2 + (harm ? 1 : 0);
        }
    }

    Search(Plan plan, Items[] items, Absence[] absent, ClockOrder order, int budget) {
        this.plan = plan;
        this.items = items;
        this.absent = absent;
        this.order = order;
        this.judge = new Judge(plan, order, absent);
        this.budget = plan.pattern().pick() == 0
                ? budget
                : Math.max(budget, plan.pattern().pick());
        this.cast = new Cast(items);
        this.twins = plan.twins();
        this.harmful = new Harmful(plan, cast);
        this.harmPossible = !plan.symptoms().isEmpty() && harmful.possible();
        this.reach = new Reach[items.length];
        for (int i = 0; i < reach.length; i++) {
            reach[i] = new Reach();
        }
    }

    /**
     * Looks for matches of one anchor.
     *
     * @param read whether only matches are wanted that hold as the times read
     * @param counted whether somebody else counts them, so that the best is enough
     */
    void run(int anchor, boolean read, boolean counted) {
        nominal = read;
        countable = counted;
        steps = 0;
        cut = false;
        matches = 0;
        best = null;
        cast.chosen[0] = anchor;
        overlooked = false;
        pass(false, Harmful.ALL);
        boolean stoppedAtCertain = stopsAtCertain() && certain() && !top();
        if (stoppedAtCertain || (cut && (matches == 0 || plan.pattern().pick() == 0))) {
            lookAgain();
        }
    }

    private void pass(boolean surelyInside, int harmOf) {
        sure = surelyInside;
        harmRole = harmOf;
        steps = 0;
        cut = false;
        descend(1);
        allSteps += steps;
    }

    /** Spends more budgets on what the first one may have left out: a match with harm, or a surer one. */
    private void lookAgain() {
        long met = matches;
        boolean harmMissed = harmful.anywhere();
        for (int role : harmful.roles()) {
            harmMissed |= !top() && missed(false, role);
            if (harmMissed && !top()) {
                pass(true, role);
            }
        }
        boolean sureMissed = !certain() && (missed(true, Harmful.ALL) || !order.uniform());
        overlooked = !top() && (harmMissed || sureMissed || best == null);
        matches = Math.max(met, best == null ? 0 : 1);
        cut = true;
    }

    private boolean missed(boolean surelyInside, int harmOf) {
        pass(surelyInside, harmOf);
        return cut && !top();
    }

    /** Where somebody else counts and single roles show harm, a certain match is bettered only by one with harm: those are looked up. */
    private boolean stopsAtCertain() {
        return countable && plan.pattern().pick() == 0 && !harmful.anywhere();
    }

    private boolean certain() {
        return best != null && best.verdict == Verdict.CERTAIN;
    }

    private boolean top() {
        return best != null && best.verdict == Verdict.CERTAIN && (best.harm || !harmPossible);
    }

    /** Returns the number of matches met. */
    long matches() {
        return matches;
    }

    /** Tells whether some candidates were not looked at. */
    boolean cut() {
        return cut;
    }

    /** Tells whether a better match than the best may be among the candidates that were not looked at. */
    boolean overlooked() {
        return overlooked;
    }

    @Nullable
    Found best() {
        return best;
    }

    /** Returns the cast that is being filled; its roles are those of the last match looked at. */
    Cast cast() {
        return cast;
    }

    Judge judge() {
        return judge;
    }

    /** Returns how many candidates were looked at for all anchors together. */
    long allSteps() {
        return allSteps + judge.looked();
    }

    /** Returns false when enough was seen. */
    private boolean descend(int role) {
        if (role == items.length) {
            return weigh();
        }
        Reach bounds = reach[role];
        bounds.narrow(plan, cast, role, nominal ? 0 : order.skew() + 1);
        if (sure) {
            bounds.inset(plan, cast, role, order);
        }
        bounds.stopAtAbsent(plan, absent, cast, role, order.slack());
        Items candidates = items[role];
        int item = candidates.startingAt(bounds.startFrom);
        item = candidates.endingAt(item, bounds.endFrom);
        while (item < candidates.size() && candidates.start(item) <= bounds.startTo) {
            if (steps++ >= budget) {
                cut = true;
                return false;
            }
            int wanted = role == harmRole ? harmful.next(role, item) : item;
            if (wanted > item) {
                item = candidates.endingAt(wanted, bounds.endFrom);
                continue;
            }
            int next = item + 1;
            if (barred(role, candidates.lane(item))) {
                next = candidates.nextOtherLane(item);
            } else if (candidates.end(item) <= bounds.endTo) {
                cast.chosen[role] = item;
                if (!descend(role + 1)) {
                    return false;
                }
            }
            item = bounds.endFrom == Long.MIN_VALUE ? next : candidates.endingAt(next, bounds.endFrom);
        }
        return true;
    }

    private boolean barred(int role, int lane) {
        boolean[] apart = plan.apart()[role];
        for (int other = 0; other < role; other++) {
            if (apart[other] && cast.lane(other) == lane) {
                return true;
            }
        }
        return false;
    }

    private boolean weigh() {
        Verdict verdict = judge.verdict(cast);
        if (verdict == null || (nominal && verdict == Verdict.POSSIBLE) || (twins && isSecondOfTwins(verdict))) {
            return true;
        }
        matches++;
        int pick = plan.pattern().pick();
        if (pick == 0 || matches <= pick) {
            Found found = new Found(cast.chosen.clone(), verdict, plan.harm(cast));
            best = found.beats(best) ? found : best;
        }
        boolean picked = pick > 0 && matches >= pick;
        boolean again = sure || harmRole != Harmful.ALL;
        boolean asSure = (sure || stopsAtCertain()) && certain() && harmRole == Harmful.ALL;
        return !((countable || again) && (top() || picked || asSure));
    }

    /** Where the same two things match either way round, only the better way counts, and of equals the earlier. */
    private boolean isSecondOfTwins(Verdict verdict) {
        int a = cast.chosen[0];
        int b = cast.chosen[1];
        if (Math.abs(items[0].start(a) - items[1].start(b)) > order.slack()) {
            return false;
        }
        cast.chosen[0] = b;
        cast.chosen[1] = a;
        Verdict other = judge.verdict(cast);
        cast.chosen[0] = a;
        cast.chosen[1] = b;
        return other != null && (other.compareTo(verdict) > 0 || (other == verdict && b < a));
    }
}
