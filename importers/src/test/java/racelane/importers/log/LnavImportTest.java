package racelane.importers.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.event.EventTable;
import racelane.model.event.Names;
import racelane.model.format.ForeignFormat;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatWish;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportOptions;
import racelane.model.spi.SourceReader;

/** Formats in the shape of lnav's format files, written for this test. */
class LnavImportTest {
    private static final String PLAIN = """
            {
              "$schema": "https://lnav.org/schemas/format-v1.schema.json",
              "till_log": {
                "title": "Till",
                "description": "The tills of the shop",
                "url": "https://example.com",
                "file-pattern": "till.*",
                "regex": {
                  "std": {
                    "pattern": "^(?<timestamp>\\\\d{4}/\\\\d\\\\d/\\\\d\\\\d \\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d,\\\\d{3}) (?P<lvl>[[:alpha:]]) \\\\[(?<worker_thread>[^]]+)\\\\] (?<req_no>[^[ ]+) (?<body>.*)$"
                  }
                },
                "timestamp-format": ["%Y/%m/%d %H:%M:%S,%L"],
                "level-field": "lvl",
                "level": {"error": "E", "warning": "^(?:W|V)$", "info": "I"},
                "thread-id-field": "worker_thread",
                "opid-field": "req_no",
                "value": {
                  "worker_thread": {"kind": "string", "identifier": true},
                  "req_no": {"kind": "string"},
                  "body": {"kind": "string"}
                },
                "highlights": {"x": {"pattern": "y"}},
                "sample": [{"line": "2023/12/13 20:55:23,450 E [till-1] r7 sold user:1", "level": "error"}]
              }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aTextFormatIsConvertedAndReadsItsLogs() throws Exception {
        ForeignFormat till = convert(PLAIN).getFirst();

        assertThat(till.notSupported()).isEmpty();
        assertThat(till.notes()).contains("file-pattern is not needed", "highlights is not needed");
        assertThat(till.text()).isEqualTo("""
                # Converted from the lnav format till_log.
                name: Till
                regex: ^(?<time>\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}) (?<level>[\\p{Alpha}]) \\[(?<thread>[^\\]]+)\\] (?<request>[^\\[ ]+) (?<message>.*)$
                level: error = E
                level: warning = W V
                level: info = I
                time: yyyy/MM/dd HH:mm:ss,f
                """);
        EventTable table = read(
                till.text(),
                "2023/12/13 20:55:23,450 E [till-1] r7 sold user:1",
                "2023/12/13 20:55:23,460 V [till-2] r8 took user:1");
        assertThat(LogFiles.events(table))
                .containsExactly(
                        "1 INSTANT till-1 20:55:23.450Z sold user:# key=user:1 level=ERROR request=r7",
                        "2 INSTANT till-2 20:55:23.460Z took user:# key=user:1 level=WARNING request=r8");
    }

    @Test
    void aJsonFormatIsConvertedToo() throws Exception {
        ForeignFormat json = convert("""
                {"cart_json": {
                  "title": "Cart",
                  "json": true,
                  "timestamp-field": "when",
                  "timestamp-format": ["%d.%m.%Y %H:%M:%S.%L"],
                  "level-field": "sev",
                  "level": {"error": 50, "info": 30},
                  "body-field": "what",
                  "thread-id-field": "/ctx/worker",
                  "line-format": [{"field": "when"}, " ", {"field": "what"}],
                  "value": {"what": {"kind": "string"}, "ctx": {"kind": "json"}, "user": {"kind": "string"}}
                }}
                """).getFirst();

        assertThat(json.notSupported()).isEmpty();
        assertThat(json.notes()).containsExactly("line-format is not needed");
        EventTable table = read(
                json.text(),
                "{\"when\":\"13.12.2023 20:55:23.450\",\"sev\":50,\"what\":\"lost update\",\"ctx\":{\"worker\":\"w-1\"},\"user\":\"u7\"}");
        assertThat(LogFiles.events(table))
                .containsExactly("1 INSTANT w-1 20:55:23.450Z lost update level=ERROR user=u7");
    }

    @Test
    void whatRacelaneCannotDoIsNamedOneByOne() {
        ForeignFormat odd = convert("""
                {"odd_log": {
                  "regex": {
                    "rec": {"pattern": "(?<timestamp>\\\\d+) (?<p>\\\\((?:[^()]|(?&p))*\\\\))"},
                    "cond": {"pattern": "(<)?(?<timestamp>\\\\d+)(?(1)>) (?<body>.*)"},
                    "keep": {"pattern": "foo\\\\K(?<timestamp>\\\\d+) (?<body>.*)"},
                    "mod": {"pattern": "(?<body>.*)", "module-format": true},
                    "no_time": {"pattern": "(?<body>.*)"},
                    "good": {"pattern": "(?<timestamp>\\\\d+) (?#the rest)(?<body>.*)"}
                  },
                  "timestamp-format": ["%s", "%j %H"],
                  "timestamp-divisor": 60,
                  "level": {"error": "^E.*[0-9]"},
                  "subsecond-field": "us",
                  "converter": {"header": {}},
                  "sample": [{"line": "1702500123 fine"}, {"line": "not fine"}]
                }}
                """).getFirst();

        assertThat(odd.text()).contains("regex: (?<time>\\d+) (?<message>.*)\n").contains("time: epoch");
        assertThat(odd.notSupported())
                .containsExactly(
                        "regex.rec: a call of a group (?& at character 35 of its pattern",
                        "regex.cond: a conditional group (?( at character 22 of its pattern",
                        "regex.keep: \\K (forgets what was matched) at character 4 of its pattern",
                        "regex.mod.module-format: patterns for the inside of other formats",
                        "regex.no_time names no timestamp: times of day only, or none",
                        "level.error: '^E.*[0-9]' is a pattern and no list of words",
                        "timestamp-format '%j %H': no form reads all of its parts",
                        "timestamp-divisor 60: seconds, millis, micros and nanos are told by their digits",
                        "subsecond-field",
                        "converter",
                        "sample 2 is not matched by what the format became");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            (?P<a_b>x)(?P=a_b)      ~ (?<a_b>x)\\k<a_b>
            (?'n'x)\\k{n}\\g{n}     ~ (?<n>x)\\k<n>\\k<n>
            [^]x[]                  ~ [^\\]x\\[]
            [a&&b]                  ~ [a\\&\\&b]
            [[:digit:][:^space:]-]  ~ [\\p{Digit}[^\\s]-]
            a(?#note)b              ~ ab
            \\Q[.]\\E[[]            ~ \\Q[.]\\E[\\[]
            (?<=a)(?<!b)(?>c)d++    ~ (?<=a)(?<!b)(?>c)d++
            \\N+                    ~ .+
            """)
    void wherePcreAndJavaDifferItIsSaidInJavasWords(String pcre, String java) {
        assertThat(PcreRegex.translate(pcre, name -> name)).isEqualTo(new PcreRegex.Translated(java, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            %Y-%m-%dT%H:%M:%S.%f%z  ~ yyyy-MM-dd'THH:mm:ss.fZ
            %b %e %k:%M:%S          ~ MMM d H:mm:ss
            %I:%M:%S %p [%d]        ~ hh:mm:ss a '[dd']
            %i                      ~ epoch
            """)
    void timestampFormatsAreTranslated(String lnav, String form) {
        assertThat(StrptimeForm.of(lnav)).contains(form);
    }

    @Test
    void whatIsNoLnavFileIsOneLine() {
        assertThatThrownBy(() -> convert("{\"a\": 1}")).hasMessageContaining("holds no lnav format");
        assertThatThrownBy(() -> convert("{\"a\": {")).hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> convert("[".repeat(1_000))).hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> convert("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(convert("{\"a\": {\"regex\": 3}}").getFirst().notSupported())
                .contains("it has no pattern that can be used");
    }

    private static List<ForeignFormat> convert(String json) {
        return new FormatWorkshop().importLnav(json);
    }

    private EventTable read(String format, String... lines) throws Exception {
        Path log = Files.write(folder.resolve("a.log"), List.of(lines));
        ImportOptions options = ImportOptions.DEFAULT.withFormat(FormatWish.of(new FormatFile("x.format", format)));
        return new SourceReader(List.of(new LogImporter())).read(log, options, new Names(), Progress.none());
    }
}
