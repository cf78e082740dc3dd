package racelane.house.planted.app.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import racelane.house.planted.app.cli.Progress;

/** May start threads, but lies in a cycle. */
public record Workers(Progress progress) {
    static ExecutorService pool() {
        return Executors.newCachedThreadPool();
    }
}
