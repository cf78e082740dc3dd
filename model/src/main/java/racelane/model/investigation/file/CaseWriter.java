package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes a case. Edits wait in a queue until they are on the disk; what comes while a write is under way is the next
 * write, so no edit can fall between two of them. There is no other way to the file, not even at the end.
 */
final class CaseWriter implements Runnable {
    private static final int BATCH = 4096;

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition work = mutex.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Deque<Move> moves = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CaseLog log;
    private final FileListener listener;
    private final Duration retryAfter;
    private final String holder;
    private @Nullable Beginning beginning;
    private @Nullable CaseLock lock;
    private volatile Path path;
    private volatile boolean readOnly;
    private volatile long durable;
    private long appended;
    private boolean retryNow;
    private boolean closing;
    private long closeBy;

    CaseWriter(CaseLog log, @Nullable CaseLock lock, String holder, FileSetup setup) {
        this.log = log;
        this.lock = lock;
        this.holder = holder;
        this.listener = new GuardedListener(setup.listener());
        this.retryAfter = setup.retryAfter();
        this.path = log.path();
        this.readOnly = lock == null;
    }

    /** Makes the file; returns the right to write it. */
    interface Beginning {
        CaseLock begin() throws IOException;
    }

    /** Returns a writer that makes its file before it writes the first edit. */
    static CaseWriter beginning(CaseLog log, Beginning beginning, String holder, FileSetup setup) {
        CaseWriter writer = new CaseWriter(log, null, holder, setup);
        writer.beginning = beginning;
        writer.readOnly = false;
        return writer;
    }

    /** An edit on its way to the disk. */
    private record Waiting(StoredEdit edit, CompletableFuture<Long> ack) {}

    /** A wish to go on in another place. */
    private record Move(Path target, CompletableFuture<Path> done) {}

    Path path() {
        return path;
    }

    boolean readOnly() {
        return readOnly;
    }

    long durable() {
        return durable;
    }

    long appended() {
        mutex.lock();
        try {
            return appended;
        } finally {
            mutex.unlock();
        }
    }

    CompletableFuture<Long> append(StoredEdit edit) {
        mutex.lock();
        try {
            if (readOnly || closing) {
                String why = readOnly ? " is open for reading only; save the case elsewhere" : " was closed";
                return CompletableFuture.failedFuture(new IOException(path + why));
            }
            Waiting waiting = new Waiting(edit, new CompletableFuture<>());
            queue.add(waiting);
            appended++;
            work.signal();
            return waiting.ack();
        } finally {
            mutex.unlock();
        }
    }

    CompletableFuture<Path> move(Path target) {
        mutex.lock();
        try {
            if (closing) {
                return CompletableFuture.failedFuture(new IOException(path + " was closed"));
            }
            Move move = new Move(target, new CompletableFuture<>());
            moves.add(move);
            work.signal();
            return move.done();
        } finally {
            mutex.unlock();
        }
    }

    void retry() {
        mutex.lock();
        try {
            retryNow = true;
            work.signal();
        } finally {
            mutex.unlock();
        }
    }

    /** Asks the thread to end and waits for it, at most {@code patience}. */
    void close(Duration patience) {
        mutex.lock();
        try {
            if (!closing) {
                closing = true;
                retryNow = true;
                closeBy = System.nanoTime() + patience.toNanos() * 3 / 4; // leaves time to end
            }
            work.signal();
        } finally {
            mutex.unlock();
        }
        awaitEnd(patience);
    }

    private void awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (true) {
            try {
                if (!ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    listener.damaged(path + " could not be closed in time");
                }
                break;
            } catch (InterruptedException e) {
                interrupted = true; // whoever closes may be cancelled; the edits may not
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (awaitWork()) {
                boolean begun = begun();
                doMoves();
                if (begun || beginning == null) {
                    writeQueued();
                }
            }
        } finally {
            end();
        }
    }

    /** Waits for something to do; returns false when the file is to be closed and nothing is left to write, or no time. */
    private boolean awaitWork() {
        mutex.lock();
        try {
            while (queue.isEmpty() && moves.isEmpty() && !closing) {
                work.awaitUninterruptibly();
            }
            boolean anythingLeft = !queue.isEmpty() || !moves.isEmpty();
            return anythingLeft && !(closing && System.nanoTime() - closeBy > 0);
        } finally {
            mutex.unlock();
        }
    }

    private boolean begun() {
        Beginning first = beginning;
        if (first == null) {
            return true;
        }
        Thread.interrupted();
        try {
            lock = first.begin();
            beginning = null;
            return true;
        } catch (IOException | RuntimeException | Error e) { // as in a write: what is queued must not be lost
            failed(e);
            return false;
        }
    }

