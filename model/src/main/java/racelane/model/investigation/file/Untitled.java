package racelane.model.investigation.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of cases that nobody has named yet. */
final class Untitled {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("untitled-\\d{8}-\\d{6}-[0-9a-f]{10}\\.racelane");

    private Untitled() {}

    static String name(Instant at, String writer) {
        return "untitled-" + STAMP.format(at) + "-" + writer + ".racelane";
    }

    static boolean is(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }
}
