package racelane.model.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import racelane.model.event.EventRef;
import racelane.model.event.Trace;
import racelane.model.redaction.Redaction;
import racelane.model.redaction.RedactionRule;

class FigureRedactionTest {
    private static final List<RedactionRule> RULES =
            RedactionRule.parse("test", "user: user:\\d+\nhost: (?<secret>cache-race)\\.log");

    @Test
    void aTraceIsReadInOtherWordsWhileItsRowsStay() {
        Trace trace = SceneSamples.cacheRace();
        Trace other = trace.reworded(text -> text.replace("user:123", "user-1").replace("getCache", "op-1"));
        assertThat(other.at(new EventRef(0, 1)).key()).isEqualTo("user-1");
        assertThat(other.lanes().stream().map(lane -> lane.name().name())).containsExactly("updateCache", "op-1");
        assertThat(other.at(new EventRef(0, 3)).lane()).isEqualTo(other.lanes().get(1));
        assertThat(other.at(new EventRef(0, 3)).attributes()).isEqualTo(Map.of("result", "OLD"));
        assertThat(other.sameRows(trace)).isTrue();
        assertThat(trace.at(new EventRef(0, 1)).key()).isEqualTo("user:123");
    }

    @Test
    void noSecretIsLeftInTheSceneOfACleanedFigure() {
        FigureRequest request = request();
        assertThat(dump(request)).contains("user:123", "cache-race.log");
        Redaction redaction = Redaction.of(RULES, List.of(), Set.of(), FigureRedaction.texts(request));
        String clean = dump(FigureRedaction.cleaned(request, redaction));
        assertThat(clean).contains("user-1", "host-1.log:3").doesNotContain("user:123", "cache-race");
        assertThat(redaction.sentence()).isEqualTo("2 values redacted.");
    }

    @Test
    void whatNobodyLookedThroughBeforeIsHiddenAllTheSame() {
        Redaction redaction = Redaction.of(RULES, List.of(), Set.of("user:7"), List.of());
        assertThat(redaction.clean("get user:123 not user:7")).isEqualTo("get user not user:7");
    }

    @Test
    void rawLeavesTheFigureAsItIs() {
        FigureRequest request = request();
        assertThat(FigureRedaction.cleaned(request, Redaction.RAW)).isSameAs(request);
        assertThat(Redaction.RAW.sentence()).isEqualTo("Not redacted.");
    }

    private static FigureRequest request() {
        Trace trace = SceneSamples.cacheRace();
        var window = SceneSamples.cacheRaceWindow();
        return FigureRequest.of(trace, window, StepQuotes.read(trace, List.of(window)));
    }

    private static String dump(FigureRequest request) {
        return SceneDump.of(FigureLayout.layout(request, SceneSamples.sixPixels()));
    }
}
