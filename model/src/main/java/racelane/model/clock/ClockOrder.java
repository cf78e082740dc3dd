package racelane.model.clock;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.Source;
import racelane.model.time.TimeText;

/**
 * What the stamps of a trace prove about the order of its moments. Sources whose clocks bear one name share one clock; two clocks
 * of different names are apart by an unknown offset within a bound, which messages between them tighten. Immutable; any thread.
 */
public final class ClockOrder {
    private final int[] clocks;
    private final List<String> clockNames;
    private final long[] ticks;
    private final long[] stepBacks;
    private final boolean[] trusted;
    private final long[][] skews;
    private final List<ClockSpread.Ahead> ahead;
    private final long skew;
    private final long slack;
    private final long[] doubtAtMost;
    private final boolean uniform;

    private ClockOrder(
            int[] clocks,
            List<String> clockNames,
            long[] ticks,
            long[] stepBacks,
            boolean[] trusted,
            ClockSpread spread) {
        this.clocks = clocks;
        this.clockNames = List.copyOf(clockNames);
        this.ticks = ticks;
        this.stepBacks = stepBacks;
        this.trusted = trusted;
        this.skews = spread.bounds();
        this.ahead = spread.ahead();
        this.skew = Arrays.stream(skews).mapToLong(ClockOrder::max).max().orElse(0);
        this.slack = this.skew + max(ticks) + max(stepBacks);
        this.doubtAtMost = new long[clocks.length];
        boolean same = true;
        for (int a = 0; a < clocks.length; a++) {
            same &= !trusted[a];
            for (int b = 0; b < clocks.length; b++) {
                doubtAtMost[a] = Math.max(doubtAtMost[a], Math.max(doubt(a, b), doubt(b, a)));
                same &= doubt(a, b) == doubt(0, 0);
            }
        }
        this.uniform = same;
    }

    /** Returns the order of a trace's moments, of which no messages are known. */
    public static ClockOrder of(Trace trace, long skew, Predicate<Source> trustedFileOrder) {
        return of(trace, skew, trustedFileOrder, List.of());
    }

    /**
     * Returns the order of a trace's moments.
     *
     * @param skew how far, in ns, clocks of different names may be apart, either way, where no matched pairs say so
     * @param trustedFileOrder says of a source whether its lines stand in the order in which they happened
     * @param messages what was sent by one source and received by another; those between different clocks say how these can be apart
     */
    public static ClockOrder of(
            Trace trace, long skew, Predicate<Source> trustedFileOrder, Collection<Message> messages) {
        int n = trace.tables().size();
        int[] clocks = new int[n];
        long[] ticks = new long[n];
        long[] stepBacks = new long[n];
        boolean[] trusted = new boolean[n];
        List<String> names = clocksOf(trace);
        for (int i = 0; i < n; i++) {
            EventTable table = trace.tables().get(i);
            clocks[i] = names.indexOf(clockOf(table.source()));
            ticks[i] = Math.max(1, table.source().tick());
            stepBacks[i] = StepBack.of(table);
            trusted[i] = table.source().setting().trust().order() || trustedFileOrder.test(table.source());
        }
        ClockSpread spread = spread(trace, clocks, names.size(), skew);
        spread.tighten(most(messages, clocks, names.size(), ticks, stepBacks));
        return new ClockOrder(clocks, names, ticks, stepBacks, trusted, spread);
    }

    /** Returns the names of the clocks of a trace, each once. */
    public static List<String> clocksOf(Trace trace) {
        return trace.sources().stream().map(ClockOrder::clockOf).distinct().toList();
    }

    /** What the residuals of matched pairs say, else what the user says of one of the sources, else {@code skew}. */
    private static ClockSpread spread(Trace trace, int[] clocks, int count, long skew) {
        ClockSpread spread = new ClockSpread(count, skew);
        List<Source> sources = trace.sources();
        said(sources, clocks, spread);
        for (int i = 0; i < clocks.length; i++) {
            ClockSetting setting = sources.get(i).setting();
            for (int j = 0; setting.isBounded() && j < clocks.length; j++) {
                if (clocks[i] != clocks[j] && sources.get(j).sha256().equals(setting.tiedTo())) {
                    spread.between(clocks[i], clocks[j], setting.bound());
                }
            }
        }
        spread.close();
        return spread;
    }

