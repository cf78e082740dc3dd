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

    EntryWords(SourceWords words, LaneChooser lanes) {
        this.words = words;
        this.lanes = lanes;
        Arrays.fill(messageActors, UNKNOWN);
    }

    /** Finds the ids of an entry; they are then in the fields. */
    void find(Entry entry) {
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

    private int orLogger(int named) {
        return named > 0 ? named : logger > 0 ? logger : words.of("line");
    }

    private int spokenKey(MessageParts message) {
        return message.hasKey() ? words.key(message.source, message.keyFrom, message.keyTo) : EventSink.NONE;
    }

    /** Returns the id of the actor that the entry's message starts with; 0 or less when it has none. */
    int actor(Entry entry) {
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
