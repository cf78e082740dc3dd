package racelane.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The model keeps the rules, and a house of culprits shows that each rule can be broken. */
class HouseRulesTest {
    private static final String PLANTED = "racelane.house.planted";

    /** Which planted classes each rule must name; every other planted class is innocent of it. */
    private static final Map<String, List<String>> CULPRITS = Map.ofEntries(
            Map.entry("no package of the model lies in a cycle", List.of("model.source", "model.event")),
            Map.entry("no package of the importers lies in a cycle", List.of("importers.io", "importers.jfr")),
            Map.entry("no package of the app lies in a cycle", List.of("app.job", "app.cli")),
            Map.entry(
                    "the packages of the model stand in order",
                    List.of("model.time.Upward", "model.source.KnowsEvents", "model.surprise has no place")),
            Map.entry("the packages of the importers stand in order", List.of("importers.io.Lines")),
            Map.entry("JSON is read and written at four doors", List.of("model.event.Careless.json")),
            Map.entry("nobody maps a file into memory", List.of("model.event.Careless.map")),
            Map.entry("nobody uses Java serialization", List.of("model.event.Careless.unpack")),
            Map.entry("the console belongs to the app", List.of("model.event.Careless.shout")),
            Map.entry(
                    "threads start in two packages",
                    List.of("model.event.Careless.fork", "model.event.Careless.share")),
            Map.entry("no static field changes", List.of("model.event.Careless.calls")),
            Map.entry("services are looked up in one place", List.of("model.event.Careless.services")));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theModelKeepsEveryRule() {
        JavaClasses model = new ClassFileImporter().importPath(Path.of("target", "classes"));
        assertThat(model.size()).isGreaterThan(30);
        return new HouseRules("racelane")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(model)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleNamesItsCulpritsAndNobodyElse() {
        JavaClasses planted =
                new ClassFileImporter().importPath(Path.of("target", "test-classes", "racelane", "house", "planted"));
        return CULPRITS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> details = violations(entry.getKey(), planted);
                    for (String culprit : entry.getValue()) {
                        assertThat(details).anyMatch(detail -> detail.contains(culprit));
                    }
                    assertThat(details)
                            .allMatch(detail -> entry.getValue().stream().anyMatch(detail::contains));
                }));
    }

    @Test
    void noRuleIsWithoutACulprit() {
        Set<String> tried = new HashSet<>(CULPRITS.keySet());
        tried.add("no graphics below the app");
        assertThat(new HouseRules(PLANTED).all()).containsOnlyKeys(tried.toArray(String[]::new));
    }

    /** No module here can see a screen, so the culprit is written byte by byte. */
    @Test
    void graphicsBelowTheAppAreFound() throws IOException {
        ClassDesc painter = ClassDesc.of(PLANTED + ".model.scene.Painter");
        byte[] bytes = ClassFile.of()
                .build(
                        painter,
                        type -> type.withField("colour", ClassDesc.of("java.awt.Color"), ClassFile.ACC_PRIVATE)
                                .withField("font", ClassDesc.of("javafx.scene.text.Font"), ClassFile.ACC_PRIVATE)
                                .withField("name", ConstantDescs.CD_String, ClassFile.ACC_PRIVATE));
        Files.write(folder.resolve("Painter.class"), bytes);
        JavaClasses classes = new ClassFileImporter().importPath(folder);
        assertThat(violations("no graphics below the app", classes))
                .hasSize(2)
                .anyMatch(detail -> detail.contains("java.awt.Color"))
                .anyMatch(detail -> detail.contains("javafx.scene.text.Font"));
    }

    private static List<String> violations(String rule, JavaClasses classes) {
        ArchRule found = Objects.requireNonNull(new HouseRules(PLANTED).all().get(rule), rule);
        return found.evaluate(classes).getFailureReport().getDetails();
    }
}