    /** Sets what the user says of single sources: the nearer one of two, for both are said to hold. */
    private static void said(List<Source> sources, int[] clocks, ClockSpread spread) {
        for (int i = 0; i < clocks.length; i++) {
            ClockTrust one = sources.get(i).setting().trust();
            for (int j = 0; one.hasSkew() && j < clocks.length; j++) {
                ClockTrust other = sources.get(j).setting().trust();
                if (clocks[i] != clocks[j]) {
                    spread.between(
                            clocks[i], clocks[j], other.hasSkew() ? Math.min(one.skew(), other.skew()) : one.skew());
                }
            }
        }
    }

    /** Returns how far the sender's offset can exceed the receiver's: its stamps, like all, are rounded down to a tick. */
    private static long[][] most(
            Collection<Message> messages, int[] clocks, int count, long[] ticks, long[] stepBacks) {
        long[][] most = new long[count][count];
        for (long[] row : most) {
            Arrays.fill(row, OffsetBounds.FREE);
        }
        for (Message message : messages) {
            int from = clocks[message.sender()];
            int to = clocks[message.receiver()];
            long late = ticks[message.receiver()] + stepBacks[message.sender()] + stepBacks[message.receiver()];
            if (from != to) {
                most[from][to] = Math.min(most[from][to], message.received() - message.sent() + late - 1);
            }
        }
        return most;
    }

    /**
     * Returns the clock of a source: one that had to be moved does not run with the others any more, however well it was moved. A source
     * of which is said how far it may be apart from the others has one of its own.
     */
    private static String clockOf(Source source) {
        String clock = source.mapping().isNone()
                ? source.clock()
                : source.clock() + " moved by " + source.mapping().words();
        String sha256 = source.sha256();
        return source.setting().trust().hasSkew()
                ? clock + " of " + source.name() + " (" + sha256.substring(0, Math.min(8, sha256.length())) + ")"
                : clock;
    }

    /**
     * Tells whether this order says of the same times of the sources that stay whatever the other one says; the clocks' names do not count.
     *
     * @param moved the sources that do not stay: what is said of them and between them and others may differ
     */
    public boolean alike(ClockOrder other, BitSet moved) {
        boolean same = clocks.length == other.clocks.length;
        for (int a = 0; same && a < clocks.length; a++) {
            for (int b = 0; same && !moved.get(a) && b <= a; b++) {
                same = moved.get(b) || alike(other, a, b);
            }
        }
        return same;
    }

    private boolean alike(ClockOrder other, int a, int b) {
        return ticks[a] == other.ticks[a]
                && stepBacks[a] == other.stepBacks[a]
                && trusted[a] == other.trusted[a]
                && (clocks[a] == clocks[b]) == (other.clocks[a] == other.clocks[b])
                && skews[clocks[a]][clocks[b]] == other.skews[other.clocks[a]][other.clocks[b]]
                && skews[clocks[b]][clocks[a]] == other.skews[other.clocks[b]][other.clocks[a]];
    }

    /** Returns the index of a source's clock. */
    public int clock(int source) {
        return clocks[source];
    }

    /** Returns the name of a clock. */
    public String clockName(int clock) {
        return clockNames.get(clock);
    }

    /** Returns how many clocks there are. */
    public int clockCount() {
        return clockNames.size();
    }

    /** Returns the tick of a source in ns, at least 1. */
    public long tick(int source) {
        return ticks[source];
    }

    /** Returns by how much, in ns, the times of a source run backwards at most. */
    public long stepBack(int source) {
        return stepBacks[source];
    }

    /** Tells whether equal times of a source are told apart by its lines. */
    public boolean trusted(int source) {
        return trusted[source];
    }

