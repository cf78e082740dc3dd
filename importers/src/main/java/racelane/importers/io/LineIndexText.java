package racelane.importers.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import racelane.model.source.SourceText;
import racelane.model.source.TextLines;

/**
 * The lines of a text, read again from its file through a sparse index. Bytes that are no UTF-8 become the replacement character.
 * Any thread.
 */
public final class LineIndexText implements SourceText {
    private static final int MAX_ENTRY = 1 << 18;

    private final TextStream stream;
    private final byte end;
    private final LineIndex index;
    private final Supplier<Predicate<String>> startsEntry;

    /**
     * Creates the text.
     *
     * @param end the byte that ends a line
     * @param startsEntry makes what tells whether a line is the first of an entry, asked for line after line
     */
    public LineIndexText(TextStream stream, byte end, LineIndex index, Supplier<Predicate<String>> startsEntry) {
        this.stream = stream;
        this.end = end;
        this.index = index;
        this.startsEntry = startsEntry;
    }

    @Override
    public String quote(int origin) throws IOException {
        try (LineReader lines = at(origin)) {
            return text(lines);
        }
    }

    @Override
    public String entry(int origin) throws IOException {
        try (LineReader lines = at(origin)) {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            Predicate<String> starts = startsEntry.get();
            boolean known = starts.test(text(lines)); // it may say that the next one goes on with it
            entry.write(lines.bytes(), lines.from(), lines.to() - lines.from());
            for (int line = origin + 1; line <= index.lines() && lines.next() && entry.size() < MAX_ENTRY; line++) {
                if (starts.test(text(lines)) && known) {
                    break;
                }
                entry.write('\n');
                entry.write(lines.bytes(), lines.from(), Math.min(lines.to() - lines.from(), MAX_ENTRY - entry.size()));
            }
            return entry.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public Optional<TextLines> lines() throws IOException {
        stream.request().checkUnchanged();
        return Optional.of(new TextLines(stream.open(), end));
    }

    private LineReader at(int origin) throws IOException {
        if (origin < 1 || origin > index.lines()) {
            throw new IOException("has no line " + origin + ": it had " + index.lines() + " when it was imported");
        }
        stream.request().checkUnchanged();
        InputStream in = stream.open();
        LineReader lines = new LineReader(in, end);
        try {
            in.skipNBytes(index.offsetBefore(origin));
            for (int line = index.lineBefore(origin); line <= origin; line++) {
                if (!lines.next()) {
                    throw new IOException("ends before line " + origin + "; import it again");
                }
            }
            return lines;
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    private static String text(LineReader lines) {
        return new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
    }
}
