package racelane.model.investigation;

import java.util.List;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;

/**
 * A source that the case rests on.
 *
 * @param path where the file was, as the user gave it
 * @param sha256 hash of its bytes, 64 hex digits; tells sources apart and shows when the evidence has changed
 * @param name name for people
 * @param setting what the user said of its clock
 * @param pairs the matched events that the setting was worked out from; none when it was typed
 */
public record SourceLink(String path, String sha256, String name, ClockSetting setting, List<ClockPair> pairs) {
    /** Copies the list. */
    public SourceLink {
        pairs = List.copyOf(pairs);
    }

    /** Creates a link to a source whose clock is {@code offset} ns behind. */
    public SourceLink(String path, String sha256, String name, long offset) {
        this(path, sha256, name, ClockSetting.typed(ClockMapping.offset(offset)), List.of());
    }

    /** Returns the same source with another clock, believed as far as before. */
    SourceLink withClock(ClockSetting next, List<ClockPair> matched) {
        return new SourceLink(path, sha256, name, next.withTrust(setting.trust()), matched);
    }

    /** Returns the same source, believed as is said. */
    SourceLink withTrust(ClockTrust trust) {
        return new SourceLink(path, sha256, name, setting.withTrust(trust), pairs);
    }
}
