package racelane.importers.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The racy application races, its evidence tells the truth, and its fix is one. */
@Isolated("records the whole JVM")
class ProfileRaceTest {
    private static final int RUNS = 60;
    private static final Path SAMPLES =
            Path.of(System.getProperty("racelane.root", ".."), "sample-logs").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theRacyApplicationReadsStaleDataAndItsLogSaysExactlyWhen() throws Exception {
        int stale = 0;
        for (int run = 0; run < RUNS && stale == 0; run++) {
            ProfileRace.Outcome outcome = ProfileRace.run(KeyLocks.none(), run);
            stale += outcome.stale().size();
            assertTheLogTellsTheTruth(outcome);
        }
        assertThat(stale).as("stale reads in %d runs", RUNS).isPositive();
    }

    @Test
    void withALockThatReadersTakeTooNoReadIsEverStale() throws Exception {
        for (int run = 0; run < 10; run++) {
            ProfileRace.Outcome outcome = ProfileRace.run(KeyLocks.perKey(), run);
            assertThat(outcome.stale()).isEmpty();
            assertThat(outcome.reads()).hasSize(52);
            assertTheLogTellsTheTruth(outcome);
        }
    }

    @Test
    void theThreeKindsOfEvidenceSpeakOfTheSameThreadsOnTheSameClock() throws Exception {
        Path jfr = folder.resolve("run.jfr");
        try (Recording recording = ProfileRace.recording()) {
            recording.start();
            ProfileRace.Outcome outcome = ProfileRace.run(KeyLocks.none(), 1);
            recording.stop();
            recording.dump(jfr);
            outcome.write(folder.resolve("run.log"), folder.resolve("run.json"));
        }
        assertOneStory(folder.resolve("run.log"), jfr, folder.resolve("run.json"));
    }

    @Test
    void theSampleFilesAreOneRunThatShowsTheRace() throws Exception {
        Path log = SAMPLES.resolve("profile-race.log");
        assertOneStory(log, SAMPLES.resolve("profile-race.jfr"), SAMPLES.resolve("profile-race.json"));
        List<LoggedCall> calls = LoggedCall.readAll(Files.readAllLines(log));
        List<LoggedCall> old =
                calls.stream().filter(call -> call.result().equals("OLD")).toList();
        assertThat(old).hasSizeBetween(1, 3);
        assertThat(old)
                .as("at least one lies wholly in its window, so that the log alone is proof")
                .anySatisfy(read -> assertThat(calls)
                        .anyMatch(call -> call.key().equals(read.key()) && read.liesInTheWindowOf(call)));
        assertThat(calls.getFirst().start()).isAfter(calls.getLast().end().minus(Duration.ofMillis(120)));
    }

    @Test
    void theSampleRecordingSaysNothingOfTheMachineItWasMadeOn() throws Exception {
        Set<String> types = new HashSet<>();
        Set<String> threads = new HashSet<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(SAMPLES.resolve("profile-race.jfr"))) {
            types.add(event.getEventType().getName());
            threads.add(event.getThread().getJavaName());
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "com.example.ProfileCall",
                        "jdk.JavaMonitorEnter",
                        "jdk.ThreadPark",
                        "jdk.ThreadStart",
                        "jdk.ThreadEnd");
        assertThat(threads).containsExactlyInAnyOrder("http-1", "http-2", "updater-1");
        assertThat(SAMPLES.resolve("profile-race.jfr"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(300_000));
    }

    /** Holds the log against the data: an answer is called OLD when and only when it was, and only while an update ran. */
    private static void assertTheLogTellsTheTruth(ProfileRace.Outcome outcome) {
        List<LoggedCall> calls = LoggedCall.readAll(outcome.log());
        List<LoggedCall> reads = calls.stream()
                .filter(call -> call.operation().equals("getUser"))
                .toList();
        assertThat(reads).hasSameSizeAs(outcome.reads());
        for (String thread : List.of("http-1", "http-2")) {
            List<String> told = reads.stream()
                    .filter(call -> call.thread().equals(thread))
                    .map(call -> call.key() + " " + call.result().equals("OLD"))
                    .toList();
            List<String> truth = outcome.reads().stream()
                    .filter(read -> read.thread().equals(thread))
                    .map(read -> read.key() + " " + read.stale())
                    .toList();
            assertThat(told).as(thread).isEqualTo(truth);
        }
        for (LoggedCall read : reads) {
            if (read.result().equals("OLD")) {
                assertThat(calls)
                        .as("updates of the key during %s", read)
                        .anyMatch(call -> call.operation().equals("updateUser")
                                && call.key().equals(read.key())
                                && call.overlaps(read));
            }
        }
    }

    /** Every call of the log is in the recording too, by the same thread at the same time, and the trace's calls lie within. */
    private static void assertOneStory(Path log, Path jfr, Path json) throws IOException {
        List<LoggedCall> calls = LoggedCall.readAll(Files.readAllLines(log));
        List<RecordedEvent> events = RecordingFile.readAllEvents(jfr).stream()
                .filter(event -> event.getEventType().getName().equals("com.example.ProfileCall"))
                .toList();
        assertThat(events).hasSameSizeAs(calls);
        for (LoggedCall call : calls) {
            Instant start = call.start().toInstant(ZoneOffset.UTC);
            assertThat(events)
                    .as("%s", call)
                    .anyMatch(event -> event.getThread().getJavaName().equals(call.thread())
                            && event.getString("operation").equals(call.operation())
                            && event.getString("key").equals(call.key())
                            && event.getString("result").equals(call.result())
                            && Duration.between(event.getStartTime(), start)
                                            .abs()
                                            .toMillis()
                                    < 20);
        }
        Set<String> names = new HashSet<>();
        int redisCalls = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(json))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                    names.add(parser.getString());
                    redisCalls += parser.getString().length() == 3 ? 1 : 0;
                }
            }
        }
        assertThat(names).contains("thread_name", "http-1", "http-2", "updater-1", "GET", "SET", "DEL");
        long updates = calls.stream()
                .filter(call -> call.operation().equals("updateUser"))
                .count();
        assertThat(redisCalls)
                .as(String.format(Locale.ROOT, "two GETs a read, SET, DEL and SET an update, in %s", json))
                .isEqualTo((int) (2 * (calls.size() - updates) + 3 * updates));
    }
}
