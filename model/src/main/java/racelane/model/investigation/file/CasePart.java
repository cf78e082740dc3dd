package racelane.model.investigation.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Beside;

/**
 * What the lines in one part of a file say.
 *
 * @param contents line by line
 * @param ends where each of these lines ends, its newline included; further numbers mean nothing
 */
record CasePart(List<LineContent> contents, int[] ends) {
    private static final int PART_BYTES = 512 << 10;

    /**
     * Decodes a file in parts, a long one on two threads.
     *
     * @param helpers makes the second thread, which ends before this returns
     */
    static List<CasePart> of(byte[] bytes, ThreadFactory helpers) {
        int[] starts = starts(bytes);
        @Nullable CasePart[] parts = new @Nullable CasePart[starts.length - 1];
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            LineDecoder decoder = new LineDecoder(bytes);
            for (int i = next.getAndIncrement(); i < parts.length; i = next.getAndIncrement()) {
                parts[i] = decoder.decode(starts[i], starts[i + 1]);
            }
        };
        if (parts.length > 1) {
            FutureTask<?> beside = new FutureTask<>(work, null);
            helpers.newThread(beside).start();
            work.run();
            Beside.join(beside);
        } else {
            work.run();
        }
        return all(parts);
    }

    private static List<CasePart> all(@Nullable CasePart[] parts) {
        List<CasePart> all = new ArrayList<>();
        for (CasePart part : parts) {
            if (part != null) {
                all.add(part);
            }
        }
        return all;
    }

    /** Returns where the parts begin, each with a line, and the end of the last. */
    private static int[] starts(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int at = PART_BYTES; at > 0 && at < bytes.length; at += PART_BYTES) {
            while (at < bytes.length && bytes[at - 1] != '\n') {
                at++;
            }
            if (at < bytes.length) {
                starts.add(at);
            }
        }
        starts.add(bytes.length);
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
