package racelane.importers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every seed again: damaged logs of every logger, and what fuzzing found once. */
class SeedReplayTest {
    private static final Duration HANG = Duration.ofSeconds(10);

    @Test
    void everySeedIsReadToAnAccountThatAddsUpOrRefusedInOneLine() throws IOException {
        List<Path> seeds = seeds();
        assertThat(seeds).hasSizeGreaterThanOrEqualTo(300);
        for (Path seed : seeds) {
            byte[] bytes = Files.readAllBytes(seed);
            assertTimeoutPreemptively(HANG, () -> FuzzTargets.read(new byte[0], bytes), seed.toString());
        }
    }

    private static List<Path> seeds() throws IOException {
        URI folder = URI.create(Objects.requireNonNull(SeedReplayTest.class.getResource("/seeds"))
                .toString());
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
