package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import racelane.model.event.EventTable;
import racelane.model.source.Account;

/** Forty files at the edge of what is text: each is read, and its account holds every line. */
class EdgeFilesTest {
    private static final String ONE = "[1702500123450] put START: user:1\n";
    private static final String TWO = "[1702500123455] put DONE: user:1\n";
    private static final String LOG = ONE + TWO;

    @TempDir
    Path folder;

    /** One file: what is in it, and where its lines go. */
    record Edge(String name, byte[] bytes, Account.Lines account) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Edge> edges() {
        return Stream.of(texts(), encodings(), ends(), oddities()).flatMap(part -> part);
    }

    private static Stream<Edge> encodings() {
        Charset[] charsets = {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8};
        Stream.Builder<Edge> edges = Stream.builder();
        for (Charset charset : charsets) {
            edges.add(edge(charset + " with a mark", bytes("\ufeff" + LOG, charset), 2, 2, 0, 0, 0, 0));
            edges.add(edge(charset + " without a mark", bytes(LOG, charset), 2, 2, 0, 0, 0, 0));
            edges.add(edge(
                    charset + " with CRLF", bytes("\ufeff" + LOG.replace("\n", "\r\n"), charset), 2, 2, 0, 0, 0, 0));
            edges.add(edge(
                    charset + " of other letters",
                    bytes("\ufeff" + LOG + "\u6f22\u5b57 \ud83d\ude00\n", charset),
                    3,
                    2,
                    1,
                    0,
                    0,
                    0));
            edges.add(edge(charset + " gzipped", gzip(bytes("\ufeff" + LOG, charset)), 2, 2, 0, 0, 0, 0));
        }
        return Stream.concat(edges.build(), broken());
    }

