package racelane.model.spi;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import racelane.model.source.FileState;
import racelane.model.source.SourceText;
import racelane.model.source.TextLines;

/** The words of a source whose file is watched over. */
record GuardedText(SourceText text, EvidenceFile file) implements SourceText {
    @Override
    public String quote(int origin) throws IOException {
        try {
            return text.quote(origin);
        } catch (NoSuchFileException e) {
            throw gone(e);
        }
    }

    @Override
    public String entry(int origin) throws IOException {
        try {
            return text.entry(origin);
        } catch (NoSuchFileException e) {
            throw gone(e);
        }
    }

    @Override
    public Optional<TextLines> lines() throws IOException {
        try {
            return text.lines();
        } catch (NoSuchFileException e) {
            throw gone(e);
        }
    }

    @Override
    public FileState fileState() {
        return file.state();
    }

    private static IOException gone(NoSuchFileException e) {
        return new IOException("was moved or removed since it was imported; put it back, or import it again", e);
    }
}
