package racelane.model.investigation.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;

/**
 * The bytes of a case on the disk and what we know of them. Confined to one thread.
 *
 * <p>Invariant: the first {@code length} bytes are on the disk, and hold every edit in {@code known}. A failed write leaves the rest
 * {@code torn}; it is cut off again before anything else is written.
 */
final class CaseLog {
    private final CaseDisk disk;
    private final SessionLines lines;
    private final FileListener listener;
    private final Map<EditId, StoredEdit> known = new LinkedHashMap<>();
    /** Edits that were on the disk and are not there any more. */
    private final List<StoredEdit> owed = new ArrayList<>();

    private Path path;
    private @Nullable CaseChannel channel;
    private long length;
    private String key = "";
    private boolean endsLine = true;
    private boolean hasHeader;
    private boolean hasOpened;
    private long lastCounter;
    private byte[] torn = {};

    CaseLog(CaseDisk disk, Path path, SessionLines lines, FileListener listener) {
        this.disk = disk;
        this.path = path;
        this.lines = lines;
        this.listener = new GuardedListener(listener);
    }

    /** Takes over what was read when the file was opened; if somebody else has written to it since, that will be noticed. */
    void startFrom(CaseContents contents, String fileKey) {
        contents.edits().forEach(each -> known.put(each.record().id(), each));
        length = contents.tail();
        key = fileKey;
        endsLine = contents.endsLine();
        hasHeader = contents.tail() > 0;
    }

    Path path() {
        return path;
    }

    /** Makes sure that the file is there and has a header. */
    void makeFile() throws IOException {
        write(new byte[0]);
    }

