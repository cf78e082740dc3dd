package racelane.model.pattern;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an {@code explain} clause, whose braces are filled in for each match:
 *
 * <ul>
 *   <li>{@code {key}} the contended thing; {@code {R.result}} an attribute of a role
 *   <li>{@code {R.start ~ W.start}} where one moment lies to another: {@code 1 ms after}, {@code 2 ms before}, {@code at the same
 *       time as}
 *   <li>{@code {W.start .. W.end}} how long it is from one moment to another
 *   <li>{@code [; it returned {R.result}]} is left out when a value in it is missing
 * </ul>
 */
public final class Explanation {
    private Explanation() {}

    /** Gives the values that a text asks for. */
    public interface Values {
        /** Returns the key for people. */
        String key();

        /** Returns an attribute of a role, or null when the event has none of that name. */
        @Nullable
        String attribute(String role, String name);

        /** Returns the time of a role's moment in ns since the epoch, or null when it was never seen. */
        @Nullable
        Long time(String role, String edge);

        /** Writes a duration of {@code nanos} for people. */
        String duration(long nanos);
    }

    /** What is wrong with a text. */
    record Fault(String message, String hint) {}

    /** Returns {@code text} with its braces filled in. A value that is missing outside of square brackets reads "?". */
    public static String fill(String text, Values values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('[', at);
            int close = open < 0 ? -1 : text.indexOf(']', open);
            if (close < 0) {
                break;
            }
            out.append(part(text.substring(at, open), values));
            String optional = part(text.substring(open + 1, close), values);
            out.append(optional.indexOf('\0') >= 0 ? "" : optional);
            at = close + 1;
        }
        out.append(part(text.substring(at), values));
        return out.toString().replace('\0', '?');
    }

    /** Fills one stretch of text; a missing value leaves a NUL behind. */
    private static String part(String text, Values values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(text, at, open)
                    .append(value(text.substring(open + 1, close).strip(), values));
            at = close + 1;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static String value(String asked, Values values) {
        if (asked.equals("key")) {
            return values.key();
        }
        int tilde = asked.indexOf('~');
        if (tilde > 0) {
            Long distance = distance(asked.substring(tilde + 1), asked.substring(0, tilde), values);
            return distance == null ? "\0" : relation(distance, values);
        }
        int dots = asked.indexOf("..");
        if (dots > 0) {
            Long distance = distance(asked.substring(0, dots), asked.substring(dots + 2), values);
            return distance == null ? "\0" : values.duration(distance);
        }
        int dot = asked.indexOf('.');
        String found = dot < 0 ? null : values.attribute(asked.substring(0, dot), asked.substring(dot + 1));
        return found == null ? "\0" : found;
    }

    private static String relation(long nanos, Values values) {
        if (nanos == 0) {
            return "at the same time as";
        }
        return nanos > 0 ? values.duration(nanos) + " after" : values.duration(-nanos) + " before";
    }

    private static @Nullable Long distance(String from, String to, Values values) {
        Long start = moment(from.strip(), values);
        Long end = moment(to.strip(), values);
        return start == null || end == null ? null : Long.valueOf(end - start);
    }

    private static @Nullable Long moment(String text, Values values) {
        int dot = text.indexOf('.');
        return dot < 0 ? values.time(text, "start") : values.time(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Returns what a pattern's text asks for and cannot get. */
    static List<Fault> faults(Pattern pattern) {
        List<Fault> faults = new ArrayList<>();
        String text = pattern.explain();
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                faults.add(new Fault("has a brace without an end", "values stand in braces: {R.result}"));
                break;
            }
            for (String part : text.substring(open + 1, close).split("~|\\.\\.")) {
                String role = part.strip().split("\\.", 2)[0];
                if (!role.equals("key") && pattern.indexOf(role) < 0) {
                    faults.add(new Fault(
                            "speaks of a role '" + role + "' that is not there", "write {key} or {R.result}"));
                }
            }
        }
        return faults;
    }
}
