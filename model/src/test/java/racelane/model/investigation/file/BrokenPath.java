package racelane.model.investigation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A disk on which one file can break down for good. */
final class BrokenPath implements CaseDisk {
    private final RealDisk disk = new RealDisk();
    private final Path broken;
    private volatile boolean down;

    BrokenPath(Path broken) {
        this.broken = broken;
    }

    void breakDown() {
        down = true;
    }

    private void check(Path file) throws IOException {
        if (down && file.equals(broken)) {
            throw new IOException("input/output error");
        }
    }

    @Override
    public CaseChannel append(Path file) throws IOException {
        check(file);
        return disk.append(file);
    }

    @Override
    public byte[] read(Path file, long from) throws IOException {
        check(file);
        return disk.read(file, from);
    }

    @Override
    public Optional<Stat> stat(Path file) throws IOException {
        check(file);
        return disk.stat(file);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        disk.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }
}
