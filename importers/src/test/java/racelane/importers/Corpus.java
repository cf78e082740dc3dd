package racelane.importers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Third-party evidence with independently found facts, kept beside the project; tests over it are skipped where it is not there. */
public final class Corpus {
    private Corpus() {}

    /** One file's facts: column name to text. */
    public record Row(Map<String, String> facts) {
        /** Returns a fact, empty when it was not determined. */
        public String text(String column) {
            return facts.getOrDefault(column, "");
        }

        /** Returns a count, 0 when it was not determined. */
        public long number(String column) {
            return text(column).isEmpty() ? 0 : Long.parseLong(text(column));
        }
    }

    /** Returns the folder of one kind ({@code jfr}, {@code trace-json}), or skips the test. */
    public static Path folder(String kind) {
        Path folder = Path.of(System.getProperty("racelane.root", "."))
                .resolve("../shared/corpus")
                .resolve(kind)
                .normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "skipped: no corpus at " + folder + "; it is kept beside the project");
        return folder;
    }

    /** Returns the rows of a kind's manifest: column name to text. */
    public static List<Row> manifest(String kind) throws IOException {
        List<Row> rows = new ArrayList<>();
        String[] columns = null;
        for (String line : Files.readAllLines(folder(kind).resolve("MANIFEST.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (columns == null) {
                columns = cells;
                continue;
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < cells.length ? cells[i] : "");
            }
            rows.add(new Row(row));
        }
        return rows;
    }
}
