package racelane.importers.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells why the dates of a text are not read when they name months in another language than English. Stateless; any thread. */
final class ForeignMonths {
    private static final int LOOK = 8_192;
    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{1,2}[ .-]{1,2}(" + names() + ")\\.?[ .-]{1,2}\\d{2,4}\\b|\\b(" + names() + ")\\.? +\\d{1,2},? ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private ForeignMonths() {}

    /** Returns a sentence that names the first such month in the first bytes of a text, when there is one. */
    static Optional<String> in(byte[] head) {
        Matcher date = DATE.matcher(new String(head, 0, Math.min(head.length, LOOK), StandardCharsets.UTF_8));
        if (!date.find()) {
            return Optional.empty();
        }
        String month = date.group(1) != null ? date.group(1) : date.group(2);
        return Optional.of("Its dates name months in another language (\"" + month + "\"): only English ones are read;"
                + " let the program write numbers, or run it with LC_TIME=C.");
    }

    private static String names() {
        try (InputStream in = ForeignMonths.class.getResourceAsStream("months")) {
            if (in == null) {
                throw new IllegalStateException("the resource 'months' is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining(" "))
                    .strip()
                    .replace(' ', '|');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
