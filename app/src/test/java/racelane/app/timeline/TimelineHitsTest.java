package racelane.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import racelane.app.job.SameThreadJobRunner;
import racelane.app.search.SearchViewModel;
import racelane.app.session.QuietTimeline;
import racelane.app.session.SearchHits;
import racelane.app.session.Session;
import racelane.model.investigation.History;
import racelane.model.lane.RowsBy;
import racelane.model.scene.ColorRole;
import racelane.model.scene.Emphasis.Rest;
import racelane.model.scene.Marks;
import racelane.model.scene.Shape;
import racelane.model.scene.TextMeasure;

class TimelineHitsTest {
    private static final TextMeasure MEASURE = (text, font, size) -> text.length() * size * 0.6;

    private Session session;
    private TimelineModel model;
    private SearchViewModel search;

    @BeforeEach
    void openTheTrace() {
        session = new Session(() -> {}, History.empty("w", "tester", InstantSource.system()));
        SameThreadJobRunner jobs = new SameThreadJobRunner();
        model = new TimelineModel(session, jobs, MEASURE);
        search = new SearchViewModel(session, jobs, new QuietTimeline());
        session.setTrace(SmallTraces.twoLanesOverTwoSources());
        model.resize(1000 + model.gutter(), 400);
    }

    @Test
    void hitsAreUnderlinedInTheLanesAndMarkedInTheOverview() {
        assertThat(underlines()).isZero();
        search.search("op:set");
        assertThat(session.hitsProperty().get().total()).isEqualTo(2);
        assertThat(underlines()).isEqualTo(2);
        assertThat(overviewMarks()).isEqualTo(2);
        search.search("");
        assertThat(underlines()).isZero();
        assertThat(overviewMarks()).isZero();
    }

    @Test
    void theRestIsDimmedHiddenOrTheOnlyThingShown() {
        search.search("op:set");
        session.look().setRest(Rest.DIMMED);
        assertThat(count(i -> model.frame().lanes().marks().opacity(i) < 0.3)).isEqualTo(6);
        assertThat(model.frame().lanes().marks().size())
                .as("hits are drawn again over the faded")
                .isEqualTo(8);
        session.look().setRest(Rest.HIDDEN);
        assertThat(names()).containsOnly("set", "SET");
        session.look().setRest(Rest.ALONE);
        assertThat(names()).contains("update", "get", "invalidate", "DEL").doesNotContain("set", "SET");
    }

    @Test
    void hitsStayMarkedInOtherRows() {
        search.search("op:set");
        session.look().setRest(Rest.HIDDEN);
        session.look().setRowsBy(RowsBy.OPERATION);
        assertThat(names()).containsOnly("set", "SET");
    }

    @Test
    void hitsOfATraceThatIsNoLongerOpenAreNotDrawn() {
        search.search("op:set");
        SearchHits old = session.hitsProperty().get();
        session.setTrace(SmallTraces.oneHandsToTwo());
        session.setHits(old);
        assertThat(underlines()).isZero();
    }

    private List<String> names() {
        Marks marks = model.frame().lanes().marks();
        return IntStream.range(0, marks.size())
                .mapToObj(i -> session.trace().at(marks.event(i)).name())
                .distinct()
                .toList();
    }

    private long underlines() {
        Marks marks = model.frame().lanes().marks();
        return count(i -> marks.role(i) == ColorRole.ACCENT && marks.height(i) < 4);
    }

    private long count(IntPredicate wanted) {
        return IntStream.range(0, model.frame().lanes().marks().size())
                .filter(wanted)
                .count();
    }

    private long overviewMarks() {
        return model.frame().overview().over().stream()
                .filter(Shape.Box.class::isInstance)
                .map(Shape.Box.class::cast)
                .filter(box -> box.fill() == ColorRole.ACCENT)
                .count();
    }
}
