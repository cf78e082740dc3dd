package racelane.app.sources;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import racelane.app.fx.Texts;
import racelane.app.job.JobRunner;
import racelane.app.session.Anchors;
import racelane.app.session.Session;
import racelane.model.clock.ClockFit;
import racelane.model.event.EventRef;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.investigation.ClockPair;
import racelane.model.investigation.SourceLink;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import racelane.model.source.DriftText;
import racelane.model.source.Source;
import racelane.model.time.DurationText;
import racelane.model.time.TimeText;

/**
 * The clock of one source while it is being set: typed, or worked out from pairs of events. Nothing is changed before {@link #apply}.
 * JavaFX thread.
 */
public final class ClockViewModel {
    private static final Texts TEXTS = Texts.of(ClockViewModel.class);

    private final Session session;
    private final JobRunner jobs;
    private final Setter setter;
    private final ObservableList<PairRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ClockSetting>> setting = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private int table;
    private boolean drift = true;
    private String offsetText = "";
    private String driftText = "";
    private String skewText = "";
    private boolean inOrder;

    /** Takes the clock that was set. */
    @FunctionalInterface
    public interface Setter {
        /** Sets the clock of a source; returns whether that could be done. */
        boolean set(int table, ClockSetting setting, List<ClockPair> pairs);
    }

    /** Creates the model of a session's clocks. */
    public ClockViewModel(Session session, JobRunner jobs, Setter setter) {
        this.session = session;
        this.jobs = jobs;
        this.setter = setter;
    }

    /** Begins to set the clock of the source at {@code index}, with the pairs that its present setting was worked out from. */
    public void begin(int index) {
        table = index;
        drift = true;
        rows.setAll(link().map(SourceLink::pairs).orElse(List.of()).stream()
                .map(pair -> row(pair, true, false))
                .toList());
        ClockMapping now = source().mapping();
        offsetText = exact(now.offset());
        driftText = now.drift() == 0 ? "" : ClockMapping.drift(now.drift());
        ClockTrust trust = source().setting().trust();
        skewText = trust.hasSkew() ? exact(trust.skew()).replace("+", "") : "";
        inOrder = trust.order();
        work();
    }

    /** Returns the source whose clock is set. */
    public Source source() {
        return session.corrected().sources().get(table);
    }

    /** Returns whether the source is the first one, on whose clock the others are brought. */
    public boolean isReference() {
        return table == 0;
    }

    /** Returns the pairs. */
    public ObservableList<PairRow> rows() {
        return rows;
    }

    /** Returns what the clock will be; nothing while something is wrong. */
    public ReadOnlyObjectProperty<Optional<ClockSetting>> settingProperty() {
        return setting.getReadOnlyProperty();
    }

    /** Returns what the clock will be, and how good it is, in words. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Returns what is wrong, one line; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the offset as it stands in its field. */
    public String offsetText() {
        return offsetText;
    }

    /** Returns the drift as it stands in its field. */
    public String driftText() {
        return driftText;
    }

    /** Returns how far the clock may be apart from others, as it stands in its field. */
    public String skewText() {
        return skewText;
    }

    /** Tells whether the source's lines are believed to stand in the order in which they happened. */
    public boolean inOrder() {
        return inOrder;
    }

    /** Tells whether another open source says that it runs on the same clock, so that a skew parts the two. */
    public boolean sharesItsClock() {
        return session.corrected().sources().stream()
                .anyMatch(other -> !other.sha256().equals(source().sha256())
                        && other.clock().equals(source().clock()));
    }

    /** Takes how far the clock may be apart from others; blank where nothing is said. */
    public void typeSkew(String text) {
        skewText = text;
        work();
    }

    /** Says whether the source's lines stand in the order in which they happened. */
    public void believeOrder(boolean believed) {
        inOrder = believed;
        work();
    }

    /** Tells whether the clock is worked out from pairs; then what is typed does not count. */
    public boolean fromPairs() {
        return rows.stream().anyMatch(PairRow::used);
    }

