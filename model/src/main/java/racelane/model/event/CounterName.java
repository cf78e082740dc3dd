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
    /** Returns the counter and its series, as people name them; a series that is just {@code value} says nothing. */
    public String title() {
        boolean says = !series.isEmpty() && !series.equals(name) && !series.equals("value");
        return says ? name + " " + series : name;
    }
}
