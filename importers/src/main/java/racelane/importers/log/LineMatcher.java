package racelane.importers.log;

import org.jspecify.annotations.Nullable;
import racelane.importers.io.LogClock;

/** Finds the fields of a line that starts an entry. Holds scratch space; one thread. */
interface LineMatcher {
    /** The line starts no entry. */
    int NO = 0;

    /** The line starts an entry; the fields and the clock hold it. */
    int YES = 1;

    /** The line looks like the start of an entry, but cannot be read. */
    int BAD = -1;

    /** The format's regular expression took too long over the line. */
    int SLOW = -2;

    /** The format's regular expressions took too long too often: this line and all behind it are not matched any more. */
    int STOPPED = -3;

    /**
     * The line is a piece of one that goes on further below. With the last piece the whole is given, as {@link #YES} or {@link #NO}; the
     * fields say then of how many pieces it is ({@link LineFields#pieces}).
     */
    int PIECE = 2;

    /**
     * Reads a line. One that is no entry leaves the clock as it was.
     *
     * @param fields cleared before
     * @return what it is
     */
    int match(byte[] bytes, int from, int to, LineFields fields, LogClock clock);

    /** Returns how much a line just found says for this grammar, 0 to 1: a makeshift pattern says less than the true one. */
    double weight();

    /**
     * Gives up waiting for the rest of lines of which only pieces have come: reads the next of them as if it were whole. To be called
     * behind the last line, until it returns {@link #PIECE}, which says that there are no more.
     */
    default int unfinished(LineFields fields) {
        return PIECE;
    }

    /**
     * Returns which timestamps were tried on the line read last; null when the result may depend on digits in other ways, or on lines
     * before.
     */
    default @Nullable TimeTrail trail() {
        return null;
    }

    /** Returns the number of the layout that took the line just found, from 0. */
    default int layout() {
        return 0;
    }
}
