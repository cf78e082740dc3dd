package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final int WORDS = 20_000; // five pages of 2^12

    private final Names names = new Names();

    @Test
    void idZeroIsTheEmptyWordAndTheEmptyTuple() {
        assertThat(names.intern("")).isZero();
        assertThat(names.text(0)).isEmpty();
        assertThat(names.internTuple()).isZero();
        assertThat(names.attributes(0)).isEmpty();
        assertThat(names.find("nobody said this")).isEqualTo(-1);
        assertThat(names.size()).isEqualTo(1);
        assertThat(names.tupleCount()).isEqualTo(1);
    }

    @Test
    void equalTuplesHaveOneIdAndKeepTheirOrder() {
        int result = names.intern("result");
        int old = names.intern("OLD");
        int level = names.intern("level");
        int info = names.intern("INFO");
        int tuple = names.internTuple(result, old, level, info);
        assertThat(names.internTuple(result, old, level, info)).isEqualTo(tuple);
        assertThat(names.internTuple(level, info, result, old)).isNotEqualTo(tuple);
        assertThat(names.attributes(tuple)).containsExactly(Map.entry("result", "OLD"), Map.entry("level", "INFO"));
        assertThat(names.value(tuple, level)).isEqualTo(info);
        assertThat(names.value(tuple, info)).isEqualTo(-1);
    }

    @Test
    void aTupleIsSafeFromItsMakersLaterChanges() {
        int[] pairs = {names.intern("a"), names.intern("b")};
        int tuple = names.internTuple(pairs);
        pairs[1] = 0;
        assertThat(names.attributes(tuple)).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void mergingKeepsTheFirstOrderAndTheSecondValue() {
        int a = names.internTuple(names.intern("x"), names.intern("1"), names.intern("y"), names.intern("2"));
        int b = names.internTuple(names.intern("z"), names.intern("3"), names.intern("x"), names.intern("9"));
        assertThat(names.attributes(names.merge(a, b)))
                .containsExactly(Map.entry("x", "9"), Map.entry("y", "2"), Map.entry("z", "3"));
        assertThat(names.merge(a, 0)).isEqualTo(a);
        assertThat(names.merge(0, b)).isEqualTo(b);
        assertThat(names.merge(a, a)).isEqualTo(a);
    }

    @Test
    void fourThreadsAgreeOnEveryWordAndTuple() throws Exception {
        ConcurrentHashMap<String, Integer> agreed = new ConcurrentHashMap<>();
        CyclicBarrier together = new CyclicBarrier(4);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> faults = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                long seed = thread;
                Callable<Integer> work = () -> {
                    together.await();
                    return disagreements(agreed, new Random(seed));
                };
                faults.add(pool.submit(work));
            }
            for (Future<Integer> fault : faults) {
                assertThat(fault.get()).isZero();
            }
        }
        Set<Integer> ids = new HashSet<>(agreed.values());
        assertThat(ids).hasSize(agreed.size());
        assertThat(names.size()).isEqualTo(agreed.size() + 1);
        assertThat(names.tupleCount()).isEqualTo(agreed.size() + 1);
        agreed.forEach((word, id) -> assertThat(names.text(id)).isEqualTo(word));
    }

    /** Interns words in an order of its own and counts those that read back wrong or have another id elsewhere. */
    private int disagreements(ConcurrentHashMap<String, Integer> agreed, Random random) {
        int wrong = 0;
        for (int i = 0; i < 2 * WORDS; i++) {
            String word = "user:" + random.nextInt(WORDS);
            int id = names.intern(word);
            Integer elsewhere = agreed.putIfAbsent(word, id);
            int tuple = names.internTuple(id, id);
            boolean right = (elsewhere == null || elsewhere == id)
                    && names.text(id).equals(word)
                    && names.find(word) == id
                    && names.value(tuple, id) == id;
            wrong += right ? 0 : 1;
        }
        return wrong;
    }
}
