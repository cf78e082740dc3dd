package racelane.model.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.Names;
import racelane.model.event.Trace;
import racelane.model.pattern.Attributes;

/** Names the group of a match: its pattern, the places in the code of its roles, and its key without its numbers. */
final class Signature {
    private final Trace trace;
    private final AttributeReader attributes;

    Signature(Trace trace, AttributeReader attributes) {
        this.trace = trace;
        this.attributes = attributes;
    }

    WindowKind of(Plan plan, Cast cast, String key) {
        List<String> places = new ArrayList<>();
        for (int role = 0; role < plan.roles().size(); role++) {
            places.add(place(cast.first(role)));
            long second = cast.second(role);
            if (second != Ref.NONE && second != cast.first(role)) {
                places.add(place(second));
            }
        }
        return new WindowKind(plan.pattern().name(), places, template(key));
    }

    private String place(long ref) {
        String file = logged(ref, Attributes.FILE);
        String line = logged(ref, Attributes.LINE);
        return attributes.op(ref) + (file == null || line == null ? "" : "@" + file + ":" + line);
    }

    private @Nullable String logged(long ref, String name) {
        Names names = trace.names();
        int id = names.find(name);
        return id < 0
                ? null
                : names.valueText(trace.tables().get(Ref.table(ref)).attributes(Ref.row(ref)), id);
    }

    /** Puts a star for every stretch of letters and digits that holds a digit: {@code user:123} is {@code user:*}. */
    static String template(String key) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < key.length()) {
            int end = at;
            boolean digit = false;
            while (end < key.length() && Character.isLetterOrDigit(key.charAt(end))) {
                digit |= Character.isDigit(key.charAt(end));
                end++;
            }
            if (end == at) {
                out.append(key.charAt(at++));
            } else {
                out.append(digit ? "*" : key.substring(at, end));
                at = end;
            }
        }
        return out.toString();
    }
}
