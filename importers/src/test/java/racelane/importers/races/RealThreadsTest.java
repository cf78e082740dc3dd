package racelane.importers.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.pattern.Pattern;
import racelane.model.pattern.PatternSet;
import racelane.model.spi.ImportException;

/**
 * Programs with real threads that race for real data, and write logs. What raced is known from the order in which the data changed;
 * what is found, from the logs alone. The build runs them shortly; {@code -Dracelane.races.runs=50} measures, and
 * {@code -Dracelane.races.table=FILE} writes the table of docs/benchmarks.md.
 */
@Isolated("needs both cores for its races")
class RealThreadsTest {
    private static final int RUNS = Integer.getInteger("racelane.races.runs", 1);
    private static final long MILLIS = Integer.getInteger("racelane.races.millis", 150);
    private static final String ONLY = System.getProperty("racelane.races.only", "");
    /**
     * How often a short run may be tried: a machine that has no time for the program stops its threads between what they do and what
     * they log of it, now and then; a defect is there every time.
     */
    private static final int ATTEMPTS = 3;

    private static final int FEWEST_THREADS = 2;
    private static final int MOST_THREADS = 8;

    @TempDir
    Path folder;

    static Stream<Race> races() {
        return Stream.of(CacheRaces.all(), LockRaces.all(), LifeRaces.all())
                .flatMap(List::stream)
                .filter(race -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(race.pattern()));
    }

    @Test
    void everyBuiltInPatternHasAProgramThatRaces() {
        assertThat(Stream.of(CacheRaces.all(), LockRaces.all(), LifeRaces.all())
                        .flatMap(List::stream)
                        .map(Race::pattern))
                .containsExactlyInAnyOrderElementsOf(PatternSet.builtIn().patterns().stream()
                        .map(Pattern::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("races")
    void certainWindowsAreTrueAndRacesAreFound(Race race) throws IOException, ImportException {
        if (RUNS > 1) {
            run(race, 0);
            return;
        }
        AssertionError failed = new AssertionError("each of " + ATTEMPTS + " short runs failed");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                run(race, attempt);
                return;
            } catch (AssertionError e) {
                failed.addSuppressed(e);
            }
        }
        throw failed;
    }

    private void run(Race race, int firstSeed) throws IOException, ImportException {
        List<RaceScore> scores = new ArrayList<>();
        while (scores.size() < RaceRun.Clock.values().length) {
            scores.add(new RaceScore());
        }
        RaceScore jfr = new RaceScore();
        RaceScore fixed = new RaceScore();
        for (int seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            int threads = RUNS == 1 ? 6 : FEWEST_THREADS + seed % (MOST_THREADS - FEWEST_THREADS + 1);
            RaceRun racy = RaceRun.logged(race, new RaceRun.Setting(false, threads, MILLIS, seed));
            for (RaceRun.Clock clock : RaceRun.Clock.values()) {
                Path log = racy.write(folder.resolve("racy-" + clock + ".log"), clock);
                scores.get(clock.ordinal()).add(race, racy, log);
            }
            RaceRun kept = RaceRun.logged(race, new RaceRun.Setting(true, threads, MILLIS, seed));
            fixed.add(race, kept, kept.write(folder.resolve("fixed.log"), RaceRun.Clock.US));
            if (race.stretch() == 1) {
                Path recording = folder.resolve("racy.jfr");
                RaceRun recorded = RaceRun.recorded(race, new RaceRun.Setting(false, threads, MILLIS, seed), recording);
                jfr.add(race, recorded, recording);
            }
        }
        report(race, scores, jfr, fixed);
        RaceScore micros = scores.get(RaceRun.Clock.US.ordinal());
        if (race.stretch() == 1) {
            assertThat(fixed.races).as("races of the fixed program").isZero();
        }
        assertThat(fixed.certain - fixed.certainTrue)
                .as("false windows of the fixed program")
                .isZero();
        assertThat(fixed.certainPatterns)
                .as("certain windows of the fixed program")
                .isEmpty();
        if (RUNS > 1) {
            assertThat(micros.certainPrecision()).as("certain precision").isGreaterThanOrEqualTo(0.99);
            assertThat(micros.recall()).as("recall").isGreaterThanOrEqualTo(0.999);
            assertThat(micros.races).as("races").isPositive();
        } else {
            assertThat(micros.certain - micros.certainTrue)
                    .as("certain but false")
                    .isLessThanOrEqualTo(1);
            assertThat(micros.races - micros.found).as("not found").isLessThanOrEqualTo(1);
        }
    }

    private static void report(Race race, List<RaceScore> scores, RaceScore jfr, RaceScore fixed) throws IOException {
        String file = System.getProperty("racelane.races.table", "");
        if (file.isEmpty()) {
            return;
        }
        RaceScore first = scores.get(RaceRun.Clock.US.ordinal());
        StringBuilder row = new StringBuilder("| " + race.pattern() + " | " + first.events + " | " + first.races);
        for (RaceScore score : scores) {
            row.append(cells(score));
        }
        row.append(race.stretch() == 1 ? cells(jfr) : " | | ");
        row.append(" | " + fixed.events + " | " + fixed.certainOfAny
                + fixed.certainPatterns.stream().collect(Collectors.joining(", ", " ", "")) + " |\n");
        Files.writeString(Path.of(file), row.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String cells(RaceScore score) {
        return String.format(
                Locale.ROOT,
                " | %.4f / %.4f | %.4f / %.4f",
                score.certainPrecision(),
                score.certainRecall(),
                score.precision(),
                score.recall());
    }
}
