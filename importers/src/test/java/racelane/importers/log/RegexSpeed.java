package racelane.importers.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the deadline costs a well-behaved pattern, by hand: lines a second of one log-line pattern with five groups over a String and
 * over the deadline's text, in turn, the median of the rounds.
 */
final class RegexSpeed {
    private static final int LINES = 200_000;
    private static final int ROUNDS = 15;
    private static final String REGEX =
            "^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) \\[([^\\]]+)\\] (\\w+) +(\\S+) - (.*)$";

    private RegexSpeed() {}

    /** Prints the two figures and what the deadline loses. */
    public static void main(String[] args) {
        byte[][] lines = new byte[1_000][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = ("2026-03-01 12:00:00.%03d [worker-%d] INFO  c.a.Cache - updateCache START: user:%d"
                            .formatted(i, i % 16, i))
                    .getBytes(StandardCharsets.UTF_8);
        }
        double[] bare = new double[ROUNDS];
        double[] under = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = bare(lines);
            under[round] = underDeadline(lines);
        }
        Arrays.sort(bare);
        Arrays.sort(under);
        double plain = bare[ROUNDS / 2];
        double held = under[ROUNDS / 2];
        System.out.printf(
                "bare %,.0f lines/s, under the deadline %,.0f lines/s, loss %.1f %%%n",
                plain, held, 100 * (1 - held / plain));
    }

    private static double bare(byte[][] lines) {
        Matcher matcher = Pattern.compile(REGEX).matcher("");
        long sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < LINES; i++) {
            matcher.reset(new String(lines[i % lines.length], StandardCharsets.UTF_8));
            sum += matcher.lookingAt() ? matcher.end(5) : 0;
        }
        return rate(began, sum);
    }

    private static double underDeadline(byte[][] lines) {
        DeadlineText text = new DeadlineText(new RegexDeadline(System::nanoTime));
        Matcher matcher = Pattern.compile(REGEX).matcher(text);
        long sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < LINES; i++) {
            byte[] line = lines[i % lines.length];
            text.fill(line, 0, line.length);
            matcher.reset();
            sum += matcher.lookingAt() ? text.offset(matcher.end(5)) : 0;
        }
        return rate(began, sum);
    }

    private static double rate(long began, long sum) {
        if (sum == 0) {
            throw new IllegalStateException("nothing matched");
        }
        return LINES * 1e9 / (System.nanoTime() - began);
    }
}
