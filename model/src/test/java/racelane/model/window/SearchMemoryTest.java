package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.event.LaneChoice;
import racelane.model.event.LaneRef;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.PatternLibrary;
import racelane.model.pattern.PatternParseException;
import racelane.model.pattern.PatternParser;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;

/** A search after another one looks only at what has changed, and finds what a search from nothing finds. */
class SearchMemoryTest {
    private static final String STALE =
            "10 u cache.set k; 12-14 g get k; 15 u cache.invalidate k; 30 u cache.set j; 31-32 g get j; 33 u cache.invalidate j";
    private static final String OTHER =
            "10 a cache.set m; 12-14 b get m; 15 a cache.invalidate m; 20 a cache.set n; 22 a cache.invalidate n";

    @Test
    void whereNothingHasChangedNothingIsSearched() {
        Trace trace = Histories.trace(STALE);
        Searched first = search(trace, PatternSet.builtIn(), SearchMemory.NONE);
        assertThat(first.patterns()).contains("stale-read");
        assertThat(first.keysSearched()).isPositive();
        Searched again = search(trace, PatternSet.builtIn(), first.memory());
        assertThat(again.patterns()).isEmpty();
        assertThat(again.keysSearched()).isZero();
        assertThat(again.findings()).isEqualTo(first.findings());
    }

    @Test
    void afterAPatternWasEditedOnlyThatOneIsSearched() throws PatternParseException {
        Trace trace = Histories.trace(STALE);
        Searched first = search(trace, mine("severity 50"), SearchMemory.NONE);
        Searched edited = search(trace, mine("severity 60"), first.memory());
        assertThat(edited.patterns()).containsExactly("mine");
        assertThat(edited.keysSearched())
                .as("the two keys that it could be found on")
                .isEqualTo(2);
        assertThat(edited.findings())
                .isEqualTo(search(trace, mine("severity 60"), SearchMemory.NONE).findings());
        Searched back = search(trace, mine("severity 50"), edited.memory());
        assertThat(back.findings()).isEqualTo(first.findings());
    }

    @Test
    void aPatternThatIsGoneLeavesNothingBehind() throws PatternParseException {
        Trace trace = Histories.trace(STALE);
        Searched first = search(trace, mine("severity 50"), SearchMemory.NONE);
        Searched without = search(trace, PatternSet.builtIn(), first.memory());
        assertThat(without.keysSearched()).isZero();
        assertThat(without.findings().windows())
                .noneMatch(window -> window.pattern().equals("mine"));
    }

    @Test
    void aChangedClassIsSearchedForInEveryPatternThatSpeaksOfIt() throws PatternParseException {
        Trace trace = Histories.trace(STALE);
        Searched first = search(trace, PatternSet.builtIn(), SearchMemory.NONE);
        PatternSet other = withText("class read = op == \"never\"");
        Searched now = search(trace, other, first.memory());
        assertThat(now.patterns()).doesNotContain("double-hold");
        assertThat(now.findings())
                .isEqualTo(search(trace, other, SearchMemory.NONE).findings());
        assertThat(first.findings().total()).isEqualTo(2);
        assertThat(now.findings().total()).isZero();
    }

    @Test
    void afterAClockWasSetOnlyItsSourcesKeysAreSearched() {
        Trace trace = two(STALE, OTHER, "wall", "other");
        Searched first = search(trace, PatternSet.builtIn(), SearchMemory.NONE);
        Trace moved = moved(trace, 1, 3);
        Searched after = search(moved, PatternSet.builtIn(), first.memory());
        assertThat(after.patterns()).contains("stale-read");
        assertThat(after.keysSearched()).isPositive().isLessThan(first.keysSearched());
        Findings wanted = search(moved, PatternSet.builtIn(), SearchMemory.NONE).findings();
        assertThat(after.findings()).isEqualTo(wanted);
        assertThat(after.findings()).isNotEqualTo(first.findings());
        assertThat(first.keysSearched() - after.keysSearched())
                .as("k and j of the other source keep what was found")
                .isEqualTo(search(Histories.trace(STALE), PatternSet.builtIn(), SearchMemory.NONE)
                        .keysSearched());
    }

    @Test
    void aLockThatMovesAwayNoLongerGuards() {
        String locks = "9 u lock.acquired L; 11 g lock.acquired L; 14 g lock.released L; 16 u lock.released L";
        Trace trace = two("10 u cache.set k; 12-13 g get k; 15 u cache.invalidate k", locks, "wall", "other")
                .withChoices(List.of(joined("u"), joined("g")));
        Searched first = search(trace, PatternSet.builtIn(), SearchMemory.NONE);
        Trace moved = moved(trace, 1, 100);
        Searched after = search(moved, PatternSet.builtIn(), first.memory());
        assertThat(stale(first).guarded()).isTrue();
        assertThat(stale(after).guarded()).isFalse();
        assertThat(after.findings())
                .isEqualTo(
                        search(moved, PatternSet.builtIn(), SearchMemory.NONE).findings());
    }

