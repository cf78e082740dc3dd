package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.investigation.Edit;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.SampleEdits;

class CaseLineTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123Z");

    @Test
    void everyKindOfEditComesBackAsItWas() {
        Set<Class<?>> seen = new HashSet<>();
        long counter = 1;
        for (Edit edit : SampleEdits.ofEveryKind()) {
            EditRecord record = new EditRecord(new EditId("a91f", counter++), AT, "mk \"ü\"", edit);
            byte[] line = EditEncoder.encode(record);
            StoredEdit back = only(line);
            assertThat(back.record()).isEqualTo(record);
            assertThat(back.line()).isNull();
            assertThat(back.bytes()).isEqualTo(line);
            seen.add(edit.getClass());
        }
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(Edit.class.getPermittedSubclasses()));
        kinds.remove(Edit.Unknown.class);
        assertThat(seen).isEqualTo(kinds);
    }

    @Test
    void aLineIsPlainJsonWithItsChecksumLast() {
        EditRecord record = new EditRecord(new EditId("a91f", 17), AT, "mk", new Edit.CaseTitled("stale"));
        assertThat(new String(EditEncoder.encode(record), StandardCharsets.UTF_8))
                .isEqualTo("{\"w\":\"a91f\",\"n\":17,\"t\":\"2026-11-20T12:00:00.123Z\",\"by\":\"mk\","
                        + "\"op\":\"title\",\"title\":\"stale\",\"crc\":\"8f71181b\"}\n");
    }

    @Test
    void theChecksumIsTheCastagnoliOne() {
        byte[] line = CaseLine.seal("123456789");
        assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("123456789,\"crc\":\"e3069283\"}\n");
    }

    @Test
    void anEditOfANewerVersionIsKeptToTheByte() {
        byte[] line = CaseLine.seal("{\"w\":\"z\",\"n\":1,\"t\":\"2027-01-01T00:00:00Z\",\"by\":\"x\",\"op\":\"draw\","
                + "\"shape\":{\"points\":[1.50,2e3,null,true]} ");
        StoredEdit back = only(line);
        assertThat(back.record().edit()).isInstanceOf(Edit.Unknown.class);
        assertThat(back.bytes()).isEqualTo(line);
        assertThat(EditEncoder.encode(back.record())).isEqualTo(line);
    }

    @Test
    void whatANewerVersionAddedToAKnownEditIsKeptToTheByte() {
        byte[] line = CaseLine.seal("{\"w\":\"z\",\"n\":1,\"t\":\"2027-01-01T00:00:00Z\",\"by\":\"x\",\"op\":\"title\","
                + "\"title\":\"stale\",\"colour\":\"red\"");
        StoredEdit back = only(line);
        assertThat(back.record().edit()).isEqualTo(new Edit.CaseTitled("stale"));
        assertThat(back.bytes()).isEqualTo(line);
    }

    @Test
    void aKnownKindThatDoesNotFitIsKeptAsUnknown() {
        for (String rest : new String[] {
            "\"op\":\"title\",\"title\":7",
            "\"op\":\"title\"",
            "\"op\":\"undo\",\"of\":\"nonsense\"",
            "\"op\":\"trial\",\"stage\":\"verify-fix\",\"hypothesis\":\"\",\"id\":\"e\",\"title\":\"\",\"runs\":1,\"failures\":2",
            "\"op\":\"stage-complete\",\"stage\":\"lunch\""
        }) {
            byte[] line = CaseLine.seal("{\"w\":\"z\",\"n\":1,\"t\":\"2027-01-01T00:00:00Z\",\"by\":\"x\"," + rest);
            assertThat(only(line).record().edit()).isInstanceOf(Edit.Unknown.class);
            assertThat(only(line).bytes()).isEqualTo(line);
        }
    }

    @Test
    void aLineThatDoesNotSayWhoOrWhenIsReported() {
        byte[] line = CaseLine.seal("{\"op\":\"title\",\"title\":\"stale\"");
        CaseContents contents = CaseReader.read(line);
        assertThat(contents.edits()).isEmpty();
        assertThat(contents.damages())
                .singleElement()
                .asString()
                .contains("line 1")
                .contains("\"w\"");
        assertThat(contents.tail()).isEqualTo(line.length);
    }

    @Test
    void linesThatGotCarriageReturnsAreStillRead() {
        byte[] line = EditEncoder.encode(new EditRecord(new EditId("a", 1), AT, "mk", new Edit.CaseTitled("x")));
        String windows = new String(line, StandardCharsets.UTF_8).replace("\n", "\r\n");
        CaseContents contents = CaseReader.read(windows.getBytes(StandardCharsets.UTF_8));
        assertThat(contents.edits()).hasSize(1);
        assertThat(contents.damages()).isEmpty();
    }

    private static StoredEdit only(byte[] line) {
        CaseContents contents = CaseReader.read(line);
        assertThat(contents.edits()).hasSize(1);
        return contents.edits().getFirst();
    }
}
