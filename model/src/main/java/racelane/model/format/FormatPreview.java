package racelane.model.format;

import java.util.List;

/**
 * What a format makes of the first lines of a log.
 *
 * @param faults what is wrong with the format; when there are any, {@code lines} is empty
 * @param lines one for each line of the log
 * @param time how the timestamps are understood, in words: {@code 2023-12-13T20:42:03.450Z, millis}; empty without an entry
 * @param assumptions what had to be assumed, one sentence each
 */
public record FormatPreview(List<FormatFault> faults, List<LinePreview> lines, String time, List<String> assumptions) {
    /** Copies the lists. */
    public FormatPreview {
        faults = List.copyOf(faults);
        lines = List.copyOf(lines);
        assumptions = List.copyOf(assumptions);
    }

    /** Returns how many lines are of a kind. */
    public int count(LinePreview.Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }
}
