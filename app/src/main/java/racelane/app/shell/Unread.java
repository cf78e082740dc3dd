package racelane.app.shell;

import racelane.app.fx.CountText;
import racelane.app.open.UnreadLogs;
import racelane.model.source.Account;
import racelane.model.source.Source;

/** Says what of a log was not read. */
final class Unread {
    private Unread() {}

    static String words(Source source) {
        if (UnreadLogs.isPlain(source)) {
            return "no format knows its lines, so they have no times";
        }
        if (source.account() instanceof Account.Lines lines) {
            return CountText.of(lines.skipped() + lines.rejected()) + " of " + CountText.of(lines.lines(), "line")
                    + " are not understood";
        }
        return "no format fits";
    }
}
