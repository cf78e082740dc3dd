package racelane.importers.log;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import racelane.importers.io.LogClock;
import racelane.importers.io.TimeForm;

/** The forms of timestamps that are tried where a format does not say its own, and the check of those that do. Stateless. */
final class TimeForms {
    /** The name of "whichever fits". */
    static final String AUTO = "auto";

    /** The name of "the line's number": for logs without timestamps. */
    static final String ORDER = "order";

    /** What people write most, the surer forms first. */
    static final List<String> KNOWN = List.of(
            "iso",
            "epoch",
            "dd/MMM/yyyy:HH:mm:ss[.f][ Z]",
            "dd/MMM/yyyy HH:mm:ss[.f][ Z]",
            "EEE MMM d HH:mm:ss[.f] yyyy",
            "EEE MMM d HH:mm:ss[.f] Z yyyy",
            "EEE, d MMM yyyy HH:mm:ss[.f][ Z]",
            "MMM d, yyyy h:mm:ss[.f] a",
            "MMM d, yyyy HH:mm:ss[.f]",
            "MMM d yyyy HH:mm:ss[.f]",
            "MMM d HH:mm:ss[.f]",
            "d MMM yyyy HH:mm:ss[.f]",
            "dd.MM.yyyy HH:mm:ss[.f]",
            "dd.MM.yyyy, HH:mm:ss[.f]",
            "dd-MMM-yyyy HH:mm:ss[.f]",
            "MM/dd/yyyy HH:mm:ss[.f]",
            "dd/MM/yyyy HH:mm:ss[.f]",
            "M/d/yyyy h:mm:ss[.f] a",
            "M/d/yyyy, h:mm:ss[.f] a",
            "yyyyMMdd HH:mm:ss[.f]",
            "yyyyMMdd-HH:mm:ss[.f]",
            "yyyyMMdd'THHmmss[.f][Z]",
            "yyMMdd HH:mm:ss[.f]",
            "MM-dd HH:mm:ss[.f]",
            "HH:mm:ss:f",
            "HH:mm:ss[.f]",
            "h:mm:ss[.f] a",
            "tai64n",
            "seconds");

    private static final List<String> NAMES = List.of("iso", "epoch", "seconds", "millis", "tai64n", ORDER, AUTO);

    private TimeForms() {}

    /** A form of a known timestamp and where it ends. */
    record Found(String form, int end) {}

    /**
     * Makes a form.
     *
     * @throws IllegalArgumentException with what to write instead
     */
    static TimeForm named(String name) {
        if (name.equals(AUTO)) {
            return new AutoTime(KNOWN);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "the timestamp's form is missing: write {time:iso}, or {time} for any known one");
        }
        if (!NAMES.contains(name) && unquoted(name).chars().noneMatch(c -> "hHs".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("'" + name + "' is no form of a timestamp: write one of "
                    + String.join(", ", NAMES) + " or a pattern such as yyyy-MM-dd HH:mm:ss[.f]");
        }
        try {
            return TimeForm.named(name);
        } catch (StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "the pattern '" + name + "' ends with a quote: ' stands before one literal character", e);
        }
    }

    /** Makes one form of several, tried in turn. */
    static TimeForm any(List<String> names) {
        return names.size() == 1 ? named(names.getFirst()) : new AutoTime(names);
    }

    private static String unquoted(String pattern) {
        return pattern.replaceAll("'.", "");
    }

    /** Returns the known form that reads most from {@code from} on; of equals the surer one. */
    static Optional<Found> longest(byte[] bytes, int from, int to) {
        return longest(KNOWN, bytes, from, to);
    }

    /** Returns the form of these that reads most; of equals the first. */
    static Optional<Found> longest(List<String> names, byte[] bytes, int from, int to) {
        Found best = null;
        for (String name : names) {
            int end = TimeForm.named(name).read(bytes, from, to, new LogClock(ZoneOffset.UTC, null, 0));
            boolean whole = end >= to || (end > 0 && !Character.isLetterOrDigit(bytes[end]));
            if (end > from && whole && (best == null || end > best.end)) {
                best = new Found(name, end);
            }
        }
        return Optional.ofNullable(best);
    }
}
