package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The matcher against the oracle on random traces, most of them small: what matters happens among few events. */
class DifferentialTest {
    private static final int TRACES = Integer.getInteger("racelane.differential", 7_500);
    private static final int MOST = 44;
    private static final int FEW = 11;

    private final Differential differential = new Differential(Differential.PATTERNS);
    private long anchors;

    @Test
    void agreesOnOneClock() {
        compare(0, "wall");
    }

    @Test
    void agreesOnTwoSourcesOfOneClock() {
        compare(100_000, "wall", "wall");
    }

    @Test
    void agreesOnTwoClocks() {
        compare(200_000, "wall", "other");
    }

    @Test
    void agreesOnThreeClocks() {
        compare(300_000, "wall", "other", "third");
    }

    private void compare(long from, String... clocks) {
        for (int i = 0; i < TRACES; i++) {
            long seed = from + i;
            boolean trusted = seed % 2 == 0;
            RandomTraces.Case random = RandomTraces.sized(seed, i % 40 == 0 ? MOST : FEW, clocks);
            Map<String, Oracle.Answer> wanted =
                    differential.wanted(random, new OracleOrder(clocks, trusted, Differential.SKEW));
            Map<String, Oracle.Answer> found = differential.found(random.trace(), trusted, Differential.SKEW);
            assertThat(Differential.difference(found, wanted))
                    .as("seed %d, trusted %s, clocks %s", seed, trusted, String.join(",", clocks))
                    .isEmpty();
            anchors += found.size();
        }
        assertThat(anchors).as("anchors compared").isGreaterThan(TRACES);
    }
}
