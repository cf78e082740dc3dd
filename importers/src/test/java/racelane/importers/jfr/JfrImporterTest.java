package racelane.importers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import racelane.importers.Imported;
import racelane.model.event.Event;
import racelane.model.event.EventKind;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;

@Isolated("counts the monitors and threads of the whole JVM")
class JfrImporterTest {
    @TempDir
    static Path folder;

    @Test
    void aCustomEventGivesItsOperationKeyAndAttributesToItsThreadsLane() throws IOException, ImportException {
        Imported imported = read(Recordings.chunk(folder, 8));
        assertThat(imported.source().format()).isEqualTo("JFR 2.1");
        assertThat(imported.source().clock()).isEqualTo(ImportReport.WALL_CLOCK);
        assertThat(imported.lanes()).containsExactlyInAnyOrder("worker-1", "worker-2");
        Event first = imported.events().stream()
                .filter(event -> event.lane().name().name().equals("worker-1"))
                .findFirst()
                .orElseThrow();
        assertThat(first.name()).isEqualTo("cache.set");
        assertThat(first.key()).isEqualTo("user:0");
        assertThat(first.attributes()).containsEntry("result", "OLD").containsEntry("type", "CacheOp");
        assertThat(first.attributes()).containsEntry("version", "0").doesNotContainKeys("operation", "key");
        assertThat(imported.events())
                .filteredOn(event -> event.name().equals("Step"))
                .hasSize(2);
    }

    @Test
    void theQuoteOfAnEventHasAllItsFieldsAndItsEntryTheStack() throws IOException, ImportException {
        Imported imported = read(Recordings.chunk(folder, 8));
        for (Event event : imported.events()) {
            String quote = imported.source().text().quote(event.origin());
            assertThat(quote).contains('"' + event.lane().name().name() + '"').doesNotContain("\n");
            if (event.name().equals("Step")) {
                assertThat(quote).contains("good=true");
                assertThat(imported.source().text().entry(event.origin())).contains("\n\tat racelane.importers.jfr.");
            } else {
                assertThat(quote).startsWith("app.CacheOp ").contains("version=", "key=\"" + event.key() + '"');
            }
        }
    }

    @Test
    void aMonitorIsAKeyAndWaitingForItIsAWaitThatNamesThePreviousOwner() throws IOException, ImportException {
        Object lock = new Object();
        Imported imported = read(Recordings.record(folder, "jdk.JavaMonitorEnter", () -> {
            Recordings.contend(lock, "waiter-1");
            Recordings.contend(lock, "waiter-2");
        }));
        List<Event> enters = named(imported, "JavaMonitorEnter").stream()
                .filter(event -> String.valueOf(event.key()).startsWith("java.lang.Object@"))
                .toList();
        assertThat(enters).hasSize(2);
        assertThat(enters).allSatisfy(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.WAIT);
            assertThat(event.duration()).isPositive();
            assertThat(event.key()).matches("java\\.lang\\.Object@0x[0-9a-f]+");
            assertThat(event.attributes())
                    .containsEntry("previousOwner", Thread.currentThread().getName());
        });
    }

    @Test
    void aParkIsAWaitOnTheLaneOfItsThread() throws IOException, ImportException {
        Imported imported = read(Recordings.record(
                folder,
                "jdk.ThreadPark",
                () -> Recordings.onThread("parked", () -> LockSupport.parkNanos("me", 3_000_000))));
        assertThat(named(imported, "ThreadPark"))
                .filteredOn(event -> event.lane().name().name().equals("parked"))
                .anySatisfy(event -> {
                    assertThat(event.kind()).isEqualTo(EventKind.WAIT);
                    assertThat(event.key()).startsWith("java.lang.String@0x");
                });
    }

    @Test
    void threadsThatShareANameKeepLanesOfTheirOwn() throws IOException, ImportException {
        Imported imported = read(Recordings.record(folder, "jdk.ThreadStart", () -> {
            Recordings.onThread("twin", () -> Recordings.onThread("child", () -> {}));
            Recordings.onThread("twin", () -> Recordings.onThread("child", () -> {}));
        }));
        assertThat(imported.lanes())
                .filteredOn(lane -> lane.startsWith("child"))
                .hasSize(2)
                .contains("child");
        assertThat(imported.lanes())
                .filteredOn(lane -> lane.startsWith("child #"))
                .hasSize(1);
    }

    @Test
    void samplesOfTheMachineAreCounterTracksAndNoEvents() throws IOException, ImportException {
        Imported imported = read(Recordings.record(folder, "jdk.GCHeapSummary", System::gc));
        assertThat(named(imported, "GCHeapSummary")).isEmpty();
        assertThat(imported.table().counters())
                .anySatisfy(track -> {
                    assertThat(track.name().name()).isEqualTo("GCHeapSummary");
                    assertThat(track.name().series()).isEqualTo("heapUsed");
                    assertThat(track.name().unit()).isEqualTo("B");
                    assertThat(track.size()).isPositive();
                })
                .anySatisfy(track -> assertThat(track.name().series()).isEqualTo("heapSpace.committedSize"));
    }

    @Test
    void aTypesNameIsShortenedOnlyWhereItIsAClass() {
        assertThat(TypeRules.shortName("jdk.JavaMonitorEnter")).isEqualTo("JavaMonitorEnter");
        assertThat(TypeRules.shortName("com.oracle.jdk.CPULoad")).isEqualTo("CPULoad");
        assertThat(TypeRules.shortName("com.acme.Shop$Order")).isEqualTo("Order");
        assertThat(TypeRules.shortName("cache.set")).isEqualTo("cache.set");
        assertThat(TypeRules.shortName("profiler.Window")).isEqualTo("Window");
    }

    private static List<Event> named(Imported imported, String name) {
        return imported.events().stream()
                .filter(event -> event.name().equals(name))
                .toList();
    }

    private static Imported read(byte[] content) throws IOException, ImportException {
        return Imported.from(Files.write(Files.createTempFile(folder, "recording", ".jfr"), content));
    }
}