    /** Returns how far apart, in ns, two stamps can be and still not prove their order. */
    public long slack() {
        return slack;
    }

    /** Returns the largest allowed distance of two clocks, ns; 0 when there is but one. */
    public long skew() {
        return skew;
    }

    /** Returns by how much, in ns, the offset of one clock may exceed that of another. */
    public long skew(int clockA, int clockB) {
        return skews[clockA][clockB];
    }

    /** Returns what messages say against the times as they read, one sentence each. */
    public List<String> contradictions() {
        return ahead.stream()
                .map(one -> "messages show that the clock '" + clockName(one.clock()) + "' is at least "
                        + TimeText.duration(one.nanos()) + " ahead of '" + clockName(one.other()) + "'"
                        + (one.tooFar() ? ", further than clocks are allowed to be apart" : "")
                        + ": set it, for what lies nearer together reads in the wrong order")
                .toList();
    }

    /** Tells whether moments can be in another order than their times read: whether there are several clocks. */
    public boolean loose() {
        return clockNames.size() > 1;
    }

    /**
     * Tells whether {@code a} lies before {@code b} as the times read. Equal times read as before, unless the file says otherwise
     * and may be believed: within one lane, or where its order is trusted.
     *
     * @param strict whether the same line is not before itself
     */
    public boolean reads(Moment a, Moment b, boolean strict) {
        if (a.open() || b.open()) {
            return b.open() && !a.open();
        }
        if (a.time() != b.time()) {
            return a.time() < b.time();
        }
        return !ordered(a, b) || inSequence(a, b, strict);
    }

    /** Tells whether {@code a} lies before {@code b} whatever the clocks' offsets and the parts of a tick are. */
    public boolean proves(Moment a, Moment b, boolean strict) {
        if (a.open() || b.open()) {
            return false;
        }
        if (a.source() == b.source() && a.lane() == b.lane()) {
            return a.time() != b.time() ? a.time() < b.time() : inSequence(a, b, strict);
        }
        return provesAcrossLanes(a, b, strict);
    }

    /**
     * Tells whether {@code a} lies before {@code b} by what is proved for moments of any two lanes. What this says of a moment stays
     * true for all later ones of its source, by time and line: the lines of a source are believed only where its times never run
     * backwards.
     */
    public boolean provesAcrossLanes(Moment a, Moment b, boolean strict) {
        if (a.open() || b.open()) {
            return false;
        }
        if (a.source() == b.source() && trusted[a.source()] && stepBacks[a.source()] == 0) {
            return a.time() != b.time() ? a.time() < b.time() : inSequence(a, b, strict);
        }
        return b.time() - a.time() >= doubt(a, b);
    }

    /** Returns how many ns {@code b} must be stamped after {@code a} to prove that it happened later. */
    public long doubt(Moment a, Moment b) {
        return doubt(a.source(), b.source());
    }

    private long doubt(int a, int b) {
        long own = ticks[a] + Math.max(stepBacks[a], stepBacks[b]);
        return clocks[a] == clocks[b] ? own : Math.max(own, skews[clocks[a]][clocks[b]] + 1);
    }

    /** Returns how many ns from {@code moment} every order is proved, whatever the other moment's source. */
    public long doubtAtMost(Moment moment) {
        return doubtAtMost[moment.source()];
    }

    /** Tells whether the lines of some source are believed where its times are equal. */
    public boolean believesLines() {
        for (boolean one : trusted) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether orders between lanes are proved by one distance for all sources, and by nothing else. */
    public boolean uniform() {
        return uniform;
    }

    private boolean ordered(Moment a, Moment b) {
        return a.source() == b.source() && (a.lane() == b.lane() || trusted[a.source()]);
    }

    private static boolean inSequence(Moment a, Moment b, boolean strict) {
        return strict ? a.sequence() < b.sequence() : a.sequence() <= b.sequence();
    }

    private static long max(long[] values) {
        long max = 0;
        for (long value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
