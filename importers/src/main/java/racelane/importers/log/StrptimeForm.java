package racelane.importers.log;

import java.util.Optional;

/** Turns timestamp formats of strptime, with lnav's additions, into forms of Racelane. Stateless. */
final class StrptimeForm {
    private StrptimeForm() {}

    /** Returns the form; empty when it asks for what no form can read. */
    static Optional<String> of(String format) {
        if (format.equals("%s") || format.equals("%i") || format.equals("%6") || format.equals("%9")) {
            return Optional.of("epoch");
        }
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char c = format.charAt(at);
            if (c != '%') {
                form.append(literal(c));
                continue;
            }
            at++;
            String part = at < format.length() ? part(format.charAt(at)) : "";
            if (part.isEmpty()) {
                return Optional.empty();
            }
            form.append(part);
        }
        return Optional.of(form.toString());
    }

    private static String literal(char c) {
        boolean plain = !Character.isLetter(c) && "[]'".indexOf(c) < 0;
        return plain ? String.valueOf(c) : "'" + c;
    }

    private static String part(char letter) {
        return switch (letter) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> "MM";
            case 'b', 'h' -> "MMM";
            case 'd' -> "dd";
            case 'e' -> "d";
            case 'H' -> "HH";
            case 'k' -> "H";
            case 'I' -> "hh";
            case 'l' -> "h";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'L', 'f', 'N' -> "f";
            case 'p' -> "a";
            case 'z' -> "Z";
            case 'a' -> "EEE";
            case 'T' -> "HH:mm:ss";
            case 'F' -> "yyyy-MM-dd";
            case 'R' -> "HH:mm";
            case 'D' -> "MM/dd/yy";
            case 'n', 't' -> " ";
            case '%' -> "%";
            default -> "";
        };
    }
}
