package racelane.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import racelane.app.export.RedactionChoice;
import racelane.app.fx.Texts;
import racelane.model.scene.FigureRequest;

/**
 * What the user of a window chose about redaction; holds for every picture, report and copy that the window makes until they choose
 * otherwise, and is not kept longer than the window. Any thread.
 */
public final class RedactionSetting {
    private static final Texts TEXTS = Texts.of(RedactionSetting.class);

    private volatile Wish wish;

    /**
     * What holds at one moment.
     *
     * @param raw whether everything is shown
     * @param kept texts that are shown although a rule finds them
     * @param ownRules the user's own rule file, which need not exist
     */
    public record Wish(boolean raw, Set<String> kept, Path ownRules) {
        /**
         * Reads the rules: in a job.
         *
         * @throws IOException when the user's own file cannot be read
         * @throws IllegalArgumentException with one line for people, when a rule in it cannot be understood
         */
        public RedactionChoice load() throws IOException {
            RedactionChoice choice = RedactionChoice.builtIn().withRaw(raw).withKept(kept);
            return Files.isRegularFile(ownRules) ? choice.withFile(ownRules) : choice;
        }
    }

    /** Creates the setting of a window: everything that a rule finds is hidden. */
    public RedactionSetting(Path configFolder) {
        this.wish = new Wish(false, Set.of(), configFolder.resolve(RedactionChoice.OWN_RULES));
    }

    /** Returns what holds now, to be taken into a job. */
    public Wish wish() {
        return wish;
    }

    /** Chooses. */
    public void choose(boolean everything, Set<String> shown) {
        wish = new Wish(everything, Set.copyOf(shown), wish.ownRules());
    }

    /**
     * Returns a figure as it may be shown. Reads the rules: in a job.
     *
     * @throws UncheckedIOException when the user's own rules cannot be read
     */
    public FigureRequest clean(FigureRequest request) {
        try {
            return wish.load().cleaned(request);
        } catch (IOException e) {
            throw new UncheckedIOException(TEXTS.get("rules.unread", String.valueOf(e.getMessage())), e);
        }
    }
}
