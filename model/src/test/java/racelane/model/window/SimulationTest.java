package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How often a verdict is right when clocks are apart and lines are lost, told by systems that are simulated. The build tries a few
 * settings; {@code -Dracelane.simulation.runs=40 -Dracelane.simulation.table=FILE} measures and writes the tables of
 * docs/benchmarks.md.
 */
class SimulationTest {
    private static final int RUNS = Integer.getInteger("racelane.simulation.runs", 3);
    private static final String TABLE = System.getProperty("racelane.simulation.table", "");
    private static final long MILLIS = 2_000;
    private static final long[] SKEWS = {0, 1, 2, 5, 10, 20};
    private static final double[] LOSSES = {0, 0.05, 0.1, 0.2, 0.3};

    @Test
    void verdictsKeepTheirWordWhateverTheSkew() throws IOException {
        for (long skew : SKEWS) {
            SimulationScore score = score(new Simulation.Setting(3, skew * Histories.MS, 0, 0, 0, MILLIS, 0), skew);
            assertThat(score.races()).isGreaterThan(RUNS * 50L);
            assertThat(score.trueShare(Verdict.CERTAIN)).as("skew %d", skew).isGreaterThanOrEqualTo(0.99);
            assertThat(missedButShown(score)).as("skew %d", skew).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void lostLinesTakeRacesAwayAndHardlyMakeAny() throws IOException {
        for (double loss : LOSSES) {
            for (long skew : TABLE.isEmpty() ? new long[] {0, 5} : SKEWS) {
                Simulation.Setting setting = new Simulation.Setting(3, skew * Histories.MS, loss, 0, 0, MILLIS, 0);
                SimulationScore score = score(setting, skew);
                assertThat(score.races()).isPositive();
                assertThat(score.trueShare(Verdict.CERTAIN))
                        .as("skew %d, loss %.2f", skew, loss)
                        .isGreaterThan(loss == 0 ? 0.99 : 0.95 - 2 * loss);
                row("skew %d ms, loss %.0f %%", score, skew, loss * 100);
            }
        }
    }

    @Test
    void linesThatStandLateMakeVerdictsLessSureAndNotWrong() throws IOException {
        for (double late : new double[] {0.01, 0.1}) {
            SimulationScore score = score(new Simulation.Setting(2, 2 * Histories.MS, 0, late, 0, MILLIS, 0), 2);
            assertThat(score.trueShare(Verdict.CERTAIN)).isGreaterThanOrEqualTo(0.99);
            assertThat(missedButShown(score)).isGreaterThanOrEqualTo(0.99);
            row("skew 2 ms, two hosts, %.0f %% of lines late in their file", score, late * 100);
        }
    }

    @Test
    void whatNamesNoThreadIsStillFoundByItsFunction() throws IOException {
        for (double nameless : new double[] {0.1, 1}) {
            SimulationScore score = score(new Simulation.Setting(3, 0, 0, 0, nameless, MILLIS, 0), 0);
            assertThat(score.recall(Verdict.POSSIBLE)).isGreaterThan(0.5);
            row("no skew, %.0f %% of operations without a thread", score, nameless * 100);
        }
    }

    @Test
    void clocksThatAreFurtherApartThanTheyAreBelievedToBeAreTold() throws IOException {
        for (long skew : new long[] {5, 10, 20}) {
            SimulationScore score = score(new Simulation.Setting(3, skew * Histories.MS, 0, 0, 0, MILLIS, 0), 2);
            assertThat(score.trueShare(Verdict.CERTAIN)).isGreaterThan(0.3);
            row("skew %d ms, but believed to be 2 ms", score, skew);
        }
    }

    private static SimulationScore score(Simulation.Setting setting, long bound) {
        SimulationScore score = new SimulationScore();
        for (int seed = 0; seed < RUNS; seed++) {
            score.add(setting.withSeed(seed), bound * Histories.MS);
        }
        return score;
    }

    /** Returns which share of the races that have no certain window has another one. */
    private static double missedButShown(SimulationScore score) {
        double missed = 1 - score.recall(Verdict.CERTAIN);
        return missed == 0 ? 1 : (score.recall(Verdict.POSSIBLE) - score.recall(Verdict.CERTAIN)) / missed;
    }

    private static void row(String name, SimulationScore score, Object... values) throws IOException {
        if (TABLE.isEmpty()) {
            return;
        }
        String row = "| " + String.format(Locale.ROOT, name, values)
                + String.format(
                        Locale.ROOT,
                        " | %d | %d, %.3f | %d, %.3f | %d, %.3f | %.3f | %.3f | %.3f |%n",
                        score.races(),
                        score.windows[Verdict.CERTAIN.ordinal()],
                        score.trueShare(Verdict.CERTAIN),
                        score.windows[Verdict.UNCERTAIN.ordinal()],
                        score.trueShare(Verdict.UNCERTAIN),
                        score.windows[Verdict.POSSIBLE.ordinal()],
                        score.trueShare(Verdict.POSSIBLE),
                        score.recall(Verdict.CERTAIN),
                        score.recall(Verdict.UNCERTAIN),
                        score.recall(Verdict.POSSIBLE));
        Files.writeString(Path.of(TABLE), row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
