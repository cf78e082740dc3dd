package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.SampleEdits;

/** Cuts the power at any operation, twice in a row. {@code -Dracelane.cuts=1000000} cuts it more often than the usual 10,000 times. */
class PowerCutTest {
    private static final int CUTS = Integer.getInteger("racelane.cuts", 10_000);
    private static final int STRIPES = 100;
    private static final Path FIRST = Path.of("/case/first.racelane");
    private static final Path SECOND = Path.of("/case/second.racelane");

    /** What one run knows: what was written, what was acknowledged, and where the case lies. */
    private static final class Run {
        final Map<EditId, EditRecord> written = new HashMap<>();
        final List<EditId> acknowledged = new ArrayList<>();
        Path place = FIRST;
        int counter;
        int session;
    }

    @Test
    void noAcknowledgedEditIsLostAndNoneIsMadeUpWhenThePowerGoes() throws IOException {
        int cuts = 0;
        for (long seed = 0; cuts < CUTS; seed++) {
            cuts += cutTwice(seed);
        }
        assertThat(cuts).isGreaterThanOrEqualTo(CUTS);
    }

    /** Returns how often the power went. */
    private static int cutTwice(long seed) throws IOException {
        Random random = new Random(seed);
        boolean anyOrder = seed % 2 == 0;
        Run run = new Run();
        PowerlessDisk disk = new PowerlessDisk();
        disk.cutAt(1 + random.nextInt(60));
        if (!work(run, disk, random, new byte[0])) {
            return 0;
        }
        PowerlessDisk found = disk.afterTheCut(random, anyOrder);
        byte[] bytes = check(run, found, seed);
        found.cutAt(1 + random.nextInt(30));
        if (!work(run, found, random, bytes)) {
            return 1;
        }
        check(run, found.afterTheCut(random, anyOrder), seed);
        return 2;
    }

    /** Edits, saves elsewhere and edits again until the power goes; returns whether it did. */
    private static boolean work(Run run, PowerlessDisk disk, Random random, byte[] before) {
        SessionLines lines = new SessionLines("s", "w" + ++run.session, "mk", SampleEdits.CLOCK);
        CaseLog log = new CaseLog(disk, run.place, lines, FileListener.none());
        run.counter = 0;
        try {
            if (before.length > 0) {
                takeUp(log, disk, run.place, before);
            } else {
                log.makeFile();
            }
            for (int batch = 0; batch < 8; batch++) {
                append(run, log, random);
                if (random.nextInt(6) == 0) {
                    Path target = run.place.equals(FIRST) ? SECOND : FIRST;
                    log.moveTo(target, true);
                    run.place = target;
                }
            }
            log.writeClosed();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** As an opening does: a torn end is cut off before anything is written. */
    private static void takeUp(CaseLog log, PowerlessDisk disk, Path place, byte[] bytes) throws IOException {
        CaseContents contents = CaseReader.read(bytes);
        if (contents.tail() < contents.length()) {
            try (CaseChannel file = disk.append(place)) {
                file.truncate(contents.tail());
                file.force();
            }
        }
        log.startFrom(contents, disk.stat(place).map(CaseDisk.Stat::key).orElse(""));
    }

    private static void append(Run run, CaseLog log, Random random) throws IOException {
        List<StoredEdit> batch = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            EditId id = new EditId("w" + run.session, ++run.counter);
            Edit edit = new Edit.CaseTitled("t".repeat(random.nextInt(700)) + id);
            EditRecord record = new EditRecord(id, SampleEdits.CLOCK.instant(), "mk", edit);
            run.written.put(id, record);
            batch.add(new StoredEdit(record, null));
        }
        log.append(batch);
        batch.forEach(each -> run.acknowledged.add(each.record().id()));
    }

    private static byte[] check(Run run, PowerlessDisk found, long seed) throws IOException {
        byte[] bytes = found.stat(run.place).isPresent() ? found.read(run.place, 0) : new byte[0];
        CaseContents contents = CaseReader.read(bytes);
        List<EditId> kept = new ArrayList<>();
        for (StoredEdit each : contents.edits()) {
            kept.add(each.record().id());
            if (!each.record().equals(run.written.get(each.record().id()))) {
                throw new AssertionError("seed " + seed + ": an edit that nobody made: " + each.record());
            }
        }
        if (!kept.containsAll(run.acknowledged)) {
            throw new AssertionError("seed " + seed + ": acknowledged and lost: "
                    + run.acknowledged.stream().filter(id -> !kept.contains(id)).toList());
        }
        return bytes;
    }

    /** The test of the test: where a forced write is not safe, edits are lost, and that is seen. */
    @Test
    void aDiskThatLiesIsFoundOut() {
        int lost = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Run run = new Run();
            PowerlessDisk disk = new PowerlessDisk();
            disk.lie();
            disk.cutAt(20);
            work(run, disk, random, new byte[0]);
            long each = seed;
            PowerlessDisk found = disk.afterTheCut(random, true);
            Throwable seen = org.assertj.core.api.Assertions.catchThrowable(() -> check(run, found, each));
            lost += seen instanceof AssertionError ? 1 : 0;
        }
        assertThat(lost).isGreaterThan(100);
    }

    @Test
    void aWriteThatStopsAtAnyByteOfARecordIsTakenBack() throws IOException {
        for (int room = 0; room < 3 * STRIPES; room++) {
            PowerlessDisk disk = new PowerlessDisk();
            Run run = new Run();
            run.session = 1;
            CaseLog log =
                    new CaseLog(disk, FIRST, new SessionLines("s", "w1", "mk", SampleEdits.CLOCK), FileListener.none());
            log.makeFile();
            append(run, log, new Random(room));
            disk.leaveRoom(room);
            disk.writeAtMost(1 + room % 7);
            int acknowledged = run.acknowledged.size();
            boolean refused = false;
            try {
                append(run, log, new Random(room + 1));
            } catch (IOException e) {
                refused = true;
            }
            assertThat(refused).isEqualTo(run.acknowledged.size() == acknowledged);
            disk.leaveRoom(Long.MAX_VALUE);
            append(run, log, new Random(room + 2));
            byte[] bytes = check(run, disk, room);
            assertThat(CaseReader.read(bytes).damages())
                    .as("room for %d bytes", room)
                    .allMatch(each -> refused(each, run));
        }
    }

    /** The counters of a batch that was refused and is not tried again are missing, and that is all that is. */
    private static boolean refused(String damage, Run run) {
        int missing = run.written.size() - run.acknowledged.size();
        return damage.startsWith(missing + " edits of writer") && missing > 0;
    }
}
