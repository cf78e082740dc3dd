package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what users write, a small and harmless Markdown: paragraphs, lists, headings, fenced code, bold, emphasis, code. Nothing in it
 * becomes a link, a picture or markup of another kind; what is not understood stays as it was typed. Stateless; any thread.
 */
final class UserWords {
    /**
     * A part of a text under a heading.
     *
     * @param heading its words; empty for what stands before the first
     * @param text what stands under it
     */
    record Part(String heading, String text) {}

    private UserWords() {}

    /** Returns the parts of a text, heading by heading. A heading inside fenced code is none. */
    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String heading = "";
        boolean fenced = false;
        for (String line : text.split("\\R", -1)) {
            fenced ^= line.stripLeading().startsWith("```");
            Optional<String> next = fenced ? Optional.empty() : heading(line);
            if (next.isPresent()) {
                parts.add(new Part(heading, body.toString().strip()));
                heading = next.get();
                body.setLength(0);
            } else {
                body.append(line).append('\n');
            }
        }
        parts.add(new Part(heading, body.toString().strip()));
        parts.removeIf(part -> part.heading().isEmpty() && part.text().isEmpty());
        return parts;
    }

    /** Returns a text as blocks; headings in it become level 4. */
    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = List.of(text.strip().split("\\R", -1));
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            int end = at + 1;
            if (line.isBlank()) {
                at = end;
                continue;
            }
            if (line.stripLeading().startsWith("```")) {
                end = fence(lines, at + 1);
                blocks.add(new Block.Listing(String.join("\n", lines.subList(at + 1, end))));
                at = end + 1;
                continue;
            }
            Optional<String> heading = heading(line);
            if (heading.isPresent()) {
                blocks.add(new Block.Heading(4, "", "", inlines(heading.get())));
            } else if (item(line) > 0) {
                end = items(lines, at, blocks);
            } else {
                while (end < lines.size() && continues(lines.get(end))) {
                    end++;
                }
                blocks.add(new Block.Paragraph(inlines(joined(lines.subList(at, end)))));
            }
            at = end;
        }
        return blocks;
    }

    private static int fence(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).stripLeading().startsWith("```")) {
            end++;
        }
        return end;
    }

    private static boolean continues(String line) {
        return !line.isBlank()
                && heading(line).isEmpty()
                && item(line) == 0
                && !line.stripLeading().startsWith("```");
    }

    private static int items(List<String> lines, int from, List<Block> blocks) {
        List<List<Inline>> items = new ArrayList<>();
        boolean numbered = Character.isDigit(lines.get(from).stripLeading().charAt(0));
        int at = from;
        while (at < lines.size() && item(lines.get(at)) > 0) {
            int end = at + 1;
            while (end < lines.size() && continues(lines.get(end))) {
                end++;
            }
            List<String> words = new ArrayList<>(lines.subList(at, end));
            words.set(0, words.getFirst().substring(item(words.getFirst())));
            items.add(inlines(joined(words)));
            at = end;
        }
        blocks.add(new Block.Items(numbered, items));
        return at;
    }

    private static String joined(List<String> lines) {
        return String.join(" ", lines.stream().map(String::strip).toList());
    }

    private static Optional<String> heading(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        boolean is = marks > 0 && marks <= 6 && marks < line.length() && line.charAt(marks) == ' ';
        return is ? Optional.of(line.substring(marks).strip()) : Optional.empty();
    }

    /** Returns where the words of a list item begin; 0 when the line is none. */
    private static int item(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        int mark = at;
        while (mark < line.length() && mark - at < 9 && line.charAt(mark) >= '0' && line.charAt(mark) <= '9') {
            mark++;
        }
        boolean bullet = mark == at && mark < line.length() && "-*+•".indexOf(line.charAt(mark)) >= 0;
        boolean number = mark > at && mark < line.length() && (line.charAt(mark) == '.' || line.charAt(mark) == ')');
        boolean blank = mark + 1 < line.length() && line.charAt(mark + 1) == ' ';
        return (bullet || number) && blank ? mark + 2 : 0;
    }

    /** Returns a line's words with code, bold and emphasis told apart. */
    static List<Inline> inlines(String text) {
        List<Inline> out = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String mark = text.startsWith("**", at) ? "**" : text.substring(at, at + 1);
            int close = "`".equals(mark) || "**".equals(mark) || "*".equals(mark) ? closing(text, at, mark) : -1;
            if (close < 0) {
                plain.append(text.charAt(at++));
                continue;
            }
            flush(plain, out);
            String inner = text.substring(at + mark.length(), close);
            switch (mark) {
                case "`" -> out.add(new Inline.Code(inner));
                case "**" -> out.add(new Inline.Strong(inlines(inner)));
                default -> out.add(new Inline.Emphasis(Inline.line(inner)));
            }
            at = close + mark.length();
        }
        flush(plain, out);
        return out;
    }

    /** Returns where a mark that opens at {@code from} closes: next to a word at both ends, as in Markdown; -1 when it does not. */
    private static int closing(String text, int from, String mark) {
        int inner = from + mark.length();
        if (inner >= text.length() || text.charAt(inner) == ' ') {
            return -1;
        }
        int close = text.indexOf(mark, inner + 1);
        return close > 0 && text.charAt(close - 1) != ' ' ? close : -1;
    }

    private static void flush(StringBuilder plain, List<Inline> out) {
        if (!plain.isEmpty()) {
            out.add(new Inline.Text(plain.toString()));
            plain.setLength(0);
        }
    }

    /** Returns the heading as it is compared: lower case, without the article and what ends it. */
    static String plain(String heading) {
        String lower =
                heading.toLowerCase(Locale.ROOT).replaceAll("[:.*`]+", "").strip();
        return lower.startsWith("the ") ? lower.substring(4) : lower;
    }
}
