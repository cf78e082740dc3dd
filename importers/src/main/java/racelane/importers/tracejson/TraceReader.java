package racelane.importers.tracejson;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;

/**
 * Reads one trace in the Chrome Trace Event format from end to end, once. A record that cannot be read is counted and stepped over,
 * and reading goes on behind it. Used once.
 */
final class TraceReader {
    /** Longest record in bytes. */
    static final int MAX_RECORD = 1 << 24;

    private static final int CHECK_EVERY = 1 << 12;
    private static final String NOT_CLOSED = "The array of events is not closed, as the format allows.";

    private final ImportRequest request;
    private final EventSink sink;
    private final Progress progress;
    private final Decimal micros = new Decimal(3);
    private final JsonTape tape = new JsonTape();
    private final RecordReader records;
    private final TraceAssembler assembler;
    private final TraceRecord record = new TraceRecord();
    private final RecordIndex index = new RecordIndex();
    private final List<String> assumptions = new ArrayList<>();
    private int count;
    private boolean behindDamage;

    TraceReader(ImportRequest request, EventSink sink, Progress progress) {
        this.request = request;
        this.sink = sink;
        this.progress = progress;
        this.records = new RecordReader(sink, micros);
        this.assembler = new TraceAssembler(sink, records);
    }

    ImportReport read() throws ImportException, IOException {
        TraceInput input = TraceInput.open(request, 0);
        try (ByteWindow window = new ByteWindow(input)) {
            TraceFrame frame = new TraceFrame(window);
            int at = frame.toRecords();
            if (at < 0) {
                throw new ImportException(noRecords(window));
            }
            records(window, rows(window, at, input), frame);
            if (frame.timeUnit().equals("ns")) {
                assumptions.add(
                        "The trace asks to be shown in ns; its timestamps are µs all the same, as the format has them.");
            }
        }
        progress.checkCancelled();
        progress.message("Pairing starts with ends");
        assembler.finish();
        return report();
    }

    private static String noRecords(ByteWindow window) {
        IOException fault = window.fault();
        return fault == null
                ? "holds no array of trace events: give a trace in the Chrome Trace Event format"
                : "cannot be read: " + fault.getMessage();
    }

    private ImportReport report() {
        boolean wallClock = assembler.wallClock();
        if (!wallClock) {
            assumptions.add("Timestamps count from an unknown origin, shown as 1970-01-01T00:00:00Z.");
        }
        assumptions.addAll(assembler.assumptions());
        assumptions.addAll(records.leftOut());
        return new ImportReport(
                "Chrome trace",
                wallClock
                        ? ImportReport.WALL_CLOCK
                        : "trace clock of " + request.file().getFileName(),
                micros.tick(),
                assembler.account(),
                assumptions,
                new TraceText(request, index));
    }

    /** Reads the records from the first on, as long as they are whole; returns where the window goes on behind them. */
    private int rows(ByteWindow window, int first, InputStream input) {
        if (!RecordRows.canTake(window, first)) {
            return first;
        }
        try (RecordRows rows = new RecordRows(window, first, input, request.helper())) {
            RecordRow row = rows.next();
            row(row);
            while (!row.isLast()) {
                rows.free(row);
                row = rows.next();
                row(row);
            }
            rows.settle();
            row.handOver(window, new AheadInput(input, request.helper()));
            return 0;
        }
    }

    private void row(RecordRow row) {
        int size = row.count();
        for (int i = 0; i < size; i++) {
            begin(row.place(i));
            row.select(i);
            records.read(row.tape, row.bytes, record);
            assembler.add(record, count);
        }
        progress.checkCancelled();
        if (size > 0) {
            progress.advance(row.place(size - 1), request.header().gzipped() ? 0 : request.size());
        }
    }

    /** Reads the records from {@code first} on, and what stands behind their array. */
    private void records(ByteWindow window, int first, TraceFrame frame) throws ImportException {
        int at = first;
        while (true) {
            at = window.skipSeparators(at);
            if (at == window.end()) {
                ended(window.fault());
                return;
            }
            if (window.bytes()[at] == ']') {
                int behind = window.skipSeparators(at + 1);
                if (behind == window.end() || window.bytes()[behind] != '{') {
                    rest(frame.rest(behind));
                    return;
                }
                at = behind; // a bracket among the records, for more of them follow
                behindDamage = true; // whoever looks for the next one later must not stop at the bracket
                sink.problem(
                        "after record " + count,
                        "the array of events is closed, and more events follow; they were read");
            }
            begin(window.place(at));
            at = record(window, at);
            if (count % CHECK_EVERY == 0) {
                progress.checkCancelled();
                progress.advance(window.place(at), request.header().gzipped() ? 0 : request.size());
            }
        }
    }

    private void begin(long place) {
        count++;
        if (behindDamage || count % RecordIndex.EVERY == 1) {
            index.add(count, place);
            behindDamage = false;
        }
    }

    /** Reads the record at {@code begin}; returns the place behind it, or of the next one. */
    private int record(ByteWindow window, int begin) {
        int at = begin;
        if (window.bytes()[at] != '{') {
            return damaged(window, at, "is no object");
        }
        int behind = tape.read(window.bytes(), at, window.end());
        while (behind == JsonScan.MORE && window.end() - at < MAX_RECORD && window.more(at)) {
            at = 0;
            behind = tape.read(window.bytes(), at, window.end());
        }
        if (behind >= 0 && behind - at <= MAX_RECORD) {
            records.read(tape, window.bytes(), record);
            assembler.add(record, count);
            return behind;
        }
        return damaged(window, at, behind == JsonScan.BAD ? "cannot be read: " + tape.fault() : unfinished(window, at));
    }

    private static String unfinished(ByteWindow window, int at) {
        if (window.end() - at >= MAX_RECORD) {
            return "cannot be read: it is longer than the maximum of " + MAX_RECORD + " bytes, or never ends";
        }
        IOException fault = window.fault();
        return fault == null ? "is cut: the file ends in it" : "is cut, and the file ends here: " + fault.getMessage();
    }

    private int damaged(ByteWindow window, int at, String why) {
        assembler.unreadable("record " + count, why + "; left out");
        behindDamage = true;
        return new RecordSkip(window, at).next();
    }

    private void ended(@Nullable IOException fault) throws ImportException {
        if (fault == null) {
            assumptions.add(NOT_CLOSED);
        } else if (count == 0) {
            throw new ImportException("cannot be read: " + fault.getMessage());
        } else {
            sink.problem("after record " + count, "the file ends here: " + fault.getMessage());
        }
    }

    private void rest(String wrong) {
        if (!wrong.isEmpty()) {
            sink.problem("after record " + count, wrong);
        }
    }
}
