package racelane.model.redaction;

import java.util.Locale;
import java.util.Set;

/** Tells a secret from what only looks like one: numbers of versions, card numbers with a wrong check digit, words instead of values. */
final class Plausible {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "null",
            "none",
            "nil",
            "true",
            "false",
            "undefined",
            "empty",
            "unknown",
            "ok",
            "failed",
            "success",
            "yes",
            "no",
            "invalid",
            "missing",
            "expired",
            "required",
            "redacted",
            "hidden",
            "default",
            "n/a",
            "anonymous",
            "id",
            "name");
    private static final Set<String> PUBLIC_HOSTS = Set.of("localhost", "example.com", "example.org", "example.net");

    private Plausible() {}

    static boolean is(RedactionKind kind, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case CARD -> luhn(text);
            case PASSWORD -> value(plain) && !path(plain);
            case SESSION, USER -> value(plain);
            case HOST ->
                !PUBLIC_HOSTS.contains(plain) && !plain.chars().allMatch(c -> c == '.' || Character.isDigit(c));
            case ADDRESS -> address(plain);
            case TOKEN, EMAIL, PRIVATE_KEY, OWN -> true;
        };
    }

    /** A value that says something: no filler word, no short number, no row of stars. */
    private static boolean value(String plain) {
        if (EMPTY_WORDS.contains(plain) || plain.chars().allMatch(c -> c == '*' || c == 'x' || c == '.')) {
            return false;
        }
        return plain.length() > 6 || !plain.chars().allMatch(Character::isDigit);
    }

    /** A folder stands behind PWD as often as a password does. */
    private static boolean path(String plain) {
        return plain.startsWith("/") && plain.indexOf('/', 1) > 0;
    }

    private static boolean address(String plain) {
        if (plain.startsWith("127.") || plain.equals("0.0.0.0") || plain.equals("::1") || plain.equals("::")) {
            return false;
        }
        if (plain.indexOf(':') >= 0) {
            return true;
        }
        for (String part : plain.split("\\.", -1)) {
            if (part.length() > 3 || Integer.parseInt(part) > 255 || part.matches("0.+")) {
                return false;
            }
        }
        return true;
    }

    /** The check digit of ISO/IEC 7812-1, annex B. */
    private static boolean luhn(String text) {
        int sum = 0;
        int place = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                int weighed = place++ % 2 == 0 ? digit : digit * 2;
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
        }
        return place >= 13 && place <= 19 && sum % 10 == 0;
    }
}
