package racelane.importers.log;

import racelane.model.source.LanesBy;

/** Reads what the text of an entry says besides its fields: its message taken apart, its phase and its name. One thread. */
final class EntryText {
    private static final byte[] EMPTY = new byte[0];

    private final EntryReader reader = new EntryReader();
    private final MessageMemory memory = new MessageMemory();
    private final HeadMemory heads = new HeadMemory();
    private final MessageTemplate template = new MessageTemplate();
    private final LanesBy lanesBy;

    /**
     * Creates a reader.
     *
     * @param lanesBy the lane rule; only where threads make the lanes can a head be known again
     */
    EntryText(LanesBy lanesBy) {
        this.lanesBy = lanesBy;
    }

    /** Reads the message of an entry; a request that it names becomes a field where the entry has no better. */
    void read(Entry entry) {
        LineFields fields = entry.fields;
        boolean any = fields.has(Slots.MESSAGE);
        byte[] bytes = any ? fields.bytes(Slots.MESSAGE) : EMPTY;
        int from = any ? fields.from(Slots.MESSAGE) : 0;
        int to = any ? fields.to(Slots.MESSAGE) : 0;
        boolean data = fields.has(Slots.DATA) && fields.bytes(Slots.DATA) == bytes && fields.from(Slots.DATA) < from;
        int place = fields.has(Slots.OPERATION) || fields.has(Slots.PHASE) || data
                ? MessageMemory.NOWHERE
                : memory.place(bytes, from, to);
        boolean whole = entry.shapePlace != LineShapes.NOWHERE; // all of it is to be learnt
        entry.messageKnown = !whole && place >= 0 && memory.recall(place, bytes, from, to, entry.message);
        if (entry.messageKnown) {
            entry.pairs.clear(from);
        } else {
            reader.read(bytes, from, to, entry.message);
            entry.pairs.read(bytes, data ? fields.from(Slots.DATA) : from, to);
            if (place >= 0 && (entry.pairs.found() || !memory.remember(place, entry.message))) {
                place = MessageMemory.NOWHERE;
            }
            request(entry);
        }
        entry.messagePlace = place;
        entry.phase = phase(entry);
        name(entry);
        if (data) {
            entry.message.from = fields.from(Slots.DATA); // its pairs are kept along with the message
        }
        boolean threads = lanesBy == LanesBy.AUTO;
        entry.headPlace = threads ? heads.place(fields) : HeadMemory.NOWHERE;
        entry.headKnown = threads && heads.known();
    }

    private void request(Entry entry) {
        LineFields fields = entry.fields;
        PairReader pairs = entry.pairs;
        byte[] bytes = entry.message.source;
        for (int i = 0;
                i < pairs.count
                        && !fields.has(Slots.REQUEST)
                        && (lanesBy == LanesBy.REQUEST || !fields.has(Slots.THREAD));
                i++) {
            if (LaneChooser.isRequest(bytes, pairs.nameFrom[i], pairs.nameTo[i])) {
                fields.set(Slots.REQUEST, bytes, pairs.valueFrom[i], pairs.valueTo[i]);
            }
        }
    }

    private static Phase phase(Entry entry) {
        LineFields fields = entry.fields;
        if (fields.has(Slots.PHASE)) {
            return Phase.ofField(fields.bytes(Slots.PHASE), fields.from(Slots.PHASE), fields.to(Slots.PHASE));
        }
        return fields.has(Slots.OPERATION) ? Phase.NONE : entry.message.phase;
    }

    private void name(Entry entry) {
        LineFields fields = entry.fields;
        MessageParts message = entry.message;
        if (fields.has(Slots.OPERATION)) {
            entry.name(fields.bytes(Slots.OPERATION), fields.from(Slots.OPERATION), fields.to(Slots.OPERATION));
        } else if (message.hasOperation()) {
            entry.name(message.source, message.operationFrom, message.operationTo);
        } else if (message.to > message.from && !entry.messageKnown) {
            entry.name(template.bytes(), 0, template(message, entry.pairs));
        } else {
            entry.name(message.source, message.from, message.from);
        }
    }

    /** Makes the template of a message, as far as its first pair where words stand before that; returns its length. */
    private int template(MessageParts message, PairReader pairs) {
        int from = message.from;
        int length = pairs.count > 0 ? template.before(message.source, from, pairs.nameFrom[0]) : 0;
        return length > 0 ? length : template.make(message.source, from, message.to);
    }
}
