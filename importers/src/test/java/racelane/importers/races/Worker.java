package racelane.importers.races;

import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread of a program under test: does things to shared data, and logs them. */
final class Worker {
    final String lane;
    final SplittableRandom random;
    private final Program program;

    /** What the threads of one program have in common. */
    static final class Program {
        final AtomicInteger numbers = new AtomicInteger();
        final AtomicLong effects = new AtomicLong();
        final Queue<Act> acts = new ConcurrentLinkedQueue<>();
        final Recorder recorder;

        Program(Recorder recorder) {
            this.recorder = recorder;
        }
    }

    /** Where lines go beside the list of acts. */
    interface Recorder {
        /** Begins something with a start and an end; the answer is handed to {@link #end}. */
        Object begin();

        /** Ends it, or notes something that happened at once when {@code begun} is null. */
        void end(@Nullable Object begun, Act act);
    }

    Worker(String lane, SplittableRandom random, Program program) {
        this.lane = lane;
        this.random = random;
        this.program = program;
    }

    Program program() {
        return program;
    }

    Act act(String operation, String key, String... attributes) {
        Map<String, String> values = new TreeMap<>();
        int number = program.numbers.incrementAndGet();
        values.put("n", Integer.toString(number));
        for (int i = 0; i < attributes.length; i += 2) {
            values.put(attributes[i], attributes[i + 1]);
        }
        return new Act(number, lane, operation, key, values);
    }

    /** The data changes now: takes the next place in the order of all effects. */
    Act effect(Act act) {
        act.effect = program.effects.getAndIncrement();
        act.effectNanos = System.nanoTime();
        return act;
    }

    /** Writes the act's line. */
    Act log(Act act) {
        program.recorder.end(null, act);
        act.logged = System.nanoTime();
        program.acts.add(act);
        return act;
    }

    /** The data changes, and then that is logged. */
    Act did(String operation, String key, String... attributes) {
        return log(effect(act(operation, key, attributes)));
    }

    /** It is logged, and then the data changes: as what is given back must be. */
    Act doing(String operation, String key, String... attributes) {
        return effect(log(act(operation, key, attributes)));
    }

    /** Logs a start, lets the data change, logs an end. */
    Act span(String operation, String key, long pause) {
        Act act = act(operation, key);
        Object begun = program.recorder.begin();
        act.begun = System.nanoTime();
        pause(pause / 2);
        effect(act);
        pause(pause / 2);
        program.recorder.end(begun, act);
        act.logged = System.nanoTime();
        program.acts.add(act);
        return act;
    }

    /** Lets time pass: without giving the processor up when it is short, as work does. */
    void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        if (nanos > 150_000) {
            LockSupport.parkNanos(nanos - 60_000);
        }
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** Lets a random time pass, up to {@code most} ns and at least a fifth of that. */
    void linger(long most) {
        pause(most / 5 + random.nextLong(most - most / 5));
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
