package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatFolder;
import racelane.model.format.FormatWish;
import racelane.model.progress.Progress;
import racelane.model.source.LanesBy;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

class OwnFormatTest {
    private static final String SHOP = """
            # 2023-12-13 20:55:23.450 <worker-1/shop> I set user:1 in 12ms
            name: shop
            regex: (?<time>\\S+ \\S+) <(?<thread>[^/>]+)/(?<process>[^>]+)> (?<level>\\w) (?<operation>\\w+) (?<key>\\S+) in (?<duration>\\S+)$
            level: error = E
            level: info = I
            """;
    private static final List<String> LINES = List.of(
            "2023-12-13 20:55:23.450 <worker-1/shop> I set user:1 in 12ms",
            "2023-12-13 20:55:23.455 <worker-2/shop> E get user:1 in 1.5s",
            "    at shop.Cache.get(Cache.java:12)");

    @TempDir
    Path folder;

    @Test
    void aRegexWithNamedGroupsIsAFormat() throws Exception {
        EventTable table = read(SHOP, LINES);

        assertThat(table.source().format()).isEqualTo("shop");
        assertThat(table.source().interpretation().formatFrom()).isEqualTo("shop.format");
        assertThat(table.source().interpretation().lanes()).isEqualTo("thread field");
        assertThat(LogFiles.events(table))
                .containsExactly(
                        "1 SPAN worker-1 20:55:23.438Z+12 ms set key=user:1 level=INFO duration=12ms",
                        "2 SPAN worker-2 20:55:21.955Z+1.5 s get key=user:1 level=ERROR duration=1.5s");
        assertThat(LogFiles.account(table).continuation()).isEqualTo(1);
    }

    @Test
    void ofEqualScoreTheUsersOwnFormatIsTakenBeforeABuiltInOne() throws Exception {
        String own = "name: mine\nline: {time:iso} [{thread}] {level} {logger:word} - {message}\n";
        List<String> lines = List.of("2026-03-01 12:00:00.123 [worker-1] INFO  c.a.Cache - updateCache START: user:12");

        assertThat(read(own, lines).source().format()).isEqualTo("mine");
        assertThat(read("name: other\nline: {time:tai64n} {message}\n", lines)
                        .source()
                        .format())
                .isEqualTo("logback");
    }

    @Test
    void aFormatThatTakesAnythingWithoutATimeDoesNotHideTheTrueOne() throws Exception {
        String anything = "name: anything\nregex: (?<message>.*)\ntime: order\n";
        List<String> lines = List.of("2026-03-01 12:00:00.123 [worker-1] INFO  c.a.Cache - updateCache START: user:12");

        assertThat(read(anything, lines).source().format()).isEqualTo("logback");
        assertThat(read(anything, List.of("no time here", "nor here")).source().format())
                .isEqualTo("anything");
    }

    @Test
    void aFormatWithAFaultIsNamedAndTheFileIsReadAllTheSame() throws Exception {
        EventTable table = read("name: bad\nline: {time:iso} [{thread\n", LINES);

        assertThat(table.source().assumptions())
                .anyMatch(said -> said.startsWith("Your format shop.format is not used: 2:19: a { is not closed"));
        assertThat(table.source().account().addsUp()).isTrue();
    }

    @Test
    void theFormatAskedForIsUsedWhateverFitsBetterAndMustBeThere() throws Exception {
        Path log =
                Files.write(folder.resolve("a.log"), List.of("2026-03-01 12:00:00.123 [worker-1] INFO  c.a.Cache - x"));
        FormatFile file = new FormatFile("whole.format", "name: whole\nline: {time:iso} {message}\n");

        assertThat(read(log, ImportOptions.DEFAULT.withFormat(FormatWish.of(file)))
                        .source()
                        .format())
                .isEqualTo("whole");
        assertThat(read(log, ImportOptions.DEFAULT.withFormat(FormatWish.named("ISO timestamps")))
                        .source()
                        .format())
                .isEqualTo("ISO timestamps");
        assertThatThrownBy(() -> read(log, ImportOptions.DEFAULT.withFormat(FormatWish.named("nosuch"))))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("no format is called 'nosuch'")
                .hasMessageContaining("logback");
        FormatFile bad = new FormatFile("bad.format", "name: x\nregex: (?<time>[)\n");
        assertThatThrownBy(() -> read(log, ImportOptions.DEFAULT.withFormat(FormatWish.of(bad))))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("bad.format:2:");
    }

