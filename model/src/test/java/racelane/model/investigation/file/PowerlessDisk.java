package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that can lose its power, after the model of SQLite's crash tests: what was forced stays; of everything else each
 * sector and each name survives or not, in any order or in the order in which it was written. It can be full as well. One thread at a
 * time.
 */
final class PowerlessDisk implements CaseDisk {
    /** What a disk writes at once, in bytes. */
    static final int SECTOR = 512;

    private final Map<Path, Content> names = new HashMap<>();
    private final Map<Path, Content> safeNames = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private long cutAfter = Long.MAX_VALUE;
    private long operations;
    private boolean lies;
    private long room = Long.MAX_VALUE;
    private int shortWrite = Integer.MAX_VALUE;

    /** The power is gone; every operation from now on says so. */
    static final class PowerCut extends IOException {
        private static final long serialVersionUID = 1;

        PowerCut() {
            super("the power is gone");
        }
    }

    /** A name that was given or taken: null takes it. */
    private record Naming(Path name, @Nullable Content content) {}

    /** A write that was not forced yet. */
    private record Change(int from, byte[] bytes, int length) {}

    private static final class Content {
        byte[] safe = {};
        byte[] now = {};
        final List<Change> changes = new ArrayList<>();
    }

    /** Cuts the power at the {@code n}th operation from now, counted from 1; a write is then half done. */
    synchronized void cutAt(long n) {
        cutAfter = operations + n;
    }

    /** Makes it say that it has forced what it has not, as some disks do. */
    synchronized void lie() {
        lies = true;
    }

    /** Leaves room for {@code bytes} more, and none beyond. */
    synchronized void leaveRoom(long bytes) {
        room = bytes;
    }

    /** Lets every write take at most {@code bytes}. */
    synchronized void writeAtMost(int bytes) {
        shortWrite = bytes;
    }

    /** Puts a file on the disk, safe at once. */
    synchronized void put(Path file, byte[] bytes) {
        Content content = new Content();
        content.safe = bytes.clone();
        content.now = bytes.clone();
        names.put(file, content);
        safeNames.put(file, content);
    }

    /** Returns the disk as it may be found when the power is back. */
    synchronized PowerlessDisk afterTheCut(Random random, boolean anyOrder) {
        PowerlessDisk found = new PowerlessDisk();
        Map<Path, Content> left = new HashMap<>(safeNames);
        int kept = anyOrder ? namings.size() : random.nextInt(namings.size() + 1);
        for (int i = 0; i < kept; i++) {
            if (!anyOrder || random.nextBoolean()) {
                name(left, namings.get(i));
            }
        }
        Map<Content, byte[]> contents = new HashMap<>();
        left.forEach((name, content) ->
                found.put(name, contents.computeIfAbsent(content, each -> survivor(each, random, anyOrder))));
        return found;
    }

    private static byte[] survivor(Content content, Random random, boolean anyOrder) {
        byte[] bytes = content.safe.clone();
        int kept = anyOrder ? content.changes.size() : random.nextInt(content.changes.size() + 1);
        for (int i = 0; i < kept; i++) {
            Change change = content.changes.get(i);
            if (change.bytes().length == 0) {
                bytes = anyOrder && random.nextBoolean() ? bytes : Arrays.copyOf(bytes, change.length());
            } else {
                bytes = sectors(bytes, change, random, anyOrder || i == kept - 1);
            }
        }
        return bytes;
    }

    private static byte[] sectors(byte[] before, Change change, Random random, boolean torn) {
        byte[] bytes = before;
        for (int from = 0; from < change.bytes().length; ) {
            int at = change.from() + from;
            int to = Math.min(change.bytes().length, from + SECTOR - at % SECTOR);
            if (!torn || random.nextBoolean()) {
                bytes = at + to - from > bytes.length ? Arrays.copyOf(bytes, at + to - from) : bytes;
                System.arraycopy(change.bytes(), from, bytes, at, to - from);
            }
            from = to;
        }
        return bytes;
    }

    private static void name(Map<Path, Content> to, Naming naming) {
        if (naming.content() == null) {
            to.remove(naming.name());
        } else {
            to.put(naming.name(), naming.content());
        }
    }

    private boolean isLast() throws PowerCut {
        operations++;
        if (operations > cutAfter) {
            throw new PowerCut();
        }
        return operations == cutAfter;
    }

    private void step() throws PowerCut {
        if (isLast()) {
            throw new PowerCut();
        }
    }

    @Override
    public synchronized CaseChannel append(Path file) throws IOException {
        step();
        Content content = names.get(file);
        if (content == null) {
            content = new Content();
            rename(new Naming(file, content));
        }
        return new Appending(content);
    }

    private void rename(Naming naming) {
        name(names, naming);
        namings.add(naming);
    }

    @Override
    public synchronized byte[] read(Path file, long from) throws IOException {
        step();
        Content content = names.get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return Arrays.copyOfRange(content.now, (int) Math.min(from, content.now.length), content.now.length);
    }

    @Override
    public synchronized Optional<Stat> stat(Path file) throws IOException {
        step();
        return Optional.ofNullable(names.get(file))
                .map(content -> new Stat(content.now.length, "" + System.identityHashCode(content)));
    }

    @Override
    public synchronized void replace(Path from, Path to) throws IOException {
        step();
        Content content = names.get(from);
        if (content == null) {
            throw new NoSuchFileException(from.toString());
        }
        // One step in the journal of a file system: never only half of it. The old name goes with the new one's coming.
        rename(new Naming(to, content));
        names.remove(from);
        safeNames.remove(from);
        namings.removeIf(naming -> naming.name().equals(from));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        step();
        if (names.containsKey(file)) {
            rename(new Naming(file, null));
        }
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        step();
        namings.forEach(naming -> name(safeNames, naming));
        namings.clear();
    }

    private final class Appending implements CaseChannel {
        private final Content content;
        private boolean open = true;

        Appending(Content content) {
            this.content = content;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            synchronized (PowerlessDisk.this) {
                boolean last = isLast();
                int most = Math.min(Math.min(bytes.remaining(), shortWrite), (int) Math.min(room, Integer.MAX_VALUE));
                byte[] some = new byte[last ? most / 2 : most];
                bytes.get(some);
                room -= some.length;
                int from = content.now.length;
                content.now = Arrays.copyOf(content.now, from + some.length);
                System.arraycopy(some, 0, content.now, from, some.length);
                if (some.length > 0) {
                    content.changes.add(new Change(from, some, content.now.length));
                }
                if (last) {
                    throw new PowerCut();
                }
                if (some.length == 0 && bytes.hasRemaining()) {
                    throw new IOException("no space left on device");
                }
                return some.length;
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (PowerlessDisk.this) {
                step();
                if (!lies) {
                    content.safe = content.now.clone();
                    content.changes.clear();
                }
            }
        }

        @Override
        public void truncate(long length) throws IOException {
            synchronized (PowerlessDisk.this) {
                step();
                if (length < content.now.length) {
                    room = Math.min(Long.MAX_VALUE / 2, room) + content.now.length - length;
                    content.now = Arrays.copyOf(content.now, (int) length);
                    content.changes.add(new Change(0, new byte[0], (int) length));
                }
            }
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
