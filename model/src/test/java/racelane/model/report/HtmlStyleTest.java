package racelane.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet of a report, as it stands in the file. */
class HtmlStyleTest {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    @Test
    void onPaperNothingIsSaidTwice() {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        Matcher rules = RULE.matcher(paper());
        while (rules.find()) {
            String selector = rules.group(1).strip();
            for (String property : rules.group(2).split(";")) {
                String name = property.split(":")[0].strip();
                if (!name.isEmpty() && !seen.add(selector + " " + name)) {
                    twice.add(selector + " " + name);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(twice).isEmpty();
    }

    @Test
    void quotedLinesKeepRoomBesideTimesToTheNanosecond() {
        assertThat(paper())
                .contains("td.line { min-width:")
                .contains("td.short:has(+ td.number) code { white-space: normal;");
        assertThat(style()).containsPattern("td\\.number code \\{[^}]*white-space: nowrap");
    }

    private static String paper() {
        String style = style();
        int from = style.indexOf('{', style.indexOf("@media print")) + 1;
        return style.substring(from);
    }

    private static String style() {
        String html = HtmlReport.write(ReportSinksTest.document("x"), Map.of(), "");
        return html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    }
}
