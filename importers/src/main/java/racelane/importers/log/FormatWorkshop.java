package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import racelane.importers.io.AnsiText;
import racelane.importers.io.ByteText;
import racelane.model.format.FieldMark;
import racelane.model.format.ForeignFormat;
import racelane.model.format.FormatDraft;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatPreview;
import racelane.model.format.LogFormats;
import racelane.model.progress.Progress;

/** Understands format files. Stateless; any thread. */
final class FormatWorkshop implements LogFormats {
    /** How much of a line is shown, in bytes. */
    private static final int MAX_SHOWN = 4_096;

    @Override
    public List<FormatFile> builtIn() {
        return GrammarLoader.files();
    }

    @Override
    public List<FormatFault> check(FormatFile format) {
        return GrammarReader.own(format).faults();
    }

    @Override
    public FormatPreview preview(String text, List<String> lines, ZoneId zone, Progress progress) {
        GrammarReader.Result result = GrammarReader.own(new FormatFile("", text));
        LogGrammar grammar = result.grammar();
        return grammar == null
                ? new FormatPreview(result.faults(), List.of(), "", List.of())
                : new PreviewMaker(grammar, zone).show(lines, progress);
    }

    @Override
    public FormatDraft draft(String sample, List<FieldMark> marks, List<String> lines) {
        return new LayoutDraft(sample, lines).of(marks);
    }

    @Override
    public FormatDraft propose(String sample, List<String> lines) {
        return draft(sample, new LayoutGuess(sample).marks(), lines);
    }

    @Override
    public int sample(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean timed = new LayoutGuess(lines.get(i))
                    .marks().stream().anyMatch(mark -> mark.field().equals(FieldMark.TIME));
            if (timed) {
                return i;
            }
        }
        return 0;
    }

    @Override
    public List<String> lines(byte[] head, boolean whole, int most) {
        byte end = FormatDetector.lineEnd(head);
        List<String> lines = new ArrayList<>();
        byte[] plain = new byte[MAX_SHOWN];
        for (int at = 0; at < head.length && lines.size() < most; ) {
            int stop = ByteText.indexOf(head, at, head.length, end);
            if (stop < 0 && !whole && !lines.isEmpty()) {
                break; // the last line is cut off
            }
            stop = stop < 0 ? head.length : stop;
            int length = AnsiText.strip(head, at, Math.min(stop, at + MAX_SHOWN), plain);
            while (length > 0 && plain[length - 1] == '\r') {
                length--;
            }
            lines.add(new String(plain, 0, length, StandardCharsets.UTF_8));
            at = stop + 1;
        }
        return lines;
    }

    @Override
    public List<ForeignFormat> importLnav(String json) {
        return new LnavFile(this).convert(json);
    }
}
