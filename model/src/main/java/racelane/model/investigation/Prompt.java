package racelane.model.investigation;

/**
 * A question that a stage puts to the user.
 *
 * @param stage where
 * @param id names its answer in {@link StageState#answers()}; the same question has the same id in every template
 * @param title one or two words, for headings: {@code Root cause}
 * @param question what is asked, one sentence
 */
public record Prompt(Stage stage, String id, String title, String question) {}
