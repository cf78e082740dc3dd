package racelane.importers.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import racelane.model.event.EventTable;
import racelane.model.source.Account;
import racelane.model.spi.ImportException;
import racelane.model.time.TimeText;

/** The log files beside the project whose facts somebody found independently, and how an import holds against them. */
final class LogCorpus {
    private static final Pattern ASSUMED =
            Pattern.compile("(?:year|date) absent[^:]*: (?:assumed|all taken on|first entries[^=]*=) ?([\\d-]+)");

    private LogCorpus() {}

    /** Returns the folder of the corpus; it need not exist. */
    static Path folder() {
        return Path.of(System.getProperty("racelane.root", ".."))
                .resolve("../shared/corpus/logs")
                .normalize();
    }

    /** Returns the rows of its list, each a map by column. */
    static List<Map<String, String>> rows() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] columns = null;
        for (String line : Files.readAllLines(folder().resolve("MANIFEST.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (columns == null) {
                columns = cells;
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < cells.length ? cells[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** Imports a row's file and returns the facts that differ: {@code name wanted / got}. */
    static List<String> differences(Map<String, String> row) throws ImportException {
        Matcher assumed = ASSUMED.matcher(row.getOrDefault("timestamp_assumption", ""));
        String date = assumed.find() ? assumed.group(1) : "";
        date += date.length() == 4 ? "-01-01" : "";
        EventTable table = LogFiles.read(folder().resolve(row.getOrDefault("file", "")), date);
        Account.Lines account = LogFiles.account(table);
        List<String> wrong = new ArrayList<>();
        if (!account.addsUp()) {
            wrong.add("account " + account);
        }
        fact(wrong, "lines", row.getOrDefault("lines", ""), String.valueOf(account.lines()));
        fact(wrong, "entries", row.getOrDefault("entry_lines", ""), String.valueOf(account.entries()));
        fact(
                wrong,
                "lanes",
                row.getOrDefault("lanes", ""),
                String.valueOf(table.slices().size()));
        time(wrong, "first", row.getOrDefault("first_ts", ""), table.source().firstTime());
        time(wrong, "last", row.getOrDefault("last_ts", ""), table.source().lastTime());
        time(
                wrong,
                "min",
                row.getOrDefault("min_ts", ""),
                table.source().extent().start());
        time(
                wrong,
                "max",
                row.getOrDefault("max_ts", ""),
                table.source().extent().end());
        return wrong;
    }

    private static void fact(List<String> wrong, String name, String wanted, String got) {
        if (!wanted.isEmpty() && !wanted.equals(got)) {
            wrong.add(name + " " + wanted + " / " + got);
        }
    }

    private static void time(List<String> wrong, String name, String wanted, long got) {
        if (wanted.endsWith("Z")) {
            fact(wrong, name, TimeText.iso(nanos(wanted)), TimeText.iso(got));
        }
    }

    private static long nanos(String iso) {
        java.time.Instant instant = java.time.Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    /** Prints one row for each file and how many are right; with a file for argument, its events and what was assumed. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            EventTable table = LogFiles.read(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "");
            LogFiles.events(table).stream().limit(60).forEach(System.out::println);
            System.out.println(table.source().format() + " " + table.source().account() + "\n"
                    + table.source().assumptions() + "\n" + table.source().problems());
            return;
        }
        int right = 0;
        List<Map<String, String>> rows = rows();
        for (Map<String, String> row : rows) {
            List<String> wrong = differences(row);
            right += wrong.isEmpty() ? 1 : 0;
            System.out.println(
                    row.getOrDefault("file", "") + ": " + (wrong.isEmpty() ? "ok" : String.join("; ", wrong)));
        }
        System.out.println(right + " of " + rows.size() + " files right");
    }
}
