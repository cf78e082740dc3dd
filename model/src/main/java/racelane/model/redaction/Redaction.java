package racelane.model.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import racelane.model.redaction.RedactionRule.Place;

/**
 * What is hidden in a set of texts that go out together. First all texts are looked through, so that a user's name found in a path is
 * hidden as well where it stands alone; then each is cleaned. The same texts in the same order give the same placeholders. Immutable;
 * any thread.
 */
public final class Redaction {
    /** What a text becomes when a rule took too long over it: nobody knows what it holds, so nothing of it is shown. */
    public static final String UNREADABLE = "[hidden: a redaction rule took too long]";

    /** Hides nothing: the explicit choice of the user. */
    public static final Redaction RAW = new Redaction(List.of(), Map.of(), Set.of(), List.of());

    private final List<RedactionRule> rules;
    private final Map<String, RedactionKind> hidden;
    private final Set<String> kept;
    private final List<RedactionHit> hits;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final KnownSecrets known;

    private Redaction(
            List<RedactionRule> rules, Map<String, RedactionKind> hidden, Set<String> kept, List<RedactionHit> hits) {
        this.rules = List.copyOf(rules);
        this.hidden = Map.copyOf(hidden);
        this.kept = Set.copyOf(kept);
        this.hits = List.copyOf(hits);
        hits.forEach(hit -> placeholders.put(hit.text(), hit.placeholder()));
        this.known = new KnownSecrets(hits);
    }

    /** Returns the rules that Racelane brings along. Read from a resource at each call: keep the result. */
    public static List<RedactionRule> builtIn() {
        try (InputStream in = Redaction.class.getResourceAsStream("built-in.rules")) {
            if (in == null) {
                throw new AssertionError("the built-in redaction rules are missing");
            }
            return RedactionRule.parse("built-in.rules", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("the built-in redaction rules cannot be read", e);
        }
    }

    /**
     * Looks through everything that is about to go out.
     *
     * @param rules the built-in rules and the user's own
     * @param hidden texts that are to be hidden wherever they occur: keys that the user chose
     * @param kept texts that look like secrets and were chosen to be shown
     * @param texts all texts, in the order in which they are shown
     */
    public static Redaction of(
            List<RedactionRule> rules, Collection<String> hidden, Set<String> kept, Collection<String> texts) {
        Map<String, RedactionKind> chosen = new LinkedHashMap<>();
        hidden.forEach(text -> chosen.put(text, RedactionKind.OWN));
        return of(rules, chosen, kept, texts);
    }

    /** As above, with texts of any kind that are known to be secret beforehand: the names of those who wrote the case. */
    public static Redaction of(
            List<RedactionRule> rules, Map<String, RedactionKind> hidden, Set<String> kept, Collection<String> texts) {
        Map<String, RedactionKind> kinds = new LinkedHashMap<>(hidden);
        kinds.remove("");
        Set<String> distinct = new HashSet<>();
        for (String text : texts) {
            if (distinct.add(text)) {
                for (Place place : places(rules, text).orElse(List.of())) {
                    kinds.putIfAbsent(text.substring(place.from(), place.to()), place.kind());
                }
            }
        }
        kept.forEach(kinds::remove);
        Map<String, RedactionKind> whole = new LinkedHashMap<>(hidden);
        kept.forEach(whole::remove);
        Redaction uncounted = new Redaction(rules, whole, kept, named(kinds, distinct));
        return new Redaction(rules, whole, kept, uncounted.counted(texts));
    }

    /** Tells whether nothing is hidden because the user said so. */
    public boolean isRaw() {
        return this == RAW;
    }

    /**
     * Returns a text with a placeholder for everything that must be hidden. A secret that none of the texts looked through held is hidden
     * too, under the word of its kind without a number.
     */
    public String clean(String text) {
        if (this == RAW || text.isEmpty()) {
            return text;
        }
        Optional<List<Place>> secrets = secrets(text);
        if (secrets.isEmpty()) {
            return UNREADABLE;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (Place place : secrets.get()) {
            String secret = text.substring(place.from(), place.to());
            String name = placeholders.get(secret);
            out.append(text, done, place.from())
                    .append(name == null ? place.kind().word() : name);
            done = place.to();
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Returns what is hidden, in the order in which it was found. */
    public List<RedactionHit> hits() {
        return hits;
    }

    /** Returns what an export says of its redaction, one sentence: {@code 3 values redacted.} */
    public String sentence() {
        if (isRaw()) {
            return "Not redacted.";
        }
        return hits.isEmpty()
                ? "Nothing had to be redacted."
                : hits.size() + (hits.size() == 1 ? " value redacted." : " values redacted.");
    }

    /** Returns how many places are hidden in all. */
    public long count() {
        return hits.stream().mapToLong(RedactionHit::count).sum();
    }

    /**
     * Returns the places to hide: all of a text that is hidden by choice, else those that a rule finds and is not told to keep, and in what is left those known from elsewhere; nothing
     * when a rule gave up.
     */
    private Optional<List<Place>> secrets(String text) {
        RedactionKind chosen = hidden.get(text);
        if (chosen != null) {
            return Optional.of(List.of(new Place(0, text.length(), chosen)));
        }
        Optional<List<Place>> found = places(rules, text);
        return found.map(all -> merged(
                all.stream()
                        .filter(place -> !kept.contains(text.substring(place.from(), place.to())))
                        .toList(),
                known.places(text)));
    }

    private List<RedactionHit> counted(Collection<String> texts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String text : texts) {
            secrets(text)
                    .orElse(List.of())
                    .forEach(place -> counts.merge(text.substring(place.from(), place.to()), 1L, Long::sum));
        }
        List<RedactionHit> counted = new ArrayList<>();
        for (RedactionHit hit : hits) {
            long count = counts.getOrDefault(hit.text(), 0L);
            if (count > 0) {
                counted.add(new RedactionHit(hit.kind(), hit.text(), hit.placeholder(), count));
            }
        }
        return counted;
    }

    /** Returns what the rules find, earlier rules first where two overlap; nothing when one gave up. */
    private static Optional<List<Place>> places(List<RedactionRule> rules, String text) {
        List<Place> taken = List.of();
        for (RedactionRule rule : rules) {
            List<Place> more = new ArrayList<>();
            if (!rule.find(text, more)) {
                return Optional.empty();
            }
            taken = more.isEmpty() ? taken : merged(taken, more);
        }
        return Optional.of(taken);
    }

    /** Returns the places of both in their order; where two overlap, the one of {@code first}. */
    private static List<Place> merged(List<Place> first, List<Place> second) {
        List<Place> all = new ArrayList<>(first);
        for (Place place : second) {
            if (all.stream().noneMatch(other -> place.from() < other.to() && other.from() < place.to())) {
                all.add(place);
            }
        }
        all.sort(Comparator.comparingInt(Place::from));
        return all;
    }

    /** Gives every secret its placeholder; one that stands in the texts already is passed over, so that no two things look alike. */
    private static List<RedactionHit> named(Map<String, RedactionKind> kinds, Set<String> texts) {
        Map<RedactionKind, Integer> numbers = new LinkedHashMap<>();
        List<RedactionHit> hits = new ArrayList<>();
        kinds.forEach((secret, kind) -> {
            String name;
            do {
                name = kind.word() + "-" + numbers.merge(kind, 1, Integer::sum);
            } while (occurs(name, texts));
            hits.add(new RedactionHit(kind, secret, name, 1));
        });
        return hits;
    }

    private static boolean occurs(String name, Set<String> texts) {
        return texts.stream().anyMatch(text -> text.contains(name));
    }
}
