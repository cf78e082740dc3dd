package racelane.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeRangeTest {
    private final TimeRange range = new TimeRange(100, 200);

    @Test
    void bothEndsBelongToIt() {
        assertThat(range.contains(100)).isTrue();
        assertThat(range.contains(200)).isTrue();
        assertThat(range.contains(201)).isFalse();
        assertThat(range.intersects(new TimeRange(200, 300))).isTrue();
        assertThat(range.intersects(new TimeRange(0, 99))).isFalse();
        assertThat(range.union(new TimeRange(300, 400))).isEqualTo(new TimeRange(100, 400));
        assertThat(range.duration()).isEqualTo(100);
        assertThat(range.middle()).isEqualTo(150);
    }

    @Test
    void itNeverEndsBeforeItStarts() {
        assertThatThrownBy(() -> new TimeRange(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(TimeRange.between(2, 1)).isEqualTo(new TimeRange(1, 2));
    }

    @Test
    void paddingWidensBothSidesByAShareOrTheLeastAllowed() {
        assertThat(range.padded(0.1, 0)).isEqualTo(new TimeRange(90, 210));
        assertThat(range.padded(0.1, 50)).isEqualTo(new TimeRange(50, 250));
    }

    @Test
    void aRangeOfAllTimeIsLongAndItsPaddingStopsAtTheEnds() {
        TimeRange all = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);
        assertThat(all.duration()).isEqualTo(Long.MAX_VALUE);
        assertThat(all.middle()).isBetween(-1L, 1L);
        assertThat(all.padded(0.1, 10)).isEqualTo(all);
    }
}
