package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private static final int PARTS = 500;

    @Test
    void everyPartIsDoneOnceWithAndWithoutAnotherThread() {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            AtomicIntegerArray done = new AtomicIntegerArray(PARTS + 1);
            SharedWork.run(threads, () -> done.incrementAndGet(PARTS), parts(done));
            SharedWork.run(Runnable::run, () -> done.incrementAndGet(PARTS), parts(done));
            assertThat(IntStream.rangeClosed(0, PARTS).map(done::get)).containsOnly(2);
        }
    }

    @Test
    void whatGoesWrongInAPartGoesWrongHereWhicheverThreadHadIt() {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Runnable broken = () -> {
                throw new IllegalStateException("broken");
            };
            Runnable nothing = () -> {};
            assertThatThrownBy(() -> SharedWork.run(threads, nothing, nothing, broken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken");
            assertThatThrownBy(() -> SharedWork.run(Runnable::run, nothing, broken))
                    .hasMessage("broken");
            assertThatThrownBy(() -> SharedWork.run(threads, broken, nothing)).hasMessage("broken");
        }
    }

    private static Runnable[] parts(AtomicIntegerArray done) {
        return IntStream.range(0, PARTS)
                .<Runnable>mapToObj(part -> () -> done.incrementAndGet(part))
                .toArray(Runnable[]::new);
    }
}
