package racelane.app.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import racelane.app.fx.Texts;

/**
 * What is searched: all terms must hold. {@code key:}, {@code lane:} (or {@code thread:}), {@code op:} and {@code source:} look at one
 * field, {@code name:value} at the attribute of that name; a word alone looks at all of them. {@code *} stands for anything, {@code
 * /…/} is a regular expression. Case does not matter.
 *
 * @param terms the terms, in the order in which they were typed
 */
public record SearchQuery(List<Term> terms) {
    private static final Texts TEXTS = Texts.of(SearchQuery.class);

    /**
     * One term.
     *
     * @param field the field's name; empty for any
     * @param words what to look for
     * @param plain what a text must hold for {@code words} to be true of it, in lower case; empty when it is more than that
     */
    public record Term(String field, Predicate<String> words, String plain) {}

    /** Copies the list. */
    public SearchQuery {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException with one line for people when a regular expression cannot be read
     */
    public static SearchQuery parse(String text) {
        List<Term> terms = new ArrayList<>();
        for (String part : split(text.strip())) {
            int colon = part.startsWith("/") ? -1 : part.indexOf(':');
            String field = colon > 0 ? part.substring(0, colon).toLowerCase(Locale.ROOT) : "";
            String words = colon > 0 ? part.substring(colon + 1) : part;
            boolean known = !field.isEmpty()
                    && field.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
            if (known && !words.isEmpty()) {
                terms.add(new Term(field.equals("thread") ? "lane" : field, predicate(words, true), plain(words)));
            } else {
                terms.add(new Term("", predicate(part, false), plain(part)));
            }
        }
        return new SearchQuery(terms);
    }

    private static String plain(String words) {
        boolean regex = words.length() > 2 && words.startsWith("/") && words.endsWith("/");
        return regex || words.contains("*") ? "" : words.toLowerCase(Locale.ROOT);
    }

    private static Predicate<String> predicate(String words, boolean whole) {
        if (words.length() > 2 && words.startsWith("/") && words.endsWith("/")) {
            try {
                return Pattern.compile(
                                words.substring(1, words.length() - 1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .asPredicate();
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(TEXTS.get("regex.wrong", e.getDescription()), e);
            }
        }
        if (words.contains("*")) {
            Pattern pattern = Pattern.compile(
                    String.join(
                            ".*",
                            Arrays.stream(words.split("\\*", -1))
                                    .map(Pattern::quote)
                                    .toList()),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            return whole ? pattern.asMatchPredicate() : pattern.asPredicate();
        }
        String lower = words.toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).contains(lower);
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char closing = 0;
        for (char c : text.toCharArray()) {
            boolean opens = closing == 0
                    && (c == '"' || (c == '/' && (part.isEmpty() || part.charAt(part.length() - 1) == ':')));
            if (opens) {
                closing = c;
            } else if (c == closing) {
                closing = 0;
            } else if (closing == 0 && Character.isWhitespace(c)) {
                add(parts, part);
                continue;
            }
            if (c != '"') {
                part.append(c);
            }
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }
}
