package racelane.model.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racelane.model.redaction.RedactionRule.Place;

/** Finds secrets, known from elsewhere, where they stand as words of their own. */
final class KnownSecrets {
    private static final int SHORTEST = 4;

    /** Names of accounts that are words of every log: hidden where a rule finds them, and nowhere else. */
    private static final Set<String> COMMON = Set.of(
            "root", "admin", "user", "guest", "test", "info", "main", "system", "service", "server", "client", "error",
            "debug", "warn", "sshd", "cron", "daemon", "nobody", "mail", "news", "ftp", "data", "value", "session",
            "cache", "worker", "thread", "http", "https", "read", "write");

    private final Map<Character, List<RedactionHit>> byFirst = new HashMap<>();

    KnownSecrets(List<RedactionHit> hits) {
        hits.stream()
                .filter(KnownSecrets::standsAlone)
                .sorted(Comparator.comparingInt((RedactionHit hit) -> hit.text().length())
                        .reversed())
                .forEach(hit -> byFirst.computeIfAbsent(hit.text().charAt(0), first -> new ArrayList<>())
                        .add(hit));
    }

    /** Returns where they stand, in order, the longest where several begin at one place. */
    List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            RedactionHit hit = beginsAt(text, at);
            if (hit == null) {
                at++;
            } else {
                places.add(new Place(at, at + hit.text().length(), hit.kind()));
                at += hit.text().length();
            }
        }
        return places;
    }

    private @Nullable RedactionHit beginsAt(String text, int at) {
        List<RedactionHit> begin = byFirst.get(text.charAt(at));
        boolean inWord = at > 0 && wordLike(text.charAt(at - 1)) && wordLike(text.charAt(at));
        if (begin == null || inWord) {
            return null;
        }
        for (RedactionHit hit : begin) {
            int end = at + hit.text().length();
            boolean whole = end >= text.length() || !wordLike(text.charAt(end)) || !wordLike(text.charAt(end - 1));
            if (whole && text.startsWith(hit.text(), at)) {
                return hit;
            }
        }
        return null;
    }

    private static boolean wordLike(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean standsAlone(RedactionHit hit) {
        boolean chosen = hit.kind() == RedactionKind.OWN;
        boolean telling = hit.text().length() >= SHORTEST && !COMMON.contains(hit.text());
        return chosen || telling;
    }
}
