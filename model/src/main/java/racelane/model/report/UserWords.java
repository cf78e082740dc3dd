package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What users write, as parts of a report. Stateless; any thread. */
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
            Optional<String> next = fenced ? Optional.empty() : Markdown.heading(line);
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
        List<Markdown.Part> parts = Markdown.parse(text.strip());
        for (int at = 0; at < parts.size(); ) {
            int end = at + 1;
            if (parts.get(at).kind() == Markdown.Kind.ITEM) {
                end = endOfList(parts, at);
                List<List<Inline>> items = parts.subList(at, end).stream()
                        .map(Markdown.Part::words)
                        .toList();
                blocks.add(new Block.Items(parts.get(at).numbered(), items));
            } else {
                blocks.add(block(parts.get(at)));
            }
            at = end;
        }
        return blocks;
    }

    private static int endOfList(List<Markdown.Part> parts, int from) {
        int end = from;
        while (end < parts.size()
                && parts.get(end).kind() == Markdown.Kind.ITEM
                && parts.get(end).numbered() == parts.get(from).numbered()) {
            end++;
        }
        return end;
    }

    private static Block block(Markdown.Part part) {
        return switch (part.kind()) {
            case HEADING -> new Block.Heading(4, "", "", part.words());
            case CODE -> new Block.Listing(((Inline.Code) part.words().getFirst()).text());
            case QUOTE -> new Block.Paragraph(List.of(new Inline.Emphasis(part.words())));
            case PARAGRAPH, ITEM -> new Block.Paragraph(part.words());
        };
    }

    /** Returns the heading as it is compared: lower case, without the article and what ends it. */
    static String plain(String heading) {
        String lower =
                heading.toLowerCase(Locale.ROOT).replaceAll("[:.*`]+", "").strip();
        return lower.startsWith("the ") ? lower.substring(4) : lower;
    }
}
