package racelane.importers.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
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
        request.checkWhole();
        Words[] words = new Words[BLOCK];
        int first = block * BLOCK + 1;
        Path work = ChunkFile.workFolder();
        try (RecordingBytes bytes = RecordingBytes.open(request, work, Progress.none())) {
            for (Section section : sections) {
                if (section.first() < first + BLOCK && section.last() >= first) {
                    if (bytes.size() != section.size()) {
                        throw new IOException("the recording changed its length since it was imported");
                    }
                    read(section, ChunkFile.of(section.chunk(), bytes, work), first, words);
                }
            }
        } catch (ImportException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            ChunkFile.delete(work);
        }
        request.checkWhole(); // the recording's reader opens the file itself: what it read counts only if the file
        // stood still
        return words;
    }

    private static void read(Section section, Path file, int first, Words[] words) throws IOException {
        int end = Math.min(section.last(), first + words.length - 1);
        try (RecordingFile recording = new RecordingFile(file)) {
            for (int origin = section.first(); origin <= end && recording.hasMoreEvents(); origin++) {
                RecordedEvent event = recording.readEvent();
                if (origin >= first) {
                    words[origin - first] = words(event);
                }
            }
        } catch (RuntimeException | Error e) {
            throw new IOException("the chunk cannot be read again: " + Fault.ofReader(e), e);
        }
    }

    private static Words words(RecordedEvent event) {
        try {
            return new Words(EventText.line(event), EventText.stack(event));
        } catch (RuntimeException e) {
            return new Words(event.getEventType().getName() + " (damaged: " + Fault.of(e) + ")", "");
        }
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
