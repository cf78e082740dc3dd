package racelane.model.investigation.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;

/** Reads the bytes of a case file: keeps every whole line, names every other one. Never fails. */
final class CaseReader {
    /** The version of the format that is written. */
    static final int VERSION = 1;

    private static final byte[] START = "{\"racelane\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final Map<EditId, StoredEdit> edits = new LinkedHashMap<>();
    private final List<Integer> badLines = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private final Map<String, Set<Long>> counters = new TreeMap<>();
    private int version;
    private String session = "";
    private int goodEnd;
    private int badInTail;
    private String lastOpened = "";
    private boolean lastClosed = true;

    private CaseReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static CaseContents read(byte[] bytes) {
        return new CaseReader(bytes).read();
    }

    /** Tells whether the bytes may be what a crash left of a file that had just been made. */
    static boolean mayBeTornHeader(byte[] bytes) {
        int common = Math.min(bytes.length, START.length);
        return Arrays.equals(bytes, 0, common, START, 0, common);
    }

    private CaseContents read() {
        int number = 0;
        for (int from = 0; from < bytes.length; ) {
            int end = endOfLine(from);
            number++;
            line(number, from, end);
            from = end + 1;
        }
        int tail = badInTail == 0 ? bytes.length : goodEnd;
        boolean endsLine = tail == 0 || bytes[tail - 1] == '\n';
        reportDamage(tail);
        return new CaseContents(
                version,
                session,
                List.copyOf(edits.values()),
                List.copyOf(damages),
                bytes.length,
                tail,
                endsLine,
                lastClosed);
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private void line(int number, int from, int end) {
        // A checkout on Windows may have added a carriage return: it changes nothing that the line says.
        int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        boolean good = to == from || (CaseLine.isWhole(bytes, from, to) && understood(number, from, to));
        if (good) {
            goodEnd = Math.min(end + 1, bytes.length);
            badInTail = 0;
        } else {
            badLines.add(number);
            badInTail++;
        }
    }

    /** A line with a right checksum that says nothing readable was not damaged: it is reported, and stays where it is. */
    private boolean understood(int number, int from, int to) {
        try {
            Fields fields = Fields.parse(bytes, from, to);
            if (fields.has("racelane")) {
                header(fields);
            } else {
                record(number, fields, from, to);
            }
        } catch (CaseFormatException e) {
            damages.add("line " + number + " " + e.getMessage() + "; it is left as it is");
        }
        return true;
    }

    private void header(Fields fields) throws CaseFormatException {
        version = Math.max(version, fields.count("racelane"));
        session = fields.text("session");
    }

    private void record(int number, Fields fields, int from, int to) throws CaseFormatException {
        EditId id = EditDecoder.id(fields);
        counters.computeIfAbsent(id.writer(), writer -> new HashSet<>()).add(id.counter());
        String op = fields.text("op");
        if (op.equals("opened")) {
            lastOpened = id.writer();
            lastClosed = false;
        } else if (op.equals("closed")) {
            lastClosed |= id.writer().equals(lastOpened);
        } else {
            keep(number, fields, from, to);
        }
    }

    private void keep(int number, Fields fields, int from, int to) throws CaseFormatException {
        EditRecord record = EditDecoder.decode(fields, CaseLine.body(bytes, from, to));
        fields.text("crc");
        byte[] line = fields.allAsked() ? null : withNewline(from, to);
        StoredEdit first = edits.putIfAbsent(record.id(), new StoredEdit(record, line));
        if (first != null && !first.record().equals(record)) {
            damages.add("line " + number + " is another edit with the name " + record.id() + "; the first one counts");
        }
    }

    private byte[] withNewline(int from, int to) {
        byte[] line = Arrays.copyOfRange(bytes, from, to + 1);
        line[to - from] = '\n';
        return line;
    }

    private void reportDamage(int tail) {
        int inMiddle = badLines.size() - badInTail;
        for (int i = 0; i < inMiddle; i++) {
            damages.add("line " + badLines.get(i) + " is damaged; it is left out and kept in the file");
        }
        if (badInTail > 0) {
            damages.add("line " + badLines.get(inMiddle) + " and all after it are torn: " + (bytes.length - tail)
                    + " bytes at the end are left out");
        }
        if (badLines.isEmpty()) {
            reportGaps();
        }
    }

    private void reportGaps() {
        counters.forEach((writer, seen) -> {
            long last = seen.stream().mapToLong(Long::longValue).max().orElse(0);
            long present = seen.stream().filter(n -> n > 0).count();
            if (present < last) {
                damages.add((last - present) + " edits of writer " + writer + " are missing from the file");
            }
        });
    }
}
