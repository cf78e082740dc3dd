package racelane.model.investigation.file;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;

/**
 * What a case file needs from its surroundings.
 *
 * @param author who edits, written into every record
 * @param clock tells the time of edits and of side files
 * @param threads makes the one writer thread of each file, and the one that helps to read a long one; nobody else may interrupt them
 * @param retryAfter how long the writer waits after a failure before it tries again
 * @param listener learns what becomes of the file
 */
public record FileSetup(
        String author, InstantSource clock, ThreadFactory threads, Duration retryAfter, FileListener listener) {
    /** Returns the usual setup: the system's clock, a daemon thread per file, a retry every half second. */
    public static FileSetup of(String author, FileListener listener) {
        ThreadFactory threads =
                Thread.ofPlatform().name("case-writer-", 0).daemon(true).factory();
        return new FileSetup(author, InstantSource.system(), threads, Duration.ofMillis(500), listener);
    }
}
