package racelane.model.report;

import java.util.List;

/** A part of a report, one below the other. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 2 for the sections, 3 for what lies in them
     * @param id its name for references: letters, digits and hyphens; empty when nothing refers to it
     * @param number what stands before it ({@code 1}); empty for none
     * @param text its words
     */
    record Heading(int level, String id, String number, List<Inline> text) implements Block {
        /** Copies the list. */
        public Heading {
            text = List.copyOf(text);
        }
    }

    /** Running words. */
    record Paragraph(List<Inline> text) implements Block {
        /** Copies the list. */
        public Paragraph {
            text = List.copyOf(text);
        }
    }

    /** A list of points. */
    record Items(boolean numbered, List<List<Inline>> items) implements Block {
        /** Copies the list. */
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Lines to be shown as they stand, such as code. */
    record Listing(String text) implements Block {}

    /** What is known, each under its name. */
    record Facts(List<Fact> facts) implements Block {
        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One of the facts. */
    record Fact(String name, List<Block> value) {
        /** Copies the list. */
        public Fact {
            value = List.copyOf(value);
        }
    }

    /**
     * A table.
     *
     * @param columns at least one
     * @param rows each with as many cells as there are columns
     */
    record Table(List<Column> columns, List<Row> rows) implements Block {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException when a row has another number of cells
         */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            row.cells().size() + " cells under " + columns.size() + " columns");
                }
            }
        }
    }

    /** A column and how its cells are set. */
    record Column(String title, Kind kind) {
        /** How cells are set. */
        public enum Kind {
            /** Words that wrap. */
            TEXT,
            /** Short words, times and numbers that stay on one line. */
            SHORT,
            /** Numbers, flush right. */
            NUMBER,
            /** Lines of evidence, which wrap anywhere. */
            CODE
        }
    }

    /** A row; {@code marked} when it is what the table is about: the intruder. */
    record Row(List<List<Inline>> cells, boolean marked) {
        /** Copies the list. */
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture.
     *
     * @param figure the id of its {@link ReportFigure}
     * @param alt what it shows, for those who cannot see it
     * @param caption the words below it
     */
    record Picture(String figure, String alt, List<Inline> caption) implements Block {
        /** Copies the list. */
        public Picture {
            caption = List.copyOf(caption);
        }
    }

    /** Failure rates with their intervals, one below the other, on one axis from 0 to 100 %. */
    record Plot(List<Rate> rates) implements Block {
        /** Copies the list. */
        public Plot {
            rates = List.copyOf(rates);
        }
    }

    /**
     * One rate of a plot, shares from 0 to 1.
     *
     * @param name what was run
     * @param seen the rate that was seen; negative when it is a prediction alone
     * @param low the lower end of its interval
     * @param high the upper end
     */
    record Rate(String name, double seen, double low, double high) {}

    /** Something that must not be missed. */
    record Callout(Tone tone, String title, List<Block> blocks) implements Block {
        /** Copies the list. */
        public Callout {
            blocks = List.copyOf(blocks);
        }
    }
}
