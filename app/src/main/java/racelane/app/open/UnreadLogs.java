package racelane.app.open;

import racelane.model.source.Account;
import racelane.model.source.Source;
import racelane.model.source.SourceKind;

/** Tells which logs were opened without being understood, so that a format of one's own can be offered. */
public final class UnreadLogs {
    /** One line in so many that is not understood makes a log worth a format of its own. */
    private static final int SHARE = 5;

    private UnreadLogs() {}

    /** Tells whether no format knew the lines of a log. */
    public static boolean isPlain(Source source) {
        return source.kind() == SourceKind.LOG && source.format().equals("plain text");
    }

    /** Tells whether so much of a log was not understood that a format of its own is worth the minute. */
    static boolean isUnread(Source source) {
        return isPlain(source)
                || (source.account() instanceof Account.Lines lines
                        && (lines.skipped() + lines.rejected()) * SHARE > lines.lines() - lines.blank());
    }
}
