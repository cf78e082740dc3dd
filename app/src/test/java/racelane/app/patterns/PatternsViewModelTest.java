package racelane.app.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.drafts.Drafts;
import racelane.app.session.Rig;

final class PatternsViewModelTest {
    @TempDir
    Path folder;

    private Rig rig;
    private PatternFolder patterns;
    private PatternsViewModel model;
    private int searched;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        patterns = new PatternFolder(folder.resolve("patterns"));
        model = new PatternsViewModel(
                rig.session, rig.jobs, patterns, new Drafts(folder.resolve("state")), () -> searched++);
        rig.opener.open(List.of(rig.file(
                "a.log",
                "10 updater cache.set user:123",
                "20 http-2 getCache user:123",
                "40 updater invalidateRelated user:123")));
    }

    @Test
    void theTemplateFindsTheFlagshipWindow() {
        model.begin();
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(model.trialProperty().get().total()).isEqualTo(1);
        assertThat(model.verdictProperty().get()).contains("Finds 1 window in the open trace");
    }

    @Test
    void everyErrorIsToldWithItsPlaceAndNothingIsFound() {
        model.change("pattern p \"P\" {\n  bind key\n  ordr A < B\n}");
        assertThat(model.wrongProperty().get()).isTrue();
        assertThat(model.problemsProperty().get().getFirst().at().line()).isEqualTo(3);
        assertThat(model.verdictProperty().get()).startsWith("Line 3, column 3:");
        assertThat(model.trialProperty().get()).isEqualTo(PatternTrial.NONE);
    }

    @Test
    void aSavedFileCountsAtTheNextSearchAndIsFoundAgain() {
        model.begin();
        assertThat(model.save("mine")).isTrue();
        assertThat(searched).isEqualTo(1);
        assertThat(model.names()).containsExactly("mine");
        assertThat(patterns.load().library().patterns().patterns())
                .anyMatch(pattern -> pattern.name().equals("my-pattern"));
        assertThat(model.dirty()).isFalse();
        model.write("", "");
        model.open("mine");
        assertThat(model.textProperty().get()).isEqualTo(PatternsViewModel.TEMPLATE);
    }

    @Test
    void anotherFileIsNeverOverwritten() throws IOException {
        patterns.write("mine", "# theirs");
        model.write("", PatternsViewModel.TEMPLATE);
        assertThat(model.save("mine")).isFalse();
        assertThat(patterns.read("mine")).isEqualTo("# theirs");
        assertThat(model.verdictProperty().get()).contains("already");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        model.begin();
        assertThat(model.save("../evil")).isFalse();
        assertThat(model.verdictProperty().get()).contains("cannot be a file's name");
        assertThat(folder.resolve("evil.race")).doesNotExist();
    }

    @Test
    void aFileThatIsPutAsideNoLongerCountsAndIsNotLost() throws IOException {
        model.begin();
        model.save("mine");
        model.remove();
        assertThat(patterns.names()).isEmpty();
        assertThat(Files.readString(patterns.path().resolve("mine.race.aside"))).isEqualTo(PatternsViewModel.TEMPLATE);
    }

    @Test
    void aFileThatIsWrongIsToldAndTheOthersCount() throws IOException {
        patterns.write("good", PatternsViewModel.TEMPLATE);
        patterns.write("bad", "pattern");
        PatternFolder.Loaded loaded = patterns.load();
        assertThat(loaded.problems()).singleElement().asString().contains("bad.race:1:");
        assertThat(loaded.library().patterns().patterns())
                .anyMatch(pattern -> pattern.name().equals("my-pattern"));
    }

    @Test
    void aTextThatWasNotSavedIsThereAgainAtTheNextStart() {
        model.begin();
        model.change("pattern half");
        model.left("given");
        PatternsViewModel next = next();
        next.begin();
        assertThat(next.textProperty().get()).isEqualTo("pattern half");
        assertThat(next.draftName()).isEqualTo("given");
        next.change(PatternsViewModel.TEMPLATE);
        assertThat(next.save("mine")).isTrue();
        next.left("mine");
        PatternsViewModel last = next();
        last.begin();
        assertThat(last.nameProperty().get())
                .as("what was saved is a file and no draft")
                .isEqualTo("mine");
        assertThat(last.dirty()).isFalse();
    }

    private PatternsViewModel next() {
        return new PatternsViewModel(
                rig.session, rig.jobs, patterns, new Drafts(folder.resolve("state")), () -> searched++);
    }
}
