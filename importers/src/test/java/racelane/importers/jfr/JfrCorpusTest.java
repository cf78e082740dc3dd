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
            assertThat(account.imported()).as(name).isEqualTo(row.number("events_read"));
            assertThat(account.lost())
                    .as("%s: %s", name, imported.source().problems())
                    .isZero();
            assertThat(imported.source().extent().start())
                    .as(
                            "%s begins at %s",
                            name, TimeText.iso(imported.source().extent().start()))
                    .isEqualTo(EventMapper.nanos(Instant.parse(row.text("first_event_start"))));
            read++;
        }
        assertThat(read).isEqualTo(13);
    }
}
