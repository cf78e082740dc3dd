package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageMemoryTest {
    @Test
    void aMessageThatIsKnownAgainSaysWhatReadingItSays() {
        Random random = new Random(11);
        MessageMemory memory = new MessageMemory();
        EntryReader reader = new EntryReader();
        MessageParts read = new MessageParts();
        MessageParts recalled = new MessageParts();
        int known = 0;
        for (int i = 0; i < 40_000; i++) {
            String blanks = " ".repeat(random.nextInt(5));
            byte[] line = (blanks + message(random)).getBytes(StandardCharsets.UTF_8);
            int from = blanks.length();
            reader.read(line, from, line.length, read);
            int place = memory.place(line, from, line.length);
            if (memory.recall(place, line, from, line.length, recalled)) {
                known++;
                assertThat(told(recalled)).isEqualTo(told(read));
            } else {
                memory.remember(place, read);
            }
        }
        assertThat(known).isGreaterThan(20_000);
    }

    @Test
    void anEmptyAndAnOverlongMessageHaveNoPlace() {
        MessageMemory memory = new MessageMemory();
        byte[] bytes = new byte[200];

        assertThat(memory.place(bytes, 5, 5)).isEqualTo(MessageMemory.NOWHERE);
        assertThat(memory.place(bytes, 0, RecentTexts.LONGEST + 1)).isEqualTo(MessageMemory.NOWHERE);
        assertThat(memory.place(bytes, 0, RecentTexts.LONGEST)).isNotEqualTo(MessageMemory.NOWHERE);
    }

    @Test
    void aMessageThatComesOftenIsNotDrivenOutByOneThatComesOnce() {
        RecentTexts texts = new RecentTexts(1);
        byte[] often = {1, 2, 3};
        byte[] once = {4};

        assertThat(texts.put(0, often, 0, 3, 0)).isTrue();
        assertThat(texts.holds(0, often, 0, 3, 0)).isTrue();
        assertThat(texts.put(0, once, 0, 1, 0)).isFalse();
        assertThat(texts.holds(0, often, 0, 3, 0)).isTrue();
        assertThat(texts.holds(0, often, 0, 3, 9)).isFalse();
        assertThat(texts.put(0, once, 0, 1, 0)).isFalse();
        assertThat(texts.put(0, once, 0, 1, 0)).isTrue();
        assertThat(texts.holds(0, often, 0, 3, 0)).isFalse();
    }

    private static String message(Random random) {
        String key = "user:" + random.nextInt(30);
        String[] forms = {
            "load START: " + key,
            "load COMPLETE: " + key,
            "load failed(" + key + ")",
            "cache put FAILED",
            "nothing",
            "entering run"
        };
        return forms[random.nextInt(forms.length)];
    }

    private static String told(MessageParts parts) {
        return parts.phase + " " + parts.actorFrom + " " + parts.actorTo + " " + parts.operationFrom + " "
                + parts.operationTo + " " + parts.keyFrom + " " + parts.keyTo + " " + parts.from + " " + parts.to;
    }
}
