package racelane.app.cli;

import java.util.Locale;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.LaneSlice;
import racelane.model.event.Trace;
import racelane.model.source.Account;
import racelane.model.source.ImportProblem;
import racelane.model.source.Source;
import racelane.model.time.TimeText;
import tools.jackson.core.JsonGenerator;

/** Writes what was imported, source by source, with the field names that other programs rely on. */
final class InfoJson {
    private final JsonGenerator json;

    InfoJson(JsonGenerator json) {
        this.json = json;
    }

    void trace(Trace trace) {
        json.writeArrayPropertyStart("sources");
        trace.tables().forEach(this::source);
        json.writeEndArray();
        json.writeNumberProperty("lanes", trace.lanes().size());
        json.writeNumberProperty("events", trace.size());
    }

    private void source(EventTable table) {
        Source source = table.source();
        json.writeStartObject();
        json.writeStringProperty("file", source.file().toString());
        json.writeStringProperty("sha256", source.sha256());
        json.writeStringProperty("kind", source.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("format", source.format());
        json.writeStringProperty("formatFrom", source.interpretation().formatFrom());
        json.writeStringProperty("lanesBy", source.interpretation().lanes());
        account(source.account());
        long spans = table.count(EventKind.SPAN) + table.count(EventKind.WAIT);
        json.writeNumberProperty("events", table.size());
        json.writeNumberProperty("spans", spans);
        json.writeNumberProperty("instants", table.size() - spans - table.count(EventKind.OPEN));
        json.writeNumberProperty("openSpans", table.count(EventKind.OPEN));
        json.writeNumberProperty("links", table.links().size());
        json.writeNumberProperty("counterTracks", table.counters().size());
        json.writeNumberProperty("counterSamples", table.samples());
        lanes(table);
        times(table, source);
        json.writeArrayPropertyStart("assumptions");
        source.assumptions().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        for (ImportProblem problem : source.problems()) {
            json.writeStartObject();
            json.writeStringProperty("at", problem.at());
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void lanes(EventTable table) {
        json.writeArrayPropertyStart("lanes");
        for (LaneSlice slice : table.slices()) {
            json.writeStartObject();
            json.writeStringProperty("name", slice.name().name());
            json.writeBooleanProperty("inferred", slice.name().inferred());
            json.writeNumberProperty("events", slice.size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void times(EventTable table, Source source) {
        boolean any = !table.isEmpty();
        time("firstTime", any, source.mapping().map(source.firstTime()));
        time("lastTime", any, source.mapping().map(source.lastTime()));
        time("minTime", any, source.range().start());
        time("maxTime", any, source.range().end());
    }

    private void time(String name, boolean any, long nanos) {
        if (any) {
            json.writeStringProperty(name, TimeText.iso(nanos));
        } else {
            json.writeNullProperty(name);
        }
    }

    private void account(Account account) {
        json.writeObjectPropertyStart("account");
        switch (account) {
            case Account.Lines lines -> {
                json.writeNumberProperty("lines", lines.lines());
                json.writeNumberProperty("entries", lines.entries());
                json.writeNumberProperty("continuation", lines.continuation());
                json.writeNumberProperty("blank", lines.blank());
                json.writeNumberProperty("skipped", lines.skipped());
                json.writeNumberProperty("rejected", lines.rejected());
            }
            case Account.Records records -> {
                records(records.records(), records.imported(), records.skipped(), records.rejected());
            }
            case Account.Chunked chunked -> {
                records(chunked.records(), chunked.imported(), chunked.skipped(), chunked.rejected());
                json.writeNumberProperty("chunks", chunked.chunks());
                json.writeNumberProperty("chunksLost", chunked.chunksLost());
            }
        }
        json.writeEndObject();
    }

    private void records(long records, long imported, long skipped, long rejected) {
        json.writeNumberProperty("records", records);
        json.writeNumberProperty("imported", imported);
        json.writeNumberProperty("skipped", skipped);
        json.writeNumberProperty("rejected", rejected);
    }
}
