package racelane.model.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import racelane.model.scene.VisibleText;

/** Escapes words for Markdown as GitHub and CommonMark read it. Stateless. */
final class MarkdownText {
    private static final String SPECIAL = "\\`*_[]~|$^{}#";

    private static final Pattern TOKEN = Pattern.compile("[^ ]+");

    /** What some renderers link by themselves inside a word: numbers of issues, hashes of commits. Linear in the word's length. */
    private static final Pattern LINKED = Pattern.compile(
            "(?<!\\w)(?:\\w++/\\w++)?#\\d|\\bGH-\\d|(?<![\\w-])(?=[a-f]*+\\d)[0-9a-f]{7,64}+(?![\\w-])",
            Pattern.CASE_INSENSITIVE);

    private MarkdownText() {}

    /**
     * Returns words that mean themselves wherever they stand.
     *
     * @param atStart whether they begin a line, where more characters mean something
     * @param inTable whether they stand in a cell
     */
    static String plain(String text, boolean atStart, boolean inTable) {
        String visible = VisibleText.of(text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        Matcher token = TOKEN.matcher(visible);
        int done = 0;
        while (token.find()) {
            if (linksByItself(token.group())) {
                out.append(escaped(visible.substring(done, token.start()), atStart && done == 0));
                out.append(code(token.group(), inTable));
                done = token.end();
            }
        }
        return out.append(escaped(visible.substring(done), atStart && done == 0))
                .toString();
    }

    /** Tells whether some renderers make a link of a word: an address, a mention, an issue's number, a commit's hash. */
    private static boolean linksByItself(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.contains("://")
                || lower.contains("www.")
                || lower.indexOf('@') >= 0
                || LINKED.matcher(word).find();
    }

    private static String escaped(String text, boolean atStart) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int first = atStart ? special(text) : -1;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (at == first || SPECIAL.indexOf(c) >= 0) {
                out.append('\\').appendCodePoint(c);
            } else {
                out.appendCodePoint(Sink.isText(c) ? c : 0xFFFD);
            }
            at += Character.charCount(c);
        }
        return atStart ? out.toString().stripLeading() : out.toString();
    }

    /** Returns where the character stands that would make a heading, a list or a rule of a line; -1 when there is none. */
    private static int special(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && "#+-=".indexOf(text.charAt(at)) >= 0) {
            return at;
        }
        int digits = at;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > at && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0 ? digits : -1;
    }

    /** Returns a code span. A cell that holds a bar is set by references, since tables are split before code is read. */
    static String code(String text, boolean inTable) {
        String visible = VisibleText.of(text);
        if (visible.isBlank()) {
            return visible.isEmpty() ? "" : "`" + visible + "`";
        }
        if (inTable && visible.indexOf('|') >= 0) {
            String safe = Sink.references(visible);
            return "<code>" + (linksByItself(visible) ? unlinked(safe) : safe) + "</code>";
        }
        StringBuilder safe = new StringBuilder();
        visible.codePoints().forEach(c -> safe.appendCodePoint(Sink.isText(c) ? c : 0xFFFD));
        String fence = "`".repeat(longestRun(visible) + 1);
        boolean pad =
                visible.startsWith("`") || visible.endsWith("`") || (visible.startsWith(" ") && visible.endsWith(" "));
        return fence + (pad ? " " : "") + safe + (pad ? " " : "") + fence;
    }

    /** Parts references to what addresses are told by with an empty comment, so that no renderer finds one. */
    private static String unlinked(String references) {
        return references
                .replace("&#58;", "&#58;<!-- -->")
                .replace("&#64;", "&#64;<!-- -->")
                .replace("&#46;", "&#46;<!-- -->");
    }

    /** Returns how many backticks stand in a row at most. */
    static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
