package racelane.model.spi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Files that hold other files, or are compressed in a way that is not read: known by their first bytes, refused with a cure. */
final class ArchiveKind {
    private static final int TAR_MARK = 257;
    private static final Map<String, String> MARKS = Map.of(
            "7z\u00bc\u00af\u0027\u001c", "is a 7z archive: unpack it (7z x) and open the folder",
            "Rar!\u001a\u0007", "is a rar archive: unpack it (unrar x) and open the folder",
            "\u00fd7zXZ\u0000", "is compressed with xz: decompress it (xz -d) and open the result",
            "\u0028\u00b5\u002f\u00fd", "is compressed with zstd: decompress it (zstd -d) and open the result");

    private ArchiveKind() {}

    /** Returns why a file with this first part is refused, one line to be read after its name; nothing when it is none of them. */
    static Optional<String> refusal(Header header) {
        byte[] bytes = header.bytes();
        String begin = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (isTar(bytes)) {
            return Optional.of(
                    header.gzipped()
                            ? "is a tar.gz archive: unpack it (tar -xzf) and open the folder"
                            : "is a tar archive: unpack it (tar -xf) and open the folder");
        }
        if (begin.startsWith("PK\003\004") || begin.startsWith("PK\005\006")) {
            boolean jar = header.latin1().contains("META-INF/");
            return Optional.of("is a " + (jar ? "jar" : "zip") + " archive: unpack it (unzip) and open the folder");
        }
        if (begin.startsWith("BZh") && isBzip2(bytes)) {
            return Optional.of("is compressed with bzip2: decompress it (bzip2 -d) and open the result");
        }
        return MARKS.entrySet().stream()
                .filter(mark -> begin.startsWith(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isTar(byte[] bytes) {
        return bytes.length > TAR_MARK + 5
                && bytes[TAR_MARK] == 'u'
                && bytes[TAR_MARK + 1] == 's'
                && bytes[TAR_MARK + 2] == 't'
                && bytes[TAR_MARK + 3] == 'a'
                && bytes[TAR_MARK + 4] == 'r';
    }

    /** Tells whether the digits of pi follow, as in every block of bzip2. */
    private static boolean isBzip2(byte[] bytes) {
        return bytes.length > 9 && bytes[4] == 0x31 && bytes[5] == 0x41 && bytes[6] == 0x59 && bytes[7] == 0x26;
    }
}
