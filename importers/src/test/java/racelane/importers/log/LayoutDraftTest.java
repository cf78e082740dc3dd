package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.format.FieldMark;
import racelane.model.format.FormatDraft;
import racelane.model.format.FormatPreview;
import racelane.model.format.LinePreview;
import racelane.model.format.LinePreview.Kind;
import racelane.model.progress.Progress;

class LayoutDraftTest {
    private final FormatWorkshop workshop = new FormatWorkshop();

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            2026-03-01 12:00:00.123 [worker-1] INFO  c.a.Cache - set user:12  ~ {time:iso} [{thread}] {level} {logger:word} - {message}
            [1702500123450] updateCache START: user:123                       ~ [{time:epoch}] {message}
            <worker-7> 13.12.2023 20:55:23,450 WARN cache evicted user:9      ~ <{thread}> {time:dd.MM.yyyy HH:mm:ss[.f]} {level} {message}
            ERROR [main] 2023/12/13 20:55:23.450 shop.Cart: lost update       ~ {level} [{thread}] {time:iso} {logger}: {message}
            20:55:23.450 | INFO | main | shop.Cart | saved user:7             ~ {time:HH:mm:ss[.f]} | {level} | {thread:word} | {logger:word} | {message}
            2023-12-13T20:55:23.450Z level=info thread=w-1 msg=hello          ~ {time:iso} {message}
            I/1702500123.450 (4711) saved                                     ~ I/{time:epoch} ({thread}) {message}
            12/13/2023 08:55:23 PM tid=14 saved user:7                        ~ {time:M/d/yyyy h:mm:ss[.f] a} tid={thread:word} {message}
            """)
    void aFirstLayoutIsProposedFromOneLine(String line, String layout) {
        FormatDraft draft = workshop.propose(line, List.of(line));
        assertThat(draft.layout()).isEqualTo(layout);
        FormatPreview preview = show(draft.layout(), List.of(line));
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.lines().getFirst().kind()).isEqualTo(Kind.ENTRY);
    }

    @Test
    void markedPartsBecomeFieldsAndTheOtherLinesTellWhatChanges() {
        List<String> lines = List.of(
                "@ 13.12.2023 20:55:23.450 ~ alpha 17 does set on user:1",
                "@ 13.12.2023 20:55:23.460 ~ beta 4 does get on user:2",
                "@ 13.12.2023 20:55:23.470 ~ alpha 311 wants set on user:1");
        String sample = lines.getFirst();
        FormatDraft draft = workshop.draft(
                sample,
                List.of(
                        mark(sample, "13.12.2023 20:55:23.450", "time"),
                        mark(sample, "alpha", "thread"),
                        mark(sample, "set", "operation"),
                        mark(sample, "user:1", "key")),
                lines);

        assertThat(draft.layout())
                .isEqualTo(
                        "@ {time:dd.MM.yyyy HH:mm:ss[.f]} ~ {thread:word} {_1:word} {_2:word} {operation:word} on {key:word}");
        FormatPreview preview = show(draft.layout(), lines);
        assertThat(preview.count(Kind.ENTRY)).isEqualTo(3);
        assertThat(preview.time()).isEqualTo("2023-12-13 20:55:23.450 UTC, millis");
        assertThat(fields(lines.get(1), preview.lines().get(1)))
                .containsExactly("time=13.12.2023 20:55:23.460", "thread=beta", "operation=get", "key=user:2");
    }

    @Test
    void dayAndMonthAreToldApartByTheOtherLines() {
        List<String> lines = List.of("05/11/2023 10:00:00 a", "25/11/2023 10:00:00 b");
        FormatDraft draft = workshop.propose(lines.getFirst(), lines);
        assertThat(draft.layout()).startsWith("{time:dd/MM/yyyy HH:mm:ss[.f]}");
    }

    @Test
    void aPreviewCountsEveryKindOfLine() {
        List<String> lines = List.of(
                "starting up",
                "2023-12-13 20:55:23.450 [main] lost ünïcode update",
                "java.lang.IllegalStateException: no",
                "\tat shop.Cart.add(Cart.java:7)",
                "",
                "[2023-12-13 20:55:23.460] of another shape",
                "2023-02-31 20:55:23.450 [main] on a day that is none");
        FormatPreview preview = show("{time:iso} [{thread}] {message}", lines);
        assertThat(preview.lines())
                .extracting(LinePreview::kind)
                .containsExactly(
                        Kind.UNMATCHED,
                        Kind.ENTRY,
                        Kind.CONTINUATION,
                        Kind.CONTINUATION,
                        Kind.BLANK,
                        Kind.UNMATCHED,
                        Kind.REJECTED);
        assertThat(preview.lines().get(1).clause()).isEqualTo(2);
        assertThat(fields(lines.get(1), preview.lines().get(1)))
                .containsExactly("time=2023-12-13 20:55:23.450", "thread=main", "message=lost ünïcode update");
        assertThat(preview.assumptions()).anyMatch(said -> said.contains("UTC is assumed"));
    }

    @Test
    void whatCannotBeMadeALayoutSaysWhy() {
        String line = "one two three";
        assertThat(workshop.draft(line, List.of(new FieldMark(0, 5, "thread"), new FieldMark(4, 7, "key")), List.of())
                        .problem())
                .contains("mark each part once");
        assertThat(workshop.draft(line, List.of(new FieldMark(0, 3, "thread")), List.of())
                        .problem())
                .contains("mark the timestamp");
        assertThat(workshop.draft(line, List.of(new FieldMark(0, 3, "time")), List.of())
                        .problem())
                .contains("no known form reads this timestamp");
        assertThat(workshop.draft(line, List.of(new FieldMark(-1, 99, "time")), List.of())
                        .layout())
                .isEmpty();
    }

    @Test
    void theSampleIsTheFirstLineWithATime() {
        assertThat(workshop.sample(List.of("== start ==", "", "[12:00:01] a"))).isEqualTo(2);
        assertThat(workshop.sample(List.of("a", "b"))).isZero();
        assertThat(workshop.sample(List.of())).isZero();
    }

    @Test
    void anySampleMakesALayoutThatTakesIt() {
        java.util.Random random = new java.util.Random(20260301);
        for (int i = 0; i < 400; i++) {
            GrammarSamples.Sample sample = GrammarSamples.ALL.get(i % GrammarSamples.ALL.size());
            String line = sample.text().lines().findFirst().orElseThrow();
            int cut = 1 + random.nextInt(Math.max(1, line.length()));
            FormatDraft draft = workshop.propose(line.substring(0, Math.min(cut, line.length())), List.of());
            assertThat(show(draft.layout().isEmpty() ? "{time} x" : draft.layout(), List.of(line))
                            .faults())
                    .as(draft.layout())
                    .isEmpty();
        }
    }

    private FormatPreview show(String layout, List<String> lines) {
        return workshop.preview("name: x\nline: " + layout + "\n", lines, ZoneOffset.UTC, Progress.none());
    }

    private static List<String> fields(String line, LinePreview preview) {
        return preview.fields().stream()
                .map(mark -> mark.field() + "=" + line.substring(mark.from(), mark.to()))
                .toList();
    }

    private static FieldMark mark(String line, String part, String field) {
        int from = line.indexOf(part);
        return new FieldMark(from, from + part.length(), field);
    }
}