    /** Takes what is typed. */
    public void type(String offset, String driftOrNothing) {
        offsetText = offset;
        driftText = driftOrNothing;
        if (!fromPairs()) {
            work();
        }
    }

    /** Says whether a drift is worked out where there are three pairs or more. */
    public void wantDrift(boolean wanted) {
        drift = wanted;
        work();
    }

    /** Uses a pair or leaves it out. */
    public void use(PairRow row, boolean used) {
        int at = rows.indexOf(row);
        if (at >= 0) {
            rows.set(at, row.withUsed(used));
            work();
        }
    }

    /** Takes a pair away. */
    public void remove(PairRow row) {
        rows.remove(row);
        work();
    }

    /**
     * Adds a pair of events that the user matched; reads their lines first.
     *
     * @param own of the source whose clock is set
     * @param then run when the pair is there
     */
    public void match(EventRef own, EventRef other, Runnable then) {
        Trace trace = session.corrected();
        jobs.quietly(progress -> new ClockPair(Anchors.of(trace, own), Anchors.of(trace, other)))
                .onDone(pair -> {
                    rows.removeIf(row -> row.pair().equals(pair));
                    rows.add(row(pair, true, false));
                    work();
                    then.run();
                });
    }

    /** Looks for pairs that may be the same event, and adds them as guesses that the user may take. */
    public void propose() {
        Trace trace = session.corrected();
        int mine = table;
        jobs.<List<ClockPair>>submit(TEXTS.get("clock.proposing"), progress -> {
                    List<ClockPair> pairs = new ArrayList<>();
                    for (PairProposals.Guess guess : PairProposals.of(trace, mine, progress)) {
                        pairs.add(new ClockPair(Anchors.of(trace, guess.own()), Anchors.of(trace, guess.other())));
                    }
                    return pairs;
                })
                .onDone(pairs -> {
                    if (mine == table) {
                        add(pairs);
                    }
                });
    }

    /** Sets the clock. Returns whether that could be done. */
    public boolean apply() {
        Optional<ClockSetting> now = setting.get();
        return now.isPresent()
                && setter.set(
                        table,
                        now.get(),
                        rows.stream().filter(PairRow::used).map(PairRow::pair).toList());
    }

    private void add(List<ClockPair> pairs) {
        int before = rows.size();
        for (ClockPair pair : pairs) {
            if (rows.stream().noneMatch(row -> row.pair().equals(pair))) {
                rows.add(row(pair, false, true));
            }
        }
        if (rows.size() == before) {
            problem.set(TEXTS.get("clock.none.rare"));
        }
    }

    private PairRow row(ClockPair pair, boolean used, boolean guess) {
        Trace trace = session.corrected();
        Optional<EventRef> own = Anchors.find(trace, pair.event());
        Optional<EventRef> other = Anchors.find(trace, pair.counterpart());
        boolean found = own.isPresent() && other.isPresent();
        long time = other.map(ref -> trace.tables().get(ref.table()).start(ref.row()))
                .orElse(0L);
        return new PairRow(pair, time, found, used && found, guess, "", false);
    }