    private void failed(Throwable e) {
        listener.failed(
                path + " could not be saved: " + reason(e) + "; free the disk or save the case elsewhere",
                appended() - durable);
        pause();
    }

    private void writeQueued() {
        List<Waiting> batch = nextBatch();
        if (batch.isEmpty()) {
            return;
        }
        Thread.interrupted(); // an interrupt would close the channel under a write, and nobody has a right to stop
        // this thread
        try {
            log.append(batch.stream().map(Waiting::edit).toList());
            acknowledge(batch);
        } catch (ClosedByInterruptException e) {
            retry();
        } catch (IOException
                | RuntimeException
                | Error e) { // an Error must not end the thread: the queue would be lost
            failed(e);
        }
    }

    private List<Waiting> nextBatch() {
        mutex.lock();
        try {
            List<Waiting> batch = new ArrayList<>(Math.min(BATCH, queue.size()));
            for (Waiting each : queue) {
                if (batch.size() == BATCH) {
                    break;
                }
                batch.add(each);
            }
            return batch;
        } finally {
            mutex.unlock();
        }
    }

    private void acknowledge(List<Waiting> batch) {
        mutex.lock();
        try {
            batch.forEach(each -> queue.remove());
            durable += batch.size();
        } finally {
            mutex.unlock();
        }
        listener.durable(durable);
        batch.forEach(each -> each.ack().complete(durable));
    }

    private void pause() {
        mutex.lock();
        try {
            long left = retryAfter.toNanos();
            while (left > 0 && !retryNow && moves.isEmpty() && !(closing && System.nanoTime() - closeBy > 0)) {
                left = awaitSignal(left);
            }
            retryNow = false;
        } finally {
            mutex.unlock();
        }
    }

    private long awaitSignal(long nanos) {
        long until = System.nanoTime() + nanos;
        try {
            return work.awaitNanos(nanos);
        } catch (InterruptedException e) {
            return until - System.nanoTime();
        }
    }

    private void doMoves() {
        for (Move move = nextMove(); move != null; move = nextMove()) {
            Thread.interrupted();
            try {
                moveTo(move.target());
                move.done().complete(move.target());
            } catch (IOException | RuntimeException e) {
                move.done()
                        .completeExceptionally(new IOException(
                                move.target() + " could not be written: " + reason(e) + "; the case stays in " + path,
                                e));
            }
        }
    }

    private @Nullable Move nextMove() {
        mutex.lock();
        try {
            return moves.poll();
        } finally {
            mutex.unlock();
        }
    }

    private void moveTo(Path target) throws IOException {
        Path from = path;
        CaseLock here = lock;
        if (here != null && CaseLock.lockFile(target).equals(CaseLock.lockFile(from))) {
            return;
        }
        CaseLock.Attempt attempt = CaseLock.acquire(target, holder);
        CaseLock there = attempt.lock();
        if (there == null) {
            throw new IOException("it is open elsewhere (" + attempt.heldBy() + ")");
        }
        try {
            log.moveTo(target, here != null || beginning != null);
        } catch (IOException | RuntimeException e) {
            there.close();
            throw e;
        }
        lock = there;
        beginning = null; // the file was made elsewhere
        path = target;
        readOnly = false;
        leave(from, here);
    }

    private void leave(Path from, @Nullable CaseLock old) {
        try {
            if (old != null) {
                old.close();
                if (Untitled.is(from)) {
                    Files.deleteIfExists(from);
                    Files.deleteIfExists(CaseLock.lockFile(from));
                }
            }
        } catch (IOException e) {
            listener.damaged(from + " could not be tidied up: " + e.getMessage());
        }
    }

    private void end() {
        CaseLock held = lock;
        try (held) {
            if (held != null) {
                Thread.interrupted();
                log.writeClosed();
            }
            log.release();
        } catch (IOException | RuntimeException e) {
            listener.damaged(path + " could not be closed: " + reason(e));
        }
        failWaiting();
        ended.countDown();
    }

    private void failWaiting() {
        List<CompletableFuture<?>> left = new ArrayList<>();
        mutex.lock();
        try {
            closing = true;
            queue.forEach(each -> left.add(each.ack()));
            moves.forEach(each -> left.add(each.done()));
        } finally {
            mutex.unlock();
        }
        left.forEach(each -> each.completeExceptionally(new IOException(path + " was closed before this was saved")));
    }

    private static String reason(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
