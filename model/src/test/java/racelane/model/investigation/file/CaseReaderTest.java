package racelane.model.investigation.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.investigation.EditRecord;
import racelane.model.investigation.History;
import racelane.model.investigation.HistoryStep;
import racelane.model.investigation.SampleEdits;

class CaseReaderTest {
    private final List<EditRecord> records = story();
    private final byte[] file = file(records);

    @Test
    void aWholeFileIsReadWithoutComplaint() {
        CaseContents contents = CaseReader.read(file);
        assertThat(contents.edits()).extracting(StoredEdit::record).isEqualTo(records);
        assertThat(contents.damages()).isEmpty();
        assertThat(contents.closedCleanly()).isTrue();
        assertThat(contents.tail()).isEqualTo(file.length);
        assertThat(contents.session()).isEqualTo("session");
    }

    @Test
    void noSingleBadByteIsTakenForAnEditOrCostsMoreThanTwo() {
        Random random = new Random(20);
        Set<EditRecord> right = new HashSet<>(records);
        for (int i = 0; i < 8000; i++) {
            byte[] damaged = file.clone();
            int at = random.nextInt(file.length);
            damaged[at] = (byte) (i % 2 == 0 ? damaged[at] ^ (1 << random.nextInt(8)) : other(random, damaged[at]));
            CaseContents contents = CaseReader.read(damaged);
            assertThat(contents.edits()).as("byte %d", at).allMatch(each -> right.contains(each.record()));
            assertThat(contents.edits()).as("byte %d", at).hasSizeGreaterThanOrEqualTo(records.size() - 2);
            assertThat(contents.damages()).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void cutsAndBlanksCostOnlyWhatTheyHit() {
        Random random = new Random(21);
        Set<EditRecord> right = new HashSet<>(records);
        for (int i = 0; i < 2000; i++) {
            int from = random.nextInt(file.length);
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(file, from) : file.clone();
            Arrays.fill(damaged, from, Math.min(damaged.length, from + 512), (byte) 0);
            CaseContents contents = CaseReader.read(damaged);
            long before = linesBefore(from);
            assertThat(contents.edits()).allMatch(each -> right.contains(each.record()));
            assertThat(contents.edits().size()).isGreaterThanOrEqualTo((int) Math.min(before - 2, records.size()));
        }
    }

    @Test
    void aTornEndIsToldFromDamageInTheMiddle() {
        byte[] torn = Arrays.copyOf(file, file.length - 5);
        CaseContents contents = CaseReader.read(torn);
        assertThat(contents.edits()).hasSize(records.size());
        assertThat(contents.damages())
                .singleElement()
                .asString()
                .contains("torn")
                .contains("line " + lines());
        assertThat(new String(torn, (int) contents.tail(), 5, StandardCharsets.UTF_8))
                .isEqualTo("{\"w\":");
        byte[] holed = file.clone();
        holed[file.length / 2] ^= 1;
        assertThat(CaseReader.read(holed).tail()).isEqualTo(file.length);
        assertThat(CaseReader.read(holed).damages()).singleElement().asString().contains("kept in the file");
    }

    @Test
    void aLastLineThatOnlyLacksItsNewlineIsKept() {
        CaseContents contents = CaseReader.read(Arrays.copyOf(file, file.length - 1));
        assertThat(contents.damages()).isEmpty();
        assertThat(contents.closedCleanly()).isTrue();
        assertThat(contents.endsLine()).isFalse();
    }

    @Test
    void aLostLineShowsAsAGap() {
        List<EditRecord> fewer = new ArrayList<>(records);
        fewer.subList(10, 13).clear();
        assertThat(CaseReader.read(file(fewer)).damages())
                .singleElement()
                .asString()
                .contains("3 edits of writer a91f are missing");
    }

    @Test
    void anOpeningWithoutACloseIsACrash() {
        SessionLines lines = lines("b");
        byte[] crashed = join(file, lines.opened());
        assertThat(CaseReader.read(crashed).closedCleanly()).isFalse();
        assertThat(CaseReader.read(join(crashed, lines.closed(1))).closedCleanly())
                .isTrue();
    }

    @Test
    void repeatedLinesCountOnce() {
        CaseContents twice = CaseReader.read(join(file, file));
        assertThat(twice.edits()).extracting(StoredEdit::record).isEqualTo(records);
        assertThat(twice.damages()).isEmpty();
    }

    private static byte other(Random random, byte now) {
        byte next = now;
        while (next == now) {
            next = (byte) random.nextInt(256);
        }
        return next;
    }

    private long lines() {
        return linesBefore(file.length);
    }

    private long linesBefore(int offset) {
        long lines = 0;
        for (int i = 0; i < offset; i++) {
            lines += file[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static List<EditRecord> story() {
        Random random = new Random(7);
        History history = SampleEdits.history();
        while (history.records().size() < 120) {
            HistoryStep step = history.edit(SampleEdits.random(random, history.state(), history.newId()));
            history = step instanceof HistoryStep.Taken taken ? taken.history() : history;
        }
        return history.records();
    }

    private static byte[] file(List<EditRecord> records) {
        SessionLines lines = lines("a91f");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(lines.header());
        bytes.writeBytes(lines.opened());
        records.forEach(record -> bytes.writeBytes(EditEncoder.encode(record)));
        bytes.writeBytes(lines.closed(records.getLast().id().counter() + 1));
        return bytes.toByteArray();
    }

    private static SessionLines lines(String writer) {
        InstantSource clock = () -> Instant.parse("2026-11-20T12:00:00Z");
        return new SessionLines("session", writer, "mk", clock);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
