package racelane.importers.log;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import racelane.model.format.ForeignFormat;
import racelane.model.format.FormatFault;
import racelane.model.format.FormatFile;
import racelane.model.format.FormatPreview;
import racelane.model.format.LinePreview;
import racelane.model.format.LogFormats;
import racelane.model.progress.Progress;

/** One format of an lnav file on its way to one of Racelane's. One use; one thread. */
final class LnavFormat {
    /** What has no bearing on what Racelane does with a log. */
    private static final Set<String> NOT_NEEDED = Set.of(
            "title",
            "description",
            "url",
            "$schema",
            "line-format",
            "hide-extra",
            "highlights",
            "file-pattern",
            "mime-types",
            "file-type",
            "max-unrecognized-lines",
            "ordered-by-time",
            "convert-to-local-time",
            "tags",
            "partitions",
            "search-table",
            "opid");

    /** What is read below. */
    private static final Set<String> READ = Set.of(
            "regex",
            "json",
            "timestamp-field",
            "timestamp-format",
            "timestamp-divisor",
            "level",
            "level-field",
            "body-field",
            "opid-field",
            "thread-id-field",
            "module-field",
            "duration-field",
            "duration-divisor",
            "value",
            "sample");

    private static final Set<String> THREADS = Set.of("thread", "thread_name", "thread_id", "threadid", "tid");
    private static final Pattern WORDS = Pattern.compile("\\^?\\(?(?:\\?i\\)|\\?:)?([\\w|]+)\\)?\\$?");

    private final String name;
    private final Map<?, ?> lnav;
    private final LogFormats formats;
    private final List<String> refused = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    LnavFormat(String name, Map<?, ?> lnav, LogFormats formats) {
        this.name = name;
        this.lnav = lnav;
        this.formats = formats;
    }

    ForeignFormat convert() {
        fields.put(word("timestamp-field", "timestamp"), "time");
        fields.put(word("level-field", "level"), "level");
        fields.put(word("body-field", "body"), "message");
        put("thread-id-field", "thread");
        put("opid-field", "request");
        put("module-field", "logger");
        put("duration-field", "duration");
        guessThread();
        text.append("# Converted from the lnav format ").append(name).append(".\n");
        line("name: ", word("title", name));
        boolean layouts = "true".equals(word("json", "")) ? json() : regexes();
        levels();
        times();
        duration();
        lnav.keySet().forEach(key -> other(String.valueOf(key)));
        if (!layouts) {
            refused.add("it has no pattern that can be used");
            return new ForeignFormat(name, "", refused, notes);
        }
        List<FormatFault> faults = formats.check(new FormatFile(name, text.toString()));
        if (!faults.isEmpty()) {
            refused.add("what it became cannot be used: " + faults.getFirst());
            return new ForeignFormat(name, "", refused, notes);
        }
        samples();
        return new ForeignFormat(name, text.toString(), refused, notes);
    }

    private void put(String key, String field) {
        String named = word(key, "");
        if (!named.isEmpty()) {
            fields.put(named, field);
        }
    }

    /** Takes a value that is called like a thread for the thread where the format names none. */
    private void guessThread() {
        if (fields.containsValue("thread") || !(lnav.get("value") instanceof Map<?, ?> values)) {
            return;
        }
        for (Object value : values.keySet()) {
            if (THREADS.contains(String.valueOf(value)) && !fields.containsValue("thread")) {
                fields.put(String.valueOf(value), "thread");
                notes.add("value." + value + " is taken for the thread, as the format names no thread-id-field");
            }
        }
    }

    private String word(String key, String otherwise) {
        Object value = lnav.get(key);
        return value instanceof String said && !said.isBlank() ? said.strip() : otherwise;
    }

    private void line(String start, String value) {
        text.append(start).append(value.replace('\n', ' ').replace('\r', ' ')).append('\n');
    }

    private boolean regexes() {
        if (!(lnav.get("regex") instanceof Map<?, ?> regexes)) {
            return false;
        }
        int before = text.length();
        regexes.forEach((key, value) -> regex("regex." + key, value));
        return text.length() > before;
    }

