package racelane.model.event;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;

/**
 * Whether threads of one name in two sources are one thread, where at least one of the sources names no process. A guess, told to the
 * user as such: {@code docs/decisions/0010}.
 *
 * @param verdict what is assumed
 * @param why the reason, to be read after "because"
 */
record Kinship(Verdict verdict, String why) {
    /** What is assumed of two sources. */
    enum Verdict {
        /** Every name means the same thread in both. */
        ONE_PROGRAM,
        /** Names that a program chose mean the same thread in both; names that every program has do not. */
        CHOSEN_NAMES,
        /** No name means the same thread in both. */
        APART
    }

    private static final long SECOND = 1_000_000_000L;
    private static final long ROTATION = 60 * SECOND;

    /** Names that runtimes, pools and frameworks give by themselves, whatever the program. */
    private static final Pattern COMMON = Pattern.compile(
            "main|MainThread|\\d+|(?i:tid|thread|worker|task|executor|pool|goroutine|process|scheduling|async|actor)"
                    + "[-_ #]?\\d*(?: ?\\(.*\\))?|pool-\\d+-thread-\\d+|ForkJoinPool.*|(?:http|https|ajp)-.*exec-\\d+"
                    + "|nioEventLoopGroup-.*|epollEventLoopGroup-.*|reactor-http-.*|qtp\\d+-\\d+|XNIO-\\d+.*"
                    + "|executor-thread-\\d+|vert\\.x-.*|parallel-\\d+|boundedElastic-\\d+|task-scheduler-\\d+"
                    + "|(?:scheduling|taskExecutor|SimpleAsyncTaskExecutor)-\\d+|HikariPool-.*|ThreadPoolExecutor-.*"
                    + "|Reference Handler|Finalizer|Signal Dispatcher|Common-Cleaner|DestroyJavaVM|Attach Listener"
                    + "|Notification Thread|(?:C[12] CompilerThread|GC |G1 |VM |JFR ).*");

    /** Tells whether every program may have a thread of this name. */
    static boolean common(String name) {
        return COMMON.matcher(name).matches();
    }

    static Kinship of(EventTable a, EventTable b) {
        Source one = a.source();
        Source two = b.source();
        if (a.size() == 0 || b.size() == 0) {
            return new Kinship(Verdict.APART, "one of them has no event");
        }
        boolean alike = one.kind() == two.kind() && one.format().equals(two.format());
        TimeRange first = one.range();
        TimeRange second = two.range();
        if (alike && rotated(one.name(), two.name()) && follow(first, second)) {
            return new Kinship(Verdict.ONE_PROGRAM, "they are parts of one rotated log");
        }
        if (!first.padded(0, SECOND).intersects(second)) {
            return new Kinship(Verdict.APART, "they cover different times");
        }
        if (alike) {
            return new Kinship(Verdict.APART, "they are of one format and cover the same time, as two programs' are");
        }
        Set<String> shared = shared(a, b);
        return shared.stream()
                .filter(name -> !common(name))
                .min(String::compareTo)
                .map(name -> new Kinship(
                        Verdict.ONE_PROGRAM, "they cover the same time and both have a thread '" + name + "'"))
                .orElse(new Kinship(
                        Verdict.CHOSEN_NAMES, "they share only names that every program has, and name no process"));
    }

    private static Set<String> shared(EventTable a, EventTable b) {
        Set<String> names = new HashSet<>();
        a.laneNames().stream().filter(name -> !name.inferred()).forEach(name -> names.add(name.name()));
        Set<String> shared = new HashSet<>();
        b.laneNames().stream()
                .filter(name -> !name.inferred() && names.contains(name.name()))
                .forEach(name -> shared.add(name.name()));
        return shared;
    }

    /** Tells whether one begins where the other ends. */
    private static boolean follow(TimeRange a, TimeRange b) {
        boolean inOrder = a.start() <= b.start();
        long gap = inOrder ? b.start() - a.end() : a.start() - b.end();
        return gap >= -SECOND && gap <= ROTATION;
    }

    /** Tells whether two names are those of one log that is rotated: {@code app.log}, {@code app.log.1.gz}, {@code app.2026-11-20.log}. */
    static boolean rotated(String a, String b) {
        return !a.equals(b) && stem(a).equals(stem(b));
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.gz$", "")
                .replaceFirst("([.-]\\d{4}-?\\d{2}-?\\d{2}([T_-]?\\d{2,6})?)?(\\.\\d{1,5})?$", "")
                .replaceFirst("[.-]\\d{4}-?\\d{2}-?\\d{2}(\\.\\d{1,5})?(?=\\.[a-z]+$)", "");
    }
}
