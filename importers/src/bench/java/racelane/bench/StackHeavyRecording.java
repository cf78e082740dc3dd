package racelane.bench;

import java.util.SplittableRandom;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Records events of one type with deep stack traces of which hardly two are equal, so that most of the recording are constants
 * and not events. Run on its own, one argument: how many thousand events (400 make about 120 MB).
 *
 * <pre>java -XX:StartFlightRecording=settings=profile,filename=stacks.jfr,dumponexit=true StackHeavyRecording.java 400</pre>
 */
public final class StackHeavyRecording {
    private static final int DEPTH = 56;
    private static final int THREADS = 4;

    private StackHeavyRecording() {}

    /** A step, with the way that led to it. */
    @Name("app.Step")
    @StackTrace
    static final class Step extends Event {
        String key = "";
        long seq;
    }

    /**
     * Records.
     *
     * @param args how many thousand events
     */
    public static void main(String[] args) throws InterruptedException {
        int each = Integer.parseInt(args[0]) * 1_000 / THREADS;
        Thread[] threads = new Thread[THREADS];
        for (int t = 0; t < THREADS; t++) {
            SplittableRandom random = new SplittableRandom(t);
            threads[t] = new Thread(
                    () -> {
                        for (int i = 0; i < each; i++) {
                            one(random.nextLong(), DEPTH, i);
                        }
                    },
                    "worker-" + t);
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void one(long way, int depth, long seq) {
        if (depth == 0) {
            Step step = new Step();
            step.key = "user:" + (seq & 255);
            step.seq = seq;
            step.commit();
        } else if ((way & 1) == 0) {
            one(way >>> 1, depth - 1, seq);
        } else {
            other(way >>> 1, depth - 1, seq);
        }
    }

    private static void other(long way, int depth, long seq) {
        if ((way & 2) == 0) {
            one(way >>> 1, depth, seq);
        } else {
            third(way >>> 1, depth, seq);
        }
    }

    private static void third(long way, int depth, long seq) {
        one(way, depth, seq);
    }
}
