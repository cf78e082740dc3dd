package racelane.importers.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventSink;
import racelane.model.event.LaneName;
import racelane.model.event.Names;
import racelane.model.event.TraceBuilder;

class CappedWordsTest {
    private final Names names = new Names();
    private final TraceBuilder sink = new TraceBuilder(names);

    @Test
    void aValueHasOneWordHoweverOftenItComesAndAProseTextHasNone() {
        CappedWords words = new CappedWords(sink);
        CappedWords.Values results = words.of("result");

        int old = results.word("OLD");

        assertThat(results.word("OLD")).isEqualTo(old);
        assertThat(names.text(old)).isEqualTo("OLD");
        assertThat(names.text(results.name())).isEqualTo("result");
        assertThat(words.of("result")).isSameAs(results);
        assertThat(results.word("x".repeat(ValueBudget.MAX_LENGTH + 1))).isEqualTo(EventSink.NONE);
        assertThat(results.word("")).isEqualTo(EventSink.NONE);
        assertThat(words.leftOut()).singleElement().asString().contains("\"result\"", "left to the text");
    }

    @Test
    void longWordsAndLanesAreCutBetweenCharactersAndThatIsSaidOnce() {
        String emoji = "\ud83d\ude00".repeat(600); // 1,200 chars; the 1,024th is the second half of a pair
        int first = sink.word("a" + emoji);
        int second = sink.word("a" + emoji + "b");
        int lane = sink.lane(LaneName.thread("t".repeat(5_000)));

        assertThat(first).isEqualTo(second);
        assertThat(names.text(first)).hasSize(1_023).endsWith("\ude00");
        assertThat(sink.lane(LaneName.thread("t".repeat(1_024)))).isEqualTo(lane);
        assertThat(sink.remarks()).singleElement().asString().contains("1024", "3 time(s)");
        assertThat(new TraceBuilder(names).remarks()).isEmpty();
    }

    @Test
    void aTableLooksAtNoMoreOfAWordThanASinkKeeps() {
        WordTable table = new WordTable(sink::word, 10);
        byte[] one = ("k".repeat(60_000) + "1").getBytes(StandardCharsets.US_ASCII);
        byte[] other = ("k".repeat(60_000) + "2").getBytes(StandardCharsets.US_ASCII);

        assertThat(table.id(one, 0, one.length)).isEqualTo(table.id(other, 0, other.length));
        assertThat(table.knows(other, 0, other.length)).isTrue();
        assertThat(table.size()).isEqualTo(1);
    }
}
