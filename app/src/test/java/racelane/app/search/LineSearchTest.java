package racelane.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import racelane.model.progress.Progress;
import racelane.model.source.TextLines;

class LineSearchTest {
    @Test
    void linesAreNumberedFromOneAndALineIsFoundOnce() throws IOException {
        assertThat(found("one Two\ntwo two\n\nnone\nTWO", "two")).containsExactly(1, 2, 5);
        assertThat(found("x", "x")).containsExactly(1);
        assertThat(found("", "x")).isEmpty();
        assertThat(found("\n\nx\n", "x")).containsExactly(3);
    }

    @Test
    void wordsBeyondAsciiAreFoundWhateverTheirCase() throws IOException {
        assertThat(found("a\nÄRGER hier\nb", "ärger")).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theFastWayFindsWhatAskingEachLineFinds(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int size = 200_000 + random.nextInt(2_500_000);
        while (text.length() < size) {
            int length = random.nextInt(8) == 0 ? random.nextInt(3000) : random.nextInt(60);
            for (int i = 0; i < length; i++) {
                text.append("abcABC ".charAt(random.nextInt(7)));
            }
            text.append(random.nextInt(40) == 0 ? "\n\n" : "\n");
        }
        for (String word : List.of("abcabc", "a", "cc", "c b a", "bca bc")) {
            assertThat(found(text.toString(), word)).isEqualTo(slow(text.toString(), word));
        }
    }

    private static List<Integer> slow(String text, String word) {
        String[] lines = text.split("\n", -1);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].toLowerCase(Locale.ROOT).contains(word)) {
                found.add(i + 1);
            }
        }
        return found;
    }

    private static List<Integer> found(String text, String word) throws IOException {
        Predicate<String> holds = line -> line.toLowerCase(Locale.ROOT).contains(word);
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 65_521)); // files come in pieces
            }
        };
        return new LineSearch(new TextLines(in, (byte) '\n'), word, holds, Progress.none())
                .run().stream().boxed().toList();
    }
}
