package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.model.event.EventTable;
import racelane.model.source.Account;

/** Lines that a container runtime cut in pieces, and messages that journald writes as numbers. */
class CutLinesTest {
    private static final String AT = "2024-01-01T12:00:00.%d00000000Z ";

    @TempDir
    Path folder;

    @Test
    void piecesAreJoinedBeforeTheProgramsFormatReadsThem() throws Exception {
        EventTable table = read(
                1, "stdout F 2024-01-01 12:00:00.100 [worker-1] INFO  c.a.Cache - put START: user:1",
                2, "stdout P 2024-01-01 12:00:00.200 [work",
                3, "stderr P 2024-01-01 12:00:00.250 [gc-1] WARN  c.a.Gc - slow ",
                4, "stdout P er-1] INFO  c.a.Cache - put DONE:",
                5, "stderr F sweep took=17",
                6, "stdout F  user:1");

        assertThat(table.source().format()).isEqualTo("container runtime (CRI) holding logback");
        assertThat(LogFiles.events(table))
                .containsExactly(
                        "1-2 SPAN worker-1 12:00:00.100Z+100 ms put key=user:1 level=INFO logger=c.a.Cache stream=stdout",
                        "3 INSTANT gc-1 12:00:00.300Z slow sweep level=WARN logger=c.a.Gc stream=stderr took=17");
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(6, 3, 3, 0, 0, 0));
    }

    @Test
    void anEntryInPiecesIsQuotedWhole() throws Exception {
        EventTable table = read(
                1, "stdout F 2024-01-01 12:00:00.100 [worker-1] INFO  c.a.Cache - put START: user:1",
                2, "stdout P 2024-01-01 12:00:00.200 [worker-1] INFO  c.a.Cache - put",
                3, "stdout P  DO",
                4, "stdout F NE: user:1",
                5, "stdout F 2024-01-01 12:00:00.200 [worker-1] INFO  c.a.Cache - next");
        assertThat(table.source().text().entry(2)).hasLineCount(3).endsWith("stdout F NE: user:1");
    }

    @Test
    void aPieceWhoseRestNeverComesIsAnEntryAllTheSame() throws Exception {
        EventTable table =
                read(1, "stdout F starting", 2, "stderr P half a li", 3, "stdout P and half an", 4, "stdout P other");
        assertThat(LogFiles.events(table)).hasSize(3).anyMatch(event -> event.startsWith("2 INSTANT"));
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(4, 3, 1, 0, 0, 0));
    }

    @Test
    void joinedLinesThatAreNoEntryOfTheProgramGoOnWithTheOneAbove() throws Exception {
        EventTable table = read(
                1, "stdout F 2024-01-01 12:00:00.100 [worker-1] ERROR c.a.Cache - broken",
                2, "stdout P java.lang.Illegal",
                3, "stdout F StateException: stale",
                4, "stdout F 2024-01-01 12:00:00.400 [worker-1] INFO  c.a.Cache - fine");
        assertThat(LogFiles.events(table)).hasSize(2);
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(4, 2, 2, 0, 0, 0));
    }

    @Test
    void aLineOfManyPiecesIsKeptUpTo64KiBAndThatIsSaid() throws Exception {
        String piece = "x".repeat(16_000);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(line(1, (i < 9 ? "stdout P " : "stdout F ") + piece));
        }
        text.append(line(2, "stdout F done"));
        EventTable table = LogFiles.read(folder, "cri.log", text.toString());
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(11, 2, 9, 0, 0, 0));
        assertThat(table.source().problems()).singleElement().asString().contains("longer than 64 KiB");
    }

    @Test
    void journaldWritesMessagesThatAreNoTextAsNumbers() throws Exception {
        String rest = ",\"__REALTIME_TIMESTAMP\":\"1702500123470123\",\"SYSLOG_IDENTIFIER\":\"app\"}\n";
        EventTable table = LogFiles.read(
                folder,
                "journal.json",
                "{\"MESSAGE\":[112,117,116,32,83,84,65,82,84,58,32,107,101,121,61,49]" + rest
                        + "{\"MESSAGE\":[ 27 , 104,105 ] " + rest
                        + "{\"MESSAGE\":[104,256]" + rest
                        + "{\"MESSAGE\":[104,[105]]" + rest
                        + "{\"MESSAGE\":[]" + rest
                        + "{\"OTHER\":[104,105],\"MESSAGE\":\"plain\"" + rest);
        List<String> events = LogFiles.events(table);
        assertThat(events).hasSize(6);
        assertThat(events.getFirst()).startsWith("1 OPEN app 20:42:03.470123Z put");
        assertThat(events.get(1)).contains("hi");
        assertThat(events.get(5)).contains("plain").doesNotContain("OTHER");
        assertThat(LogFiles.account(table)).isEqualTo(new Account.Lines(6, 6, 0, 0, 0, 0));
    }

    private EventTable read(Object... tenthsAndLines) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tenthsAndLines.length; i += 2) {
            text.append(line((int) tenthsAndLines[i], (String) tenthsAndLines[i + 1]));
        }
        return LogFiles.read(folder, "cri.log", text.toString());
    }

    private static String line(int tenth, String rest) {
        return String.format(AT, tenth) + rest + "\n";
    }
}
