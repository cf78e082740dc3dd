package racelane.importers.log;

import racelane.model.source.Account;

/** Where every line went, while reading. One thread. */
final class LineCounts {
    long lines;
    long entries;
    long continuation;
    long blank;
    long skipped;
    long rejected;
    long clipped;
    long malformed;

    /** Returns the account as it stands. */
    Account.Lines account() {
        return new Account.Lines(lines, entries, continuation, blank, skipped, rejected);
    }
}
