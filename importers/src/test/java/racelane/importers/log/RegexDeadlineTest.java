package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.importers.io.LogClock;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;
import racelane.model.progress.Progress;
import racelane.model.source.Account;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Patterns that run away are stopped, whatever they are; their cost is counted in characters looked at, not in time. */
@Isolated("measures deadlines")
class RegexDeadlineTest {
    /** Far above what a stop takes; a machine that is busy with something else must not fail the test. */
    private static final Duration HANG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /** A pattern and a line that are bad for each other. */
    record Evil(String pattern, String line) {
        @Override
        public String toString() {
            return pattern + " on " + line.length() + " characters";
        }
    }

    static List<Evil> evils() {
        List<Evil> evils = new ArrayList<>();
        List<String> runaway = List.of(
                "(.*)(.*)(.*)(.*)(.*)(.*)(.*)x",
                ".*a.*a.*a.*a.*a.*a.*a.*b",
                "(?:.*?a){9}P",
                ".*?.*?.*?.*?.*?!",
                "(?=.*.*.*.*.*!).*",
                "(.*)\\1(.*)\\2(.*)!",
                "(?:(.)(.*)){8}!",
                ".*(?:a.*)(?:a.*)(?:a.*)(?:a.*)!",
                "(?:[^!]*[^?]*){5}[!]",
                "(?:.*a|a.*){7}!");
        for (String pattern : runaway) {
            for (String line : List.of("a".repeat(3_000), "a,".repeat(1_500), "aa ".repeat(1_000))) {
                evils.add(new Evil(pattern, line));
            }
        }
        evils.add(new Evil("(a|b)*c", "ab".repeat(30_000)));
        evils.add(new Evil("(?:(?:a|b)c?)*!", "abcabc".repeat(12_000)));
        evils.add(new Evil("((.)*)*;", "x".repeat(30_000)));
        evils.add(new Evil("(.*?,){12}P", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23".repeat(40)));
        evils.add(new Evil(".*foo.*bar.*baz.*!", "foobar".repeat(8_000)));
        evils.add(new Evil(".*\\s+$", " ".repeat(50_000) + "x"));
        evils.add(new Evil("(x+x+x+x+)y", "x".repeat(5_000)));
        evils.add(new Evil("(.+)(.+)\\1!", "abcab".repeat(6_000)));
        evils.add(new Evil("(?=(.*)(.*)(.*)(.*)x)", "y".repeat(4_000)));
        evils.add(new Evil("(?i)(?:.*ß.*){9}!", "ss".repeat(2_000)));
        return evils;
    }

    @Test
    void thereAreFortyOfThem() {
        assertThat(evils()).hasSize(40);
    }

    @ParameterizedTest
    @MethodSource("evils")
    void anEvilPatternIsStoppedWithinItsStepsAndTheRestOfTheFileIsCounted(Evil evil) throws Exception {
        AtomicLong clock = new AtomicLong();
        RegexDeadline deadline = new RegexDeadline(clock::get); // stands still: only the characters count
        LineMatcher matcher = new RegexPattern(layout(evil.pattern()), new Slots(), deadline);
        byte[] line = ("1702500123450 " + evil.line()).getBytes(StandardCharsets.UTF_8);
        int result = LineMatcher.NO;
        long began = System.nanoTime();
        for (int i = 0; i < 400 && result != LineMatcher.STOPPED; i++) {
            LineFields fields = new LineFields();
            result = matcher.match(line, 0, line.length, fields, new LogClock(ZoneOffset.UTC, null, 0));
            if (result >= LineMatcher.BAD) {
                break; // this JDK gets the better of it
            }
        }
        assertThat(deadline.slowLines()).isLessThanOrEqualTo(RegexDeadline.SLOW_LINES);
        assertThat(deadline.steps()).isLessThanOrEqualTo((long) RegexDeadline.SLOW_LINES * RegexDeadline.LINE_STEPS);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(HANG);
    }

    @Test
    void mostOfThemDoRunAwayWithoutADeadline() {
        long slow = evils().stream().filter(RegexDeadlineTest::runsAway).count();
        assertThat(slow).as("evil pairs that the deadline had to stop").isGreaterThanOrEqualTo(36);
    }

    private static boolean runsAway(Evil evil) {
        RegexDeadline deadline = new RegexDeadline(() -> 0);
        byte[] line = ("1702500123450 " + evil.line()).getBytes(StandardCharsets.UTF_8);
        LogClock clock = new LogClock(ZoneOffset.UTC, null, 0);
        int result = new RegexPattern(layout(evil.pattern()), new Slots(), deadline)
                .match(line, 0, line.length, new LineFields(), clock);
        return result == LineMatcher.SLOW;
    }

    @Test
    void theClockStopsALineThatIsSlowForOtherReasons() {
        AtomicLong clock = new AtomicLong();
        RegexDeadline deadline = new RegexDeadline(() -> clock.addAndGet(10_000_000)); // 10 ms a look
        LineMatcher matcher = new RegexPattern(layout("(.*)(.*)(.*)(.*)(.*)x"), new Slots(), deadline);
        byte[] line = ("1702500123450 " + "a".repeat(900)).getBytes(StandardCharsets.UTF_8);
        int result = matcher.match(line, 0, line.length, new LineFields(), new LogClock(ZoneOffset.UTC, null, 0));
        assertThat(result).isEqualTo(LineMatcher.SLOW);
        assertThat(deadline.steps()).isEqualTo(7L * RegexDeadline.STEPS_A_LOOK);
    }

    @Test
    void afterTooManySlowLinesTheRestIsLeftOutAndCounted() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add("1702500123450 good");
        }
        for (int i = 0; i < 2_000; i++) {
            lines.add("1702500123450 " + "a".repeat(2_000) + "b");
        }
        EventTable table = read("name: evil\nregex: (?<time>\\d+) (?:good|(.*)(.*)(.*)(.*)(.*)x)\n", lines);
        Account.Lines account = (Account.Lines) table.source().account();
        assertThat(account.addsUp()).isTrue();
        assertThat(account.entries()).isEqualTo(10);
        assertThat(account.rejected()).isEqualTo(2_000);
        assertThat(table.source().problems()).hasSize(RegexDeadline.SLOW_LINES);
        assertThat(table.source().problems().getLast().message()).startsWith("pattern too slow at line 15: ");
    }

    @Test
    void aSlowLineAmongManyGoodOnesIsAllThatIsLost() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(i % 500 == 499 ? "1702500123450 " + "a".repeat(2_000) + "b" : "1702500123450 good");
        }
        EventTable table = read("name: evil\nregex: (?<time>\\d+) (?:good|(.*)(.*)(.*)(.*)(.*)x)\n", lines);
        Account.Lines account = (Account.Lines) table.source().account();
        assertThat(account.rejected()).isEqualTo(6);
        assertThat(account.entries()).isEqualTo(2_994);
    }

    private EventTable read(String format, List<String> lines) throws Exception {
        Path log = Files.write(folder.resolve("evil.log"), lines);
        ImportOptions options = ImportOptions.DEFAULT.withFormat(FormatWish.of(new FormatFile("evil.format", format)));
        return new SourceReader(List.of(new LogImporter())).read(log, options, new Names(), Progress.none());
    }

    private static RegexLayout layout(String pattern) {
        return new RegexLayout(NamedRegex.compile("(?<time>\\d+) " + pattern), List.of("auto"));
    }
}