    private void regex(String key, Object value) {
        if (!(value instanceof Map<?, ?> regex) || !(regex.get("pattern") instanceof String pattern)) {
            refused.add(key + " has no pattern");
            return;
        }
        if ("true".equals(regex.get("module-format"))) {
            refused.add(key + ".module-format: patterns for the inside of other formats");
            return;
        }
        PcreRegex.Translated java = PcreRegex.translate(pattern, group -> fields.getOrDefault(group, group));
        java.unsupported().forEach(what -> refused.add(key + ": " + what));
        if (!java.unsupported().isEmpty()) {
            return;
        }
        try {
            NamedRegex compiled = NamedRegex.compile(java.regex());
            if (!compiled.has("time")) {
                refused.add(key + " names no " + word("timestamp-field", "timestamp") + ": times of day only, or none");
                return;
            }
            line("regex: ", java.regex());
        } catch (LayoutFault e) {
            refused.add(key + ": " + e.getMessage());
        }
    }

    private boolean json() {
        text.append("shape: json\n");
        fields.forEach((path, field) -> {
            if (!field.equals("duration")) {
                line("field: " + field + " = ", path(path));
            }
        });
        if (fields.containsValue("duration")) {
            refused.add("duration-field in JSON lines: name the field dur_ms, or write field: millis = …");
        }
        return true;
    }

    /** Writes a path as Racelane does. */
    private static String path(String pointer) {
        String plain = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        return plain.replace('/', '.');
    }

    private void levels() {
        if (!(lnav.get("level") instanceof Map<?, ?> levels)) {
            return;
        }
        levels.forEach((level, value) -> {
            List<String> words = new ArrayList<>();
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                Matcher matcher = WORDS.matcher(String.valueOf(each));
                if (matcher.matches()) {
                    words.addAll(List.of(matcher.group(1).split("\\|")));
                } else {
                    refused.add("level." + level + ": '" + each + "' is a pattern and no list of words");
                }
            }
            words.removeIf(String::isBlank);
            if (!words.isEmpty()) {
                line("level: " + level + " = ", String.join(" ", words));
            }
        });
    }

    private void times() {
        Object said = lnav.get("timestamp-format");
        for (Object each : said instanceof List<?> list ? list : said == null ? List.of() : List.of(said)) {
            StrptimeForm.of(String.valueOf(each))
                    .ifPresentOrElse(
                            form -> line("time: ", form),
                            () -> refused.add("timestamp-format '" + each + "': no form reads all of its parts"));
        }
        String divisor = word("timestamp-divisor", "1");
        if (!divisor.matches("1(?:0{3}|0{6}|0{9})?(?:\\.0)?")) {
            refused.add(
                    "timestamp-divisor " + divisor + ": seconds, millis, micros and nanos are told by their digits");
        }
    }

    private void duration() {
        String divisor = word("duration-divisor", "1");
        if (fields.containsValue("duration") && text.indexOf("shape: json") < 0) {
            String unit = switch (divisor) {
                case "1", "1.0" -> "s";
                case "1000", "1000.0" -> "ms";
                case "1000000", "1000000.0" -> "us";
                case "1000000000", "1000000000.0" -> "ns";
                default -> "";
            };
            if (unit.isEmpty()) {
                refused.add("duration-divisor " + divisor);
            } else {
                line("duration: ", unit);
            }
        }
    }

    private void other(String key) {
        if (NOT_NEEDED.contains(key)) {
            if (!Set.of("title", "description", "url", "$schema").contains(key)) {
                notes.add(key + " is not needed");
            }
        } else if (!READ.contains(key)) {
            refused.add(key);
        }
    }

    /** Tries the format on its own samples. */
    private void samples() {
        if (!(lnav.get("sample") instanceof List<?> samples)) {
            return;
        }
        int number = 0;
        for (Object each : samples) {
            number++;
            if (each instanceof Map<?, ?> sample && sample.get("line") instanceof String line) {
                List<String> lines = line.lines().toList();
                FormatPreview preview = formats.preview(text.toString(), lines, ZoneOffset.UTC, Progress.none());
                boolean entry =
                        !preview.lines().isEmpty() && preview.lines().getFirst().kind() == LinePreview.Kind.ENTRY;
                if (!entry && !lines.isEmpty()) {
                    refused.add("sample " + number + " is not matched by what the format became");
                }
            }
        }
    }
}
