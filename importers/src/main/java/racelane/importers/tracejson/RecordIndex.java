package racelane.importers.tracejson;

import java.io.IOException;
import java.util.Arrays;
import racelane.model.spi.ImportRequest;

/** Where records lie: the place of every 64th, and of the first after each damaged one. Filled by one thread, then only read. */
final class RecordIndex {
    /** Every how many records a place is kept. */
    static final int EVERY = 64;

    private int[] records = new int[64];
    private long[] places = new long[64];
    private int size;

    /** Says that record {@code record} (from 1, ascending) starts at byte {@code place}. */
    void add(int record, long place) {
        if (size > 0 && records[size - 1] >= record) {
            return;
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, size * 2);
            places = Arrays.copyOf(places, size * 2);
        }
        records[size] = record;
        places[size++] = place;
    }

    /** Opens the file so that the scanner's next element is record {@code record}. The caller closes the scanner. */
    RecordScanner open(int record, ImportRequest request) throws IOException {
        int found = Arrays.binarySearch(records, 0, size, record);
        int slot = found >= 0 ? found : -found - 2;
        if (slot < 0) {
            throw new IOException("record " + record + " has no known place");
        }
        RecordScanner scanner = new RecordScanner(TraceInput.open(request, places[slot]), places[slot]);
        try {
            for (int at = records[slot]; at < record; at++) {
                if (scanner.toElement() < 0 || !scanner.skipElement()) {
                    throw new IOException("record " + record + " is not there any more: the file has changed");
                }
            }
            scanner.toElement();
            return scanner;
        } catch (IOException e) {
            scanner.close();
            throw e;
        }
    }
}
