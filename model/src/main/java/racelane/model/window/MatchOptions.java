package racelane.model.window;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import racelane.model.source.Source;

/**
 * How far a search goes and what it may assume.
 *
 * @param perAnchor how many candidates of one anchor are examined one by one; counting has no such limit
 * @param perKey how many windows are listed of one pattern on one key
 * @param groups how many groups of like windows are listed
 * @param perGroup how many windows are listed of one group
 * @param skew how far, in ns, two clocks of different names may be apart, either way
 * @param trustedFileOrder says of a source whether its lines stand in the order in which they happened, even where times are equal
 * @param links tables for the {@code link} clause: name, then key, then the keys related to it
 */
public record MatchOptions(
        int perAnchor,
        int perKey,
        int groups,
        int perGroup,
        long skew,
        Predicate<Source> trustedFileOrder,
        Map<String, Map<String, Set<String>>> links) {
    /** 64 examined, 20 per key, 500 groups of 100, clocks within 5 ms, no file order trusted, no tables. */
    public static final MatchOptions DEFAULT =
            new MatchOptions(64, 20, 500, 100, 5_000_000L, source -> false, Map.of());

    /** Copies the tables. */
    public MatchOptions {
        links = Map.copyOf(links);
    }

    /** Returns these options with another skew, ns. */
    public MatchOptions withSkew(long nanos) {
        return new MatchOptions(perAnchor, perKey, groups, perGroup, nanos, trustedFileOrder, links);
    }

    /** Returns these options with file order trusted for the sources that {@code trusted} accepts. */
    public MatchOptions withTrustedFileOrder(Predicate<Source> trusted) {
        return new MatchOptions(perAnchor, perKey, groups, perGroup, skew, trusted, links);
    }

    /** Returns these options with other tables. */
    public MatchOptions withLinks(Map<String, Map<String, Set<String>>> tables) {
        return new MatchOptions(perAnchor, perKey, groups, perGroup, skew, trustedFileOrder, tables);
    }

    /** Returns these options without any limit on what is listed or examined; for small traces and tests. */
    public MatchOptions unlimited() {
        int all = Integer.MAX_VALUE;
        return new MatchOptions(all, all, all, all, skew, trustedFileOrder, links);
    }
}
