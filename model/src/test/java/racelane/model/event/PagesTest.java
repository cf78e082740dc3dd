package racelane.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final int PAGE = IntPages.PAGE;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE + 17})
    void valuesStandWhereAnArrayHasThem(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int[] ints = new int[size];
        long[] longs = new long[size];
        IntPages intPages = IntPages.zeros(size);
        LongPages longPages = LongPages.zeros(size);
        assertThat(intPages.size()).isEqualTo(size);
        assertThat(longPages.size()).isEqualTo(size);
        for (int i = 0; i < Math.min(size, 10_000); i++) {
            int at = random.nextInt(size);
            ints[at] = random.nextInt();
            longs[at] = random.nextLong();
            intPages.set(at, ints[at]);
            longPages.set(at, longs[at]);
        }
        int different = 0;
        for (int i = 0; i < size; i++) {
            different += intPages.get(i) == ints[i] && longPages.get(i) == longs[i] ? 0 : 1;
        }
        assertThat(different).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE, PAGE + 1, 2 * PAGE})
    void aHeadHasTheFirstAndNoMore(int count) {
        IntPages all = IntPages.zeros(2 * PAGE);
        for (int i = 0; i < all.size(); i++) {
            all.set(i, i);
        }
        IntPages head = all.head(count);
        assertThat(head.size()).isEqualTo(count);
        if (count > 0) {
            assertThat(head.get(count - 1)).isEqualTo(count - 1);
        }
        assertThatThrownBy(() -> head.get(count)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aPartIsCopiedAcrossPages() {
        LongPages pages = LongPages.zeros(2 * PAGE + 3);
        for (int i = 0; i < pages.size(); i++) {
            pages.set(i, i);
        }
        long[] part = new long[PAGE + 5];
        pages.copyTo(part, PAGE - 2, PAGE + 4);
        assertThat(part).startsWith(PAGE - 2, PAGE - 1, PAGE, PAGE + 1);
        assertThat(part[PAGE + 3]).isEqualTo(2 * PAGE + 1);
        assertThat(part[PAGE + 4]).as("not asked for").isZero();
        assertThatThrownBy(() -> pages.copyTo(part, PAGE, PAGE + 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void filledPagesHaveTheValueToTheLast() {
        LongPages filled = LongPages.filled(PAGE + 3, -7);
        assertThat(filled.get(0)).isEqualTo(-7);
        assertThat(filled.get(PAGE + 2)).isEqualTo(-7);
        assertThatThrownBy(() -> filled.get(PAGE + 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> filled.set(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
