package racelane.model.event;

/**
 * What a counter track measures. Two samples with equal names lie on the same track.
 *
 * @param process the process it belongs to, spelt as in {@link LaneName#process}; empty when the source does not say
 * @param name the counter: {@code CPU load}
 * @param series the line in it when there are several ({@code user}), else empty
 * @param unit what the values count, {@code B}, {@code %}, {@code ns}; empty when the source does not say
 */
public record CounterName(String process, String name, String series, String unit) {
    /** As a record's own; written out, for what makes those at run time costs every start 30 ms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CounterName one
                && process.equals(one.process)
                && name.equals(one.name)
                && series.equals(one.series)
                && unit.equals(one.unit);
    }

    @Override
    public int hashCode() {
        return ((process.hashCode() * 31 + name.hashCode()) * 31 + series.hashCode()) * 31 + unit.hashCode();
    }

    /** Returns the counter and its series, as people name them; a series that is just {@code value} says nothing. */
    public String title() {
        boolean says = !series.isEmpty() && !series.equals(name) && !series.equals("value");
        return says ? name + " " + series : name;
    }
}
