package racelane.importers.tracejson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racelane.model.event.EventSink;
import racelane.model.progress.Progress;
import racelane.model.spi.ImportException;
import racelane.model.spi.ImportReport;
import racelane.model.spi.ImportRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads one trace in the Chrome Trace Event format from end to end. A record that the parser refuses is stepped over by brackets
 * and quotes, and reading goes on behind it. Used once.
 */
final class TraceReader {
    private static final int CHECK_EVERY = 1 << 12;

    /** How often reading is taken up again behind a damaged record; a gzipped file is decompressed from its start each time. */
    private static final int MAX_RESTARTS = 1_000;

    private static final int MAX_RESTARTS_GZIPPED = 20;

    private static final String NOT_CLOSED = "The array of events is not closed, as the format allows.";

    private final ImportRequest request;
    private final EventSink sink;
    private final Progress progress;
    private final Decimal micros = new Decimal(3);
    private final RecordParser records;
    private final TraceAssembler assembler;
    private final TraceRecord record = new TraceRecord();
    private final RecordIndex index = new RecordIndex();
    private final List<String> assumptions = new ArrayList<>();
    private int count;
    private boolean inArray;
    private boolean inRecord;
    private boolean firstOfPass;
    private long passPlace;

    TraceReader(ImportRequest request, EventSink sink, Progress progress) {
        this.request = request;
        this.sink = sink;
        this.progress = progress;
        this.records = new RecordParser(sink, micros);
        this.assembler = new TraceAssembler(sink, records);
    }

    ImportReport read() throws ImportException, IOException {
        long restartAt = readFrom(0);
        int allowed = request.header().gzipped() ? MAX_RESTARTS_GZIPPED : MAX_RESTARTS;
        for (int restarts = 0; restartAt >= 0; restarts++) {
            if (restarts == allowed) {
                sink.problem("byte " + restartAt, "too many damaged records; the rest of the file is lost");
                break;
            }
            progress.checkCancelled();
            restartAt = readFrom(restartAt);
        }
        if (count == 0 && !inArray) {
            throw new ImportException("holds no array of trace events: give a trace in the Chrome Trace Event format");
        }
        progress.checkCancelled();
        progress.message("Pairing starts with ends");
        assembler.finish();
        return report();
    }

    private ImportReport report() {
        boolean wallClock = assembler.wallClock();
        if (!wallClock) {
            assumptions.add("Timestamps count from an unknown origin, shown as 1970-01-01T00:00:00Z.");
        }
        if (assembler.openSpans() > 0) {
            assumptions.add(assembler.openSpans()
                    + " spans have no end; each is shown open up to the last event of its thread or operation.");
        }
        if (assembler.flows() > 0) {
            assumptions.add(assembler.flows() + " flow records are shown as instants.");
        }
        assumptions.addAll(records.leftOut());
        return new ImportReport(
                "Chrome trace",
                wallClock ? ImportReport.WALL_CLOCK : "trace clock of " + name(),
                micros.tick(),
                assembler.account(),
                assumptions,
                new TraceText(request, index));
    }

    /** Reads from a place on, the file's start or a record's; returns where to take it up again, -1 when there is nothing more. */
    private long readFrom(long place) throws ImportException, IOException {
        TraceInput input = TraceInput.open(request, place);
        InputStream in = place == 0
                ? input
                : new SequenceInputStream(new ByteArrayInputStream("[".getBytes(StandardCharsets.US_ASCII)), input);
        passPlace = place;
        firstOfPass = true;
        inRecord = false;
        try (JsonParser parser = Json.parser(in)) {
            if (toArray(parser)) {
                inArray = true;
                boolean closed = records(parser, place == 0 ? 0 : place - 1, input);
                if (closed && place == 0) {
                    afterArray(parser);
                }
            }
            return -1;
        } catch (JacksonIOException e) {
            cut(Objects.requireNonNullElse(e.getCause(), e).getMessage());
            return -1;
        } catch (JacksonException e) {
            if (!inArray) {
                throw new ImportException("is no JSON that can be read: " + words(e));
            }
            return damaged(e);
        }
    }

