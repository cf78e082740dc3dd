package racelane.importers.tracejson;

import racelane.model.event.EventSink;

/** Says in an attribute what a record's phase letter means, where its kind of event does not say it already. One thread. */
final class PhaseWords {
    private final EventSink sink;
    private final int flow;
    private final int object;
    private final int phase;
    private final int id;
    private final int[] values = new int[128];

    PhaseWords(EventSink sink) {
        this.sink = sink;
        this.flow = sink.word("flow");
        this.object = sink.word("object");
        this.phase = sink.word("phase");
        this.id = sink.word("id");
    }

    /** Adds what there is to say of a record to its attributes. */
    void say(TraceRecord record, ByteWords ids, TupleTable tuple) {
        switch (record.phase) {
            case 'X', 'B', 'i', 'I', 'C', 'R' -> own(record, ids, tuple);
            case 'E', 'b', 'n', 'e', 'S', 'T', 'p', 'F' -> {
                // the id has joined them to their like
            }
            case 's' -> tuple.add(flow, value(record.phase, "start"));
            case 't' -> tuple.add(flow, value(record.phase, "step"));
            case 'f' -> tuple.add(flow, value(record.phase, "end"));
            case 'N' -> tuple.add(object, value(record.phase, "created"));
            case 'O' -> tuple.add(object, value(record.phase, "snapshot"));
            case 'D' -> tuple.add(object, value(record.phase, "destroyed"));
            case 'P' -> tuple.add(phase, value(record.phase, "sample"));
            case 'v' -> tuple.add(phase, value(record.phase, "memory dump"));
            case 'V' -> tuple.add(phase, value(record.phase, "global memory dump"));
            case 'c' -> tuple.add(phase, value(record.phase, "clock sync"));
            case '(' -> tuple.add(phase, value(record.phase, "enter context"));
            case ')' -> tuple.add(phase, value(record.phase, "leave context"));
            case '=' -> tuple.add(phase, value(record.phase, "link of ids"));
            default -> tuple.add(phase, value(record.phase, String.valueOf(record.phase)));
        }
    }

    /** Tells whether the format has such a phase. */
    static boolean isKnown(char letter) {
        return "XBEbneSTpFstfiIRCMNODPvVc()=".indexOf(letter) >= 0;
    }

    /** An id on something that needs none is an attribute like any other. */
    private void own(TraceRecord record, ByteWords ids, TupleTable tuple) {
        if (record.id != 0) {
            tuple.add(id, ids.sinkId(record.id, sink));
        }
    }

    private int value(char letter, String text) {
        if (values[letter] == EventSink.NONE) {
            values[letter] = sink.word(text);
        }
        return values[letter];
    }
}
