package racelane.importers.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers the types of the last chunk, for the next one mostly describes the same in the same bytes. One thread. */
final class RecentMetadata {
    private byte[] lastEvent = {};
    private int lastFrom;
    private @Nullable Metadata last;

    /**
     * Returns the types that a metadata event describes: the same object again while its bytes are the same.
     *
     * @throws RuntimeException of some kind when it is damaged
     */
    Metadata of(byte[] event) {
        ByteCursor in = new ByteCursor();
        in.on(event, 0, event.length);
        Metadata.skipHeader(in);
        int from = in.at();
        Metadata known = last;
        if (known != null && Arrays.equals(event, from, event.length, lastEvent, lastFrom, lastEvent.length)) {
            return known;
        }
        in.seek(0);
        Metadata metadata = Metadata.read(in);
        last = metadata;
        lastEvent = event;
        lastFrom = from;
        return metadata;
    }
}
