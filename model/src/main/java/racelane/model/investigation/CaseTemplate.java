package racelane.model.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions of a usual kind of bug report. Every template asks what all races have to answer, and what its own kind needs beside.
 *
 * @param id its name in the edits: {@code stale-read}
 * @param title its name for people: {@code Stale read}
 * @param symptom how the report of such a bug begins, for choosing among them
 * @param prompts all questions, in the order of the stages
 */
public record CaseTemplate(String id, String title, String symptom, List<Prompt> prompts) {
    private static final List<Prompt> COMMON = List.of(
            prompt(
                    Stage.COLLECT_EVIDENCE,
                    "changes",
                    "Recent changes",
                    "What changed in code, load or machines before it began?"),
            prompt(
                    Stage.COLLECT_EVIDENCE,
                    "where",
                    "Where it fails",
                    "On which version, machine, load and input does it fail, and where never?"),
            prompt(
                    Stage.ISOLATE_VARIABLES,
                    "working",
                    "Working example",
                    "Where does the same kind of operation work?"),
            prompt(Stage.ISOLATE_VARIABLES, "broken", "Broken example", "Where does it fail?"),
            prompt(
                    Stage.ISOLATE_VARIABLES,
                    "differences",
                    "Differences",
                    "What differs between the two in order, timing and operations?"),
            prompt(Stage.ISOLATE_VARIABLES, "ruled-out", "Ruled out", "What was tried and made no difference?"),
            prompt(
                    Stage.TEST_HYPOTHESES,
                    "minimal-test",
                    "Minimal test",
                    "What is the smallest run that fails, and how is its window widened?"),
            prompt(Stage.VERIFY_FIX, "what-broke", "What broke", "What did users of the program see, in one sentence?"),
            prompt(Stage.VERIFY_FIX, "root-cause", "Root cause", "Which two operations were not one step, and why?"),
            prompt(Stage.VERIFY_FIX, "fix", "The fix", "What was changed, and why does that close the window?"),
            prompt(
                    Stage.VERIFY_FIX,
                    "prevention",
                    "Prevention",
                    "What keeps it from coming back: a test, a check, a rule, an alarm?"),
            prompt(Stage.VERIFY_FIX, "lessons", "Lessons", "What would have found it sooner?"));

    private static final List<CaseTemplate> ALL = List.of(
            template("race", "Race condition", "Something fails now and then"),
            template(
                    "stale-read",
                    "Stale read",
                    "An old value is returned after an update",
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "expected-write",
                            "The write",
                            "Which write should the read have seen, and when did it complete?"),
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "copies",
                            "The copies",
                            "Where else does the value lie: cache, replica, related entries?"),
                    prompt(
                            Stage.ISOLATE_VARIABLES,
                            "steps",
                            "Steps of the update",
                            "Which steps make up the update, and which of them does a reader see?")),
            template(
                    "lost-update",
                    "Lost update",
                    "Of two changes only one is there afterwards",
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "both-writes",
                            "The two writes",
                            "Which two actors wrote, from which value did each of them start?"),
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "survivor",
                            "What is left",
                            "Which of the two was kept, and how was the loss noticed?"),
                    prompt(
                            Stage.ISOLATE_VARIABLES,
                            "guard",
                            "The guard",
                            "What should have kept them apart: lock, transaction, version?")),
            template(
                    "deadlock",
                    "Deadlock",
                    "Everything stands still",
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "waiting",
                            "Who waits for whom",
                            "Which actor holds what, and waits for what, since when?"),
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "dump",
                            "Thread dump",
                            "What does a dump taken during the standstill say?"),
                    prompt(
                            Stage.ISOLATE_VARIABLES,
                            "lock-order",
                            "Lock order",
                            "In which order does each path take the locks?")),
            template(
                    "flaky-test",
                    "Flaky test",
                    "A test fails in some runs and passes in others",
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "rate",
                            "Failure rate",
                            "In how many of how many runs does it fail, alone and in the whole suite?"),
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "waits",
                            "What it waits for",
                            "What does the test wait for: a time, a condition, another test's leftovers?"),
                    prompt(
                            Stage.ISOLATE_VARIABLES,
                            "environment",
                            "Environment",
                            "Does it depend on load, core count, order of tests, clock or zone?")),
            template(
                    "order",
                    "Wrong order",
                    "Something happens before what it depends on",
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "expected-order",
                            "Expected order",
                            "In which order should the operations happen, and who says so?"),
                    prompt(
                            Stage.COLLECT_EVIDENCE,
                            "seen-order",
                            "Seen order",
                            "In which order did they happen, on which clocks?"),
                    prompt(
                            Stage.ISOLATE_VARIABLES,
                            "ordering",
                            "What orders them",
                            "What guarantees the order: a queue, a sequence number, a lock, nothing?")));

    /** Copies the list. */
    public CaseTemplate {
        prompts = List.copyOf(prompts);
    }

    /** Returns all templates; the first one fits every race. */
    public static List<CaseTemplate> all() {
        return ALL;
    }

    /** Returns the template with this id; the one that fits every race when there is none, or none was chosen. */
    public static CaseTemplate of(String id) {
        return ALL.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /** Returns the questions of one stage. */
    public List<Prompt> of(Stage stage) {
        return prompts.stream().filter(prompt -> prompt.stage() == stage).toList();
    }

    /** Returns the question with this id. */
    public Optional<Prompt> prompt(String prompt) {
        return prompts.stream().filter(each -> each.id().equals(prompt)).findFirst();
    }

    private static CaseTemplate template(String id, String title, String symptom, Prompt... own) {
        List<Prompt> prompts = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List.of(own).stream().filter(prompt -> prompt.stage() == stage).forEach(prompts::add);
            COMMON.stream().filter(prompt -> prompt.stage() == stage).forEach(prompts::add);
        }
        return new CaseTemplate(id, title, symptom, prompts);
    }

    private static Prompt prompt(Stage stage, String id, String title, String question) {
        return new Prompt(stage, id, title, question);
    }
}
