package racelane.model.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class BesideTest {
    @Test
    void tasksRunOneAfterTheOtherInTheOrderInWhichTheyWereGiven() {
        List<Integer> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Beside beside = new Beside(threads);
            FutureTask<?> last = beside.give(() -> done.add(0));
            for (int i = 1; i < 5_000; i++) {
                int number = i;
                last = beside.give(() -> done.add(number));
            }
            Beside.join(last);
        }

        assertThat(done).hasSize(5_000).isSorted();
    }

    @Test
    void whatGoesWrongInATaskGoesWrongWhereItIsWaitedForAndTheNextStillRuns() {
        Beside beside = new Beside(Runnable::run);
        FutureTask<?> bad = beside.give(() -> {
            throw new IllegalStateException("no");
        });
        FutureTask<?> worse = beside.give(() -> {
            throw new OutOfMemoryError("none");
        });
        List<String> done = new ArrayList<>();
        Beside.join(beside.give(() -> done.add("next")));

        assertThat(done).containsExactly("next");
        assertThatThrownBy(() -> Beside.join(bad))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThatThrownBy(() -> Beside.join(worse)).isInstanceOf(OutOfMemoryError.class);
    }
}
