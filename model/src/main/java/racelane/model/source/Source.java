package racelane.model.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import racelane.model.time.TimeRange;

/**
 * One imported file, with all that is known about how it was read.
 *
 * @param file the file as it was given
 * @param sha256 hash of the file's bytes at import, 64 lower-case hex digits
 * @param kind what kind of evidence it is
 * @param format the format that was recognised, in words a person knows ({@code logback}, {@code JFR 2.1})
 * @param clock name of the clock its times come from; sources with the same name share one clock
 * @param tick the resolution of its timestamps in ns, at least 1
 * @param setting what the user said of its clock: how its times come onto the reference clock
 * @param account where every line or record went
 * @param firstTime time of the first event in file order, ns on its own clock
 * @param lastTime time of the last event in file order, ns on its own clock
 * @param extent all its times, on its own clock
 * @param assumptions what was assumed about it, one sentence each
 * @param problems what could not be read, in file order; capped, the account has the full counts
 * @param text its words
 * @param interpretation how it was understood, as far as that can be changed
 */
public record Source(
        Path file,
        String sha256,
        SourceKind kind,
        String format,
        String clock,
        long tick,
        ClockSetting setting,
        Account account,
        long firstTime,
        long lastTime,
        TimeRange extent,
        List<String> assumptions,
        List<ImportProblem> problems,
        SourceText text,
        Interpretation interpretation) {
    /** How the name of a clock begins that counts lines, 1 µs each, because the file has no times; the file's name follows. */
    public static final String LINE_ORDER = "line order of ";

    /** Copies the lists. */
    public Source {
        assumptions = List.copyOf(assumptions);
        problems = List.copyOf(problems);
    }

    /** Returns the file's name without its folders. */
    public String name() {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /** Tells whether the file has no times at all, so that its events lie one line apart instead, 1 µs a line. */
    public boolean byOrder() {
        return clock.startsWith(LINE_ORDER);
    }

    /** Returns where {@code origin} stands, as {@code file:line}. */
    public String place(int origin) {
        return name() + ":" + origin;
    }

    /** Returns this source with one more thing that was assumed, a sentence. */
    public Source assuming(String sentence) {
        List<String> all = new ArrayList<>(assumptions);
        all.add(sentence);
        return new Source(
                file,
                sha256,
                kind,
                format,
                clock,
                tick,
                setting,
                account,
                firstTime,
                lastTime,
                extent,
                all,
                problems,
                text,
                interpretation);
    }

    /**
     * Returns this source with its words put as {@code words} says, and without the folders of its path: name, clock, assumptions, problems, quotes. Its hash and its counts stay.
     */
    public Source reworded(UnaryOperator<String> words) {
        SourceText plain = text;
        return new Source(
                Path.of(words.apply(name())),
                sha256,
                kind,
                format,
                words.apply(clock),
                tick,
                setting,
                account,
                firstTime,
                lastTime,
                extent,
                assumptions.stream().map(words).toList(),
                problems.stream()
                        .map(one -> new ImportProblem(words.apply(one.at()), words.apply(one.message())))
                        .toList(),
                origin -> words.apply(plain.quote(origin)),
                interpretation);
    }

    /** Returns how its times come onto the reference clock. */
    public ClockMapping mapping() {
        return setting.mapping();
    }

    /** Returns all its times on the reference clock. */
    public TimeRange range() {
        return mapping().map(extent);
    }

    /** Returns this source with another clock setting (not one in addition). */
    public Source withSetting(ClockSetting next) {
        return new Source(
                file,
                sha256,
                kind,
                format,
                clock,
                tick,
                next,
                account,
                firstTime,
                lastTime,
                extent,
                assumptions,
                problems,
                text,
                interpretation);
    }
}
