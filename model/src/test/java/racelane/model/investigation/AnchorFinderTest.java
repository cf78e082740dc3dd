package racelane.model.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.progress.Progress;

class AnchorFinderTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long T = 1_702_500_123_000_000_000L;
    private static final String[] OPS = {"cache.set COMPLETE", "getCache START", "invalidate COMPLETE", "heartbeat"};

    /** A log in which many lines share a millisecond, and many say the same. */
    private static List<String> log(int lines, long from, long seed) {
        Random random = new Random(seed);
        List<String> log = new ArrayList<>();
        long time = from;
        for (int i = 0; i < lines; i++) {
            time += random.nextInt(3) * 1_000_000L;
            log.add(time + " w-" + random.nextInt(4) + " " + OPS[random.nextInt(OPS.length)] + " user:"
                    + random.nextInt(20));
        }
        return log;
    }

    /** Anchors of every {@code step}th line. */
    private static List<Anchor> anchors(Trace trace, int lines, int step) {
        List<Anchor> anchors = new ArrayList<>();
        for (int line = 1; line <= lines; line += step) {
            anchors.add(TextLog.anchor(trace, line));
        }
        return anchors;
    }

    private static Map<Anchor, EventRef> find(Trace trace, List<Anchor> anchors) {
        return AnchorFinder.find(trace, anchors, Map.of(), Progress.none());
    }

    private static void assertSameWords(Trace trace, Map<Anchor, EventRef> found) {
        found.forEach(
                (anchor, ref) -> assertThat(TextLog.of(trace, ref).excerpt()).isEqualTo(anchor.excerpt()));
    }

    @Test
    void inTheSameFileEveryAnchorIsItsOwnEvent() {
        List<String> lines = log(500, T, 1);
        Trace trace = TextLog.trace("a.log", lines);
        List<Anchor> anchors = anchors(trace, 500, 1);
        Map<Anchor, EventRef> found = find(trace, anchors);
        assertThat(found).hasSize(500);
        found.forEach((anchor, ref) ->
                assertThat(trace.tables().getFirst().origin(ref.row())).isEqualTo(anchor.origin()));
        assertThat(AnchorFinder.findExactly(trace, anchors.get(17))).contains(found.get(anchors.get(17)));
    }

    @Test
    void aThousandLinesPutBeforeMoveNoAnchor() {
        List<String> lines = log(2000, T, 2);
        List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 2000, 7);
        List<String> prefixed = log(1000, T - HOUR, 3);
        prefixed.addAll(lines);
        Trace again = TextLog.trace("a.log", prefixed);
        Map<Anchor, EventRef> found = find(again, anchors);
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(anchors);
        assertSameWords(again, found);
        assertThat(found.values()).doesNotHaveDuplicates();
    }

    @Test
    void aSpanThatQuotesItsEndTooIsKnownByItsStart() {
        List<String> lines = log(300, T, 12);
        List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 300, 7).stream()
                .map(one -> new Anchor(
                        one.sourceSha256(),
                        one.sourceName(),
                        one.lane(),
                        one.origin(),
                        one.start(),
                        one.end(),
                        one.excerpt() + "\n" + (T + HOUR) + " w-1 getCache COMPLETE: user:4 [OLD]"))
                .toList();
        List<String> prefixed = log(50, T - HOUR, 13);
        prefixed.addAll(lines);
        assertThat(find(TextLog.trace("a.log", prefixed), anchors)).hasSameSizeAs(anchors);
        List<String> shifted = lines.stream()
                .map(line -> Long.parseLong(line.substring(0, 19)) + HOUR + line.substring(19))
                .toList();
        assertThat(find(TextLog.trace("a.log", shifted), anchors)).hasSameSizeAs(anchors);
    }

    @Test
    void aDeletedTargetIsTheOnlyOneThatIsNotFound() {
        List<String> lines = log(400, T, 4);
        for (int gone = 1; gone <= 400; gone += 3) {
            List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 400, 3);
            List<String> less = new ArrayList<>(lines);
            less.remove(gone - 1);
            int line = gone;
            Map<Anchor, EventRef> found = find(TextLog.trace("a.log", less), anchors);
            List<Anchor> orphans = anchors.stream()
                    .filter(anchor -> !found.containsKey(anchor))
                    .toList();
            boolean twin = less.contains(lines.get(gone - 1));
            if (!twin) {
                assertThat(orphans).as("line %d deleted", line).hasSize(1).allMatch(one -> one.origin() == line);
            }
        }
    }

    @Test
    void ofEqualLinesEachAnchorHasOneOfItsOwn() {
        List<String> lines = List.of(T + " w tick", T + " w tick", T + " w tick");
        List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 3, 1);
        assertThat(find(TextLog.trace("a.log", List.of(T - 1 + " w start", lines.get(0), lines.get(1))), anchors))
                .hasSize(2);
    }

    @Test
    void aLogThatWasCutAtBothEndsKeepsWhatIsLeft() {
        List<String> lines = log(1000, T, 5);
        List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 1000, 10);
        Map<Anchor, EventRef> found = find(TextLog.trace("a.log", lines.subList(300, 700)), anchors);
        assertThat(found.keySet()).allMatch(anchor -> anchor.origin() > 300 && anchor.origin() <= 700);
        assertThat(found).hasSize(40);
    }

    @Test
    void anExportWithMoreFieldsAndFewerDigitsIsKnownAgain() {
        Trace before =
                TextLog.trace("a.log", List.of(T + 123_456_789 + " w set user:1", T + 200_000_001 + " w get user:2"));
        Anchor first = TextLog.anchor(before, 1);
        Trace same =
                TextLog.trace("a.log", List.of("" + (T + 123_456_789) + " w {level:INFO,msg:set user:1,w:1,pid:7}"));
        assertThat(find(same, List.of(first))).containsOnlyKeys(first);
        Trace other = TextLog.trace("a.log", List.of("" + (T + 123_456_789) + " w {level:INFO,msg:set user:2,pid:7}"));
        assertThat(find(other, List.of(first))).isEmpty();
    }

    @Test
    void anExportInAnotherZoneIsKnownByTheShiftThatItsAnchorsAgreeOn() {
        List<String> lines = log(600, T, 6);
        List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 600, 20);
        List<String> moved = new ArrayList<>();
        lines.forEach(line -> moved.add(Long.parseLong(line.substring(0, 19)) - 5 * HOUR + line.substring(19)));
        Trace again = TextLog.trace("a.log", moved);
        Map<Anchor, EventRef> found = find(again, anchors);
        assertThat(found.keySet()).containsAll(anchors);
        found.forEach((anchor, ref) ->
                assertThat(again.tables().getFirst().ownStart(ref.row())).isEqualTo(anchor.start() - 5 * HOUR));
    }

    @Test
    void aMessageThatComesEveryHourDoesNotStandInForTheOneThatWasDeleted() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            lines.add(T + i * HOUR + " w rotated the log");
        }
        Anchor third = TextLog.anchor(TextLog.trace("a.log", lines), 3);
        lines.remove(2);
        assertThat(find(TextLog.trace("a.log", lines), List.of(third))).isEmpty();
    }

    @Test
    void aFileOfAnotherNameIsLookedIntoOnlyWhenTheRightOneIsNotOpen() {
        List<String> lines = log(50, T, 8);
        List<Anchor> anchors = anchors(TextLog.trace("a.log", lines), 50, 5);
        List<String> more = new ArrayList<>(lines);
        more.add(T + HOUR + " w-1 end");
        assertThat(find(TextLog.trace("copy of a.log", more), anchors)).hasSameSizeAs(anchors);
        Trace both = TextLog.trace("a.log", List.of(T + " w-1 another story"));
        both = both.with(TextLog.table(both.names(), "b.log", "wall clock", more));
        assertThat(find(both, anchors)).isEmpty();
        Map<String, String> became =
                Map.of(anchors.getFirst().sourceSha256(), both.sources().get(1).sha256());
        assertThat(AnchorFinder.find(both, anchors, became, Progress.none())).hasSameSizeAs(anchors);
    }

    @Test
    void whatTookTheirPlaceIsFollowedThroughTheHistory() {
        History history = SampleEdits.history();
        history = SampleEdits.after(history, new Edit.SourceAdded(new SourceLink("p", "a", "n", 0)));
        history = SampleEdits.after(history, new Edit.SourceReplaced("a", new SourceLink("p", "b", "n", 0)));
        history = SampleEdits.after(history, new Edit.SourceReplaced("b", new SourceLink("p", "c", "n", 0)));
        assertThat(SourceSuccession.of(history)).isEqualTo(new HashMap<>(Map.of("a", "c", "b", "c")));
        history = SampleEdits.after(history, new Edit.SourceReplaced("c", new SourceLink("p", "a", "n", 0)));
        assertThat(SourceSuccession.of(history)).isEqualTo(Map.of("b", "a", "c", "a"));
        history = ((HistoryStep.Taken) history.undo()).history();
        assertThat(SourceSuccession.of(history)).isEqualTo(Map.of("a", "c", "b", "c"));
    }
}
