package racelane.model.investigation.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
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
    private final Map<String, Counters> counters = new TreeMap<>();
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
        return read(bytes, Thread.ofPlatform().daemon(true).factory());
    }

    /**
     * Reads a case; a long one on two threads.
     *
     * @param helpers makes the second thread, which ends before this returns
     */
    static CaseContents read(byte[] bytes, ThreadFactory helpers) {
        return new CaseReader(bytes).read(CasePart.of(bytes, helpers));
    }

    /** Tells whether the bytes may be what a crash left of a file that had just been made. */
    static boolean mayBeTornHeader(byte[] bytes) {
        int common = Math.min(bytes.length, START.length);
        return Arrays.equals(bytes, 0, common, START, 0, common);
    }

    private CaseContents read(List<CasePart> parts) {
        int number = 0;
        for (CasePart part : parts) {
            for (int i = 0; i < part.contents().size(); i++) {
                line(++number, part.contents().get(i), part.ends()[i]);
            }
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

    private void line(int number, LineContent content, int end) {
        if (content == LineContent.Nothing.DAMAGED) {
            badLines.add(number);
            badInTail++;
            return;
        }
        goodEnd = end;
        badInTail = 0;
        if (content instanceof StoredEdit edit) {
            count(edit.record().id());
            keep(number, edit);
        } else {
            other(number, content);
        }
    }

    /** A line with a right checksum that says nothing readable was not damaged: it is reported, and stays where it is. */
    private void other(int number, LineContent content) {
        if (content instanceof LineContent.Header header) {
            version = Math.max(version, header.version());
            session = header.session();
        } else if (content instanceof LineContent.Session cameOrWent) {
            session(cameOrWent);
        } else if (content instanceof LineContent.Odd odd) {
            damages.add("line " + number + " " + odd.complaint() + "; it is left as it is");
        }
    }

    private void session(LineContent.Session line) {
        count(line.id());
        if (line.opens()) {
            lastOpened = line.id().writer();
            lastClosed = false;
        } else {
            lastClosed |= line.id().writer().equals(lastOpened);
        }
    }

    private void count(EditId id) {
        counters.computeIfAbsent(id.writer(), writer -> new Counters()).add(id.counter());
    }

    private void keep(int number, StoredEdit edit) {
        EditRecord record = edit.record();
        StoredEdit first = edits.putIfAbsent(record.id(), edit);
        if (first != null && !first.record().equals(record)) {
            damages.add("line " + number + " is another edit with the name " + record.id() + "; the first one counts");
        }
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
            if (seen.missing() > 0) {
                damages.add(seen.missing() + " edits of writer " + writer + " are missing from the file");
            }
        });
    }
}