    private static Stream<Edge> broken() {
        Stream.Builder<Edge> edges = Stream.builder();
        byte[] odd = bytes("\ufeff" + LOG, StandardCharsets.UTF_16LE);
        edges.add(edge("UTF-16LE cut within a character", Arrays.copyOf(odd, odd.length - 1), 2, 2, 0, 0, 0, 0));
        edges.add(edge("Latin-1", bytes(LOG + "gr\u00fc\u00dfe\n", StandardCharsets.ISO_8859_1), 3, 2, 1, 0, 0, 0));
        edges.add(edge(
                "Windows-1252 quotes",
                join(bytes(LOG), new byte[] {(byte) 0x93, 'a', (byte) 0x94, '\n'}),
                3,
                2,
                1,
                0,
                0,
                0));
        edges.add(edge(
                "overlong UTF-8", join(bytes(LOG), new byte[] {(byte) 0xc0, (byte) 0xaf, '\n'}), 3, 2, 1, 0, 0, 0));
        edges.add(edge(
                "lone surrogate in UTF-8",
                join(bytes(LOG), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'}),
                3,
                2,
                1,
                0,
                0,
                0));
        edges.add(edge(
                "UTF-8 cut within a character",
                join(bytes(LOG), new byte[] {'x', (byte) 0xe2, (byte) 0x82}),
                3,
                2,
                1,
                0,
                0,
                0));
        return edges.build();
    }

    private static Stream<Edge> ends() {
        return Stream.of(
                edge("CRLF", bytes(LOG.replace("\n", "\r\n")), 2, 2, 0, 0, 0, 0),
                edge("lone CR", bytes(LOG.replace('\n', '\r')), 2, 2, 0, 0, 0, 0),
                edge("two CRs before each LF", bytes(LOG.replace("\n", "\r\r\n")), 2, 2, 0, 0, 0, 0),
                edge("no end of line at the end", bytes(LOG.strip()), 2, 2, 0, 0, 0, 0),
                edge("one LF and CRs within a line", bytes(ONE.strip() + "\rmore\rmore\n" + TWO), 2, 2, 0, 0, 0, 0),
                edge("many blank lines", bytes("\n\n" + ONE + "\n \t \n" + TWO + "\n"), 7, 2, 0, 5, 0, 0),
                edge("a form feed", bytes(ONE + "\f\n" + TWO), 3, 2, 1, 0, 0, 0),
                edge("line separators of Unicode", bytes(ONE + "a\u2028b\u2029c\u0085d\n" + TWO), 3, 2, 1, 0, 0, 0));
    }

    private static Stream<Edge> texts() {
        return Stream.of(
                edge("colours", bytes(LOG.replace("put", "\u001b[1;31mput\u001b[0m")), 2, 2, 0, 0, 0, 0),
                edge("colours before the timestamp", bytes(LOG.replace("[17", "\u001b[32m[17")), 2, 2, 0, 0, 0, 0),
                edge("an escape that breaks off", bytes(ONE + "\u001b[\n" + TWO), 3, 2, 0, 1, 0, 0),
                edge("a terminal's title", bytes(LOG.replace("[17", "\u001b]0;title\u0007[17")), 2, 2, 0, 0, 0, 0),
                edge(
                        "a stack trace",
                        bytes(ONE + "java.lang.Error: x\n\tat a.B.c(B.java:1)\n" + TWO),
                        4,
                        2,
                        2,
                        0,
                        0,
                        0),
                edge("a preamble", bytes("Starting...\n--------\n" + LOG), 4, 2, 0, 0, 2, 0),
                edge("a torn line", bytes("00123450] put STA\n" + LOG), 3, 2, 0, 0, 1, 0),
                edge("glued lines", bytes(ONE.strip() + TWO + TWO), 2, 2, 0, 0, 0, 0),
                edge(
                        "a time that does not exist",
                        bytes("2024-01-01 12:00:00 a\n2024-13-01 12:00:00 b\n2024-01-01 12:00:01 c\n"),
                        3,
                        2,
                        0,
                        0,
                        0,
                        1),
                edge(
                        "a year beyond all clocks",
                        bytes("2024-01-01 12:00:00 a\n9999-01-01 12:00:00 b\n2024-01-01 12:00:01 c\n"),
                        3,
                        2,
                        0,
                        0,
                        0,
                        1));
    }

    private static Stream<Edge> oddities() {
        return Stream.of(
                edge("NULs behind the text", join(bytes(LOG), new byte[5]), 3, 2, 1, 0, 0, 0),
                edge("NULs within a line", bytes(ONE + "a\0b\0c\n" + TWO), 3, 2, 1, 0, 0, 0),
                edge("a line of a megabyte", bytes(ONE + "x".repeat(1 << 20) + "\n" + TWO), 3, 2, 1, 0, 0, 0),
                edge(
                        "an entry of a megabyte",
                        bytes(ONE + "[1702500123451] " + "x".repeat(1 << 20) + "\n" + TWO),
                        3,
                        3,
                        0,
                        0,
                        0,
                        0),
                edge("exactly 64 KiB", bytes(ONE + "x".repeat(65_536) + "\n" + TWO), 3, 2, 1, 0, 0, 0),
                edge(
                        "a lane of 100 KB",
                        bytes("[1702500123450] [" + "t".repeat(900) + "] put START: a:1\n"),
                        1,
                        1,
                        0,
                        0,
                        0,
                        0),
                edge("control characters", bytes(ONE + "\u0001\u0002\u007f\n" + TWO), 3, 2, 1, 0, 0, 0));
    }

    @Test
    void thereAreFortyOfThem() {
        assertThat(edges().count()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("edges")
    void everyLineIsAccountedFor(Edge edge) throws Exception {
        EventTable table = LogFiles.read(Files.write(folder.resolve("e.log"), edge.bytes()), "");

        assertThat(LogFiles.account(table)).isEqualTo(edge.account());
        assertThat(LogFiles.account(table).addsUp()).isTrue();
        for (int line = 1; line <= edge.account().lines(); line++) {
            assertThat(table.source().text().quote(line)).isNotNull();
        }
    }

    /** Returns a file and its account: lines, entries, continuation, blank, skipped, rejected. */
    private static Edge edge(String name, byte[] bytes, long... account) {
        return new Edge(
                name, bytes, new Account.Lines(account[0], account[1], account[2], account[3], account[4], account[5]));
    }

    private static byte[] bytes(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }
}
