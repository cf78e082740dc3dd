package racelane.app.fx;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the Markdown that users write: headings, lists, quotes, fenced code, bold, emphasis and code inside a line. Nothing becomes a link
 * or a picture; what is not understood stays as it was typed. Stateless; any thread.
 */
public final class Markdown {
    private Markdown() {}

    /** What a block is. */
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

    /** How a piece of a line is set. */
    public enum Style {
        /** As any other words. */
        PLAIN,
        /** Bold. */
        STRONG,
        /** Stressed. */
        EMPHASIS,
        /** To the letter. */
        CODE
    }

    /**
     * A piece of a line.
     *
     * @param style how it is set
     * @param text its words
     */
    public record Piece(Style style, String text) {}

    /**
     * A block.
     *
     * @param kind what it is
     * @param mark what stands before an item: a bullet or its number
     * @param pieces its words
     */
    public record Block(Kind kind, String mark, List<Piece> pieces) {
        /** Copies the list. */
        public Block {
            pieces = List.copyOf(pieces);
        }
    }

    /** Returns a text line by line without its marks, for places that set no styles. */
    public static String plain(String text) {
        List<String> lines = new ArrayList<>();
        for (String raw : text.strip().split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (Block block : parse(raw)) {
                line.append(block.mark().isEmpty() ? "" : block.mark() + " ");
                block.pieces().forEach(piece -> line.append(piece.text()));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    /** Returns the blocks of a text. */
    public static List<Block> parse(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        List<String> code = new ArrayList<>();
        boolean fenced = false;
        for (String line : text.split("\\R", -1)) {
            if (line.stripLeading().startsWith("```")) {
                flush(paragraph, blocks);
                if (fenced) {
                    blocks.add(code(code));
                    code.clear();
                }
                fenced = !fenced;
            } else if (fenced) {
                code.add(line);
            } else {
                line(line, paragraph, blocks);
            }
        }
        flush(paragraph, blocks);
        if (!code.isEmpty()) {
            blocks.add(code(code));
        }
        return blocks;
    }

    private static Block code(List<String> lines) {
        return new Block(Kind.CODE, "", List.of(new Piece(Style.CODE, String.join("\n", lines))));
    }

    private static void line(String raw, List<String> paragraph, List<Block> blocks) {
        String line = raw.strip();
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        int item = item(line);
        if (line.isEmpty()) {
            flush(paragraph, blocks);
        } else if (marks > 0 && marks < line.length() && line.charAt(marks) == ' ') {
            flush(paragraph, blocks);
            blocks.add(new Block(Kind.HEADING, "", pieces(line.substring(marks).strip())));
        } else if (item > 0) {
            flush(paragraph, blocks);
            String mark = line.substring(0, item).strip();
            boolean number = Character.isDigit(mark.charAt(0));
            blocks.add(new Block(
                    Kind.ITEM, number ? mark : "•", pieces(line.substring(item).strip())));
        } else if (line.startsWith("> ")) {
            flush(paragraph, blocks);
            blocks.add(new Block(Kind.QUOTE, "", pieces(line.substring(2).strip())));
        } else {
            paragraph.add(line);
        }
    }

    /** Returns where the words of a list item begin; 0 when the line is none. */
    private static int item(String line) {
        int mark = 0;
        while (mark < Math.min(line.length(), 9) && line.charAt(mark) >= '0' && line.charAt(mark) <= '9') {
            mark++;
        }
        boolean bullet = mark == 0 && !line.isEmpty() && "-*+•".indexOf(line.charAt(0)) >= 0;
        boolean number = mark > 0 && mark < line.length() && (line.charAt(mark) == '.' || line.charAt(mark) == ')');
        boolean blank = mark + 1 < line.length() && line.charAt(mark + 1) == ' ';
        return (bullet || number) && blank ? mark + 2 : 0;
    }

    private static void flush(List<String> paragraph, List<Block> blocks) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(Kind.PARAGRAPH, "", pieces(String.join(" ", paragraph))));
            paragraph.clear();
        }
    }

    /** Returns a line in pieces. */
    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String mark = mark(text, at);
            int close = mark.isEmpty() ? -1 : closing(text, at + mark.length(), mark);
            if (close < 0) {
                plain.append(text.charAt(at++));
                continue;
            }
            if (!plain.isEmpty()) {
                pieces.add(new Piece(Style.PLAIN, plain.toString()));
                plain.setLength(0);
            }
            Style style = mark.equals("`") ? Style.CODE : mark.length() == 2 ? Style.STRONG : Style.EMPHASIS;
            pieces.add(new Piece(style, text.substring(at + mark.length(), close)));
            at = close + mark.length();
        }
        if (!plain.isEmpty()) {
            pieces.add(new Piece(Style.PLAIN, plain.toString()));
        }
        return pieces;
    }

    private static String mark(String text, int at) {
        if (text.startsWith("**", at)) {
            return "**";
        }
        return text.charAt(at) == '`' || text.charAt(at) == '*' ? text.substring(at, at + 1) : "";
    }

    /** Returns where a mark closes, next to a word at both ends as in Markdown; -1 when it does not. */
    private static int closing(String text, int inner, String mark) {
        if (inner >= text.length() || text.charAt(inner) == ' ') {
            return -1;
        }
        int close = text.indexOf(mark, inner + 1);
        return close > 0 && text.charAt(close - 1) != ' ' ? close : -1;
    }
}
