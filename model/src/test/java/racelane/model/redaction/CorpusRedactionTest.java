package racelane.model.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the built-in rules do to real logs: how many lines lose something that is no secret. */
class CorpusRedactionTest {
    private static final Path LOGS = Path.of(System.getProperty("racelane.root", "."), "../shared/corpus/logs");
    private static final int MOST_LINES = 2_000;

    /** What is a secret by its very form: addresses, e-mail, names of hosts with a domain, identifiers of sessions. */
    private static final Pattern BY_FORM = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}"
            + "|(?i:[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7})|(?i:[0-9a-f]{2}([:-][0-9a-f]{2}){5})"
            + "|(?i:[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,})|0x[0-9a-f]{9,}");

    /** Names of accounts and hosts in the corpus, looked at one by one; what is not among them counts as wrong. */
    private static final Set<String> KNOWN = Set.of(
            "tonypan",
            "haoze",
            "msrabi",
            "zhebaoting",
            "spelce1",
            "markus",
            "germann2",
            "msra-sa-41",
            "root",
            "admin",
            "cyrus",
            "news",
            "test",
            "support",
            "oracle",
            "guest",
            "uucp",
            "matlab",
            "inspur",
            "n1",
            "n2",
            "n3",
            "n4",
            "n5",
            "n6",
            "n7",
            "renovate-gitlab-67c4bcb5-9ggbv");

    @Test
    void atMostTwoLinesInAHundredLoseWhatIsNoSecret() throws IOException {
        assumeThat(Files.isDirectory(LOGS)).as("the corpus lies in %s", LOGS).isTrue();
        List<Path> files;
        try (Stream<Path> all = Files.list(LOGS)) {
            files = all.filter(file -> !file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        List<RedactionRule> rules = Redaction.builtIn();
        long lines = 0;
        long wrong = 0;
        List<String> report = new ArrayList<>();
        for (Path file : files) {
            List<String> texts = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .limit(MOST_LINES)
                    .toList();
            lines += texts.size();
            Redaction redaction = Redaction.of(rules, List.of(), Set.of(), texts);
            for (RedactionHit hit : redaction.hits()) {
                boolean right = BY_FORM.matcher(hit.text()).matches() || KNOWN.contains(hit.text());
                if (!right) {
                    String example = texts.stream()
                            .filter(text -> text.contains(hit.text()))
                            .findFirst()
                            .orElse("");
                    report.add(file.getFileName() + "\t" + hit.kind() + "\t" + hit.text() + "\t" + hit.count() + "\t"
                            + example.substring(0, Math.min(160, example.length())));
                    wrong += hit.count();
                }
            }
        }
        Files.write(Path.of("target", "redaction-doubts.tsv"), report);
        assertThat((double) wrong / lines)
                .as("%d doubtful places in %d lines", wrong, lines)
                .isLessThanOrEqualTo(0.02);
    }
}
