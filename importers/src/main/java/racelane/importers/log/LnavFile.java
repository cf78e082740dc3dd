package racelane.importers.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import racelane.model.format.ForeignFormat;
import racelane.model.format.LogFormats;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads lnav's JSON format files: an object whose every member but {@code $schema} is a format. One thread. */
final class LnavFile {
    private static final int MAX_DEPTH = 64;

    private final LogFormats formats;

    LnavFile(LogFormats formats) {
        this.formats = formats;
    }

    /**
     * Converts every format in the file.
     *
     * @throws IllegalArgumentException with one line for people
     */
    List<ForeignFormat> convert(String json) {
        Object root = read(json);
        List<ForeignFormat> converted = new ArrayList<>();
        if (root instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof Map<?, ?> format && !String.valueOf(name).startsWith("$")) {
                    converted.add(new LnavFormat(String.valueOf(name), format, formats).convert());
                }
            });
        }
        if (converted.isEmpty()) {
            throw new IllegalArgumentException(
                    "holds no lnav format: an object is expected whose members are formats, {\"my_log\": {\"regex\": …}}");
        }
        return converted;
    }

    private static Object read(String json) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        try {
            return new JsonTree(factory).read(json);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + ": ";
            throw new IllegalArgumentException(where + "is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
