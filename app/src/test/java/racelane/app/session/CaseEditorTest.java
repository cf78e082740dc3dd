package racelane.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import racelane.app.fx.Notifier;
import racelane.app.job.FxJobRunner;
import racelane.model.investigation.Edit;

/** The editor with jobs on threads of their own; what they report waits until the test takes it up. */
final class CaseEditorTest implements Notifier {
    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
    private final List<String> errors = new ArrayList<>();

    private final Session session = new Session(() -> {}, CaseEditor.fresh("tester"));
    private final FxJobRunner jobs = new FxJobRunner(later::add, error -> errors.add(error.toString()));

    private CaseEditor editor(Path where) {
        return new CaseEditor(session, jobs, this, where, "tester", later::add);
    }

    @Test
    void aCaseBegunRightAfterAnEditOfTheOneBeforeLosesNothingOfEither() {
        CaseEditor editor = editor(folder);
        editor.apply(new Edit.CaseTitled("the first"));
        editor.apply(new Edit.CaseTitled("the first, reworded"));
        editor.begin();
        editor.apply(new Edit.CaseTitled("the second"));
        editor.close(); // nothing that was reported has been heard yet: closing alone has to be enough
        assertThat(errors).isEmpty();
        assertThat(cases())
                .hasSize(2)
                .anySatisfy(
                        text -> assertThat(text).contains("the first, reworded").doesNotContain("the second"))
                .anySatisfy(text -> assertThat(text).contains("the second").doesNotContain("the first"));
    }

    @Test
    void aCaseWhoseFolderCannotBeMadeIsToldAndSavedUnderAName() throws Exception {
        CaseEditor editor =
                editor(Files.writeString(folder.resolve("in the way"), "").resolve("untitled"));
        editor.apply(new Edit.CaseTitled("kept"));
        until(() -> editor.savedProperty().get() instanceof SaveState.Failed);
        Path target = folder.resolve("case.racelane");
        editor.saveAs(target);
        until(() -> target.equals(editor.pathProperty().get())
                && editor.savedProperty().get() instanceof SaveState.Saved);
        editor.close();
        assertThat(Files.readString(target)).contains("kept");
    }

    @Test
    void aBranchGoesOnFromAnEarlierEditAndLeavesTheCaseAsItWas() throws Exception {
        CaseEditor editor = editor(folder);
        editor.apply(new Edit.CaseTitled("one"));
        editor.apply(new Edit.CaseTitled("two"));
        editor.branch(1);
        assertThat(session.history().state().title()).isEqualTo("one");
        editor.apply(new Edit.CaseTitled("another two"));
        editor.undo();
        editor.undo();
        assertThat(session.history().state().title())
                .as("the author undoes what was done before the branch")
                .isEmpty();
        until(() -> editor.savedProperty().get() instanceof SaveState.Saved);
        editor.close();
        assertThat(cases())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("\"two\"").doesNotContain("another"))
                .anySatisfy(text -> assertThat(text).contains("another two").doesNotContain("\"two\""));
    }

    private List<String> cases() {
        List<String> texts = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.racelane")) {
            for (Path file : files) {
                texts.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = later.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("something to happen within ten seconds").isNotNull();
            next.run();
        }
    }

    @Override
    public void info(String text) {}

    @Override
    public void error(String text, String details) {
        errors.add(text);
    }
}