    private void work() {
        problem.set("");
        try {
            ClockSetting next = fromPairs() ? fitted() : typed();
            setting.set(Optional.of(next.withTrust(trust())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            setting.set(Optional.empty());
            words.set("");
            problem.set(String.valueOf(e.getMessage()));
        }
    }

    private ClockSetting typed() {
        long offset = offsetText.isBlank() ? 0 : number(offsetText);
        long rate = driftText.isBlank() ? 0 : DriftText.parse(driftText);
        ClockMapping mapping = new ClockMapping(offset, rate, source().extent().start());
        words.set(
                mapping.isNone()
                        ? TEXTS.get("clock.own")
                        : rate == 0 ? mapping.words() : TEXTS.get("clock.from", mapping.words()));
        return ClockSetting.typed(mapping);
    }

    private ClockTrust trust() {
        long skew = skewText.isBlank() ? ClockTrust.NONE.skew() : number(skewText);
        if (skew < ClockTrust.NONE.skew()) {
            throw new IllegalArgumentException(TEXTS.get("clock.skew.negative", skewText.strip()));
        }
        return new ClockTrust(skew, inOrder);
    }

    private static long number(String text) {
        return text.strip().matches("[+-]?0") ? 0 : DurationText.parse(text);
    }

    private ClockSetting fitted() {
        List<PairRow> used = rows.stream().filter(PairRow::used).toList();
        List<ClockFit.Pair> pairs = used.stream()
                .map(row -> new ClockFit.Pair(row.pair().event().start(), row.other()))
                .toList();
        long tick = Math.max(source().tick(), otherTick(used));
        ClockFit fit =
                ClockFit.of(pairs, new ClockFit.Wish(drift, source().extent().start(), tick));
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            PairRow row = rows.get(i);
            if (row.used()) {
                String residual = TimeText.offset(fit.residuals().get(at));
                rows.set(
                        i,
                        row.fitted(
                                used.size() == 1 ? "" : residual, fit.outliers().get(at++)));
            } else {
                rows.set(i, row.fitted("", false));
            }
        }
        int out = used.size() - fit.used();
        String clock = fit.mapping().words();
        words.set((used.size() == 1
                        ? TEXTS.get("clock.one", clock)
                        : TEXTS.count("clock.fit", fit.used(), clock, TimeText.duration(fit.worst())))
                + (out == 0 ? "" : ", " + TEXTS.count("clock.out", out))
                + suspicion(fit.mapping()));
        offsetText = exact(fit.mapping().offset());
        driftText = fit.mapping().drift() == 0
                ? ""
                : ClockMapping.drift(fit.mapping().drift());
        return new ClockSetting(
                fit.mapping(), fit.used() > 1 ? tie(used) : "", fit.used() > 1 ? fit.worst() + tick : -1);
    }

    /** Quartz is off by some 100 ppm at most; more comes from pairs that lie too near together, or do not belong together. */
    private static String suspicion(ClockMapping mapping) {
        return Math.abs(mapping.drift()) > 500 * ClockMapping.PPM ? ". " + TEXTS.get("clock.suspicious") : "";
    }

    /** Returns the source that all counterparts are of; nothing when they are of several. */
    private static String tie(List<PairRow> used) {
        List<String> others = used.stream()
                .map(row -> row.pair().counterpart().sourceSha256())
                .distinct()
                .toList();
        return others.size() == 1 ? others.getFirst() : "";
    }

    private long otherTick(List<PairRow> used) {
        long tick = 1;
        for (EventTable each : session.corrected().tables()) {
            boolean counterpart = used.stream()
                    .anyMatch(row -> row.pair()
                            .counterpart()
                            .sourceSha256()
                            .equals(each.source().sha256()));
            tick = counterpart ? Math.max(tick, each.source().tick()) : tick;
        }
        return tick;
    }

    private Optional<SourceLink> link() {
        String sha256 = source().sha256();
        return session.history().state().sources().stream()
                .filter(link -> link.sha256().equals(sha256))
                .findFirst();
    }

    /** Writes ns so that reading gives them back: 3200001 is {@code +3.200001 ms}. */
    static String exact(long nanos) {
        if (nanos == 0) {
            return "0";
        }
        BigDecimal value = BigDecimal.valueOf(nanos);
        long size = Math.abs(nanos);
        int shift = size < 1_000 ? 0 : size < 1_000_000 ? 3 : size < 1_000_000_000 ? 6 : 9;
        String unit = shift == 0 ? "ns" : shift == 3 ? "µs" : shift == 6 ? "ms" : "s";
        String text = value.movePointLeft(shift).stripTrailingZeros().toPlainString();
        return (nanos > 0 ? "+" : "") + text + " " + unit;
    }
}
