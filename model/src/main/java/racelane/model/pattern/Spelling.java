package racelane.model.pattern;

import java.util.Collection;

/** Finds the word that was meant. */
final class Spelling {
    private static final int NEAR = 2;

    private Spelling() {}

    /** Returns "did you mean …?" for the nearest of {@code known}, or {@code otherwise} when none is near. */
    static String suggest(String word, Collection<String> known, String otherwise) {
        String best = "";
        int least = NEAR + 1;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least && distance < candidate.length()) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? otherwise : "did you mean '" + best + "'?";
    }

    /** Levenshtein's distance, by the row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
