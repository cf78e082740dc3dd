package racelane.house.planted.app.cli;

import racelane.house.planted.app.job.Workers;

/** May write to the console, but lies in a cycle. */
public final class Progress {
    private Progress() {}

    static void show(Workers workers) {
        System.err.println(workers);
    }
}
