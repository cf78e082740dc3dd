package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import racelane.importers.io.ByteText;
import racelane.importers.io.LogClock;
import racelane.model.format.FieldMark;
import racelane.model.format.FormatPreview;
import racelane.model.format.LinePreview;
import racelane.model.format.LinePreview.Kind;
import racelane.model.progress.Progress;
import racelane.model.time.TimeText;

/** Shows line by line what a grammar makes of a text. One use; one thread. */
final class PreviewMaker {
    private final LogGrammar grammar;
    private final Slots slots = new Slots();
    private final LogClock clock;
    private final LineMatcher matcher;
    private final LineFields fields = new LineFields();
    private final List<LinePreview> shown = new ArrayList<>();
    private boolean entered;
    private String time = "";

    PreviewMaker(LogGrammar grammar, ZoneId zone) {
        this.grammar = grammar;
        clock = new LogClock(zone, null, System.currentTimeMillis());
        matcher = grammar.plainMatcher(slots, clock);
    }

    FormatPreview show(List<String> lines, Progress progress) {
        for (int i = 0; i < lines.size(); i++) {
            progress.checkCancelled();
            clock.line(i + 1);
            shown.add(line(lines.get(i)));
        }
        return new FormatPreview(List.of(), shown, time, entered ? clock.assumptions() : List.of());
    }

    private LinePreview line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (ByteText.skipBlanks(bytes, 0, bytes.length) == bytes.length) {
            return plain(Kind.BLANK, "");
        }
        fields.clear();
        fields.time(0, 0);
        clock.mark();
        int result = matcher.match(bytes, 0, bytes.length, fields, clock);
        if (result != LineMatcher.YES) {
            clock.back();
        }
        return switch (result) {
            case LineMatcher.YES -> entry(text, bytes);
            case LineMatcher.BAD ->
                plain(Kind.REJECTED, "its timestamp cannot be read in the form that the format says");
            case LineMatcher.SLOW ->
                plain(Kind.REJECTED, "the pattern took longer than " + RegexDeadline.LINE_MILLIS + " ms");
            case LineMatcher.STOPPED ->
                plain(Kind.REJECTED, "the pattern was too slow before and is not tried any more");
            default -> plain(entered && !LayoutGuess.startsTimed(text) ? Kind.CONTINUATION : Kind.UNMATCHED, "");
        };
    }

    private static LinePreview plain(Kind kind, String problem) {
        return new LinePreview(kind, 0, List.of(), "", problem);
    }

    private LinePreview entry(String text, byte[] bytes) {
        List<FieldMark> marks = new ArrayList<>();
        if (fields.timeTo() > fields.timeFrom() && fields.timeTo() <= bytes.length) {
            marks.add(mark(text, bytes, fields.timeFrom(), fields.timeTo(), FieldMark.TIME));
        }
        for (int i = 0; i < fields.count(); i++) {
            int slot = fields.slot(i);
            if (fields.has(slot) && fields.bytes(slot) == bytes) {
                marks.add(mark(text, bytes, fields.from(slot), fields.to(slot), slots.name(slot)));
            }
        }
        marks.sort(Comparator.comparingInt(FieldMark::from));
        String instant = TimeText.iso(clock.nanos());
        if (!entered) {
            entered = true;
            time = words(instant);
        }
        List<Integer> clauses = grammar.own().clauses();
        int layout = matcher.layout();
        return new LinePreview(Kind.ENTRY, layout < clauses.size() ? clauses.get(layout) : 0, marks, instant, "");
    }

    private String words(String instant) {
        if (clock.ownOrigin()) {
            return "no known origin: times count from 1970";
        }
        int point = instant.indexOf('.');
        int digits = point < 0 ? 0 : instant.length() - 2 - point;
        int wanted = clock.tick() >= 1_000_000_000L ? 0 : clock.tick() >= 1_000_000 ? 3 : clock.tick() >= 1_000 ? 6 : 9;
        String zeros = (point < 0 && wanted > 0 ? "." : "") + "0".repeat(Math.max(0, wanted - digits));
        return instant.replace("Z", zeros + "Z").replace('T', ' ').replace("Z", " UTC") + ", "
                + LogImporter.unit(clock.tick());
    }

    private static FieldMark mark(String text, byte[] bytes, int from, int to, String field) {
        if (text.length() == bytes.length) {
            return new FieldMark(from, to, field);
        }
        int start = new String(bytes, 0, from, StandardCharsets.UTF_8).length();
        return new FieldMark(start, start + new String(bytes, from, to - from, StandardCharsets.UTF_8).length(), field);
    }
}
