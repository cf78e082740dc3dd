package racelane.model.investigation.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import racelane.model.investigation.EditId;
import racelane.model.investigation.EditRecord;

/** Says what the lines in one part of a file say, each for itself. Confined to one thread. */
final class LineDecoder {
    private final byte[] bytes;
    private final PlainJson json;

    /**
     * Creates a decoder.
     *
     * @param bytes the whole file; not changed
     */
    LineDecoder(byte[] bytes) {
        this.bytes = bytes;
        this.json = new PlainJson(bytes);
    }

    /** Decodes the lines in [from, to), which begins and ends with a line. */
    CasePart decode(int from, int to) {
        List<LineContent> contents = new ArrayList<>();
        int[] ends = new int[64];
        for (int start = from; start < to; ) {
            int end = start;
            while (end < to && bytes[end] != '\n') {
                end++;
            }
            if (contents.size() == ends.length) {
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            ends[contents.size()] = Math.min(end + 1, to);
            contents.add(line(start, end));
            start = end + 1;
        }
        return new CasePart(contents, ends);
    }

    private LineContent line(int from, int end) {
        // A checkout on Windows may have added a carriage return: it changes nothing that the line says.
        int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
        if (to == from) {
            return LineContent.Nothing.BLANK;
        }
        return CaseLine.isWhole(bytes, from, to) ? whole(from, to) : LineContent.Nothing.DAMAGED;
    }

    private LineContent whole(int from, int to) {
        try {
            Fields plain = json.read(from, to - CaseLine.SUFFIX);
            Fields fields = plain == null ? strict(from, to) : plain;
            return fields.has("racelane")
                    ? new LineContent.Header(fields.count("racelane"), fields.text("session"))
                    : record(fields, from, to);
        } catch (CaseFormatException e) {
            return new LineContent.Odd(String.valueOf(e.getMessage()));
        }
    }

    private Fields strict(int from, int to) throws CaseFormatException {
        Fields fields = StrictJson.read(bytes, from, to);
        fields.text("crc");
        return fields;
    }

    private LineContent record(Fields fields, int from, int to) throws CaseFormatException {
        EditId id = EditDecoder.id(fields);
        String op = fields.text("op");
        if (op.equals("opened") || op.equals("closed")) {
            return new LineContent.Session(id, op.equals("opened"));
        }
        EditRecord record = EditDecoder.decode(fields, bytes, from, to);
        return new StoredEdit(record, fields.allAsked() ? null : withNewline(from, to));
    }

    private byte[] withNewline(int from, int to) {
        byte[] line = Arrays.copyOfRange(bytes, from, to + 1);
        line[to - from] = '\n';
        return line;
    }
}
