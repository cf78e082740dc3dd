package racelane.model.source;

/** Where every unit of a source went. An account always adds up; a source whose account does not is a defect of its importer. */
public sealed interface Account {
    /** Returns the units read: lines or records. */
    long total();

    /** Returns the units that could not be read or were left out although they carry data. */
    long lost();

    /** Tells whether the parts make up the whole. */
    boolean addsUp();

    /**
     * The account of a text log, in lines; a last line without a line end counts.
     *
     * @param lines all lines
     * @param entries lines that start an entry
     * @param continuation lines that belong to the entry above them
     * @param blank lines with nothing on them
     * @param skipped lines before the first entry or between entries that are no part of one
     * @param rejected lines that look like entries but could not be read
     */
    record Lines(long lines, long entries, long continuation, long blank, long skipped, long rejected)
            implements Account {
        @Override
        public long total() {
            return lines;
        }

        @Override
        public long lost() {
            return rejected;
        }

        @Override
        public boolean addsUp() {
            return lines == entries + continuation + blank + skipped + rejected;
        }
    }

    /**
     * The account of a trace, in records.
     *
     * @param records all records of the file
     * @param imported records that became an event or a part of one
     * @param skipped records that carry no event (metadata, empty phases)
     * @param rejected records that could not be read
     */
    record Records(long records, long imported, long skipped, long rejected) implements Account {
        @Override
        public long total() {
            return records;
        }

        @Override
        public long lost() {
            return rejected;
        }

        @Override
        public boolean addsUp() {
            return records == imported + skipped + rejected;
        }
    }

    /**
     * The account of a recording, in records and chunks.
     *
     * @param records all records seen in readable chunks
     * @param imported records that became an event
     * @param skipped records that carry no event
     * @param rejected records that could not be read
     * @param chunks chunks of the file, lost ones included
     * @param chunksLost chunks of which nothing or not all could be read
     */
    record Chunked(long records, long imported, long skipped, long rejected, int chunks, int chunksLost)
            implements Account {
        @Override
        public long total() {
            return records;
        }

        @Override
        public long lost() {
            return rejected + chunksLost;
        }

        @Override
        public boolean addsUp() {
            return records == imported + skipped + rejected && chunksLost <= chunks;
        }
    }
}
