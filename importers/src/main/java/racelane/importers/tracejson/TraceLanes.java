package racelane.importers.tracejson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;

/** The threads of a trace. Their names may come after their events, so lanes get a number first and their name at the end. */
final class TraceLanes {
    private static final int MAX_LABELS = 8;

    private final EventSink sink;
    private final RecordReader words;
    private final Pairing pairing;
    private @Nullable Thread[] threads = new Thread[64];
    private final List<Thread> inOrder = new ArrayList<>();
    private final Map<Id, String> threadNames = new HashMap<>();
    private final Map<Long, String> processNames = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<Long, Long> processPlaces = new HashMap<>();
    private final Map<Id, Long> threadPlaces = new HashMap<>();

    TraceLanes(EventSink sink, RecordReader words, Pairing pairing) {
        this.sink = sink;
        this.words = words;
        this.pairing = pairing;
    }

    /** What tells threads apart. Compares by hand: what makes a record's methods at run time costs every start 30 ms. */
    private record Id(long process, long thread) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Id id && process == id.process && thread == id.thread;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(process) * 31 + Long.hashCode(thread);
        }
    }

    /** A thread, or a process as a whole where a record names no thread. */
    static final class Thread {
        final long process;
        final long thread;
        final int lane;
        final int group;
        long lastTime = Long.MIN_VALUE;

        private Thread(long process, long thread, int lane, int group) {
            this.process = process;
            this.thread = thread;
            this.lane = lane;
            this.group = group;
        }
    }

    /** Returns the thread of a record. */
    Thread of(TraceRecord record) {
        long process = record.process;
        long thread = record.thread;
        int mask = threads.length - 1;
        int slot = slot(process, thread) & mask;
        for (Thread known = threads[slot]; known != null; known = threads[slot]) {
            if (known.thread == thread && known.process == process) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        return add(slot, process, thread);
    }

    private static int slot(long process, long thread) {
        long mixed = (process * 0x9E3779B97F4A7C15L ^ thread) * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ mixed >>> 32);
    }

    private Thread add(int slot, long process, long thread) {
        Thread added = new Thread(process, thread, sink.lane(unnamed(new Id(process, thread))), pairing.newGroup());
        threads[slot] = added;
        inOrder.add(added);
        if (inOrder.size() * 2 > threads.length) {
            threads = new Thread[threads.length * 2];
            int mask = threads.length - 1;
            for (Thread one : inOrder) {
                int free = slot(one.process, one.thread) & mask;
                while (threads[free] != null) {
                    free = free + 1 & mask;
                }
                threads[free] = one;
            }
        }
        return added;
    }

    /** Takes the name that a metadata record gives a thread or process. */
    void metadata(TraceRecord record) {
        if (record.sortIndex != TraceRecord.NONE) {
            place(record);
        }
        String name = words.text(record.argName);
        if (name.isEmpty()) {
            return;
        }
        switch (words.text(record.name)) {
            case "thread_name" -> threadNames.put(new Id(record.process, record.thread), name);
            case "process_name" -> processNames.put(record.process, name);
            case "process_labels" -> labels.add(words.actor(record.process) + " \"" + name + "\"");
            default -> {
                // uptimes, numbers of processors and the like name nobody
            }
        }
    }

    private void place(TraceRecord record) {
        switch (words.text(record.name)) {
            case "thread_sort_index" -> threadPlaces.put(new Id(record.process, record.thread), record.sortIndex);
            case "process_sort_index" -> processPlaces.put(record.process, record.sortIndex);
            default -> {
                // other metadata has no place among its like
            }
        }
    }

    /**
     * Puts the lanes into the order that the trace asks for, if it does: processes by their index, the threads of each by theirs; an index
     * that is not said is 0, and what has the same stands in the order in which it first appears.
     */
    void arrange() {
        if (processPlaces.isEmpty() && threadPlaces.isEmpty()) {
            return;
        }
        Map<Long, Integer> firsts = new HashMap<>();
        inOrder.forEach(thread -> firsts.putIfAbsent(thread.process, firsts.size()));
        Comparator<Thread> order = Comparator.<Thread>comparingLong(
                        thread -> processPlaces.getOrDefault(thread.process, 0L))
                .thenComparingInt(thread -> firsts.getOrDefault(thread.process, 0))
                .thenComparingLong(thread -> threadPlaces.getOrDefault(new Id(thread.process, thread.thread), 0L));
        sink.arrange(
                inOrder.stream().sorted(order).mapToInt(thread -> thread.lane).toArray());
    }

    /** Says what metadata was not followed, one sentence each. */
    List<String> assumptions() {
        List<String> said = new ArrayList<>();
        if (!labels.isEmpty()) {
            said.add("Labels of processes: "
                    + String.join(", ", labels.subList(0, Math.min(MAX_LABELS, labels.size())))
                    + (labels.size() > MAX_LABELS ? " and " + (labels.size() - MAX_LABELS) + " more." : "."));
        }
        return said;
    }

    /** Says of every thread until when it was heard of. */
    void lastSigns() {
        for (Thread thread : inOrder) {
            if (thread.lastTime != Long.MIN_VALUE) {
                pairing.alive(thread.group, thread.lastTime);
            }
        }
    }

    /**
     * Gives the lanes their names. A process's name is kept only where the trace says it, so that a thread meets its namesake in
     * a log; threads that share a name are told apart by {@code #} and their number, the first keeping the plain name.
     */
    void nameLanes() {
        Set<LaneName> taken = new HashSet<>();
        for (Thread thread : inOrder) {
            Id id = new Id(thread.process, thread.thread);
            String process = processName(thread.process);
            LaneName plain = new LaneName(plainName(id), process, false);
            LaneName name = plain;
            for (int attempt = 0; !taken.add(name); attempt++) {
                String number = attempt == 0 ? words.actor(thread.thread) : numbers(id);
                name = new LaneName(plain.name() + " #" + number + (attempt < 2 ? "" : "." + attempt), process, false);
            }
            sink.rename(thread.lane, name);
        }
    }

    /** Returns the name that the trace gives a process, empty when it gives none. */
    String processName(long process) {
        return processNames.getOrDefault(process, "");
    }

    /** Returns a name until the real one is known; as an inferred actor's it can clash with none of those. */
    private LaneName unnamed(Id id) {
        return LaneName.inferred(numbers(id));
    }

    private String plainName(Id id) {
        String name = threadNames.get(id);
        return name == null ? numbers(id) : name;
    }

    private String numbers(Id id) {
        if (id.thread() == TraceRecord.NONE) {
            return id.process() == TraceRecord.NONE ? "(no thread)" : "process " + words.actor(id.process());
        }
        return id.process() == TraceRecord.NONE
                ? words.actor(id.thread())
                : words.actor(id.process()) + "/" + words.actor(id.thread());
    }
}
