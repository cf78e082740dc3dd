package racelane.importers.log;

import java.util.Arrays;
import racelane.importers.io.WordTable;
import racelane.model.event.EventSink;

/**
 * Finds the ids of an entry's words: its lane, level, logger, name, key and actor. What {@link HeadMemory} and {@link MessageMemory}
 * know again needs no look-up, for its ids are those found the first time. One thread.
 */
final class EntryWords {
    private static final int UNKNOWN = -2;

    private final SourceWords words;
    private final LaneChooser lanes;
    private final LevelWords levels = LevelWords.builtIn();
    private final int[] headLanes = new int[HeadMemory.PLACES];
    private final int[] headLoggers = new int[HeadMemory.PLACES];
    private final int[] headLevels = new int[HeadMemory.PLACES];
    private final int[] messageNames = new int[MessageMemory.PLACES];
    private final int[] messageKeys = new int[MessageMemory.PLACES];
    private final int[] messageActors = new int[MessageMemory.PLACES];

    int lane;

    /** The logger; 0 or less when it has none. */
    int logger;

    /** The level; 0 or less when it has none. */
    int level;

    int name;
    int key;
    private final int[] shapeActors = new int[LineShapes.PLACES];

    /** The place of the entry's shape when all entries of that shape have one actor. */
    private int shape = LineShapes.NOWHERE;

    EntryWords(SourceWords words, LaneChooser lanes) {
        this.words = words;
        this.lanes = lanes;
        Arrays.fill(messageActors, UNKNOWN);
    }

    /** Finds the ids of an entry; they are then in the fields. */
    void find(Entry entry) {
        shape = LineShapes.NOWHERE;
        int head = entry.headPlace;
        if (entry.headKnown) {
            lane = headLanes[head];
            logger = headLoggers[head];
            message(entry);
            level = headLevels[head];
            return;
        }
        LineFields fields = entry.fields;
        lane = lanes.lane(fields, entry.message);
        logger = fields.has(Slots.LOGGER)
                ? words.logger(fields.bytes(Slots.LOGGER), fields.from(Slots.LOGGER), fields.to(Slots.LOGGER))
                : WordTable.FULL;
        message(entry);
        level = level(fields);
        if (head != HeadMemory.NOWHERE) {
            headLanes[head] = lane;
            headLoggers[head] = logger;
            headLevels[head] = level;
        }
    }

    /** Returns the word of the level: as it is written, or the one that a number or a single letter stands for. */
    private int level(LineFields fields) {
        int slot = fields.has(Slots.LEVEL)
                ? Slots.LEVEL
                : fields.has(Slots.DECADE) ? Slots.DECADE : fields.has(Slots.SEVERITY) ? Slots.SEVERITY : -1;
        if (slot < 0) {
            return WordTable.FULL;
        }
        byte[] bytes = fields.bytes(slot);
        int from = fields.from(slot);
        int to = fields.to(slot);
        byte[] meant = slot != Slots.LEVEL || to - from == 1 ? levels.meant(slot, bytes, from, to) : null;
        return meant == null ? words.level(bytes, from, to) : words.level(meant, 0, meant.length);
    }

    private void message(Entry entry) {
        int place = entry.messagePlace;
        int named;
        if (entry.messageKnown) {
            named = messageNames[place];
            key = messageKeys[place];
        } else {
            named = entry.nameTo > entry.nameFrom
                    ? words.name(entry.name, entry.nameFrom, entry.nameTo)
                    : WordTable.FULL;
            key = spokenKey(entry.message);
            if (place != MessageMemory.NOWHERE) {
                messageNames[place] = named;
                messageKeys[place] = key;
                messageActors[place] = UNKNOWN;
            }
        }
        name = orLogger(named);
        LineFields fields = entry.fields;
        if (fields.has(Slots.KEY)) {
            key = words.key(fields.bytes(Slots.KEY), fields.from(Slots.KEY), fields.to(Slots.KEY));
        }
    }

    /** Finds the ids of an entry of a known shape, whose line starts at {@code line} in the block; its message is filled in. */
    void recall(KnownWords known, Entry entry, byte[] block, int line) {
        MessageParts said = entry.message;
        lane = known.lane();
        if (lane == KnownWords.BY_BYTES) {
            lane = lanes.thread(block, line + known.threadFrom(), line + known.threadTo());
        }
        logger = known.logger();
        level = known.level();
        name = known.name();
        if (name == KnownWords.BY_BYTES) {
            name = orLogger(words.name(block, said.operationFrom, said.operationTo));
        }
        key = known.key();
        if (key == KnownWords.BY_BYTES) {
            key = words.key(block, said.keyFrom, said.keyTo);
        }
        shape = known.oneActor() ? entry.shapePlace : LineShapes.NOWHERE;
        entry.messagePlace = MessageMemory.NOWHERE;
    }

    private int orLogger(int named) {
        return named > 0 ? named : logger > 0 ? logger : words.of("line");
    }

    private int spokenKey(MessageParts message) {
        return message.hasKey() ? words.key(message.source, message.keyFrom, message.keyTo) : EventSink.NONE;
    }

    /** Returns the id of the actor that the entry's message starts with; 0 or less when it has none. */
    int actor(Entry entry) {
        if (shape == LineShapes.NOWHERE) {
            return spokenActor(entry);
        }
        if (shapeActors[shape] == UNKNOWN) {
            shapeActors[shape] = spokenActor(entry);
        }
        return shapeActors[shape];
    }

    /** Forgets the actor that entries of a shape had, for another shape takes its place. */
    void forgetActor(int place) {
        shapeActors[place] = UNKNOWN;
    }

    private int spokenActor(Entry entry) {
        MessageParts message = entry.message;
        int place = entry.messagePlace;
        int known = place == MessageMemory.NOWHERE ? UNKNOWN : messageActors[place];
        if (known == UNKNOWN) {
            known = message.hasActor()
                    ? words.name(message.source, message.actorFrom, message.actorTo)
                    : WordTable.FULL;
            if (place != MessageMemory.NOWHERE) {
                messageActors[place] = known;
            }
        }
        return known;
    }
}
