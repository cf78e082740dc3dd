package racelane.model.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * All the text of a source from its first line, to be read once.
 *
 * @param bytes UTF-8
 * @param end the byte that ends a line
 */
public record TextLines(InputStream bytes, byte end) implements Closeable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
