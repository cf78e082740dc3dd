package racelane.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HelperThreadsTest {
    @Test
    void aHelperIsADaemonBesideTheThreadThatOrdersAndLeavesTheProcessorsToTheWindow() throws Exception {
        CompletableFuture<Thread> seen = new CompletableFuture<>();
        new HelperThreads(2).execute(() -> seen.complete(Thread.currentThread()));

        assertThat(seen.get().isDaemon()).isTrue();
        assertThat(seen.get().getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(seen.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void withOneProcessorTheThreadThatOrdersDoesTheWork() {
        CompletableFuture<Thread> seen = new CompletableFuture<>();
        new HelperThreads(1).execute(() -> seen.complete(Thread.currentThread()));

        assertThat(seen.join()).isSameAs(Thread.currentThread());
    }
}