    /** Writes the edits; returns when they are on the disk. After an exception none of them counts as written. */
    void append(List<StoredEdit> edits) throws IOException {
        catchUp();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!hasOpened) {
            bytes.writeBytes(lines.opened());
        }
        edits.stream()
                .filter(each -> !known.containsKey(each.record().id()))
                .forEach(each -> bytes.writeBytes(each.bytes()));
        write(bytes.toByteArray());
        hasOpened = true;
        edits.forEach(this::know);
        catchUp(); // the file may have been replaced under our hands, and then it does not hold what was just written
    }

    /** Writes that this opening has ended, if it ever wrote anything. */
    void writeClosed() throws IOException {
        if (hasOpened) {
            catchUp();
            write(lines.closed(lastCounter + 1));
            hasOpened = false;
        }
    }

    /** Lets go of the file. */
    void release() throws IOException {
        CaseChannel old = channel;
        channel = null;
        if (old != null) {
            old.close();
        }
    }

    /**
     * Copies everything to {@code target} in one step and goes on there. After an exception all is as it was.
     *
     * @param mayWriteHere whether the old file is ours: then it is brought up to date before and marked as closed after
     */
    void moveTo(Path target, boolean mayWriteHere) throws IOException {
        byte[] bytes = mayWriteHere ? everything() : readable(disk.read(path, 0));
        copy(bytes, target);
        CaseContents contents = CaseReader.read(bytes);
        String targetKey = disk.stat(target).map(CaseDisk.Stat::key).orElse("");
        boolean opened = hasOpened;
        leave(mayWriteHere);
        path = target;
        startFrom(contents, targetKey);
        hasOpened = opened;
        torn = new byte[0];
    }

    /** Writes edits, and nothing of what is known here, to {@code target} in one step. */
    void copyTo(Path target, List<StoredEdit> edits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(lines.header());
        edits.forEach(each -> bytes.writeBytes(each.bytes()));
        copy(bytes.toByteArray(), target);
    }

    private void leave(boolean mayWriteHere) {
        try {
            if (mayWriteHere && torn.length == 0) {
                writeClosed();
            }
            release();
        } catch (IOException e) {
            channel = null;
            listener.damaged(path + " was left without being closed: " + e.getMessage());
        }
    }

    private void copy(byte[] bytes, Path target) throws IOException {
        Path draft = target.resolveSibling(target.getFileName() + ".tmp-" + lines.writer());
        try {
            try (CaseChannel copy = disk.append(draft)) {
                copy.truncate(0);
                writeAll(copy, bytes);
                copy.force();
            }
            disk.replace(draft, target);
        } catch (IOException | RuntimeException e) {
            discard(draft);
            throw e;
        }
        forceFolderOf(target);
    }

    private void discard(Path draft) {
        try {
            disk.delete(draft);
        } catch (IOException e) {
            listener.damaged(draft + " is half a copy and could not be deleted: " + e.getMessage());
        }
    }

    /** The file as it is, with its quarantined lines; or what we know, for a disk that fails is a reason to save elsewhere. */
    private byte[] everything() {
        try {
            catchUp();
            return readable(disk.read(path, 0));
        } catch (IOException e) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(lines.header());
            if (hasOpened) {
                bytes.writeBytes(lines.opened());
            }
            known.values().forEach(each -> bytes.writeBytes(each.bytes()));
            listener.damaged(path + " could not be read (" + e.getMessage() + "); the copy was made from memory");
            return bytes.toByteArray();
        }
    }

    private static byte[] readable(byte[] bytes) {
        return Arrays.copyOf(bytes, (int) CaseReader.read(bytes).tail());
    }

    /** Repairs what a failed write left, takes in what others wrote since, and writes again what they dropped. */
    private void catchUp() throws IOException {
        Optional<CaseDisk.Stat> now = disk.stat(path);
        boolean same = now.isPresent() && now.get().key().equals(key);
        if (same && torn.length > 0) {
            cutTorn(now.get().length());
        } else if (!same || now.get().length() != length) {
            reread(now);
        }
        if (!owed.isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            owed.forEach(each -> bytes.writeBytes(each.bytes()));
            write(bytes.toByteArray());
            listener.damaged(path + " had lost " + owed.size() + " edits to another program; they were written again");
            owed.clear();
        }
    }

    private void cutTorn(long lengthNow) throws IOException {
        byte[] rest = lengthNow < length ? torn : disk.read(path, length);
        boolean ours = lengthNow >= length && rest.length <= torn.length && startsWith(torn, rest);
        if (ours) {
            open().truncate(length);
            torn = new byte[0];
        } else {
            reread(disk.stat(path));
        }
    }

    private static boolean startsWith(byte[] whole, byte[] start) {
        return Arrays.equals(whole, 0, start.length, start, 0, start.length);
    }

    private void reread(Optional<CaseDisk.Stat> now) throws IOException {
        release();
        CaseContents contents = CaseReader.read(now.isEmpty() ? new byte[0] : disk.read(path, 0));
        Map<EditId, StoredEdit> there = new LinkedHashMap<>();
        contents.edits().forEach(each -> there.put(each.record().id(), each));
        owed.clear();
        known.forEach((id, each) -> {
            if (!there.containsKey(id)) {
                owed.add(each);
            }
        });
        length = contents.length();
        key = now.map(CaseDisk.Stat::key).orElse("");
        endsLine = contents.endsLine() && contents.tail() == contents.length();
        hasHeader = contents.length() > 0;
        torn = new byte[0];
        takeIn(there);
    }

    private void takeIn(Map<EditId, StoredEdit> there) {
        List<EditRecord> foreign = new ArrayList<>();
        there.forEach((id, each) -> {
            // An edit of our own that is not known was in a write that failed: it still waits to be written.
            if (!id.writer().equals(lines.writer()) && known.putIfAbsent(id, each) == null) {
                foreign.add(each.record());
            }
        });
        if (!foreign.isEmpty()) {
            listener.foreign(List.copyOf(foreign));
        }
    }

    private void know(StoredEdit edit) {
        EditId id = edit.record().id();
        known.putIfAbsent(id, new StoredEdit(edit.record(), null));
        if (id.writer().equals(lines.writer())) {
            lastCounter = Math.max(lastCounter, id.counter());
        }
    }

    private void write(byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (!endsLine) {
            all.write('\n');
        }
        if (!hasHeader) {
            all.writeBytes(lines.header());
        }
        all.writeBytes(body);
        byte[] bytes = all.toByteArray();
        boolean isNew = disk.stat(path).isEmpty();
        CaseChannel to = open();
        if (isNew) {
            key = disk.stat(path).map(CaseDisk.Stat::key).orElse("");
        }
        torn = bytes;
        writeAll(to, bytes);
        to.force();
        if (isNew) {
            forceFolderOf(path);
        }
        torn = new byte[0];
        length += bytes.length;
        endsLine = true;
        hasHeader = true;
    }

    private void forceFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            disk.forceFolder(folder);
        }
    }

    private static void writeAll(CaseChannel to, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (to.write(rest) <= 0) {
                throw new IOException("the disk takes no more bytes");
            }
        }
    }

    private CaseChannel open() throws IOException {
        CaseChannel now = channel;
        if (now == null || !now.isOpen()) {
            now = disk.append(path);
            channel = now;
        }
        return now;
    }
}
