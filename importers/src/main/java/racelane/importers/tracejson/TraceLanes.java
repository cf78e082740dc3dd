package racelane.importers.tracejson;

import java.util.ArrayList;
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
    private final EventSink sink;
    private final RecordParser words;
    private final Pairing pairing;
    private final Map<Id, Thread> threads = new HashMap<>();
    private final List<Thread> inOrder = new ArrayList<>();
    private final Map<Id, String> threadNames = new HashMap<>();
    private final Map<Long, String> processNames = new HashMap<>();
    private @Nullable Thread last;

    TraceLanes(EventSink sink, RecordParser words, Pairing pairing) {
        this.sink = sink;
        this.words = words;
        this.pairing = pairing;
    }

    private record Id(long process, long thread) {}

    /** A thread, or a process as a whole where a record names no thread. */
    static final class Thread {
        final Id id;
        final int lane;
        final int group;
        long lastTime = Long.MIN_VALUE;

        private Thread(Id id, int lane, int group) {
            this.id = id;
            this.lane = lane;
            this.group = group;
        }
    }

    /** Returns the thread of a record. */
    Thread of(TraceRecord record) {
        Thread known = last;
        if (known != null && known.id.process() == record.process && known.id.thread() == record.thread) {
            return known;
        }
        Id id = new Id(record.process, record.thread);
        Thread thread = threads.get(id);
        if (thread == null) {
            thread = new Thread(id, sink.lane(unnamed(id)), pairing.newGroup());
            threads.put(id, thread);
            inOrder.add(thread);
        }
        last = thread;
        return thread;
    }

    /** Takes the name that a metadata record gives a thread or process. */
    void metadata(TraceRecord record) {
        String name = words.text(record.argName);
        if (name.isEmpty()) {
            return;
        }
        switch (words.text(record.name)) {
            case "thread_name" -> threadNames.put(new Id(record.process, record.thread), name);
            case "process_name" -> processNames.put(record.process, name);
            default -> {
                // sort indexes, labels and the like name nobody
            }
        }
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
            String process = processNames.getOrDefault(thread.id.process(), "");
            LaneName plain = new LaneName(plainName(thread.id), process, false);
            LaneName name = plain;
            for (int attempt = 0; !taken.add(name); attempt++) {
                String number = attempt == 0 ? words.actor(thread.id.thread()) : numbers(thread.id);
                name = new LaneName(plain.name() + " #" + number + (attempt < 2 ? "" : "." + attempt), process, false);
            }
            sink.rename(thread.lane, name);
        }
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
