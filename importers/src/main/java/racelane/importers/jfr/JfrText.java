package racelane.importers.jfr;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racelane.model.progress.Progress;
import racelane.model.source.SourceText;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportRequest;

/**
 * Renders events of a recording on demand. Only the chunk that holds the event is read again; its neighbours in the file are
 * rendered with it, for who looks at one event looks at the next.
 */
final class JfrText implements SourceText {
    private static final int BLOCK = 64;
    private static final int BLOCKS_KEPT = 64;
    private static final int MAX_QUOTE = 1 << 16;
    private static final int MAX_ENTRY = 1 << 18;

    private final ImportRequest request;
    private final List<Section> sections;
    private final Map<Integer, Words[]> blocks = new LinkedHashMap<>(BLOCKS_KEPT, 0.75f, true);

    JfrText(ImportRequest request, List<Section> sections) {
        this.request = request;
        this.sections = List.copyOf(sections);
    }

    /**
     * The events of one chunk.
     *
     * @param first number of its first event
     * @param count how many events it has
     * @param chunk the chunk
     * @param size length of the whole recording in bytes, by which a changed file is noticed
     */
    record Section(int first, int count, Chunk chunk, long size) {
        int last() {
            return first + count - 1;
        }
    }

    private record Words(String line, String stack) {}

    @Override
    public String quote(int origin) throws IOException {
        return cut(words(origin).line(), MAX_QUOTE);
    }

    @Override
    public String entry(int origin) throws IOException {
        Words words = words(origin);
        return cut(words.line() + words.stack(), MAX_ENTRY);
    }

    private synchronized Words words(int origin) throws IOException {
        if (origin < 1) {
            throw new IOException("events are numbered from 1");
        }
        int block = (origin - 1) / BLOCK;
        Words[] known = blocks.get(block);
        if (known == null) {
            known = read(block);
            blocks.put(block, known);
            if (blocks.size() > BLOCKS_KEPT) {
                blocks.remove(blocks.keySet().iterator().next());
            }
        }
        @Nullable Words words = known[(origin - 1) % BLOCK];
        if (words == null) {
            throw new IOException("the recording has no event " + origin + " any more");
        }
        return words;
    }

    private Words[] read(int block) throws IOException {
        request.checkUnchanged();
        Words[] words = new Words[BLOCK];
        int first = block * BLOCK + 1;
        try (RecordingBytes bytes = RecordingBytes.open(request, Progress.none())) {
            for (Section section : sections) {
                if (section.first() < first + BLOCK && section.last() >= first) {
                    if (bytes.size() != section.size()) {
                        throw new IOException("the recording changed its length since it was imported");
                    }
                    read(section, bytes, first, words);
                }
            }
        } catch (ImportException e) {
            throw new IOException(e.getMessage(), e);
        }
        return words;
    }

    private static void read(Section section, RecordingBytes bytes, int first, Words[] words) throws IOException {
        int end = Math.min(section.last(), first + words.length - 1);
        Chunk chunk = section.chunk();
        try {
            ChunkContent content = ChunkContent.of(bytes, chunk, type -> true);
            EventText text = new EventText(content);
            ByteCursor in = new ByteCursor();
            EventPages pages = new EventPages(bytes, chunk, chunk.from() + ChunkHeader.SIZE, in);
            for (int origin = section.first(); origin <= end && pages.next(); origin++) {
                if (origin >= first) {
                    words[origin - first] = words(content.metadata().type(pages.type()), in, text);
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new IOException("the chunk cannot be read again: " + Fault.of(e), e);
        }
    }

    private static Words words(@Nullable TypeDef type, ByteCursor in, EventText text) {
        if (type == null) {
            return new Words("an event of a type that its chunk does not describe", "");
        }
        try {
            Struct event = ValueReader.struct(type, in);
            return new Words(text.line(event), text.stack(event));
        } catch (RuntimeException e) {
            return new Words(type.name() + " (damaged: " + Fault.of(e) + ")", "");
        }
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
