package racelane.model.investigation.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file open for appending. Every operation of the disk that can fail is one method, so that a test can make it fail. */
interface CaseChannel extends Closeable {
    /** Writes some of the bytes at the end of the file, wherever that is by now; returns how many. */
    int write(ByteBuffer bytes) throws IOException;

    /** Returns when what was written survives a power cut. */
    void force() throws IOException;

    /** Cuts the file to {@code length} bytes. */
    void truncate(long length) throws IOException;

    /** Tells whether it can be used; an interrupt closes a channel behind its owner's back. */
    boolean isOpen();
}