    @Test
    void onRandomTracesItFindsWhatASearchFromNothingFinds() throws PatternParseException {
        PatternSet patterns = PatternParser.parse("differential.race", Differential.PATTERNS);
        long reused = 0;
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            Trace trace =
                    moved(RandomTraces.random(seed, "wall", "other", "third").trace(), 1, 1);
            SearchMemory memory = search(trace, patterns, SearchMemory.NONE).memory();
            for (int step = 0; step < 3; step++) {
                trace = moved(trace, random.nextInt(3), 1 + random.nextInt(6));
                PatternSet some = patterns.only(names(patterns, random));
                Searched now = search(trace, some, memory);
                Searched anew = search(trace, some, SearchMemory.NONE);
                assertThat(now.findings()).as("seed %d, step %d", seed, step).isEqualTo(anew.findings());
                reused += anew.keysSearched() - now.keysSearched();
                memory = now.memory();
            }
        }
        assertThat(reused).as("keys that were not searched again").isGreaterThan(1_000);
    }

    @Test
    void onRandomTracesItFindsTheSameAfterSourcesAreBelievedOtherwise() throws PatternParseException {
        PatternSet patterns = PatternParser.parse("differential.race", Differential.PATTERNS);
        long reused = 0;
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            String second =
                    random.nextBoolean() ? "wall" : "other"; // sources on one clock part when one of them is doubted
            Trace trace = RandomTraces.random(seed, "wall", second, "third").trace();
            SearchMemory memory = search(trace, patterns, SearchMemory.NONE).memory();
            for (int step = 0; step < 4; step++) {
                int source = random.nextInt(3);
                trace = random.nextInt(4) == 0
                        ? moved(trace, source, 1 + random.nextInt(6))
                        : believed(trace, source, random);
                Searched now = search(trace, patterns, memory);
                Searched anew = search(trace, patterns, SearchMemory.NONE);
                assertThat(now.findings()).as("seed %d, step %d", seed, step).isEqualTo(anew.findings());
                reused += anew.keysSearched() - now.keysSearched();
                memory = now.memory();
            }
        }
        assertThat(reused).as("keys that were not searched again").isGreaterThan(1_000);
    }

    @Test
    void afterASourceIsBelievedOtherwiseOnlyItsKeysAreSearched() {
        Trace trace = two(STALE, OTHER, "wall", "other");
        Searched first = search(trace, PatternSet.builtIn(), SearchMemory.NONE);
        Trace doubted = trace.withSetting(1, ClockSetting.NONE.withTrust(new ClockTrust(40 * Histories.MS, false)));
        Searched after = search(doubted, PatternSet.builtIn(), first.memory());
        assertThat(after.keysSearched()).isPositive().isLessThan(first.keysSearched());
        assertThat(after.findings())
                .isEqualTo(
                        search(doubted, PatternSet.builtIn(), SearchMemory.NONE).findings());
    }

    private static Trace believed(Trace trace, int source, Random random) {
        long skew = random.nextInt(3) == 0 ? -1 : random.nextInt(8) * Histories.MS;
        ClockSetting now = trace.sources().get(source).setting();
        return trace.withSetting(source, now.withTrust(new ClockTrust(skew, random.nextBoolean())));
    }

    private static List<String> names(PatternSet patterns, Random random) {
        List<String> names = new ArrayList<>();
        patterns.patterns().stream()
                .filter(pattern -> random.nextInt(5) > 0)
                .forEach(pattern -> names.add(pattern.name()));
        return names;
    }

    private static LaneChoice joined(String thread) {
        return new LaneChoice.Joined(lane("other.log", thread), lane("one.log", thread));
    }

    private static LaneRef lane(String file, String thread) {
        Names names = new Names();
        String sha256 = Histories.table(names, file, "", "1 x y z").source().sha256();
        return new LaneRef(sha256, thread, "");
    }

    private static RaceWindow stale(Searched searched) {
        return searched.findings().windows().stream()
                .filter(window -> window.pattern().equals("stale-read"))
                .findFirst()
                .orElseThrow();
    }

    private static Trace two(String one, String other, String clock, String otherClock) {
        Names names = new Names();
        return Trace.of(
                names,
                List.of(
                        Histories.table(names, "one.log", clock, one),
                        Histories.table(names, "other.log", otherClock, other)));
    }

    private static Trace moved(Trace trace, int source, long ms) {
        return trace.withSetting(source, ClockSetting.typed(ClockMapping.offset(ms * Histories.MS)));
    }

    private static PatternSet mine(String severity) throws PatternParseException {
        return withText("pattern mine \"\" { " + severity + " bind key window W = set .. invalidate by lane op R = read"
                + " order W.start < R < W.end require R.lane != W.lane }");
    }

    private static PatternSet withText(String text) throws PatternParseException {
        return PatternLibrary.builtIn().withText("mine.race", text).patterns();
    }

    private static Searched search(Trace trace, PatternSet patterns, SearchMemory before) {
        return new Matcher().search(trace, patterns, MatchOptions.DEFAULT, before, Progress.none(), windows -> {});
    }
}
