package racelane.model.investigation;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** A list that is never changed and yet grows cheaply: full chunks are shared, only the last one is copied. */
final class EditLog extends AbstractList<EditRecord> implements RandomAccess {
    private static final int CHUNK = 512;
    private static final EditLog EMPTY = new EditLog(List.of(), List.of());

    private final List<List<EditRecord>> full;
    private final List<EditRecord> tail;

    private EditLog(List<List<EditRecord>> full, List<EditRecord> tail) {
        this.full = full;
        this.tail = tail;
    }

    static EditLog of(List<EditRecord> records) {
        List<List<EditRecord>> chunks = new ArrayList<>();
        int whole = records.size() / CHUNK * CHUNK;
        for (int from = 0; from < whole; from += CHUNK) {
            chunks.add(List.copyOf(records.subList(from, from + CHUNK)));
        }
        return new EditLog(List.copyOf(chunks), List.copyOf(records.subList(whole, records.size())));
    }

    static EditLog empty() {
        return EMPTY;
    }

    EditLog plus(EditRecord record) {
        List<EditRecord> longer = new ArrayList<>(tail);
        longer.add(record);
        List<EditRecord> nextTail = List.copyOf(longer);
        if (nextTail.size() < CHUNK) {
            return new EditLog(full, nextTail);
        }
        List<List<EditRecord>> more = new ArrayList<>(full);
        more.add(nextTail);
        return new EditLog(List.copyOf(more), List.of());
    }

    @Override
    public EditRecord get(int index) {
        int chunk = index / CHUNK;
        return chunk < full.size() ? full.get(chunk).get(index % CHUNK) : tail.get(index - full.size() * CHUNK);
    }

    @Override
    public int size() {
        return full.size() * CHUNK + tail.size();
    }
}
