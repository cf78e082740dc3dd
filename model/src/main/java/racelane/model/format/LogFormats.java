package racelane.model.format;

import java.time.ZoneId;
import java.util.List;
import racelane.model.progress.Progress;

/** Understands format files. Any thread; regular expressions run under a deadline, so every call ends. */
public interface LogFormats {
    /** Returns the formats that Racelane brings, in the order in which they are tried. */
    List<FormatFile> builtIn();

    /** Returns what is wrong with a format, by line and column; nothing when it can be used. */
    List<FormatFault> check(FormatFile format);

    /**
     * Shows what a format makes of a log's first lines.
     *
     * @param text the words of the format file
     * @param zone the zone of timestamps without one
     * @throws racelane.model.progress.CancelledException when cancelled
     */
    FormatPreview preview(String text, List<String> lines, ZoneId zone, Progress progress);

    /**
     * Makes a layout of a sample line and what its parts are.
     *
     * @param sample the line
     * @param marks its parts; they do not touch
     * @param lines other lines of the same log, which tell what changes from line to line
     */
    FormatDraft draft(String sample, List<FieldMark> marks, List<String> lines);

    /** Makes a first layout of a sample line by itself: a known timestamp, brackets, a level, a logger, the message. */
    FormatDraft propose(String sample, List<String> lines);

    /** Returns the first line of a log that a layout is best made from, as its index; 0 when none stands out. */
    int sample(List<String> lines);

    /**
     * Returns the first lines of a log as they are matched, without colours.
     *
     * @param head the first bytes of the file
     * @param whole whether these are all
     */
    List<String> lines(byte[] head, boolean whole, int most);

    /**
     * Converts the formats of an lnav JSON format file.
     *
     * @param json the words of the file
     * @throws IllegalArgumentException with one line for people when it is no such file
     */
    List<ForeignFormat> importLnav(String json);
}
