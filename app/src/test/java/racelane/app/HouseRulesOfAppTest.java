package racelane.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import racelane.house.HouseRules;

/** The app keeps the rules of the house. */
class HouseRulesOfAppTest {
    @TestFactory
    Stream<DynamicTest> theAppKeepsEveryRule() {
        Path compiled = Path.of("target", "classes");
        assertThat(compiled.resolve("module-info.class")).isRegularFile();
        JavaClasses app = new ClassFileImporter().importPath(compiled);
        return new HouseRules("racelane")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(app)));
    }
}
