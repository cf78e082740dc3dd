package racelane.importers.tracejson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import racelane.importers.Corpus;
import racelane.importers.Imported;
import racelane.model.event.EventKind;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;

class TraceCorpusTest {
    @Test
    void everyTraceOfTheCorpusSaysWhatItsManifestSays() throws IOException {
        Path folder = Corpus.folder("trace-json");
        List<String> wrong = new ArrayList<>();
        for (Corpus.Row row : Corpus.manifest("trace-json")) {
            String name = row.text("file");
            try {
                Imported imported = Imported.from(folder.resolve(name));
                Account.Records account = (Account.Records) imported.source().account();
                assertThat(account.addsUp()).as(name).isTrue();
                check(row, imported, account, wrong);
            } catch (ImportException e) {
                wrong.add(name + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(Corpus.Row row, Imported imported, Account.Records account, List<String> wrong) {
        String name = row.text("file");
        long spans = imported.table().count(EventKind.SPAN);
        if (!row.text("events_total").isEmpty()) {
            fact(name + " records", row.number("events_total"), account.records(), wrong);
            long expected = row.number("complete_spans_X_plus_BE") + row.number("async_pairs");
            fact(name + " spans", expected, spans, wrong);
            long unmatched = row.number("unmatched_B") + row.number("unmatched_E") + row.number("unmatched_async");
            long left = imported.table().count(EventKind.OPEN) + account.rejected();
            fact(name + " starts without end and ends without start", unmatched, left, wrong);
            fact(
                    name + " earliest",
                    new Decimal(3).read(row.text("min_ts")),
                    imported.source().extent().start(),
                    wrong);
        } else if (!row.text("spans").isEmpty()) {
            fact(name + " spans", row.number("spans"), spans, wrong);
            if (row.text("min_ts").endsWith("Z")) {
                long earliest = new SpanTimes().microsOrDate(row.text("min_ts"));
                fact(name + " earliest", earliest, imported.source().extent().start(), wrong);
            }
        } else {
            fact(name + " spans", 5, spans, wrong);
        }
    }

    private static void fact(String what, long expected, long got, List<String> wrong) {
        if (expected != got) {
            wrong.add(what + ": expected " + expected + ", got " + got);
        }
    }
}
