package racelane.app.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes one file over and over, each time with another letter, until it is killed. */
final class EndlessWriter {
    /** How many letters a whole file has, before its last line. */
    static final int LETTERS = 400_000;

    private EndlessWriter() {}

    /** Writes to the path that is given. */
    public static void main(String[] args) throws IOException {
        for (int round = 0; ; round++) {
            WholeFile.write(Path.of(args[0]), content(round)::writeTo);
        }
    }

    private record Letters(byte[] bytes) {
        void writeTo(java.io.OutputStream out) throws IOException {
            for (int at = 0; at < bytes.length; at += 4_096) {
                out.write(bytes, at, Math.min(4_096, bytes.length - at));
            }
        }
    }

    private static Letters content(int round) {
        String text = String.valueOf((char) ('a' + round % 26)).repeat(LETTERS) + "\nend\n";
        return new Letters(text.getBytes(StandardCharsets.US_ASCII));
    }
}
