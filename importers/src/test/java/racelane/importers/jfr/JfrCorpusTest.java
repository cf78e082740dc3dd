package racelane.importers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import racelane.importers.Corpus;
import racelane.importers.Imported;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;
import racelane.model.time.TimeText;

class JfrCorpusTest {
    @Test
    void everyRecordingOfTheCorpusSaysWhatItsManifestSays() throws IOException, ImportException {
        Path folder = Corpus.folder("jfr");
        int read = 0;
        for (Corpus.Row row : Corpus.manifest("jfr")) {
            String name = row.text("file");
            Path file = folder.resolve(name);
            if (row.text("jfr_version").equals("0.9")) {
                assertThatThrownBy(() -> Imported.from(file))
                        .as(name)
                        .isInstanceOf(ImportException.class)
                        .hasMessageContaining("JFR format 0.9 of Oracle JDK 8");
                continue;
            }
            Imported imported = Imported.from(file);
            Account.Chunked account = (Account.Chunked) imported.source().account();
            assertThat(account.addsUp()).as(name).isTrue();
            assertThat(account.chunks()).as(name).isEqualTo((int) row.number("chunks"));
            assertThat(account.imported()).as(name).isGreaterThanOrEqualTo(row.number("events_read"));
            assertThat(account.lost())
                    .as("%s: %s", name, imported.source().problems())
                    .isZero();
            assertThat(imported.source().extent().start())
                    .as(
                            "%s begins at %s",
                            name, TimeText.iso(imported.source().extent().start()))
                    .isEqualTo(nanos(earliest(row)));
            assertThat(imported.source().assumptions())
                    .as(name)
                    .filteredOn(said -> !said.startsWith("Attribute "))
                    .hasSize(name.equals("jmc-pid1.jfr") ? 2 : 1); // the one whose clock contradicts itself
            read++;
        }
        assertThat(read).isEqualTo(13);
    }

    /**
     * In {@code jmc-jdk15.jfr} two recordings are joined. The JDK's reader, from which the manifest was made, keeps the clock of
     * 2018 for the chunk of 2020; the thread dump in that chunk is dated 2020-10-01 by the JVM itself, as our times are.
     */
    private static Instant earliest(Corpus.Row row) {
        return Instant.parse(
                row.text("file").equals("jmc-jdk15.jfr")
                        ? "2018-12-12T20:20:36.423883951Z"
                        : row.text("first_event_start"));
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
