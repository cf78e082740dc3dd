package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

class ClassReportTest {
    @Test
    void saysOfEveryOperationWhatItIsAndWhy() {
        ClassReport report = ClassReport.of(
                Histories.trace(
                        "1 a getUser u; 2 a getUser u; 3 a lock.check r result=ok; 4 a lock.check r result=no; 5 a lock.check r;"
                                + " 6 a whatever u"),
                PatternSet.builtIn(),
                Progress.none());
        assertThat(report.operations())
                .extracting(ClassReport.Operation::name)
                .containsExactly("lock.check", "getUser", "whatever");
        ClassReport.Operation check = report.operations().get(0);
        assertThat(check.events()).isEqualTo(3);
        assertThat(check.classes()).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo("check");
            assertThat(one.events()).isEqualTo(1);
            assertThat(one.why()).startsWith("words ~ ").endsWith(" and result == \"ok\"");
            assertThat(one.at().file()).isEqualTo("built-in/vocabulary.race");
        });
        assertThat(report.operations().get(1).words()).isEqualTo("get user");
        assertThat(report.operations().get(1).classes())
                .extracting(ClassReport.Membership::type)
                .containsExactly("read");
        assertThat(report.operations().get(2).classes()).isEmpty();
    }
}