    /** Moves into the array of records; false when the file has none. */
    private boolean toArray(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_OBJECT) {
            return token == JsonToken.START_ARRAY;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            token = parser.nextToken();
            if (name.equals("traceEvents") && token == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** Reads the records up to the array's end; false when the file ends before the array does. */
    private boolean records(JsonParser parser, long base, TraceInput input) {
        while (next(parser)) {
            inRecord = true;
            count++;
            if (firstOfPass || count % RecordIndex.EVERY == 1) {
                long place = parser.currentTokenLocation().getByteOffset();
                index.add(count, place < 0 ? 0 : base + place);
                firstOfPass = false;
            }
            record(parser, parser.currentToken());
            inRecord = false;
            if (count % CHECK_EVERY == 0) {
                progress.checkCancelled();
                progress.advance(input.position(), request.header().gzipped() ? 0 : request.size());
            }
        }
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    /** Moves to the next record; false at the array's end, or at the file's where the array is left open. */
    private boolean next(JsonParser parser) {
        try {
            JsonToken token = parser.nextToken();
            if (token != null) {
                return token != JsonToken.END_ARRAY;
            }
        } catch (UnexpectedEndOfInputException e) {
            // said below
        }
        assumptions.add(NOT_CLOSED);
        return false;
    }

    private void record(JsonParser parser, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            records.read(parser, record);
            assembler.add(record, count);
        } else {
            parser.skipChildren();
            assembler.unreadable("record " + count, "is no object; left out");
        }
    }

    /** Looks at what stands behind the array: the rest of the object form, or what should not be there. */
    private void afterArray(JsonParser parser) {
        try {
            int depth = parser.streamReadContext().inRoot() ? 0 : 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return;
                }
                parser.skipChildren();
                depth = token == JsonToken.END_OBJECT ? 0 : 1;
            }
            if (parser.nextToken() != null) {
                sink.problem("after record " + count, "more follows behind the end of the trace; ignored");
            }
        } catch (JacksonException e) {
            sink.problem("after record " + count, "what follows the events cannot be read; ignored: " + words(e));
        }
    }

    /** Counts the record at which the parser gave up, and returns the place of the next one; -1 when there is none. */
    private long damaged(JacksonException e) throws IOException {
        if (!inRecord) {
            long place = betweenRecords(e);
            if (place < 0) {
                assumptions.add(NOT_CLOSED);
                return -1;
            }
            count++;
            index.add(count, place);
        }
        boolean cut = e instanceof UnexpectedEndOfInputException;
        assembler.unreadable("record " + count, (cut ? "is cut: " : "cannot be read: ") + words(e) + "; left out");
        long start;
        long byBrackets;
        try (RecordScanner scanner = index.open(count, request)) {
            start = scanner.position();
            boolean whole = scanner.skipElement();
            byBrackets = whole && scanner.toElement() >= 0 ? scanner.position() : -1;
        }
        long byLine;
        try (RecordScanner scanner = new RecordScanner(TraceInput.open(request, start), start)) {
            byLine = scanner.nextLineElement();
        }
        long next = byLine < 0 ? byBrackets : byBrackets < 0 ? byLine : Math.min(byLine, byBrackets);
        return next <= start ? -1 : next;
    }

    /** Returns where the thing starts that stands where a record should; -1 when nothing does and the file just ends. */
    private long betweenRecords(JacksonException e) throws IOException {
        if (firstOfPass) {
            return passPlace > 0 ? passPlace : Math.max(0, e.getLocation().getByteOffset() - 1);
        }
        try (RecordScanner scanner = index.open(count, request)) {
            scanner.skipElement();
            return scanner.toElement() < 0 ? -1 : scanner.position();
        }
    }

    private void cut(@Nullable String why) throws ImportException {
        if (count == 0) {
            throw new ImportException("cannot be read: " + why);
        }
        if (inRecord) {
            assembler.unreadable("record " + count, "is cut, and the file ends here: " + why);
        } else {
            sink.problem("after record " + count, "the file ends here: " + why);
        }
    }

    private static String words(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.lines().findFirst().orElse("").strip();
    }

    private String name() {
        return String.valueOf(request.file().getFileName());
    }
}