    @Test
    void everyFaultIsNamedWithItsLineItsColumnAndItsCure() {
        assertThat(faults("name: x\nlime: {time}\n"))
                .containsExactly("2:1: unknown word 'lime': the words are name, line, "
                        + "else, regex, time, lanes, level, duration, shape, field, mark, follow, weight");
        assertFault("name: x\n", "1:1: it has no layout: write line: {time} {message}");
        assertFault("line: {time} {message}\n", "1:1: it has no name");
        assertFault("name: x\nline: {time:wrong} {message}\n", "2:7: 'wrong' is no form of a timestamp");
        assertFault("name: x\nline: {time} {a:wurd}\n", "2:14: 'wurd' is no kind of text");
        assertFault("name: x\nline: {time} {? [{thread}]\n", "2:14: a {? is not closed");
        assertFault("name: x\nline: {time} ?}\n", "2:14: ?} closes nothing");
        assertFault("name: x\nline: {time} {}\n", "2:14: a field without a name");
        assertFault("name: x\nline: {time} \\\n", "2:14: a backslash stands before nothing");
        assertFault("name: x\nline: {message}\n", "2:7: it names no time");
        assertFault("name: x\nline:\n", "2:1: 'line:' says nothing");
        assertFault("name: x\nnonsense\n", "2:1: not 'word: value'");
        assertFault("name: x\nregex: (?<time>\\d+) (?<a b>x)\n", "2:24: a group's name is a letter");
        assertFault("name: x\nregex: (?<time>\\d+) [a-\n", "2:");
        assertFault("name: x\nregex: (?<time>\\d+) (x\n", "2:");
        assertFault("name: x\nregex: (?<thread>\\d+)\n", "2:1: it names no time");
        assertFault("name: x\nregex: \\d+ .*\n", "2:8: it has no named group");
        assertFault("name: x\nregex: (?<time>" + "x".repeat(1_000) + ")\n", "2:1008: a regex may be 1000 characters");
        assertFault("name: x\nline: {time}\nlanes: color\n", "3:8: 'color' is no lane rule");
        assertFault("name: x\nline: {time}\nduration: hours\n", "3:11: 'hours' is no unit");
        assertFault("name: x\nline: {time}\nweight: 7\n", "3:9: '7' is no weight");
        assertFault("name: x\nshape: xml\n", "2:8: 'xml' is no shape");
        assertFault("name: x\nshape: json\n", "2:1: no field is the time");
        assertFault("name: x\nline: {time}\nlevel: error E\n", "3:8: not 'level: LEVEL = word");
    }

    @Test
    void theBuiltInFormatsAreFormatsLikeAnyOther() {
        FormatWorkshop workshop = new FormatWorkshop();
        assertThat(workshop.builtIn()).hasSizeGreaterThan(50);
        assertThat(workshop.builtIn())
                .allSatisfy(
                        file -> assertThat(workshop.check(file)).as(file.name()).isEmpty());
    }

    @Test
    void formatsAreFoundInTheirFolderAsItIsAtTheNextImport() throws Exception {
        FormatFolder formats = new FormatFolder(folder.resolve("formats"));
        SourceReader reader = new SourceReader(List.of(new LogImporter()), formats::load);
        Path log = Files.write(folder.resolve("a.log"), LINES);

        assertThat(formats.load()).isEmpty();
        assertThat(read(reader, log, ImportOptions.DEFAULT).source().format()).isNotEqualTo("shop");
        Path saved = formats.save("Shop Log (v2)", SHOP);
        assertThat(saved.getFileName()).hasToString("shop-log-v2.format");
        assertThat(read(reader, log, ImportOptions.DEFAULT).source().format()).isEqualTo("shop");
        assertThat(read(reader, log, ImportOptions.DEFAULT.withFormat(FormatWish.named("shop-log-v2")))
                        .source()
                        .interpretation()
                        .formatFrom())
                .isEqualTo(saved.toString());
        Files.delete(saved);
        assertThat(read(reader, log, ImportOptions.DEFAULT).source().format()).isNotEqualTo("shop");
    }

    @Test
    void theLaneRuleOfTheFormatHoldsUnlessAnotherIsAskedFor() throws Exception {
        EventTable byProcess = read(SHOP + "lanes: process\n", LINES);
        assertThat(byProcess.slices()).extracting(slice -> slice.name().name()).containsExactly("shop");
        assertThat(byProcess.source().interpretation().lanes()).isEqualTo("one lane per process");

        Path log = Files.write(folder.resolve("b.log"), LINES);
        ImportOptions options = new ImportOptions(
                ZoneOffset.UTC,
                null,
                LanesBy.OPERATION,
                FormatWish.ANY,
                List.of(new FormatFile("s.format", SHOP + "lanes: process\n")));
        assertThat(read(log, options).slices())
                .extracting(slice -> slice.name().name())
                .containsExactly("set", "get");
    }

    @Test
    void aRuleThatNoEntryFollowsSaysSo() throws Exception {
        Path log = Files.write(folder.resolve("c.log"), LINES);
        ImportOptions options = ImportOptions.DEFAULT
                .withOwn(List.of(new FormatFile("s.format", SHOP)))
                .withLanesBy(LanesBy.REQUEST);
        EventTable table = read(log, options);
        assertThat(table.source().assumptions())
                .contains("Lanes by request id: No entry names a request: they lie on the lane c.log.");
        assertThat(table.slices()).hasSize(1);
    }

    @Test
    void aNonAsciiLineKeepsItsBytes() throws Exception {
        EventTable table = read(
                "name: x\nregex: (?<time>\\d+) (?<thread>\\p{L}+) (?<who.name>\\p{L}+) (?<message>.*)$\n",
                List.of("1702500123450 fädchen müller gets 💥 user:1"));
        assertThat(LogFiles.events(table))
                .containsExactly("1 INSTANT fädchen 20:42:03.450Z gets 💥 user:# key=user:1 who.name=müller");
    }

    private void assertFault(String text, String start) {
        assertThat(faults(text)).as(text).anyMatch(fault -> fault.startsWith(start));
    }

    private static List<String> faults(String text) {
        return new FormatWorkshop()
                .check(new FormatFile("x.format", text)).stream()
                        .map(FormatFault::toString)
                        .toList();
    }

    private EventTable read(String format, List<String> lines) throws Exception {
        Path log = Files.write(folder.resolve("own.log"), lines);
        return read(log, ImportOptions.DEFAULT.withOwn(List.of(new FormatFile("shop.format", format))));
    }

    private static EventTable read(Path log, ImportOptions options) throws ImportException {
        return read(new SourceReader(List.of(new LogImporter())), log, options);
    }

    private static EventTable read(SourceReader reader, Path log, ImportOptions options) throws ImportException {
        return reader.read(log, options, new Names(), Progress.none());
    }
}
