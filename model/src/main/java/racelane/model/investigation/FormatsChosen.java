package racelane.model.investigation;

import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;

/** Reads from a case by which formats its sources are read. Stateless; any thread. */
public final class FormatsChosen {
    private FormatsChosen() {}

    /** Returns the format that the last live edit asks for; whichever fits best when none does. */
    public static FormatWish of(History history, String sha256) {
        for (int i = history.records().size() - 1; i >= 0; i--) {
            EditRecord record = history.records().get(i);
            if (record.edit() instanceof Edit.SourceFormatChosen chosen
                    && chosen.sha256().equals(sha256)
                    && history.isLive(record)) {
                return wish(chosen);
            }
        }
        return FormatWish.ANY;
    }

    /** Tells whether two wishes are for the same format, wherever its file lies. */
    public static boolean same(FormatWish one, FormatWish other) {
        FormatFile file = one.file();
        FormatFile otherFile = other.file();
        if (file == null || otherFile == null) {
            return one.equals(other);
        }
        return file.text().equals(otherFile.text());
    }

    /** Returns the edit that keeps a wish. */
    public static Edit.SourceFormatChosen edit(String sha256, FormatFile format) {
        String origin = format.origin();
        int slash = Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\'));
        return new Edit.SourceFormatChosen(sha256, format.text(), origin.substring(slash + 1));
    }

    private static FormatWish wish(Edit.SourceFormatChosen chosen) {
        return chosen.format().isEmpty()
                ? FormatWish.ANY
                : FormatWish.of(new FormatFile(chosen.name(), chosen.format()));
    }
}
