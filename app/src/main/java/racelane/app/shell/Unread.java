package racelane.app.shell;

import racelane.app.fx.CountText;
import racelane.app.fx.Texts;
import racelane.app.open.UnreadLogs;
import racelane.model.source.Account;
import racelane.model.source.Source;

/** Says what of a log was not read. */
final class Unread {
    private static final Texts TEXTS = Texts.of(Unread.class);

    private Unread() {}

    static String words(Source source) {
        if (UnreadLogs.isPlain(source)) {
            return TEXTS.get("unread.plain");
        }
        if (source.account() instanceof Account.Lines lines) {
            return TEXTS.count("unread.lines", lines.lines(), CountText.of(lines.skipped() + lines.rejected()));
        }
        return TEXTS.get("unread.none");
    }
}
