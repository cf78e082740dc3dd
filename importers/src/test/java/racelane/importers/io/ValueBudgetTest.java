package racelane.importers.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueBudgetTest {
    @Test
    void othersUseHalfAndWhatPatternsCompareTheRest() {
        ValueBudget budget = new ValueBudget(100_000);

        int others = admitted(budget.attribute("trace_id"));
        int compared = admitted(budget.attribute("base"));

        assertThat(others).isBetween(100, 250); // 50,000 bytes
        assertThat(compared).isCloseTo(others, org.assertj.core.data.Offset.offset(1));
        assertThat(budget.leftOut()).hasSize(2).allMatch(said -> said.contains("left to the text"));
    }

    @Test
    void anEmptyLedgerSaysNothing() {
        ValueBudget budget = new ValueBudget();
        assertThat(budget.attribute("base").test(10)).isTrue();
        assertThat(budget.leftOut()).isEmpty();
    }

    private static int admitted(ValueBudget.Attribute attribute) {
        int count = 0;
        for (int i = 0; i < 10_000; i++) {
            count += attribute.test(10) ? 1 : 0;
        }
        return count;
    }
}
