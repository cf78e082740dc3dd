package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the Markdown that users write, a small and harmless one: paragraphs, headings, lists, quotes, fenced code, and inside a line bold,
 * emphasis and code. Nothing becomes a link, a picture or markup of another kind; what is not understood stays as it was typed. The window
 * and the reports read with it alike. Stateless; any thread.
 */
public final class Markdown {
    private static final int MOST_MARKS = 6;
    private static final String FENCE = "```";

    /** What a part is. */
    public enum Kind {
        /** Running words. */
        PARAGRAPH,
        /** A heading, of any level. */
        HEADING,
        /** A point of a list. */
        ITEM,
        /** What somebody else said. */
        QUOTE,
        /** Lines that stand as they are. */
        CODE
    }

    /**
     * A part of a text.
     *
     * @param kind what it is
     * @param mark what stands before an item: a bullet or its number; empty for others
     * @param words its words; of code one piece with all its lines
     */
    public record Part(Kind kind, String mark, List<Inline> words) {
        /** Copies the list. */
        public Part {
            words = List.copyOf(words);
        }

        /** Tells whether it is an item with a number. */
        boolean numbered() {
            return !mark.isEmpty() && Character.isDigit(mark.charAt(0));
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;
    private String mark = "";

    private Markdown() {}

    /** Returns the parts of a text. */
    public static List<Part> parse(String text) {
        Markdown reading = new Markdown();
        for (String line : text.split("\\R", -1)) {
            reading.line(line);
        }
        reading.end();
        return List.copyOf(reading.parts);
    }

    /** Returns a text line by line without its marks, for places that set no styles. */
    public static String plain(String text) {
        List<String> all = new ArrayList<>();
        for (String raw : text.strip().split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (Part part : parse(raw)) {
                line.append(part.mark().isEmpty() ? "" : part.mark() + " ");
                part.words().forEach(words -> append(line, words));
            }
            all.add(line.toString());
        }
        return String.join("\n", all);
    }

    /** Adds words without their marks. */
    private static void append(StringBuilder line, Inline words) {
        switch (words) {
            case Inline.Text text -> line.append(text.text());
            case Inline.Code code -> line.append(code.text());
            case Inline.Strong strong -> strong.parts().forEach(inner -> append(line, inner));
            case Inline.Emphasis emphasis -> emphasis.parts().forEach(inner -> append(line, inner));
            default -> throw new IllegalStateException("not of a user's words: " + words);
        }
    }

    private void line(String raw) {
        boolean fence = raw.stripLeading().startsWith(FENCE);
        if (kind == Kind.CODE) {
            if (fence) {
                end();
            } else {
                lines.add(raw);
            }
        } else if (fence) {
            end();
            kind = Kind.CODE;
        } else {
            words(raw.strip());
        }
    }

    private void words(String line) {
        Optional<String> heading = heading(line);
        int item = item(line);
        if (line.isEmpty()) {
            end();
        } else if (heading.isPresent()) {
            begin(Kind.HEADING, "", heading.get());
            end();
        } else if (item > 0) {
            String own = line.substring(0, item).strip();
            begin(
                    Kind.ITEM,
                    Character.isDigit(own.charAt(0)) ? own : "•",
                    line.substring(item).strip());
        } else if (line.startsWith("> ")) {
            begin(Kind.QUOTE, "", line.substring(2).strip());
        } else {
            lines.add(line);
        }
    }

    /** Begins a part; plain lines that follow belong to it. */
    private void begin(Kind next, String sign, String first) {
        boolean goesOn = kind == Kind.QUOTE && next == Kind.QUOTE && !lines.isEmpty();
        if (!goesOn) {
            end();
        }
        kind = next;
        mark = sign;
        lines.add(first);
    }

    private void end() {
        if (kind == Kind.CODE) {
            parts.add(new Part(kind, "", List.of(new Inline.Code(String.join("\n", lines)))));
        } else if (!lines.isEmpty()) {
            parts.add(new Part(kind, mark, words(lines)));
        }
        lines.clear();
        kind = Kind.PARAGRAPH;
        mark = "";
    }

    private static List<Inline> words(List<String> lines) {
        return inlines(String.join(" ", lines));
    }

    /** Returns the words of a heading; nothing when the line is none. */
    static Optional<String> heading(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        boolean is = marks > 0 && marks <= MOST_MARKS && marks < line.length() && line.charAt(marks) == ' ';
        return is ? Optional.of(line.substring(marks).strip()) : Optional.empty();
    }

    /** Returns where the words of a list item begin; 0 when the line is none. */
    private static int item(String line) {
        int at = 0;
        while (at < Math.min(line.length(), 9) && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        boolean bullet = at == 0 && !line.isEmpty() && "-*+•".indexOf(line.charAt(0)) >= 0;
        boolean number = at > 0 && at < line.length() && (line.charAt(at) == '.' || line.charAt(at) == ')');
        boolean blank = at + 1 < line.length() && line.charAt(at + 1) == ' ';
        return (bullet || number) && blank ? at + 2 : 0;
    }

    /** Returns a line's words with code, bold and emphasis told apart. */
    static List<Inline> inlines(String text) {
        List<Inline> out = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String sign = text.startsWith("**", at) ? "**" : text.substring(at, at + 1);
            int close = "`".equals(sign) || "**".equals(sign) || "*".equals(sign) ? closing(text, at, sign) : -1;
            if (close < 0) {
                plain.append(text.charAt(at++));
                continue;
            }
            flush(plain, out);
            String inner = text.substring(at + sign.length(), close);
            switch (sign) {
                case "`" -> out.add(new Inline.Code(inner));
                case "**" -> out.add(new Inline.Strong(inlines(inner)));
                default -> out.add(new Inline.Emphasis(Inline.line(inner)));
            }
            at = close + sign.length();
        }
        flush(plain, out);
        return out;
    }

    /** Returns where a mark that opens at {@code from} closes: next to a word at both ends, as in Markdown; -1 when it does not. */
    private static int closing(String text, int from, String sign) {
        int inner = from + sign.length();
        if (inner >= text.length() || text.charAt(inner) == ' ') {
            return -1;
        }
        int close = text.indexOf(sign, inner + 1);
        return close > 0 && text.charAt(close - 1) != ' ' ? close : -1;
    }

    private static void flush(StringBuilder plain, List<Inline> out) {
        if (!plain.isEmpty()) {
            out.add(new Inline.Text(plain.toString()));
            plain.setLength(0);
        }
    }
}
