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

    @Test
    void aCaseBegunWhileTheFileOfTheOneBeforeIsStillMadeGetsAFileOfItsOwn() throws Exception {
        Session session = new Session(() -> {}, CaseEditor.fresh("tester"));
        FxJobRunner jobs = new FxJobRunner(later::add, error -> errors.add(error.toString()));
        CaseEditor editor = new CaseEditor(session, jobs, this, folder, "tester", later::add);
        editor.apply(new Edit.CaseTitled("the first"));
        editor.apply(new Edit.CaseTitled("the first, reworded"));
        editor.begin();
        editor.apply(new Edit.CaseTitled("the second"));
        until(() -> editor.savedProperty().get() instanceof SaveState.Saved && cases().size() == 2);
        editor.close();
        assertThat(errors).isEmpty();
        untilWritten("the first, reworded"); // by the writer of the case before, which nobody waits for
        assertThat(cases())
                .anySatisfy(
                        text -> assertThat(text).contains("the first, reworded").doesNotContain("the second"))
                .anySatisfy(text -> assertThat(text).contains("the second").doesNotContain("the first"));
    }

    private void untilWritten(String words) throws InterruptedException {
        for (int i = 0; i < 1_000 && cases().stream().noneMatch(text -> text.contains(words)); i++) {
            Thread.sleep(10);
        }
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
